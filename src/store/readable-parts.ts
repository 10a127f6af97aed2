import { z } from 'zod';
import type { Log } from '../util/log.js';
import { type DocumentKind, keptContentOf, type LostPart, lostPartName } from './documents.js';
import type { StoredJson } from './format/form.js';
import type { OnUnreadableSeen } from './schema.js';

interface ReadContent<Value> {
  readonly value: Value;
  /** Undefined without any. */
  readonly lost?: readonly LostPart[];
}

/** Reads what a document holds; names in the log, once, what had to be left out. */
export type ContentReader = <Value>(
  kind: DocumentKind<Value>,
  stored: StoredJson,
  file: string,
) => ReadContent<Value>;

export function createContentReader(log: Log): ContentReader {
  const logged = new Map<string, string>();
  return (kind, stored, file) => {
    const content = readableContent(kind, stored);
    const parts = (content.lost ?? []).map(lostPartName);
    if (parts.length > 0 && logged.get(file) !== parts.join())
      log.error(
        { file, parts: parts.slice(0, MAX_LOGGED_PARTS), count: parts.length },
        'parts of a document can’t be read and are left out; it is copied before it is written',
      );
    logged.set(file, parts.join());
    return content;
  };
}

const MAX_LOGGED_PARTS = 20;
/** After another version has run, it may be each of them. */
const MAX_LOGGED_MAPPINGS = 20;

/** Names in the log, once, mappings of which an observation was left out; the next check replaces it. */
export function createUnreadableSeenLog(log: Log): OnUnreadableSeen {
  const logged = new Set<string>();
  return (mapping) => {
    if (logged.has(mapping) || logged.size >= MAX_LOGGED_MAPPINGS) return;
    logged.add(mapping);
    const isLast = logged.size === MAX_LOGGED_MAPPINGS;
    log.warn(
      { mapping, ...(isLast ? { more: 'not logged' } : {}) },
      'what a check saw can’t be read and is left out until the next check',
    );
  };
}

/**
 * What can be read of a document's content: an unreadable entry of a list or record, or an optional field, is left out
 * and costs no other. Throws zod's error when a fault lies elsewhere: the document as a whole is unreadable then.
 */
export function readableContent<Value>(kind: DocumentKind<Value>, stored: StoredJson): ReadContent<Value> {
  const content = keptContentOf(kind);
  const read = content.safeParse(stored);
  if (read.success) return { value: read.data };
  const parts = new Map<string, LostPart>();
  for (const { path } of read.error.issues) {
    const part = partAround(content, path);
    if (!part) throw read.error;
    parts.set(JSON.stringify(part), part);
  }
  const lost = [...parts.values()];
  return { value: content.parse(leftOut(stored, lost)), lost };
}

/** The innermost entry of a list or record around a fault, else the optional field that it is in. */
function partAround(schema: z.core.$ZodType, path: LostPart): LostPart | undefined {
  let part: LostPart | undefined;
  let current: z.core.$ZodType | undefined = schema;
  for (const [depth, key] of path.entries()) {
    const holder: z.core.$ZodType | undefined = current && unwrapped(current);
    current = holder && schemaAt(holder, key);
    const isEntry = holder instanceof z.ZodArray || holder instanceof z.ZodRecord;
    if (isEntry || (!part && isOptional(current))) part = path.slice(0, depth + 1);
  }
  return part;
}

const isOptional = (schema: z.core.$ZodType | undefined): boolean =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return unwrapped(schema.def.innerType);
  return schema instanceof z.ZodCodec ? unwrapped(schema.def.in) : schema;
}

function schemaAt(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) return (schema.shape as Record<PropertyKey, z.core.$ZodType>)[key];
  if (schema instanceof z.ZodArray) return schema.def.element;
  if (schema instanceof z.ZodRecord) return schema.def.valueType;
  return schema instanceof z.ZodTuple ? schema.def.items[Number(key)] : undefined;
}

function leftOut(stored: unknown, parts: readonly LostPart[]): unknown {
  if (typeof stored !== 'object' || stored === null || parts.length === 0) return stored;
  const inside = new Map<string, LostPart[]>();
  for (const [key, ...rest] of parts) inside.set(String(key), [...(inside.get(String(key)) ?? []), rest]);
  const kept = Object.entries(stored).flatMap(([key, value]): [string, unknown][] => {
    const partsOfValue = inside.get(key) ?? [];
    return partsOfValue.some(({ length }) => length === 0) ? [] : [[key, leftOut(value, partsOfValue)]];
  });
  return Array.isArray(stored) ? kept.map(([, value]) => value) : Object.fromEntries(kept);
}
