import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLogPoller } from '../../../src/multisite/logs/log-poller.js';
import { openLogPositions } from '../../../src/multisite/logs/positions.js';
import { createLogReader, type LogReader } from '../../../src/multisite/logs/reader.js';
import { FileDocuments } from '../../../src/store/lowdb/documents.js';
import type { Ticker } from '../../../src/util/clock.js';
import { silentLog } from '../../store/temporary.js';
import type { VirtualTime } from '../../support/virtual-time.js';
import { scratchFolder } from '../support/scratch.js';
import type { Measures } from './measures.js';

/** A log folder with so many files, in which nothing happens. */
export interface LogReading {
  readonly files: number;
  /** A reader that has forgotten what it knew, as a bot that opens every file in each round would. */
  readonly isForgetful?: boolean;
}

interface Around {
  readonly ticker: Ticker;
  readonly time: VirtualTime;
  readonly measures: Measures;
}

/** Polls such a folder on the disk; the opened files are counted. */
export async function followLogs({ files, isForgetful }: LogReading, { ticker, time, measures }: Around) {
  const root = await scratchFolder('liveness-logs');
  const folder = join(root, 'wu-logs');
  await mkdir(folder);
  for (let at = 0; at < files; at++) await writeFile(join(folder, `domain-s${at}.example.com.log`), '');
  const documents = new FileDocuments({
    dataDir: root,
    now: () => time.now,
    log: silentLog,
    assertOpen: () => undefined,
  });
  const newReader = (): LogReader =>
    createLogReader(folder, openLogPositions(documents, 'bad'), (...args) => {
      measures.spent++;
      return open(...args);
    });
  const reader = newReader();
  const logs = createLogPoller({
    apps: new Map([['bad', { name: 'bad', multisite: { logs: { folder } } }]]),
    readerOf: () => ({
      read: (take) => time.hold((isForgetful ? newReader() : reader).read(take)),
    }),
    handle: async () => undefined,
    sweep: async () => undefined,
    ticker,
    monotonic: () => time.now,
    random: () => 0.5,
    log: silentLog,
  });
  logs.start();
  return {
    stop: async () => {
      await logs.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}
