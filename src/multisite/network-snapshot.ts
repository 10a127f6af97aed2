import { z } from 'zod';
import { type DocumentHandle, type DocumentKind, type Documents, openDocument } from '../store/documents.js';
import { createBreather, visitInTurns } from '../util/concurrency/event-loop.js';
import { LargeMap } from '../util/large-map.js';
import { type LongList, walkedParts } from '../util/parted-list.js';
import type { DomainRecord } from './multisite.js';
import type { NetworkSnapshot } from './reconcile.js';

type WrittenRecord = readonly [id: number, domain: string];

/** Not validated entry by entry: a network may have 100,000. */
const writtenSnapshot = z.object({
  domainRecords: z.custom<readonly WrittenRecord[]>(
    (value) => Array.isArray(value) && value.every(isWrittenRecord),
  ),
});

const isWrittenRecord = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && typeof value[0] === 'number' && typeof value[1] === 'string';

export const networkSnapshotKind: DocumentKind<NetworkSnapshot> = {
  name: 'network-snapshot',
  isKept: true,
  form: {
    schema: 2,
    migrations: new Map([[1, ({ records, ...stored }) => ({ domainRecords: records, ...stored })]]),
  },
  content: z.codec(writtenSnapshot, z.custom<NetworkSnapshot>(), {
    decode: ({ domainRecords }) => networkSnapshotOf(domainRecords),
    encode: (snapshot) => ({ domainRecords: [...snapshot.entries()] }),
  }),
  encodeLazily: (snapshot) => ({ domainRecords: snapshot.entries() }),
};

function networkSnapshotOf(domainRecords: readonly WrittenRecord[]): NetworkSnapshot {
  const snapshot = new LargeMap<number, string>(domainRecords.length);
  for (const [id, domain] of domainRecords) snapshot.set(id, domain);
  return snapshot;
}

/** An app's network at its last reading. */
export const openNetworkSnapshot = (documents: Documents, app: string): DocumentHandle<NetworkSnapshot> =>
  openDocument(documents, networkSnapshotKind, app);

/** A reading, without the records that count as new again at the next one. */
interface NetworkNow {
  readonly domainRecords: LongList<DomainRecord>;
  readonly unreadable: readonly number[];
  readonly later: ReadonlySet<number>;
}

/** Writes the snapshot of a reading, unless the one from before still holds. */
export async function keepSnapshot(
  known: DocumentHandle<NetworkSnapshot>,
  before: NetworkSnapshot | undefined,
  now: NetworkNow,
): Promise<void> {
  if (!before || !(await isSameNetwork(before, now))) await known.write(await nextSnapshot(before, now));
}

/** Whether the snapshot is already up to date. */
async function isSameNetwork(before: NetworkSnapshot, now: NetworkNow): Promise<boolean> {
  const { domainRecords, unreadable, later } = now;
  const kept = unreadable.filter((id) => before.has(id)).length;
  if (before.size !== domainRecords.length - later.size + kept) return false;
  const breather = createBreather();
  for (const some of walkedParts(domainRecords)) {
    if (some.some(({ id, domain }) => !later.has(id) && before.get(id) !== domain)) return false;
    if (breather.isDue()) await breather.breathe();
  }
  return true;
}

async function nextSnapshot(
  before: NetworkSnapshot | undefined,
  { domainRecords, unreadable, later }: NetworkNow,
): Promise<NetworkSnapshot> {
  const read = new LargeMap<number, string>(domainRecords.length + unreadable.length);
  for (const id of unreadable) {
    const domain = before?.get(id);
    if (domain !== undefined) read.set(id, domain);
  }
  await visitInTurns(domainRecords, ({ id, domain }) => {
    if (!later.has(id)) read.set(id, domain);
  });
  return read;
}
