import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '../../src/util/log.js';
import { createLogDestination } from '../../src/util/log-destination.js';

let folder: string;
const open: number[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
});
afterEach(() => {
  for (const fd of open.splice(0)) closeSync(fd);
  rmSync(folder, { recursive: true });
});

function opened(path: string, flags: number): number {
  const fd = openSync(path, flags);
  open.push(fd);
  return fd;
}

function pipe(): { readonly reader: number; readonly writer: number } {
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const reader = opened(path, constants.O_RDONLY | constants.O_NONBLOCK);
  return { reader, writer: opened(path, constants.O_WRONLY) };
}

it('writes each line to its file, in order and at once', () => {
  const path = join(folder, 'log');
  const fd = opened(path, constants.O_WRONLY | constants.O_CREAT);
  const destination = createLogDestination({ fd });
  for (const line of ['one\n', 'two\n']) destination.write(line);
  expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
  expect(destination.droppedLines()).toBe(0);
});

describe('a line that can’t be written is dropped and counted', () => {
  it.runIf(existsSync('/dev/full'))('on a full disk (ENOSPC)', () => {
    const destination = createLogDestination({ fd: opened('/dev/full', constants.O_WRONLY) });
    const log = createLog({ level: 'info', secrets: [], destination });
    log.info({}, 'lost');
    log.info({}, 'lost');
    expect(log.droppedLines()).toBe(2);
  });

  it('with nobody at the other end of the pipe (EPIPE)', () => {
    const { reader, writer } = pipe();
    const destination = createLogDestination({ fd: writer });
    open.splice(open.indexOf(reader), 1);
    closeSync(reader);
    destination.write('lost\n');
    expect(destination.droppedLines()).toBe(1);
  });

  it('with a descriptor that is none (EBADF)', () => {
    const destination = createLogDestination({ fd: 987 });
    destination.write('lost\n');
    expect(destination.droppedLines()).toBe(1);
  });

  it('behind a reader that has stopped reading, once enough waits; what waits comes when it reads again', async () => {
    const { reader, writer } = pipe();
    const destination = createLogDestination({ fd: writer, maxBacklogBytes: 10_000 });
    const line = `${'x'.repeat(999)}\n`;
    for (let count = 0; count < 200; count++) destination.write(line);
    const dropped = destination.droppedLines();
    expect(dropped).toBeGreaterThan(50);
    expect(dropped).toBeLessThan(150);
    let read = 0;
    const buffer = Buffer.alloc(2 ** 20);
    for (
      const endsAt = Date.now() + 5_000;
      read < (200 - dropped) * 1_000 && Date.now() < endsAt;
      await sleep(5)
    )
      try {
        read += readSync(reader, buffer);
      } catch {
        // Nothing there yet.
      }
    expect(read).toBe((200 - dropped) * 1_000);
  });
});
