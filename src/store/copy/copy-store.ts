import { isDeepStrictEqual } from 'node:util';
import { chainBreaks } from '../../core/events/event-chain.js';
import { StartError } from '../../util/start-error.js';
import { storedMappingCodec } from '../schema.js';
import type { StoredMapping } from '../store.js';
import {
  type CopyPlace,
  UNFINISHED_COPY_KEY,
  unfinishedCopy,
  unfinishedCopyKind,
  type WrittenDocument,
} from './copy-place.js';

export interface Copied {
  readonly mappings: number;
  readonly events: number;
  readonly documents: number;
  /** Records that were not there yet. */
  readonly written: number;
  /** Mappings whose chain of events was broken before. */
  readonly broken: number;
}

/** Few enough for memory, enough to keep a disk and a database busy. */
const RECORDS_AT_ONCE = 64;

/**
 * Copies a store, and reads each record again from the target to compare it with its chain of events. After an
 * interruption, another call continues; once done, it only compares. Throws `StartError`, with nothing overwritten,
 * when the target holds anything else.
 */
export async function copyStore(
  from: CopyPlace,
  to: CopyPlace,
  onProgress: (mappings: number) => void = () => undefined,
): Promise<Copied> {
  const mark = unfinishedMark(from);
  if ((await from.documents()).some(isMark)) throw unfinishedCopy(from.name, (await markIn(from)) ?? '');
  const before = await markIn(to);
  if (before === undefined && !(await isEmpty(to))) return compareStores(from, to, onProgress);
  if (before !== undefined && before !== from.name) throw unfinishedCopy(to.name, before);
  await to.putDocument(mark);
  const written = await writeAll(from, to, onProgress);
  const copied = await compareStores(from, to, () => undefined);
  await from.assertUnused();
  await to.assertUnused();
  await to.removeDocument(mark);
  return { ...copied, written };
}

const isMark = ({ kind }: WrittenDocument): boolean => kind === unfinishedCopyKind.name;

const unfinishedMark = ({ name }: CopyPlace): WrittenDocument => ({
  kind: unfinishedCopyKind.name,
  key: UNFINISHED_COPY_KEY,
  schema: unfinishedCopyKind.form.schema,
  version: 1,
  content: { from: name },
});

/** The source of the unfinished copy in it. */
async function markIn(place: CopyPlace): Promise<string | undefined> {
  const mark = (await place.documents()).find(isMark);
  return mark && unfinishedCopyKind.content.parse(mark.content).from;
}

async function isEmpty(place: CopyPlace): Promise<boolean> {
  for await (const _ of place.records()) return false;
  return (await place.documents()).length === 0 && (await place.journals()).size === 0;
}

async function writeAll(
  from: CopyPlace,
  to: CopyPlace,
  onProgress: (mappings: number) => void,
): Promise<number> {
  let written = 0;
  let mappings = 0;
  for await (const some of inGroups(from.records())) {
    const earlier = await to.recordsLike(some);
    const changed = some.flatMap((stored, at) =>
      isEqualRecord(stored, earlier[at]) ? [] : [{ stored, isOld: earlier[at] !== undefined }],
    );
    for (const { stored, isOld } of changed) if (isOld) await to.removeRecord(stored);
    await to.putRecords(changed.map(({ stored }) => stored));
    written += changed.length;
    mappings += some.length;
    onProgress(mappings);
  }
  await to.finishRecords();
  const there = await to.documents();
  for (const document of await from.documents()) {
    if (there.some((each) => isDeepStrictEqual(each, document))) continue;
    await to.putDocument(document);
    written++;
  }
  const journals = await to.journals();
  for (const [name, entries] of await from.journals()) {
    if (isDeepStrictEqual(journals.get(name), entries)) continue;
    await to.putJournal(name, entries);
    written++;
  }
  return written;
}

async function* inGroups(records: AsyncIterable<StoredMapping>): AsyncGenerator<readonly StoredMapping[]> {
  let group: StoredMapping[] = [];
  for await (const stored of records) {
    group.push(stored);
    if (group.length < RECORDS_AT_ONCE) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** Texts are compared first, which is faster: they only differ for equal records if their keys have another order. */
function isEqualRecord(one: StoredMapping, other: StoredMapping | undefined): boolean {
  if (other === undefined) return false;
  const [text, otherText] = [encodedText(one), encodedText(other)];
  return text === otherText || isDeepStrictEqual(JSON.parse(text), JSON.parse(otherText));
}
const encodedText = (stored: StoredMapping): string => JSON.stringify(storedMappingCodec.encode(stored));

/** Compares everything once more, in both directions. Throws at the first difference. */
async function compareStores(
  from: CopyPlace,
  to: CopyPlace,
  onProgress: (mappings: number) => void,
): Promise<Copied> {
  let mappings = 0;
  let events = 0;
  let broken = 0;
  for await (const some of inGroups(from.records())) {
    const others = await to.recordsLike(some);
    some.forEach((stored, at) => {
      const other = others[at];
      const breaks = breaksOf(stored);
      if (!other || !isEqualRecord(stored, other) || !isDeepStrictEqual(breaks, breaksOf(other)))
        throw different(to, stored.mapping.hostname);
      events += stored.events.length;
      if (breaks.length > 0) broken++;
    });
    mappings += some.length;
    onProgress(mappings);
  }
  const there = await to.recordCount();
  if (there !== mappings) throw different(to, `${there} ≠ ${mappings}`);
  const documents = (await from.documents()).length + (await from.journals()).size;
  await compareOthers(from, to);
  return { mappings, events, documents, written: 0, broken };
}

const breaksOf = (stored: StoredMapping): readonly string[] =>
  chainBreaks({ ...stored, lastHash: stored.mapping.lastHash }).map(({ id }) => id);

async function compareOthers(from: CopyPlace, to: CopyPlace): Promise<void> {
  const there = (await to.documents()).filter((document) => !isMark(document));
  const here = await from.documents();
  const odd =
    here.find((document) => !there.some((each) => isDeepStrictEqual(each, document))) ??
    there.find((document) => !here.some((each) => isDeepStrictEqual(each, document)));
  if (odd) throw different(to, `${odd.kind} ${odd.key}`);
  if (!isDeepStrictEqual(await from.journals(), await to.journals())) throw different(to, 'journals');
}

const different = ({ name }: CopyPlace, what: string): StartError =>
  new StartError(
    `${name} differs from the store to copy: ${what}. Name an empty store: two are never mixed.`,
  );
