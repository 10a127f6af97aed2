import { join } from 'node:path';
import type { Mapping } from '../../core/mapping.js';
import { KeyedMutex } from '../../util/concurrency/queue.js';
import type { Log } from '../../util/log.js';
import { codeOf } from '../../util/network-errors.js';
import { dataDirError, StartError } from '../../util/start-error.js';
import { version as botVersion } from '../../util/version.js';
import { mappingForm } from '../format/migrations.js';
import { createUnreadableSeenLog } from '../readable-parts.js';
import { HostnameTaken, type Judge, type Store } from '../store.js';
import { documentFolders, FileDocuments, namesInside } from './documents.js';
import { FileRecords } from './file-records.js';
import { IndexOfMappings } from './index/mapping-index.js';
import { openSnapshot } from './index/snapshot.js';
import { type KeptSnapshot, SnapshotKeeper } from './index/snapshot-keeper.js';
import { WorkQueues } from './index/work-queues.js';
import { createFileJournals } from './journals.js';
import { type Loaded, loadFolder } from './load-folder.js';
import { type Lock, lockFolder } from './lock/lock.js';
import { RecordLogs } from './log/record-logs.js';
import { makeFolder } from './make-folder.js';
import { MappingFiles } from './mapping-files.js';
import { mappingsFolder } from './read-folder.js';
import { ReplyParts } from './reply-parts.js';
import { type Rest, restQuietly, revalidate } from './revalidate.js';
import { SetAsideFiles } from './set-aside.js';
import { removeLeftovers } from './temporary.js';

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
  /** Calls the opening off: it throws, and leaves no lock behind. */
  readonly stopping?: AbortSignal | undefined;
}

/** The snapshot of the index, in the store's folder. */
const SNAPSHOT = 'index.jsonl';

/**
 * A store of one JSON file for each mapping, for one process. Throws `DataDirInUse` while another has the folder, and
 * `StoreUnreadable` when files can't be read or too many are damaged.
 */
export async function openLowdbStore(options: LowdbStoreOptions): Promise<Store> {
  const { dataDir, log, onLockLost: onLost, stopping } = options;
  const lock = await lockFolder(dataDir, { log, onLost, stopping });
  try {
    return storeOf(options, lock, await openFolder(options, lock));
  } catch (error) {
    await lock.release();
    throw error instanceof StartError || codeOf(error) === '' ? error : dataDirError(dataDir, error);
  }
}

interface OpenFolder {
  readonly folder: string;
  readonly files: MappingFiles;
  readonly logs: RecordLogs;
  readonly parts: ReplyParts;
  readonly loaded: Loaded;
  readonly snapshot: Pick<KeptSnapshot, 'path' | 'basis' | 'isCurrent'>;
}

async function openFolder(options: LowdbStoreOptions, lock: Lock): Promise<OpenFolder> {
  const { dataDir, now, log, judge, allowCorrupt = false, stopping } = options;
  const folder = mappingsFolder(dataDir);
  await makeFolder(folder);
  const assertHeld = () => lock.assertHeld();
  const logs = await RecordLogs.open(dataDir, { log, assertHeld });
  const files = new MappingFiles(logs, createUnreadableSeenLog(log), assertHeld);
  const parts = new ReplyParts();
  const basis = { bot: botVersion, schema: mappingForm.schema, isJudged: judge !== undefined };
  const path = join(dataDir, SNAPSHOT);
  const snapshot = openSnapshot(path, basis);
  const loaded = await loadFolder(folder, {
    files,
    logged: logs,
    parts,
    assertHeld,
    now,
    log,
    allowCorrupt,
    judge,
    snapshot,
    stopping,
  });
  for (const each of await documentFolders(dataDir)) {
    const place = join(dataDir, each);
    await removeLeftovers(place, await namesInside(place), { assertHeld, log });
  }
  const { rows, unread } = loaded;
  const isCurrent = unread.length === rows.length && unread.length === (snapshot?.rows ?? 0);
  return { folder, files, logs, parts, loaded, snapshot: { path, basis, isCurrent } };
}

function storeOf(options: LowdbStoreOptions, lock: Lock, opened: OpenFolder): Store {
  const { dataDir, now, monotonic = now, newToken, log, judge, rest = restQuietly } = options;
  const { folder, files, logs, parts } = opened;
  const { table } = opened.loaded;
  const setAside = new SetAsideFiles(opened.loaded.setAside);
  const queues = new WorkQueues(newToken, { now, monotonic });
  const index = indexOf(opened.loaded, queues);
  logs.keepOnly((id) => index.get(id)?.fileVersion);

  let isClosed = false;
  function assertOpen(): void {
    if (isClosed) throw new Error('The store is closed: the bot is stopping. Nothing was written.');
    lock.assertHeld();
  }

  const snapshot = new SnapshotKeeper({ ...opened.snapshot, table, rows: () => index.values(), log });
  const onChange = () => snapshot.outdate();
  const places = { folder, files, logs, parts, index, queues, setAside };
  const records = new FileRecords({ ...places, now, log, judge, assertOpen, onChange });
  const documents = new FileDocuments({ dataDir, now, log, assertOpen, assertHeld: () => lock.assertHeld() });
  const mutex = new KeyedMutex();
  const settled = () => Promise.all([mutex.settled(), documents.settled()]);
  const closing = new AbortController();
  const validate = (id: string) => records.validate(id);
  const unread = opened.loaded.unread.map(({ id }) => id);
  const validating = revalidate(unread, validate, { signal: closing.signal, rest });

  return {
    ...recordsInTurn(records, { index, setAside, mutex }),
    ...claimsFromQueues(queues, index, () => lock.isHeld()),
    documents: asPort(documents),
    journals: createFileJournals(dataDir),
    isMine: async () => lock.isHeld(),
    setAside: () => [...setAside.all],

    assertWritable: async () => {
      assertOpen();
      await files.assertWritable(folder);
    },

    close: async () => {
      // Finish the writes in progress; writes that come later are refused.
      await settled();
      isClosed = true;
      await settled();
      closing.abort();
      await validating;
      await logs.close();
      await snapshot.close();
      await lock.release();
    },
  };
}

/** The index of all mappings, whose work is queued. */
function indexOf({ table, rows }: Loaded, queues: WorkQueues): IndexOfMappings {
  for (const row of rows) queues.restore(row);
  return new IndexOfMappings(table, rows);
}

const asPort = (documents: FileDocuments): Store['documents'] => ({
  read: (kind, key) => documents.read(kind, key),
  write: (...args) => documents.write(...args),
});

/** Reading and writing mappings, each record and each hostname by one at a time. */
function recordsInTurn(
  records: FileRecords,
  { index, setAside, mutex }: { index: IndexOfMappings; setAside: SetAsideFiles; mutex: KeyedMutex },
) {
  const findLive: Store['findLive'] = async (hostname) => {
    const live = index.liveNamed(hostname);
    return (live && (await records.load(live.id))) ?? setAside.assertNone(hostname);
  };

  return {
    load: (id) => records.load(id),
    findLive,
    findIndexed: async (hostname) => index.liveNamed(hostname) ?? setAside.assertNone(hostname),
    unreadable: (id) => setAside.unreadable(id),

    create: (draft) =>
      mutex.run(`hostname ${draft.mapping.hostname}`, async () => {
        const isLive = draft.mapping.stage !== 'removed';
        const existing = isLive ? await findLive(draft.mapping.hostname) : undefined;
        if (existing) throw new HostnameTaken(existing);
        const unreadable = await setAside.unreadable(draft.mapping.id);
        if (unreadable) throw unreadable;
        return records.create({ ...draft, version: 1 });
      }),

    save: (stored) => mutex.run(stored.mapping.id, () => records.save(stored)),
    loadReplyPart: (id) => records.loadReplyPart(id),
    markPosted: (id, events, ts) => mutex.run(id, () => records.markPosted(id, events, ts)),

    list: async (query) => {
      const { ids, total } = await index.select(query);
      const mappings: Mapping[] = [];
      // One after the other: those that are read at once are also decoded at once, in one turn of the event loop.
      for (const id of ids) {
        const stored = await records.loadIfReadable(id);
        if (stored) mappings.push(stored.mapping);
      }
      return { mappings, total };
    },

    summaries: (query) => index.live(query),
    links: (app) => index.live({ app }),

    onSummary: (listener) => index.listen(listener),

    all: async function* () {
      for (const { id } of index.values()) {
        const stored = await records.peek(id);
        if (stored) yield stored;
      }
    },
  } satisfies Partial<Store>;
}

/** What is due, and who has taken it. Nothing is handed out while the folder may be another's. */
const claimsFromQueues = (queues: WorkQueues, index: IndexOfMappings, isOurs: () => boolean) =>
  ({
    watched: async () => queues.watched,
    claimChecks: async (...asked) => (isOurs() ? queues.claimChecks(...asked) : []),
    overdueChecks: async (at) => queues.overdueChecks(at),
    claimCheck: async (...asked) => (isOurs() ? queues.claimCheck(...asked) : undefined),
    claimOutbox: async (...asked) =>
      (isOurs() ? queues.claimDeliveries(...asked) : []).map((claim) => ({
        ...claim,
        place: index.placeOf(claim.mapping),
      })),
    isHeld: async (claim) => isOurs() && queues.isDeliveryHeld(claim),
    release: async (claim, notBefore) => queues.release(claim, notBefore),
    postponeDelivery: async (claim, notBefore) =>
      queues.postponeDelivery(claim, index.get(claim.mapping), notBefore),
    deliverySummary: async (isPaused) => index.deliverySummary(isPaused),
    pendingMappings: async () => index.pendingMappings(),
  }) satisfies Partial<Store>;
