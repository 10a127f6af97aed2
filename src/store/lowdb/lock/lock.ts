import { randomUUID } from 'node:crypto';
import { link, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Log } from '../../../util/log.js';
import { codeOf } from '../../../util/network-errors.js';
import { parseJson } from '../../../util/parse-json.js';
import { dataDirError, StartError } from '../../../util/start-error.js';
import { makeFolder } from '../make-folder.js';
import { NotAFile, readFileText } from '../regular-file.js';
import { bootId, isSameProcessAlive, pidNamespace, startedAt } from './process-identity.js';

const holder = z.object({
  pid: z.int(),
  host: z.string(),
  /** When the process started; empty if the system doesn't say. */
  bornAt: z.string(),
  /** A process id is unique only within these two; absent in files of earlier versions and outside Linux. */
  namespace: z.string().optional(),
  boot: z.string().optional(),
  /** Identifies this acquisition of the lock. */
  id: z.string().optional(),
});
type Holder = z.infer<typeof holder>;

const HEARTBEAT_MS = 10_000;
/** A holder without a heartbeat for this long is dead. */
const HOLDER_SILENT_MS = 30_000;
const WATCH_EVERY_MS = 1_000;
/** How long a new lock file may stay empty. */
const UNWRITTEN_MS = 500;
const LOCK_NAME = /^lock\.(\d{1,9})$/;
/** Error codes of a name without a file, or with a link to nothing. */
const NO_FILE: ReadonlySet<string> = new Set(['ENOENT', 'ELOOP', 'EISDIR']);
/** Error codes of file systems without hard links (link(2); exFAT, many network and FUSE mounts). */
const NO_LINKS: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EINVAL',
  'EXDEV',
]);

export interface Lock {
  /** Throws when another process has taken the folder over, as it may after 30 s without a heartbeat. */
  assertHeld(): void;
  /** False while another process may have taken the folder over: then nothing may be begun either. */
  isHeld(): boolean;
  release(): Promise<void>;
}

export interface LockOptions {
  readonly log: Log;
  /** Called once when another process has taken the folder over. */
  readonly onLost?: (() => void) | undefined;
  /** A monotonic clock, in ms. */
  readonly steady?: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
  /** Ends the wait for another's heartbeat: nothing is locked then. */
  readonly stopping?: AbortSignal | undefined;
}

export class DataDirInUse extends StartError {
  constructor(folder: string, { pid, host }: Pick<Holder, 'pid' | 'host'>) {
    super(
      `Another bot (process ${pid} on ${host}) works on ${folder}. Stop it first, or give this one another DATA_DIR.`,
    );
  }
}

/**
 * Locks a folder for this process. Lock files are numbered, and only one process can create a number: a
 * process that finds every holder dead takes the next. A holder in the same process table is checked by its
 * process id, any other by its heartbeat, which delays a start by up to 30 s. The usual lock library checks
 * only the file's age, so each restart after a crash would wait. Throws `DataDirInUse`, or another
 * `StartError` when the folder can't be used.
 */
export async function lockFolder(folder: string, options: LockOptions): Promise<Lock> {
  try {
    await makeFolder(folder);
    return await takeLock(folder, options);
  } catch (error) {
    throw error instanceof StartError || codeOf(error) === '' ? error : dataDirError(folder, error);
  }
}

async function takeLock(folder: string, options: LockOptions): Promise<Lock> {
  const stale = await lockNumbers(folder);
  const dead = await refuseIfHeld(folder, stale, options);
  const mine = (stale.at(-1) ?? 0) + 1;
  const path = lockPath(folder, mine);
  const me = thisProcess();
  await createOnly(path, folder, me);
  try {
    // Numbers restart after an orderly shutdown, so a slow start must check again for a holder.
    const others = (await lockNumbers(folder)).filter((number) => number !== mine);
    await refuseIfHeld(folder, others, options, dead);
    await Promise.all(others.map((number) => rm(lockPath(folder, number), { force: true })));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return keep(path, folder, me, options);
}

const thisProcess = (): Holder => ({
  pid: process.pid,
  host: hostname(),
  bornAt: startedAt(process.pid) ?? '',
  namespace: pidNamespace(),
  boot: bootId(),
  id: randomUUID(),
});

/** Writes the heartbeat and detects when another process has taken the folder. */
function keep(
  path: string,
  folder: string,
  me: Holder,
  { log, onLost, steady = () => performance.now() }: LockOptions,
): Lock {
  let isLost = false;
  let heldAt = steady();
  const lose = (isTaken: boolean) => {
    if (isLost) return;
    isLost = true;
    clearInterval(heartbeat);
    const why = isTaken ? 'another process has taken DATA_DIR over' : 'DATA_DIR or its lock was removed';
    log.error({ folder }, `${why}; stopping`);
    onLost?.();
  };
  const heartbeat = setInterval(() => {
    const at = steady();
    beat(path, me).then(
      async (isMine) => {
        if (isMine) heldAt = at;
        else lose((await lockNumbers(folder).catch(() => [])).length > 0);
      },
      (error: unknown) => log.warn({ err: error, folder }, 'heartbeat could not be written to DATA_DIR'),
    );
  }, HEARTBEAT_MS).unref();
  // As after a process was stopped for a while: another may have taken the folder over unnoticed.
  const isSilent = () => steady() - heldAt > HOLDER_SILENT_MS;
  return {
    isHeld: () => !isLost && !isSilent(),
    assertHeld: () => {
      if (isLost)
        throw new Error(
          `${folder} was taken over or removed. Nothing more is written: restart this process.`,
        );
      if (isSilent())
        throw new Error(`${folder} may have been taken over. Nothing is written until the next heartbeat.`);
    },
    release: async () => {
      clearInterval(heartbeat);
      // One that is left over names a process that has ended.
      const found = await readHolder(path).catch(() => undefined);
      if (found?.id === me.id) await rm(path, { force: true });
    },
  };
}

/**
 * Rewrites the file so that its time comes from the file server, not from this clock. False when the lock is
 * another's.
 */
async function beat(path: string, me: Holder): Promise<boolean> {
  try {
    if ((await readHolder(path))?.id !== me.id) return false;
    const file = await open(path, 'r+');
    try {
      await file.write(JSON.stringify(me), 0);
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Returns when each dead holder's file last changed, by number; numbers known already are not checked again.
 */
async function refuseIfHeld(
  folder: string,
  numbers: readonly number[],
  options: LockOptions,
  knownDead: ReadonlyMap<number, number | undefined> = new Map(),
): Promise<ReadonlyMap<number, number | undefined>> {
  const dead = new Map<number, number | undefined>();
  for (const number of numbers) {
    const path = lockPath(folder, number);
    const at = await changedAt(path);
    if (!knownDead.has(number) || knownDead.get(number) !== at) {
      const found = await readWhole(path, options);
      if (found && (await isAlive(found, path, options))) throw new DataDirInUse(folder, found);
    }
    dead.set(number, at);
  }
  return dead;
}

async function createOnly(path: string, folder: string, me: Holder): Promise<void> {
  // Link the complete file into place, so that a lock file always names its holder.
  const draft = join(folder, `lock-draft.${me.id}`);
  await writeFile(draft, JSON.stringify(me), { mode: 0o600 });
  try {
    await link(draft, path).catch((error: unknown) => {
      if (!NO_LINKS.has(codeOf(error))) throw error;
      return writeFile(path, JSON.stringify(me), { mode: 0o600, flag: 'wx' });
    });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    throw new DataDirInUse(folder, (await readHolder(path)) ?? me);
  } finally {
    await rm(draft, { force: true });
  }
}

const lockPath = (folder: string, number: number): string => join(folder, `lock.${number}`);

async function lockNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names
    .flatMap((name) => LOCK_NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => one - other);
}

/**
 * Undefined for a damaged or missing file. Without hard links, a file may be visible before its text is
 * written.
 */
async function readWhole(path: string, { wait = sleep }: LockOptions): Promise<Holder | undefined> {
  const found = await readHolder(path);
  if (found || (await changedAt(path)) === undefined) return found;
  await wait(UNWRITTEN_MS);
  return readHolder(path);
}

/** Undefined if there is no such file, or it holds something else. Throws if it can't be read: its holder may be alive. */
async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return parseJson(await readFileText(path), holder);
  } catch (error) {
    if (error instanceof NotAFile || NO_FILE.has(codeOf(error))) return undefined;
    throw error;
  }
}

async function isAlive(found: Holder, path: string, options: LockOptions): Promise<boolean> {
  const isInThisTable =
    found.host === hostname() && found.namespace === pidNamespace() && found.boot === bootId();
  return isInThisTable ? isSameProcessAlive(found.pid, found.bornAt) : isBeating(found, path, options);
}

/** Watches the file's time against a monotonic clock; clocks of two machines can't be compared. */
async function isBeating(
  { pid, host }: Holder,
  path: string,
  {
    log,
    steady = () => performance.now(),
    stopping,
    wait = (ms) => sleep(ms, undefined, { signal: stopping }),
  }: LockOptions,
): Promise<boolean> {
  const first = await changedAt(path);
  if (first === undefined) return false;
  log.info(
    { pid, host, waitMs: HOLDER_SILENT_MS },
    'DATA_DIR has a lock; waiting to see whether its holder still runs',
  );
  for (const endsAt = steady() + HOLDER_SILENT_MS; steady() < endsAt; await wait(WATCH_EVERY_MS)) {
    const at = await changedAt(path);
    if (at === undefined) return false;
    if (at !== first) return true;
  }
  return false;
}

/** Undefined for a lock that was released. */
async function changedAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
