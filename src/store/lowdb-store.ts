import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Log } from '../log.js';
import { IndexOfMappings, pathFor } from './index-of-mappings.js';
import { JsonFile } from './json-file.js';
import { Leases } from './leases.js';
import { loadFolder, moveAside } from './load-folder.js';
import { lockFolder } from './lock.js';
import { recordCodec } from './record-schema.js';
import { HostnameTaken, type MappingRecord, type SetAside, StaleVersion, type Store } from './store.js';

export interface LowdbStoreOptions {
  readonly dataDir: string;
  readonly now: () => number;
  readonly newToken: () => string;
  readonly log: Log;
}

/** Records kept in memory besides the index, the least recently used going first. */
const HOT_RECORDS = 500;

/** A store of one JSON file for each mapping, for one process. Throws `DataDirInUse` while another has the folder. */
export async function openLowdbStore({ dataDir, now, newToken, log }: LowdbStoreOptions): Promise<Store> {
  const unlock = await lockFolder(dataDir, now);
  const folder = join(dataDir, 'mappings');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const index = new IndexOfMappings();
  const checks = new Leases(newToken);
  const deliveries = new Leases(newToken);
  const hot = new Map<string, MappingRecord>();
  const writing = new Map<string, Promise<unknown>>();
  const setAside: SetAside[] = [];

  function register(record: MappingRecord, path: string, isOld: boolean): void {
    const { id, hostname, app, stage, nextCheckAt } = record.mapping;
    index.set({ id, hostname, app, stage, version: record.version, path });
    checks.set(id, nextCheckAt, isOld);
    deliveries.set(id, deliveryDueAt(record), isOld);
  }

  function remember(record: MappingRecord): void {
    const { id } = record.mapping;
    hot.delete(id);
    hot.set(id, record);
    if (hot.size > HOT_RECORDS) for (const oldest of hot.keys()) return void hot.delete(oldest);
  }

  /** One after another for the same key; a failure doesn't stop the next. */
  function inTurn<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const turn = (writing.get(key) ?? Promise.resolve()).then(work, work);
    writing.set(key, turn);
    const forget = () => {
      if (writing.get(key) === turn) writing.delete(key);
    };
    turn.then(forget, forget);
    return turn;
  }

  async function write(record: MappingRecord, path: string): Promise<MappingRecord> {
    const file = new Low<MappingRecord>(new JsonFile(path, recordCodec), record);
    await file.write();
    register(record, path, false);
    remember(record);
    return record;
  }

  async function load(id: string): Promise<MappingRecord | undefined> {
    const entry = index.get(id);
    if (!entry) return undefined;
    const record = hot.get(id) ?? (await new JsonFile(entry.path, recordCodec).read()) ?? undefined;
    // A save may have gone by while the file was read.
    if (record && record.version !== index.get(id)?.version) return hot.get(id) ?? load(id);
    if (record) remember(record);
    return record;
  }

  async function findLive(hostname: string): Promise<MappingRecord | undefined> {
    const id = index.liveId(hostname);
    return id === undefined ? undefined : load(id);
  }

  const doubles: { path: string; hostname: string }[] = [];
  const damaged = await loadFolder(folder, {
    now,
    log,
    take: ({ path, record }) => {
      const { hostname, stage } = record.mapping;
      const other = index.get(index.liveId(hostname) ?? '');
      const isDouble = stage !== 'removed' && other !== undefined;
      if (isDouble) doubles.push({ path, hostname });
      else register(record, path, true);
    },
  });
  setAside.push(...damaged);
  for (const { path, hostname } of doubles)
    setAside.push(await moveAside(path, `a second live mapping of ${hostname}`, now, log));

  return {
    load,
    findLive,

    create: (draft) =>
      inTurn(`hostname ${draft.mapping.hostname}`, async () => {
        const existing = await findLive(draft.mapping.hostname);
        if (existing) throw new HostnameTaken(existing);
        return write({ ...draft, version: 1 }, pathFor(folder, draft.mapping));
      }),

    save: (record) =>
      inTurn(record.mapping.id, async () => {
        const entry = index.get(record.mapping.id);
        if (entry?.version !== record.version)
          throw new StaleVersion(
            `${record.mapping.hostname} was saved by another since version ${record.version}`,
          );
        const before = await load(record.mapping.id);
        const saved = await write({ ...record, version: record.version + 1 }, entry.path);
        if (before && isDelivered(before, saved)) deliveries.completed(record.mapping.id);
        if (before?.mapping.nextCheckAt !== saved.mapping.nextCheckAt) checks.completed(record.mapping.id);
        return saved;
      }),

    list: async (query) => {
      const { ids, total } = index.select(query);
      const records = await Promise.all(ids.map(load));
      return { mappings: records.flatMap((record) => (record ? [record.mapping] : [])), total };
    },

    watched: async () => checks.size,
    claimChecks: async (at, limit, leaseMs) => checks.claim(at, limit, leaseMs),
    claimCheck: async (id, at, leaseMs) => checks.claimOne(id, at, leaseMs),
    claimDeliveries: async (at, limit, leaseMs) => deliveries.claim(at, limit, leaseMs),
    release: async (claim) => {
      checks.release(claim);
      deliveries.release(claim);
    },
    setAside: () => setAside,

    assertWritable: async () => {
      const path = join(dataDir, '.writable');
      await writeFile(path, '', { mode: 0o600 });
      await rm(path);
    },

    close: async () => {
      await Promise.allSettled(writing.values());
      await unlock();
    },
  };
}

/** The first delivery holds up the later ones; without one, a card that no longer shows the present state. */
function deliveryDueAt({ deliveries, card, mapping }: MappingRecord): number | undefined {
  const [first] = deliveries;
  if (first) return first.notBefore;
  return card.ts !== undefined && card.shownRevision < mapping.revision ? card.notBefore : undefined;
}

const isDelivered = (before: MappingRecord, after: MappingRecord): boolean =>
  before.deliveries[0] !== undefined && before.deliveries[0].event !== after.deliveries[0]?.event;
