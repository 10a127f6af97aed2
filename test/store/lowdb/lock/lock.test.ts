import { once } from 'node:events';
import { readFileSync, readlinkSync } from 'node:fs';
import fs, { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DataDirInUse, lockFolder } from '../../../../src/store/lowdb/lock/lock.js';
import { recordingLog, silentLog, temporaryFolder } from '../../temporary.js';
import { compileHolder, kill, killHolders, lockFilesIn, startHolder } from './holders.js';

const NOW = Date.now();

let folder: string;
let remove: () => Promise<void>;

beforeAll(compileHolder, 60_000);

beforeEach(async () => {
  ({ path: folder, remove } = await temporaryFolder());
});

afterEach(async () => {
  await killHolders();
  await remove();
});

const lockFiles = () => lockFilesIn(folder);

async function leaveLock(holder: object, ageMs: number): Promise<void> {
  const path = join(folder, 'lock.7');
  await writeFile(path, JSON.stringify(holder));
  await utimes(path, (NOW - ageMs) / 1000, (NOW - ageMs) / 1000);
}

describe('one process for each folder', () => {
  test('a second process is refused with who holds it and what to do', async () => {
    const first = await startHolder(folder);
    expect(first.outcome).toBe('open');
    const second = await startHolder(folder);
    expect(second.outcome).toBe('refused');
    expect(second.message).toContain(`process ${first.child.pid} on ${hostname()}`);
    expect(second.message).toContain(folder);
    expect(second.message).toContain('DATA_DIR');
  });

  test('a second opening in the same process is refused', async () => {
    const lock = await lockFolder(folder, { log: silentLog });
    await expect(lockFolder(folder, { log: silentLog })).rejects.toThrow(DataDirInUse);
    await lock.release();
    await (await lockFolder(folder, { log: silentLog })).release();
  });

  test('an orderly end frees it at once and leaves nothing', async () => {
    const { child } = await startHolder(folder);
    child.stdin?.end();
    await once(child, 'exit');
    expect(await lockFiles()).toEqual([]);
    expect((await startHolder(folder)).outcome).toBe('open');
  });

  test('a killed process’s folder is taken over at once', async () => {
    const { child } = await startHolder(folder);
    await kill(child);
    expect(await lockFiles()).toEqual(['lock.1']);
    expect((await startHolder(folder)).outcome).toBe('open');
    expect(await lockFiles()).toEqual(['lock.2']);
  });

  test('a killed process that nobody has reaped is dead too', async () => {
    // The shell becomes `sleep`, which never waits for its child: what a container without an init does.
    const script = 'exec 3<&0; "$0" "$1" "$2" <&3 & exec sleep 60';
    const { child } = await startHolder(folder, '/bin/sh', ['-c', script, process.execPath]);
    const { pid } = JSON.parse(await readFile(join(folder, 'lock.1'), 'utf8'));
    expect(pid).not.toBe(child.pid);
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(async () => expect(await readFile(`/proc/${pid}/stat`, 'utf8')).toContain(') Z '));
    expect((await startHolder(folder)).outcome).toBe('open');
  });
});

/** A clock that runs while somebody waits, and what happens meanwhile. */
function virtualWait(onWait: (elapsedMs: number) => Promise<void> = async () => undefined) {
  let elapsed = 0;
  return {
    steady: () => elapsed,
    wait: async (ms: number) => {
      elapsed += ms;
      await onWait(elapsed);
    },
    elapsed: () => elapsed,
  };
}

const here = {
  host: hostname(),
  namespace: readlinkSync('/proc/self/ns/pid'),
  boot: readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim(),
};

describe('a lock left behind', () => {
  const tryLock = async (clock = virtualWait()) => {
    const { release } = await lockFolder(folder, { log: silentLog, ...clock });
    await release();
  };

  test('by a process whose number another has now: free at once', async () => {
    const clock = virtualWait();
    await leaveLock({ pid: process.ppid, bornAt: '1', ...here }, 0);
    await tryLock(clock);
    expect(clock.elapsed()).toBe(0);
  });

  test.each([
    ['on another host', { host: 'elsewhere' }],
    ['in another container of the same host name', { namespace: 'pid:[1]' }],
    ['on another machine of the same host name', { boot: 'another' }],
    ['by an earlier version', { namespace: undefined, boot: undefined }],
  ])('%s: a start waits 30 s for a heartbeat, then takes the folder over', async (_, other) => {
    const clock = virtualWait();
    // The number is a living process's here, which says nothing about there.
    await leaveLock({ pid: process.pid, bornAt: '', ...here, ...other }, 3_600_000);
    await tryLock(clock);
    expect(clock.elapsed()).toBe(30_000);
  });

  test('a heartbeat meanwhile: in use, whatever the clocks say', async () => {
    const clock = virtualWait(async (elapsed) => {
      if (elapsed === 9_000) await utimes(join(folder, 'lock.7'), 1, 1);
    });
    await leaveLock({ pid: 1, bornAt: '1', ...here, host: 'elsewhere' }, 0);
    await expect(tryLock(clock)).rejects.toThrow('process 1 on elsewhere');
    expect(clock.elapsed()).toBe(9_000);
  });

  test('a start that is called off while it waits for the heartbeat leaves nothing behind', async () => {
    await leaveLock({ pid: 1, bornAt: '1', ...here, host: 'elsewhere' }, 0);
    const stopping = new AbortController();
    const locking = lockFolder(folder, { log: silentLog, stopping: stopping.signal });
    setImmediate(() => stopping.abort());
    await expect(locking).rejects.toThrow('aborted');
    expect(await lockFiles()).toEqual(['lock.7']);
  });

  test('given back meanwhile: free at once', async () => {
    const clock = virtualWait(async () => rm(join(folder, 'lock.7'), { force: true }));
    await leaveLock({ pid: 1, bornAt: '1', host: 'elsewhere' }, 0);
    await tryLock(clock);
    expect(clock.elapsed()).toBe(1_000);
  });

  test('one whose text is not there yet counts once it is (no hard links)', async () => {
    await writeFile(join(folder, 'lock.7'), '');
    const clock = virtualWait(async (elapsed) => {
      if (elapsed === 500) await leaveLock({ pid: process.pid, bornAt: '', ...here }, 0);
    });
    await expect(tryLock(clock)).rejects.toThrow(`process ${process.pid}`);
  });
});

test('a starter that was slow since it read the lock gives way to who has the folder by now', async () => {
  await leaveLock({ pid: process.ppid, bornAt: '1', ...here }, 0);
  const holder = JSON.stringify({ pid: process.pid, bornAt: '', ...here });
  const { link } = fs;
  const slow = vi.spyOn(fs, 'link').mockImplementation(async (...paths) => {
    // Meanwhile another took the folder over and ended, and a third began again.
    await rm(join(folder, 'lock.7'));
    await writeFile(join(folder, 'lock.1'), holder);
    return link(...paths);
  });
  syncBuiltinESMExports();
  try {
    await expect(lockFolder(folder, { log: silentLog })).rejects.toThrow(`process ${process.pid}`);
  } finally {
    slow.mockRestore();
    syncBuiltinESMExports();
  }
  expect(await lockFiles()).toEqual(['lock.1']);
});

test.each(['EPERM', 'ENOTSUP', 'ENOSYS'])('a file system without hard links works (%s)', async (code) => {
  const refused = vi.spyOn(fs, 'link').mockRejectedValue(Object.assign(new Error(code), { code }));
  syncBuiltinESMExports();
  try {
    const lock = await lockFolder(folder, { log: silentLog });
    expect(await lockFiles()).toEqual(['lock.1']);
    await expect(lockFolder(folder, { log: silentLog })).rejects.toThrow(DataDirInUse);
    await lock.release();
  } finally {
    refused.mockRestore();
    syncBuiltinESMExports();
  }
});

test('a folder that can’t be created is one sentence that names the variable', async () => {
  await writeFile(join(folder, 'file'), '');
  const path = join(folder, 'file', 'data');
  await expect(lockFolder(path, { log: silentLog })).rejects.toThrow(
    `DATA_DIR (${path}) can’t be used: part of the path is not a folder (ENOTDIR). Name a folder`,
  );
});

describe('the heartbeat', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
  afterEach(() => void vi.useRealTimers());

  test('changes the time of the file every 10 s, by the file system’s clock', async () => {
    const path = join(folder, 'lock.1');
    const { release } = await lockFolder(folder, { log: silentLog });
    await utimes(path, 1, 1);
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(async () => expect((await stat(path)).mtimeMs).toBeGreaterThan(1_000_000));
    await release();
    expect(await lockFiles()).toEqual([]);
  });

  test('that stopped for 30 s, as with a process that was suspended, forbids writing until the next one', async () => {
    let elapsed = 0;
    const lock = await lockFolder(folder, { log: silentLog, steady: () => elapsed });
    elapsed = 30_000;
    lock.assertHeld();
    expect(lock.isHeld()).toBe(true);
    elapsed = 30_001;
    expect(lock.assertHeld).toThrow('may have been taken over');
    expect(lock.isHeld()).toBe(false);
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(() => lock.assertHeld());
    expect(lock.isHeld()).toBe(true);
    await lock.release();
  });

  test.each(['EMFILE', 'EIO', 'EACCES'])(
    'that can’t read the file (%s) is repeated; nothing is lost',
    async (code) => {
      const onLost = vi.fn();
      const { log, lines } = recordingLog();
      const lock = await lockFolder(folder, { log, onLost });
      const failing = vi.spyOn(fs, 'readFile').mockRejectedValue(Object.assign(new Error(code), { code }));
      syncBuiltinESMExports();
      vi.advanceTimersByTime(10_000);
      await vi.waitFor(() => expect(lines.map(({ level }) => level)).toEqual(['warn']));
      await expect(lockFolder(folder, { log: silentLog })).rejects.toThrow(code);
      failing.mockRestore();
      syncBuiltinESMExports();
      vi.advanceTimersByTime(10_000);
      lock.assertHeld();
      expect(onLost).not.toHaveBeenCalled();
      await lock.release();
      expect(await lockFiles()).toEqual([]);
    },
  );

  test('tells a folder that was removed from one that was taken over', async () => {
    const { log, lines } = recordingLog();
    await lockFolder(folder, { log });
    await rm(folder, { recursive: true });
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(() =>
      expect(lines.map(({ message }) => message)).toContain('DATA_DIR or its lock was removed; stopping'),
    );
  });

  test.each([
    ['taken away', async (path: string) => rename(path, join(folder, 'lock.2')), 'lock.2'],
    [
      'another’s under the same number',
      async (path: string) => writeFile(path, JSON.stringify({ pid: 1, bornAt: '', ...here, id: 'other' })),
      'lock.1',
    ],
  ])('notices once that the file is %s, and leaves it alone', async (_, take, left) => {
    const onLost = vi.fn();
    const lock = await lockFolder(folder, { log: silentLog, onLost });
    lock.assertHeld();
    await take(join(folder, 'lock.1'));
    vi.advanceTimersByTime(10_000);
    await vi.waitFor(() => expect(lock.assertHeld).toThrow('taken'));
    vi.advanceTimersByTime(60_000);
    expect(onLost).toHaveBeenCalledTimes(1);
    await lock.release();
    expect(await lockFiles()).toEqual([left]);
  });
});
