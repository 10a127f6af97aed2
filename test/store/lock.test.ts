import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs, { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DataDirInUse, lockFolder } from '../../src/store/lock.js';
import { temporaryFolder } from './temporary.js';

const ROOT = join(import.meta.dirname, '../..');
const HOLDER = join(ROOT, 'dist/test-children/test/store/lock-holder.js');
const NOW = Date.now();

let folder: string;
let remove: () => Promise<void>;
const children: ChildProcess[] = [];

beforeAll(async () => {
  await promisify(execFile)(join(ROOT, 'node_modules/.bin/tsc'), [
    '-p',
    join(ROOT, 'test/store/tsconfig.json'),
  ]);
}, 60_000);

beforeEach(async () => {
  ({ path: folder, remove } = await temporaryFolder());
});

afterEach(async () => {
  for (const child of children.splice(0)) await kill(child);
  await remove();
});

interface Outcome {
  readonly outcome: 'open' | 'refused';
  readonly message?: string;
  readonly child: ChildProcess;
}

async function start(command = process.execPath, args = [HOLDER, folder]): Promise<Outcome> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = await once(createInterface(child.stdout), 'line');
  return { ...JSON.parse(line), child };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const lockFiles = async () => (await readdir(folder)).filter((name) => name.startsWith('lock'));

async function leaveLock(holder: object, ageMs: number): Promise<void> {
  const path = join(folder, 'lock.7');
  await writeFile(path, JSON.stringify(holder));
  await utimes(path, (NOW - ageMs) / 1000, (NOW - ageMs) / 1000);
}

describe('one process for each folder', () => {
  test('a second process is refused and told who holds it and what to do', async () => {
    const first = await start();
    expect(first.outcome).toBe('open');
    const second = await start();
    expect(second.outcome).toBe('refused');
    expect(second.message).toContain(`process ${first.child.pid} on ${hostname()}`);
    expect(second.message).toContain(folder);
    expect(second.message).toContain('DATA_DIR');
  });

  test('a second opening in the same process is refused', async () => {
    const lock = await lockFolder(folder, Date.now);
    await expect(lockFolder(folder, Date.now)).rejects.toThrow(DataDirInUse);
    await lock.release();
    await (await lockFolder(folder, Date.now)).release();
  });

  test('an orderly end frees it at once and leaves nothing', async () => {
    const { child } = await start();
    child.stdin?.end();
    await once(child, 'exit');
    expect(await lockFiles()).toEqual([]);
    expect((await start()).outcome).toBe('open');
  });

  test('a killed process’s folder is taken over at once', async () => {
    const { child } = await start();
    await kill(child);
    expect(await lockFiles()).toEqual(['lock.1']);
    expect((await start()).outcome).toBe('open');
    expect(await lockFiles()).toEqual(['lock.2']);
  });

  test('a killed process that nobody has reaped is dead too', async () => {
    // The shell becomes `sleep`, which never waits for its child: what a container without an init does.
    const script = '"$0" "$1" "$2" </dev/zero & exec sleep 60';
    const { child } = await start('/bin/sh', ['-c', script, process.execPath, HOLDER, folder]);
    const { pid } = JSON.parse(await readFile(join(folder, 'lock.1'), 'utf8'));
    expect(pid).not.toBe(child.pid);
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(async () => expect(await readFile(`/proc/${pid}/stat`, 'utf8')).toContain(') Z '));
    expect((await start()).outcome).toBe('open');
  });

  test('of twenty starters after a crash, one wins', async () => {
    const { child } = await start();
    await kill(child);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => start()));
    expect(outcomes.filter(({ outcome }) => outcome === 'open')).toHaveLength(1);
    expect(await lockFiles()).toEqual(['lock.2']);
  });

  test('of twenty first starters, one wins', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => start()));
    expect(outcomes.filter(({ outcome }) => outcome === 'open')).toHaveLength(1);
  });
});

describe('a lock left behind', () => {
  const tryLock = async () => {
    const { release } = await lockFolder(folder, () => NOW);
    await release();
  };

  test('by a process whose number another has now', async () => {
    await leaveLock({ pid: process.ppid, host: hostname(), bornAt: '1' }, 0);
    await expect(tryLock()).resolves.toBeUndefined();
  });

  test('on another host, heard of lately: in use', async () => {
    await leaveLock({ pid: 1, host: 'elsewhere', bornAt: '1' }, 29_000);
    await expect(tryLock()).rejects.toThrow('process 1 on elsewhere');
  });

  test('on another host, silent for 30 s: dead', async () => {
    await leaveLock({ pid: 1, host: 'elsewhere', bornAt: '1' }, 31_000);
    await expect(tryLock()).resolves.toBeUndefined();
  });

  test('a live one under a lower number counts as well', async () => {
    await leaveLock({ pid: 1, host: 'elsewhere', bornAt: '1' }, 0);
    await writeFile(
      join(folder, 'lock.9'),
      JSON.stringify({ pid: process.ppid, host: hostname(), bornAt: '1' }),
    );
    await expect(tryLock()).rejects.toThrow('process 1 on elsewhere');
    expect(await lockFiles()).toContain('lock.7');
    expect(await lockFiles()).not.toContain('lock.10');
  });
});

test('a starter that was slow since it looked gives way to who has the folder by now', async () => {
  await leaveLock({ pid: process.ppid, host: hostname(), bornAt: '1' }, 0);
  const holder = JSON.stringify({ pid: 1, host: 'elsewhere', bornAt: '1' });
  const { link } = fs;
  const slow = vi.spyOn(fs, 'link').mockImplementation(async (...paths) => {
    // Meanwhile another took the folder over and ended, and a third began anew.
    await rm(join(folder, 'lock.7'));
    await writeFile(join(folder, 'lock.1'), holder);
    return link(...paths);
  });
  syncBuiltinESMExports();
  try {
    await expect(lockFolder(folder, Date.now)).rejects.toThrow('process 1 on elsewhere');
  } finally {
    slow.mockRestore();
    syncBuiltinESMExports();
  }
  expect(await lockFiles()).toEqual(['lock.1']);
});

describe('the heartbeat', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
  afterEach(() => void vi.useRealTimers());

  test('tells the other hosts, every 10 s', async () => {
    let now = NOW;
    const { release } = await lockFolder(folder, () => now);
    now += 3_600_000;
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(async () => expect((await stat(join(folder, 'lock.1'))).mtimeMs).toBeCloseTo(now, -2));
    await release();
  });

  test('notices when another host has taken the folder over', async () => {
    const lock = await lockFolder(folder, () => NOW);
    lock.assertHeld();
    await rename(join(folder, 'lock.1'), join(folder, 'lock.2'));
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(() => expect(lock.assertHeld).toThrow('taken'));
    await lock.release();
    expect(await lockFiles()).toEqual(['lock.2']);
  });
});
