import { z } from 'zod';
import { type Breather, createBreather, mapInTurns } from '../util/concurrency/event-loop.js';
import { type DocumentKind, keptContentOf } from './documents.js';
import type { StoredJson } from './format/form.js';

/** A value as its document stores it. The entries of its lists, which may be thousands, are encoded in turns with other work. */
export async function encodedInTurns<Value>(kind: DocumentKind<Value>, value: Value): Promise<StoredJson> {
  if (kind.encodeLazily) return kind.encodeLazily(value);
  return encoded(keptContentOf(kind), value, createBreather()) as Promise<StoredJson>;
}

async function encoded(schema: z.core.$ZodType, value: unknown, breather: Breather): Promise<unknown> {
  const lists = listsIn(schema, value);
  if (lists.length === 0) return z.encode(schema, value);
  const empty = Object.fromEntries(lists.map(({ name }) => [name, []]));
  const others = z.encode(schema, { ...(value as object), ...empty }) as object;
  const written = new Map<string, unknown[]>();
  for (const { name, element, items } of lists) {
    const entries: unknown[] = [];
    for (const item of items) {
      entries.push(await encoded(element, item, breather));
      if (breather.isDue()) await breather.breathe();
    }
    written.set(name, entries);
  }
  return { ...others, ...Object.fromEntries(written) };
}

interface EncodedList {
  readonly name: string;
  readonly element: z.core.$ZodType;
  readonly items: readonly unknown[];
}

/** Its lists, unless it or they have a rule for the whole. */
function listsIn(content: z.core.$ZodType, value: unknown): EncodedList[] {
  if (!(content instanceof z.ZodObject) || hasRules(content)) return [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(content.shape as z.core.$ZodShape).flatMap(([name, field]) => {
    const items: unknown = Reflect.get(value, name);
    const isPlain = field instanceof z.ZodArray && !hasRules(field);
    return isPlain && Array.isArray(items) ? [{ name, element: field.def.element, items }] : [];
  });
}

const hasRules = ({ def }: z.ZodObject | z.ZodArray): boolean => (def.checks ?? []).length > 0;

const PIECE_LENGTH = 16_384;
const MAX_ITEMS_AT_ONCE = 16;

/**
 * `JSON.stringify(content, undefined, space)`, piece by piece: whoever awaits something for each leaves turns for other
 * work. What can be iterated is written as a list.
 */
export function* jsonPieces(content: StoredJson, space: '' | '  '): Generator<string, void> {
  const lineAt = (depth: number) => (space === '' ? '' : `\n${space.repeat(depth)}`);
  /** Texts in JSON hold no line breaks. Undefined for what JSON leaves out. */
  const textOf = (value: unknown): string | undefined =>
    JSON.stringify(value, undefined, space)?.replaceAll('\n', lineAt(1));
  const [before, after] = [`[${lineAt(1)}[`, `${lineAt(1)}]${lineAt(0)}]`];
  /** As they are in a list within another thing. */
  const listed = (some: readonly unknown[]): string =>
    JSON.stringify([some], undefined, space).slice(before.length, -after.length);
  const colon = space === '' ? ':' : ': ';
  let piece = '{';
  let isFirst = true;
  for (const [name, value] of Object.entries(content)) {
    const items = isIterable(value) ? value : undefined;
    const text = items ? '[' : textOf(value);
    if (text === undefined) continue;
    piece += `${isFirst ? '' : ','}${lineAt(1)}${JSON.stringify(name)}${colon}${text}`;
    isFirst = false;
    let isEmpty = true;
    for (const some of listedTexts(items ?? [], listed)) {
      piece += `${isEmpty ? '' : ','}${some}`;
      isEmpty = false;
      if (piece.length < PIECE_LENGTH) continue;
      yield piece;
      piece = '';
    }
    if (items) piece += isEmpty ? ']' : `${lineAt(1)}]`;
  }
  yield `${piece}${isFirst ? '' : lineAt(0)}}`;
}

/**
 * The texts of a list's items, of several at once while they are short: one by one, they would cost several times their
 * length. A list of 500 lines is as long as a piece by itself.
 */
function* listedTexts(
  items: Iterable<unknown>,
  listed: (some: readonly unknown[]) => string,
): Generator<string, void> {
  let some: unknown[] = [];
  let atOnce = 1;
  for (const item of items) {
    some.push(item);
    if (some.length < atOnce) continue;
    const text = listed(some);
    yield text;
    atOnce = Math.min(MAX_ITEMS_AT_ONCE, Math.ceil((some.length * PIECE_LENGTH) / text.length));
    some = [];
  }
  if (some.length > 0) yield listed(some);
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value;

/** The bytes of `JSON.stringify(content)`, made in turns with other work. */
export async function jsonBytesInTurns(content: StoredJson): Promise<Buffer> {
  return Buffer.concat(await mapInTurns(jsonPieces(content, ''), (piece) => Buffer.from(piece)));
}
