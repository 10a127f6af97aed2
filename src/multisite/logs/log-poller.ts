import { backoffMs, type Ticker } from '../../util/clock.js';
import {
  createInterval,
  createPoller,
  type Poller,
  RepeatedFailures,
} from '../../util/concurrency/poller.js';
import type { Log } from '../../util/log.js';
import type { Logged, LogReader } from './reader.js';

/** What the poller needs of an app. */
export interface LoggingApp {
  readonly name: string;
  readonly multisite?: { readonly logs?: { readonly folder: string } | undefined } | undefined;
}

export interface LogPollerOptions<App extends LoggingApp> {
  readonly apps: ReadonlyMap<string, App>;
  readonly readerOf: (app: string, folder: string) => LogReader;
  readonly handle: (app: App, logged: Logged) => Promise<void>;
  /** Called once per round. */
  readonly sweep: () => Promise<void>;
  readonly ticker: Ticker;
  /** Ms. */
  readonly monotonic: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly log: Log;
}

/** Less than five one-second ticks, each of which may be slightly early. */
const ROUND_MS = 4_500;
/** Of a folder that can't be read. */
const AFTER_LOG_FAILURE = { firstMs: 10_000, maxMs: 10 * 60_000 } as const;

/** Not an app's name: those have no dots. */
const SWEEP = '.sweep';

interface LogFailures {
  readonly count: number;
  /** Monotonic, ms. */
  readonly until: number;
}

/** Reads the logs of every app that has some; a folder that hangs or fails delays no other. */
export function createLogPoller<App extends LoggingApp>(options: LogPollerOptions<App>): Poller {
  const { apps, readerOf, handle, sweep, ticker, monotonic, random, log } = options;
  const readers = new Map<string, { readonly folder: string; readonly reader: LogReader }>();
  const failing = new Map<string, LogFailures>();
  const hasPassed = createInterval(monotonic);
  const failures = new RepeatedFailures();

  function readerFor(app: App, folder: string): LogReader {
    const known = readers.get(app.name);
    if (known?.folder === folder) return known.reader;
    const reader = readerOf(app.name, folder);
    readers.set(app.name, { folder, reader });
    return reader;
  }

  function* due(): Generator<string> {
    for (const { name, multisite } of apps.values()) {
      const isPaused = (failing.get(name)?.until ?? 0) > monotonic();
      if (multisite?.logs && !isPaused && hasPassed(name, ROUND_MS)) yield name;
    }
    if (hasPassed(SWEEP, ROUND_MS)) yield SWEEP;
  }

  async function run(name: string): Promise<void> {
    if (name === SWEEP) return sweep();
    const app = apps.get(name);
    const folder = app?.multisite?.logs?.folder;
    if (!app || folder === undefined) return;
    await readerFor(app, folder).read((logged) => handle(app, logged));
    failing.delete(name);
    failures.over(name);
  }

  function failed(error: unknown, name: string): void {
    const count = (failing.get(name)?.count ?? 0) + 1;
    failing.set(name, { count, until: monotonic() + backoffMs(count, AFTER_LOG_FAILURE, random()) });
    if (failures.isNew(name, error)) log.warn({ err: error, app: name }, 'network logs could not be read');
  }

  return createPoller({
    ticker,
    due,
    run,
    onError: (err, name) => {
      if (name === SWEEP) log.error({ err }, 'counted errors could not be posted');
      else failed(err, name);
    },
  });
}
