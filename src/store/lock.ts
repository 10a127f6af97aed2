import { readFileSync } from 'node:fs';
import { link, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const holder = z.object({ pid: z.int(), host: z.string(), bornAt: z.string() });
type Holder = z.infer<typeof holder>;

const HEARTBEAT_MS = 10_000;
const SILENT_MS = 30_000;
const NAME = /^lock\.(\d{1,9})$/;

export interface Lock {
  /** Throws when another process has taken the folder over, as it may from a host that was silent for 30 s. */
  assertHeld(): void;
  release(): Promise<void>;
}

export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse';
  constructor(folder: string, { pid, host }: Holder) {
    super(
      `Another bot (process ${pid} on ${host}) works on ${folder}. Stop it first, or give this one another DATA_DIR.`,
    );
  }
}

/**
 * Takes a folder for this process. Lock files are numbered, and a number is created by one process only: whoever finds
 * every holder dead takes the next. The usual lock library knows a holder as dead by the age of its file alone, which
 * would make each restart after a crash wait. Throws `DataDirInUse`.
 */
export async function lockFolder(folder: string, now: () => number): Promise<Lock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const stale = await lockNumbers(folder);
  await refuseIfHeld(folder, stale, now);
  const mine = (stale.at(-1) ?? 0) + 1;
  const path = lockPath(folder, mine);
  await createOnly(path, folder);
  try {
    // Numbers begin anew after an orderly end: a starter that was slow since it looked may find a holder by now.
    const others = (await lockNumbers(folder)).filter((number) => number !== mine);
    await refuseIfHeld(folder, others, now);
    await Promise.all(others.map((number) => rm(lockPath(folder, number), { force: true })));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return keep(path, folder, now);
}

/** Shows hosts that can't see this process that it lives. */
function keep(path: string, folder: string, now: () => number): Lock {
  let isLost = false;
  const heartbeat = setInterval(() => {
    const seconds = now() / 1000;
    utimes(path, seconds, seconds).catch((error: unknown) => {
      isLost ||= hasCode(error, 'ENOENT');
    });
  }, HEARTBEAT_MS).unref();
  return {
    assertHeld: () => {
      if (isLost)
        throw new Error(`Another bot has taken ${folder} over. Nothing more is written: restart this one.`);
    },
    release: async () => {
      clearInterval(heartbeat);
      await rm(path, { force: true });
    },
  };
}

async function refuseIfHeld(folder: string, numbers: readonly number[], now: () => number): Promise<void> {
  for (const number of numbers) {
    const path = lockPath(folder, number);
    const found = await readHolder(path);
    if (found && (await isAlive(found, path, now))) throw new DataDirInUse(folder, found);
  }
}

async function createOnly(path: string, folder: string): Promise<void> {
  const me: Holder = { pid: process.pid, host: hostname(), bornAt: bornAt(process.pid) ?? '' };
  // Linked into place whole: a lock file that exists says who holds it.
  const draft = join(folder, `lock-draft.${me.host}.${me.pid}`);
  await writeFile(draft, JSON.stringify(me), { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    throw new DataDirInUse(folder, (await readHolder(path)) ?? me);
  } finally {
    await rm(draft, { force: true });
  }
}

const lockPath = (folder: string, number: number): string => join(folder, `lock.${number}`);

async function lockNumbers(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names
    .flatMap((name) => NAME.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((one, other) => one - other);
}

/** Undefined for a file that was damaged or has just been taken away. */
async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    return holder.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

async function isAlive(
  { pid, host, bornAt: born }: Holder,
  path: string,
  now: () => number,
): Promise<boolean> {
  if (host !== hostname()) return now() - (await lastHeardOf(path)) < SILENT_MS;
  if (!isRunning(pid)) return false;
  const present = bornAt(pid);
  // The number of a dead process is given to another sooner or later: its time of birth tells them apart.
  return born === '' || present === '' || born === present;
}

/** Epoch ms; for a lock that has just been given back, never. */
async function lastHeardOf(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return Number.NEGATIVE_INFINITY;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/**
 * When a process began, in ticks since boot: field 22 of Linux's /proc/<pid>/stat (proc(5)). Empty where there is none;
 * undefined for a zombie (field 3), which has ended though its parent, a container's first process, never asked.
 */
function bornAt(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' || state === 'X' ? undefined : (fields[18] ?? '');
  } catch {
    return '';
  }
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
