import { constants, fstatSync, openSync, writeSync } from 'node:fs';

/** Where log lines are written. Writing never throws, never blocks and never ends the process. */
export interface LogDestination {
  write(line: string): void;
  /** Lines that could not be written since the start. */
  droppedLines(): number;
}

export interface LogDestinationOptions {
  /** A file descriptor; default: standard output. */
  readonly fd?: number;
  /** Limit on bytes buffered for a stalled reader. */
  readonly maxBacklogBytes?: number;
}

const STANDARD_OUTPUT = 1;
const MAX_BACKLOG_BYTES = 1024 * 1024;
const RETRY_MS = 100;

/**
 * Writes synchronously, so that the last lines before an exit are written. A line that the system refuses (EIO of a
 * closed terminal, ENOSPC, EPIPE …) is dropped and counted; one that a slow reader has no room for (EAGAIN) is
 * buffered, within a limit.
 */
export function createLogDestination({
  fd = STANDARD_OUTPUT,
  maxBacklogBytes = MAX_BACKLOG_BYTES,
}: LogDestinationOptions = {}): LogDestination {
  const target = withoutBlocking(fd);
  const backlog: Buffer[] = [];
  let backlogBytes = 0;
  let dropped = 0;
  let timer: NodeJS.Timeout | undefined;

  function drain(): void {
    for (let next = backlog[0]; next; next = backlog[0]) {
      const rest = unwrittenOf(target, next, () => dropped++);
      backlogBytes -= next.length - (rest?.length ?? 0);
      if (rest) {
        backlog[0] = rest;
        return retryLater();
      }
      backlog.shift();
    }
  }

  function retryLater(): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      drain();
    }, RETRY_MS).unref();
  }

  return {
    write: (line) => {
      const bytes = Buffer.from(line);
      if (backlogBytes + bytes.length > maxBacklogBytes) drain();
      if (backlogBytes + bytes.length > maxBacklogBytes) {
        dropped++;
        return;
      }
      backlog.push(bytes);
      backlogBytes += bytes.length;
      if (timer === undefined) drain();
    },
    droppedLines: () => dropped,
  };
}

/** The unwritten rest of the bytes; undefined once they are written or dropped. */
function unwrittenOf(target: number, bytes: Buffer, onDropped: () => void): Buffer | undefined {
  try {
    const written = writeSync(target, bytes);
    return written < bytes.length ? bytes.subarray(written) : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return bytes;
    onDropped();
    return undefined;
  }
}

/** A second, non-blocking descriptor of the same pipe or terminal, if the system provides one (Linux). */
function withoutBlocking(fd: number): number {
  try {
    const stats = fstatSync(fd);
    if (!stats.isFIFO() && !stats.isCharacterDevice()) return fd;
    return openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return fd;
  }
}
