import type { Logged, LogReader } from '../multisite/logs/reader.js';
import type { App } from '../use-cases/ports.js';
import type { Log } from '../util/log.js';
import type { Ticker } from './ticker.js';

export interface LogPollerOptions {
  readonly apps: ReadonlyMap<string, App>;
  readonly readerOf: (app: string, folder: string) => LogReader;
  readonly handle: (app: App, logged: Logged) => Promise<void>;
  /** Called after each round. */
  readonly sweep: () => Promise<void>;
  readonly ticker: Ticker;
  readonly log: Log;
}

export interface LogPoller {
  start(): void;
  stop(): Promise<void>;
}

const TICKS_PER_ROUND = 5;

/** Reads the logs of every app that has some, a round at a time. */
export function createLogPoller({ apps, readerOf, handle, sweep, ticker, log }: LogPollerOptions): LogPoller {
  const readers = new Map<string, { readonly folder: string; readonly reader: LogReader }>();
  const errorReporter = new Map<string, string>();
  let ticking: ReturnType<Ticker> | undefined;
  let ticks = 0;
  let round: Promise<void> | undefined;

  function readerFor(app: App, folder: string): LogReader {
    const known = readers.get(app.name);
    if (known?.folder === folder) return known.reader;
    const reader = readerOf(app.name, folder);
    readers.set(app.name, { folder, reader });
    return reader;
  }

  async function read(app: App, folder: string): Promise<void> {
    try {
      await readerFor(app, folder).read((logged) => handle(app, logged));
      errorReporter.delete(app.name);
    } catch (error) {
      const said = String(error);
      if (errorReporter.get(app.name) !== said)
        log.warn({ err: error, app: app.name }, 'the logs can’t be followed');
      errorReporter.set(app.name, said);
    }
  }

  async function readAll(): Promise<void> {
    for (const app of apps.values()) if (app.multisite?.logs) await read(app, app.multisite.logs.folder);
    await sweep();
  }

  function tick(): void {
    if (round || ticks++ % TICKS_PER_ROUND !== 0) return;
    round = readAll()
      .catch((error: unknown) => log.error({ err: error }, 'a round of log reading failed'))
      .finally(() => {
        round = undefined;
      });
  }

  return {
    start: () => {
      ticking = ticker(tick);
    },
    stop: async () => {
      ticking?.cancel();
      await round;
    },
  };
}
