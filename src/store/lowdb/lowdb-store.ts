import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../util/clock.js';
import { KeyedMutex } from '../../util/concurrency/queue.js';
import type { Log } from '../../util/log.js';
import { version as botVersion } from '../../util/version.js';
import { bounded } from '../bounded.js';
import { deliveryIn } from '../delivered.js';
import type { Due } from '../due.js';
import { NewerSchema } from '../form.js';
import { mappingForm } from '../migrations.js';
import {
  HostnameTaken,
  type Judge,
  type SetAside,
  StaleVersion,
  type Store,
  type StoredMapping,
} from '../store.js';
import { summaryOf } from '../summary.js';
import { uneventfulChange } from '../uneventful.js';
import { CheckLog, checkLogPath } from './check-log.js';
import { damageReason, isDamage, StoreUnreadable } from './damage.js';
import { DeliveryLog, deliveryLogPath } from './delivery-log.js';
import { createFileDocuments } from './documents.js';
import { ChannelLeases } from './index/channel-leases.js';
import {
  entryAfterCheck,
  entryAfterDelivery,
  entryOf,
  fileNameOf,
  type IndexEntry,
  pathFor,
  type RecordFile,
  resummed,
} from './index/index-entry.js';
import { Leases } from './index/leases.js';
import { IndexOfMappings } from './index/mapping-index.js';
import { readSnapshot } from './index/snapshot.js';
import { createFileJournals } from './journals.js';
import { type Loaded, loadFolder, moveAside } from './load-folder.js';
import { type Lock, lockFolder } from './lock/lock.js';
import { MappingFiles } from './mapping-files.js';
import { mappingsFolder } from './read-folder.js';
import { type Rest, restQuietly, revalidate } from './revalidate.js';
import { type KeptSnapshot, SnapshotKeeper } from './snapshot-keeper.js';

export interface LowdbStoreOptions {
  readonly dataDir: string;
  readonly now: () => number;
  /** For waits and leases; defaults to the wall clock, as in tests. */
  readonly monotonic?: () => number;
  readonly newToken: () => string;
  readonly log: Log;
  /** Another process has taken the folder over. */
  readonly onLockLost?: (() => void) | undefined;
  /** Opens even when more than a handful of files are damaged, and sets them aside. */
  readonly allowCorrupt?: boolean;
  /** For summaries; without it they have no judgement. */
  readonly judge?: Judge | undefined;
  /** Between files that are validated in the background. */
  readonly rest?: Rest;
}

/** The index as written down, in the store's folder. */
const SNAPSHOT = 'index.jsonl';
/** Records cached in memory besides the index; the least recently used are evicted. */
const HOT_MAPPINGS = 500;

/** Upper bound for a wait: a time written with a wrong clock must not stop checks for days. */
const MAX_CHECK_WAIT_MS = 7 * 3_600_000;
const MAX_DELIVERY_WAIT_MS = 3_600_000;
const noLaterThan = (due: Due | undefined, latest: number): Due | undefined =>
  due && due.at > latest ? { ...due, work: due.work ?? due.at, at: latest } : due;

/**
 * A store of one JSON file for each mapping, for one process. Throws `DataDirInUse` while another has the folder, and
 * `StoreUnreadable` when files can't be read or too many are damaged.
 */
export async function openLowdbStore({
  dataDir,
  now,
  monotonic = now,
  newToken,
  log,
  onLockLost,
  allowCorrupt = false,
  judge,
  rest = restQuietly,
}: LowdbStoreOptions): Promise<Store> {
  const lock = await lockFolder(dataDir, { log, onLost: onLockLost });
  try {
    const folder = mappingsFolder(dataDir);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const assertHeld = () => lock.assertHeld();
    const checkLog = await CheckLog.open({ path: checkLogPath(dataDir), log, assertHeld });
    const deliveryLog = await openDeliveryLog({ path: deliveryLogPath(dataDir), log, assertHeld });
    const logged = { checks: checkLog.of, deliveries: deliveryLog.of };
    const files = new MappingFiles(logged);
    const basis = { bot: botVersion, schema: mappingForm.schema, isJudged: judge !== undefined };
    const path = join(dataDir, SNAPSHOT);
    const snapshot = await readSnapshot(path, basis);
    const loaded = await loadFolder(folder, { files, logged, now, log, allowCorrupt, judge, snapshot });
    const { entries, unread } = loaded;
    const isCurrent = unread.length === entries.length && unread.length === (snapshot?.rows ?? 0);
    return storeOf({
      dataDir,
      folder,
      files,
      checkLog,
      deliveryLog,
      lock,
      loaded,
      keptSnapshot: { path, basis, isCurrent, log },
      clock: { now, monotonic },
      newToken,
      log,
      judge,
      rest,
    });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Without what Slack has accepted, thousands of messages would have to be looked for. */
async function openDeliveryLog(options: Parameters<typeof DeliveryLog.open>[0]): Promise<DeliveryLog> {
  try {
    return await DeliveryLog.open(options);
  } catch (error) {
    throw StoreUnreadable.file(options.path, error);
  }
}

interface StoreParts {
  readonly dataDir: string;
  readonly folder: string;
  readonly files: MappingFiles;
  readonly checkLog: CheckLog;
  readonly deliveryLog: DeliveryLog;
  readonly lock: Lock;
  readonly loaded: Loaded;
  readonly keptSnapshot: Omit<KeptSnapshot, 'entries'>;
  readonly clock: Clock;
  readonly newToken: () => string;
  readonly log: Log;
  readonly judge: Judge | undefined;
  readonly rest: Rest;
}

function storeOf(parts: StoreParts): Store {
  const { dataDir, folder, files, checkLog, deliveryLog, lock, loaded, clock, newToken, log, judge, rest } =
    parts;
  const index = new IndexOfMappings();
  const snapshot = new SnapshotKeeper({ ...parts.keptSnapshot, entries: () => index.all() });
  const checks = new Leases(newToken, clock);
  const outbox = new ChannelLeases(newToken, clock);
  const hot = new LRUCache<string, StoredMapping>({ max: HOT_MAPPINGS });
  const turns = new KeyedMutex();
  const aside: SetAside[] = [...loaded.setAside];
  let isClosed = false;
  const pathOf = (entry: IndexEntry) => join(folder, fileNameOf(entry));
  const checkOf = ({ check }: IndexEntry) => noLaterThan(check, clock.now() + MAX_CHECK_WAIT_MS);
  const outboxDueOf = ({ delivery }: IndexEntry) => noLaterThan(delivery, clock.now() + MAX_DELIVERY_WAIT_MS);

  for (const entry of loaded.entries) {
    index.set(entry);
    checks.restore(entry.id, checkOf(entry));
    outbox.restore(entry.cardChannel, entry.id, outboxDueOf(entry));
  }

  for (const lines of [checkLog, deliveryLog]) lines.keepOnly((id) => index.get(id)?.fileVersion);

  function register(entry: IndexEntry): void {
    const { cardChannel = entry.cardChannel } = index.get(entry.id) ?? {};
    if (cardChannel !== entry.cardChannel) outbox.set(cardChannel, entry.id, undefined);
    index.set(entry);
    checks.set(entry.id, checkOf(entry));
    outbox.set(entry.cardChannel, entry.id, outboxDueOf(entry));
  }

  function registerFile(stored: StoredMapping, file: RecordFile): void {
    register(entryOf(stored, file, judge));
    snapshot.outdate();
  }

  const remember = (stored: StoredMapping): void => void hot.set(stored.mapping.id, stored);

  function assertOpen(): void {
    if (isClosed) throw new Error('The store is closed: the bot is stopping. Nothing was written.');
    lock.assertHeld();
  }

  const documents = createFileDocuments({ dataDir, now: clock.now, log, assertOpen });

  async function write(changed: StoredMapping, path: string): Promise<StoredMapping> {
    assertOpen();
    const stored = bounded(changed);
    try {
      const stamp = await files.write(path, stored);
      registerFile(stored, { path, stamp, fileVersion: stored.version });
      forgetLines(stored.mapping.id);
    } catch (error) {
      await recall(path);
      throw error;
    }
    remember(stored);
    return stored;
  }

  const forgetLines = (id: string): void => {
    for (const lines of [checkLog, deliveryLog]) lines.forget(id);
  };

  /** What Slack accepted needs one line of the log, on the disk. Undefined for everything else, and if the log can't take it. */
  async function delivered(stored: StoredMapping, entry: IndexEntry): Promise<StoredMapping | undefined> {
    const { id, fileVersion: base } = entry;
    const before = hot.get(id);
    if (before?.version !== entry.version) return undefined;
    const delivery = deliveryIn(before, stored);
    const { version } = stored;
    if (!delivery || !(await deliveryLog.append(id, { base, version, delivery }))) return undefined;
    register(entryAfterDelivery(index.get(id) ?? entry, stored));
    snapshot.outdate();
    remember(stored);
    return stored;
  }

  /** A check without news needs one line of the log. Undefined for everything else, and if the log can't take it. */
  function logged(stored: StoredMapping, entry: IndexEntry): StoredMapping | undefined {
    const before = hot.get(entry.id);
    if (before?.version !== entry.version) return undefined;
    const check = uneventfulChange(before, stored);
    const { version } = stored;
    if (!check || !checkLog.append(entry.id, { base: entry.fileVersion, version, check })) return undefined;
    register(entryAfterCheck(entry, stored, judge));
    remember(stored);
    return stored;
  }

  /** After a failed write, reload from disk: the new file may be in place anyway. */
  async function recall(path: string): Promise<void> {
    const read = await files.readStamped(path).catch(() => undefined);
    if (!read) return;
    registerFile(read.stored, read.file);
    remember(read.stored);
  }

  /** Sets a file aside if it is damaged while the bot runs. Throws on a disk error. */
  async function readOrSetAside(entry: IndexEntry): Promise<StoredMapping | undefined> {
    try {
      return await files.read(pathOf(entry));
    } catch (error) {
      const isNewer = error instanceof NewerSchema;
      if (!isNewer && !isDamage(error)) throw error;
      // Set it aside once, even with concurrent reads.
      const path = pathOf(entry);
      const current = index.get(entry.id);
      if (!current || pathOf(current) !== path) return undefined;
      forget(entry);
      const reason = damageReason(error);
      aside.push(isNewer ? { file: path, reason } : await moveAside(path, reason, { now: clock.now, log }));
      return undefined;
    }
  }

  function forget({ id, cardChannel }: IndexEntry): void {
    index.delete(id);
    snapshot.outdate();
    hot.delete(id);
    forgetLines(id);
    checks.set(id, undefined);
    outbox.set(cardChannel, id, undefined);
  }

  /** For lists: skips a record that can't be read. */
  async function ifReadable(
    id: string,
    read: () => Promise<StoredMapping | undefined>,
  ): Promise<StoredMapping | undefined> {
    try {
      return await read();
    } catch (error) {
      log.error({ err: error, mapping: id }, 'mapping file could not be read and was skipped');
      return undefined;
    }
  }

  async function load(id: string): Promise<StoredMapping | undefined> {
    const entry = index.get(id);
    if (!entry) return undefined;
    const stored = hot.get(id) ?? (await readOrSetAside(entry));
    // It may have been saved while the file was being read.
    const newest = hot.get(id) ?? stored;
    const current = index.get(id);
    if (newest && newest.version === current?.version) {
      // Its judgement may be out of date.
      if (!hot.has(id)) index.set(resummed(current, summaryOf(newest.mapping, judge)));
      remember(newest);
    }
    return newest;
  }

  /** What the snapshot says of a file, against the file. */
  async function validate(entry: IndexEntry): Promise<void> {
    const isCurrent = () => index.get(entry.id) === entry;
    if (!isCurrent()) return;
    const stored = await ifReadable(entry.id, () => readOrSetAside(entry));
    if (stored?.mapping.id !== entry.id || !isCurrent()) return;
    const file = { ...entry, path: pathOf(entry) };
    if (!isDeepStrictEqual(entryOf(stored, file, judge), entry)) registerFile(stored, file);
  }

  const closing = new AbortController();
  const validating = revalidate(loaded.unread, validate, { signal: closing.signal, rest });

  const settled = () => Promise.all([turns.settled(), documents.settled()]);

  async function findLive(hostname: string): Promise<StoredMapping | undefined> {
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

    save: (stored) =>
      turns.run(stored.mapping.id, async () => {
        const entry = index.get(stored.mapping.id);
        if (entry?.version !== stored.version)
          throw new StaleVersion(
            `${stored.mapping.hostname} was saved by another since version ${stored.version}`,
          );
        assertOpen();
        const next = { ...stored, version: stored.version + 1 };
        return logged(next, entry) ?? (await delivered(next, entry)) ?? write(next, pathOf(entry));
      }),

    list: async (query) => {
      const { ids, total } = index.select(query);
      const storedMappings = await Promise.all(ids.map((id) => ifReadable(id, () => load(id))));
      return { mappings: storedMappings.flatMap((stored) => (stored ? [stored.mapping] : [])), total };
    },

    summaries: async function* (query) {
      yield* index.live(query);
    },

    links: async function* (app) {
      yield* index.live({ app });
    },

    onSummary: (listener) => index.listen(listener),

    all: async function* () {
      for (const entry of index.all()) {
        const { id } = entry;
        const stored = hot.get(id) ?? (await ifReadable(id, () => readOrSetAside(entry)));
        if (stored) yield stored;
      }
    },

    watched: async () => checks.size,
    claimChecks: async (at, limit, leaseMs, from) => checks.claim(at, limit, leaseMs, from),
    overdueChecks: async (at) => checks.overdue(at),
    claimCheck: async (id, at, leaseMs) => checks.claimOne(id, at, leaseMs),
    claimOutbox: async (at, perChannel, leaseMs, isPaused) =>
      outbox
        .claim(at, perChannel, leaseMs, isPaused)
        .map((claim) => ({ ...claim, place: index.placeOf(claim.mapping) })),
    release: async (claim, notBefore) => {
      checks.release(claim, notBefore);
      outbox.release(claim);
    },
    postponeDelivery: async (claim, notBefore) => {
      const entry = index.get(claim.mapping);
      const due = entry && outboxDueOf(entry);
      if (due) outbox.set(entry.cardChannel, entry.id, { ...due, at: Math.max(due.at, notBefore) });
      outbox.release(claim);
    },
    deliverySummary: async (isPaused) => index.deliverySummary(isPaused),
    documents,
    journals: createFileJournals(dataDir),
    isMine: async () => true,
    setAside: () => aside,

    assertWritable: async () => {
      assertOpen();
      await files.assertWritable(folder);
    },

    close: async () => {
      // Finish the writes in progress; `write` refuses new ones.
      await settled();
      isClosed = true;
      await settled();
      closing.abort();
      await validating;
      await checkLog.close();
      await deliveryLog.close();
      await snapshot.close();
      await lock.release();
    },
  };
}
