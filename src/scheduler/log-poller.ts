import type { Logged, LogReader } from '../multisite/logs/reader.js';
import type { Ticker } from '../util/clock.js';
import type { Log } from '../util/log.js';
import { createInterval, createPoller, type Poller, RepeatedFailures } from './poller.js';

/** What the poller needs of an app. */
export interface LoggingApp {
  readonly name: string;
  readonly multisite?: { readonly logs?: { readonly folder: string } | undefined } | undefined;
}

export interface LogPollerOptions<App extends LoggingApp> {
  readonly apps: ReadonlyMap<string, App>;
  readonly readerOf: (app: string, folder: string) => LogReader;
  readonly handle: (app: App, logged: Logged) => Promise<void>;
  /** Called after each round. */
  readonly sweep: () => Promise<void>;
  readonly ticker: Ticker;
  /** Ms. */
  readonly monotonic: () => number;
  readonly log: Log;
}

/** Less than five one-second ticks, each of which may be slightly early. */
const ROUND_MS = 4_500;

/** Reads the logs of every app that has some, one round at a time. */
export function createLogPoller<App extends LoggingApp>(options: LogPollerOptions<App>): Poller {
  const { apps, readerOf, handle, sweep, ticker, monotonic, log } = options;
  const readers = new Map<string, { readonly folder: string; readonly reader: LogReader }>();
  const hasPassed = createInterval(monotonic);
  const failures = new RepeatedFailures();

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
      failures.over(app.name);
    } catch (err) {
      if (failures.isNew(app.name, err)) log.warn({ err, app: app.name }, 'network logs could not be read');
    }
  }

  async function readAll(): Promise<void> {
    for (const app of apps.values()) if (app.multisite?.logs) await read(app, app.multisite.logs.folder);
    await sweep();
  }

  return createPoller({
    ticker,
    due: () => (hasPassed('round', ROUND_MS) ? ['round'] : []),
    run: readAll,
    onError: (err) => log.error({ err }, 'log polling failed'),
  });
}
