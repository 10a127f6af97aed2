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
 * the holder of the highest one dead takes the next. The usual lock library knows a holder as dead by the age of its file
 * alone, which would make each restart after a crash wait. Returns what gives the folder back. Throws `DataDirInUse`.
 */
export async function lockFolder(folder: string, now: () => number): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const numbers = await lockNumbers(folder);
  const highest = numbers.at(-1) ?? 0;
  const previous = highest > 0 ? await readHolder(join(folder, `lock.${highest}`)) : undefined;
  if (previous && (await isAlive(previous, join(folder, `lock.${highest}`), now)))
    throw new DataDirInUse(folder, previous);
  const path = join(folder, `lock.${highest + 1}`);
  await createOnly(path, folder);
  await Promise.all(numbers.map((number) => rm(join(folder, `lock.${number}`), { force: true })));
  const heartbeat = setInterval(() => {
    const seconds = now() / 1000;
    utimes(path, seconds, seconds).catch(() => undefined);
  }, HEARTBEAT_MS).unref();
  return async () => {
    clearInterval(heartbeat);
    await rm(path, { force: true });
  };
}

async function createOnly(path: string, folder: string): Promise<void> {
  const me: Holder = { pid: process.pid, host: hostname(), bornAt: bornAt(process.pid) };
  // Linked into place whole: a lock file that exists says who holds it.
  const draft = join(folder, `lock-draft.${me.host}.${me.pid}`);
  await writeFile(draft, JSON.stringify(me), { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
    throw new DataDirInUse(folder, (await readHolder(path)) ?? me);
  } finally {
    await rm(draft, { force: true });
  }
}

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
  if (host !== hostname()) return now() - (await stat(path)).mtimeMs < SILENT_MS;
  if (pid === process.pid || !isRunning(pid)) return false;
  const present = bornAt(pid);
  // The number of a dead process is given to another sooner or later: its time of birth tells them apart.
  return born === '' || present === '' || born === present;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Field 22 of Linux's /proc/<pid>/stat (proc(5)), in ticks since boot; empty where there is none. */
function bornAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
