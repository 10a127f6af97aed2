import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Log } from '../../util/log.js';
import { codeOf } from '../../util/network-errors.js';
import { parseJson } from '../../util/parse-json.js';
import { dataDirError, StartError } from '../../util/start-error.js';
import { bootId, isSameProcessAlive, pidNamespace, startedAt } from './process-identity.js';

const holder = z.object({
  pid: z.int(),
  host: z.string(),
  /** When the process began; empty where the system does not say. */
  bornAt: z.string(),
  /** A process id means something only within these two; absent in files of earlier versions and beside Linux. */
  namespace: z.string().optional(),
  boot: z.string().optional(),
  /** Of this taking of the folder. */
  id: z.string().optional(),
});
type Holder = z.infer<typeof holder>;

const HEARTBEAT_MS = 10_000;
/** A holder whose heartbeat has not been seen for so long is dead. */
const HOLDER_SILENT_MS = 30_000;
const WATCH_EVERY_MS = 1_000;
/** How long the text of a lock file that has just been created may take. */
const UNWRITTEN_MS = 500;
const LOCK_NAME = /^lock\.(\d{1,9})$/;
/** What file systems without hard links answer (link(2); exFAT, many network and FUSE mounts). */
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
  /** Throws when another process has taken the folder over, as it may while this one is silent for 30 s. */
  assertHeld(): void;
  release(): Promise<void>;
}

export interface LockOptions {
  readonly log: Log;
  /** Called once when another process has taken the folder over. */
  readonly onLost?: (() => void) | undefined;
  /** Ms of a clock that nobody sets. */
  readonly steady?: () => number;
  readonly wait?: (ms: number) => Promise<unknown>;
}

export class DataDirInUse extends StartError {
  constructor(folder: string, { pid, host }: Pick<Holder, 'pid' | 'host'>) {
    super(
      `Another bot (process ${pid} on ${host}) works on ${folder}. Stop it first, or give this one another DATA_DIR.`,
    );
  }
}

/**
 * Takes a folder for this process. Lock files are numbered, and a number is created by one process only: whoever finds
 * every holder dead takes the next. A holder in the same process table is known by its process id; any other one by its
 * heartbeat alone, for which a start waits up to 30 s. The usual lock library knows nothing but the age of the file, which
 * would make each restart after a crash wait. Throws `DataDirInUse`, or another `StartError` where the folder can't be used.
 */
export async function lockFolder(folder: string, options: LockOptions): Promise<Lock> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
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
    // Numbers begin again after an orderly end: a starter that was slow since it looked may find a holder by now.
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

/** Shows those who can't see this process that it lives, and notices when the folder is another's. */
function keep(path: string, folder: string, me: Holder, { log, onLost }: LockOptions): Lock {
  let isLost = false;
  const lose = () => {
    if (isLost) return;
    isLost = true;
    clearInterval(heartbeat);
    log.error({ folder }, 'another process has taken DATA_DIR over; stopping');
    onLost?.();
  };
  const heartbeat = setInterval(() => {
    beat(path, me).then(
      (isMine) => {
        if (!isMine) lose();
      },
      (error: unknown) => log.warn({ err: error, folder }, 'heartbeat could not be written to DATA_DIR'),
    );
  }, HEARTBEAT_MS).unref();
  return {
    assertHeld: () => {
      if (isLost)
        throw new Error(
          `Another process has taken ${folder} over. Nothing more is written: restart this one.`,
        );
    },
    release: async () => {
      clearInterval(heartbeat);
      if ((await readHolder(path))?.id === me.id) await rm(path, { force: true });
    },
  };
}

/** Rewrites what stands in the file, so that its time is the file server's and not this clock's. False when it is another's. */
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
 * Returns when the files of the dead holders last changed, by their number; what is known of them from before is not found
 * out again.
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
  // Linked into place whole: a lock file that exists says who holds it.
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

/** Undefined for a file that is damaged or gone. Without hard links, one may be seen before its text is there. */
async function readWhole(path: string, { wait = sleep }: LockOptions): Promise<Holder | undefined> {
  const found = await readHolder(path);
  if (found || (await changedAt(path)) === undefined) return found;
  await wait(UNWRITTEN_MS);
  return readHolder(path);
}

/** Undefined for a file that holds something else. Throws ENOENT and the like only from `stat`. */
async function readHolder(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return parseJson(text, holder);
}

async function isAlive(found: Holder, path: string, options: LockOptions): Promise<boolean> {
  const isInThisTable =
    found.host === hostname() && found.namespace === pidNamespace() && found.boot === bootId();
  return isInThisTable ? isSameProcessAlive(found.pid, found.bornAt) : isBeating(found, path, options);
}

/** Watches the file's time by a steady clock: clocks of two machines, or before and after a change, don't compare. */
async function isBeating(
  { pid, host }: Holder,
  path: string,
  { log, steady = () => performance.now(), wait = sleep }: LockOptions,
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

/** Undefined for a lock that has been given back. */
async function changedAt(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
