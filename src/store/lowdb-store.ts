import { mkdir } from 'node:fs/promises';
import { keepNewest } from '../keep-newest.js';
import type { Log } from '../log.js';
import type { Clock } from '../util/clock.js';
import { KeyedMutex } from '../util/queue.js';
import { ChannelLeases } from './channel-leases.js';
import { type Entry, entryOf, pathFor } from './entry.js';
import { IndexOfMappings } from './index-of-mappings.js';
import { type Due, Leases } from './leases.js';
import { type Loaded, loadFolder } from './load-folder.js';
import { type Lock, lockFolder } from './lock.js';
import { mappingsFolder } from './read-folder.js';
import { RecordFiles } from './record-files.js';
import { HostnameTaken, type MappingRecord, StaleVersion, type Store } from './store.js';

export interface LowdbStoreOptions {
  readonly dataDir: string;
  readonly now: () => number;
  /** For waits and leases; the wall clock where there is none, as in tests. */
  readonly monotonic?: () => number;
  readonly newToken: () => string;
  readonly log: Log;
  /** Another process has taken the folder over. */
  readonly onLockLost?: (() => void) | undefined;
}

/** Records kept in memory besides the index, the least recently used going first. */
const HOT_RECORDS = 500;

/** Nothing waits longer: a clock that was wrong when it was written must not stop the watch for days. */
const LONGEST_CHECK_WAIT_MS = 7 * 3_600_000;
const LONGEST_DELIVERY_WAIT_MS = 3_600_000;
const within = (due: Due | undefined, latest: number): Due | undefined =>
  due && { ...due, at: Math.min(due.at, latest) };

/** A store of one JSON file for each mapping, for one process. Throws `DataDirInUse` while another has the folder. */
export async function openLowdbStore({
  dataDir,
  now,
  monotonic = now,
  newToken,
  log,
  onLockLost,
}: LowdbStoreOptions): Promise<Store> {
  const lock = await lockFolder(dataDir, { log, onLost: onLockLost });
  try {
    const folder = mappingsFolder(dataDir);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const files = new RecordFiles();
    const loaded = await loadFolder(folder, { files, now, log });
    return storeOf({ folder, files, lock, loaded, clock: { now, monotonic }, newToken });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

interface Parts {
  readonly folder: string;
  readonly files: RecordFiles;
  readonly lock: Lock;
  readonly loaded: Loaded;
  readonly clock: Clock;
  readonly newToken: () => string;
}

function storeOf({ folder, files, lock, loaded, clock, newToken }: Parts): Store {
  const index = new IndexOfMappings();
  const checks = new Leases(newToken, clock);
  const deliveries = new ChannelLeases(newToken, clock);
  const hot = new Map<string, MappingRecord>();
  const turns = new KeyedMutex();
  let isClosed = false;
  const checkOf = ({ check }: Entry) => within(check, clock.now() + LONGEST_CHECK_WAIT_MS);
  const deliveryOf = ({ delivery }: Entry) => within(delivery, clock.now() + LONGEST_DELIVERY_WAIT_MS);

  for (const entry of loaded.entries) {
    index.set(entry);
    checks.restore(entry.id, checkOf(entry));
    deliveries.of(entry.channel).restore(entry.id, deliveryOf(entry));
  }

  function register(entry: Entry): void {
    index.set(entry);
    checks.set(entry.id, checkOf(entry));
    deliveries.of(entry.channel).set(entry.id, deliveryOf(entry));
  }

  const remember = (record: MappingRecord): void => keepNewest(hot, record.mapping.id, record, HOT_RECORDS);

  function assertOpen(): void {
    if (isClosed) throw new Error('The store is closed: the bot is stopping. Nothing was written.');
    lock.assertHeld();
  }

  async function write(record: MappingRecord, path: string): Promise<MappingRecord> {
    assertOpen();
    try {
      await files.write(path, record);
    } catch (error) {
      await recall(path);
      throw error;
    }
    register(entryOf(record, path));
    remember(record);
    return record;
  }

  /** After a write that failed: the new file may have taken its place all the same, and what is on disk counts. */
  async function recall(path: string): Promise<void> {
    const record = await files.read(path).catch(() => null);
    if (!record) return;
    register(entryOf(record, path));
    remember(record);
  }

  async function load(id: string): Promise<MappingRecord | undefined> {
    const entry = index.get(id);
    if (!entry) return undefined;
    const known = hot.get(id);
    const record = known ?? (await files.read(entry.path)) ?? undefined;
    // A save may have gone by while the file was read.
    const newest = hot.get(id) ?? record;
    if (newest && newest.version === index.get(id)?.version) remember(newest);
    return newest;
  }

  async function findLive(hostname: string): Promise<MappingRecord | undefined> {
    const id = index.liveId(hostname);
    return id === undefined ? undefined : load(id);
  }

  return {
    load,
    findLive,

    create: (draft) =>
      turns.run(`hostname ${draft.mapping.hostname}`, async () => {
        const isLive = draft.mapping.stage !== 'removed';
        const existing = isLive ? await findLive(draft.mapping.hostname) : undefined;
        if (existing) throw new HostnameTaken(existing);
        return write({ ...draft, version: 1 }, pathFor(folder, draft.mapping));
      }),

    save: (record) =>
      turns.run(record.mapping.id, async () => {
        const entry = index.get(record.mapping.id);
        if (entry?.version !== record.version)
          throw new StaleVersion(
            `${record.mapping.hostname} was saved by another since version ${record.version}`,
          );
        return write({ ...record, version: record.version + 1 }, entry.path);
      }),

    list: async (query) => {
      const { ids, total } = index.select(query);
      const records = await Promise.all(ids.map(load));
      return { mappings: records.flatMap((record) => (record ? [record.mapping] : [])), total };
    },

    all: async function* () {
      for (const { id, path } of index.all()) {
        const record = hot.get(id) ?? (await files.read(path));
        if (record) yield record;
      }
    },

    watched: async () => checks.size,
    claimChecks: async (at, limit, leaseMs, from) => checks.claim(at, limit, leaseMs, from),
    overdueChecks: async (at) => checks.overdue(at),
    claimCheck: async (id, at, leaseMs) => checks.claimOne(id, at, leaseMs),
    claimDeliveries: async (at, perChannel, leaseMs) => deliveries.claim(at, perChannel, leaseMs),
    release: async (claim, notBefore) => {
      checks.release(claim, notBefore);
      deliveries.release(claim);
    },
    setAside: () => loaded.setAside,

    assertWritable: async () => {
      assertOpen();
      await files.assertWritable(folder);
    },

    close: async () => {
      // What was begun before is let through; what comes now is refused in `write`.
      await turns.settled();
      isClosed = true;
      await turns.settled();
      await lock.release();
    },
  };
}
