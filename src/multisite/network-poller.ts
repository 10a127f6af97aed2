import type { Ticker } from '../util/clock.js';
import { createInterval, createPoller, type Poller, RepeatedFailures } from '../util/concurrency/poller.js';
import type { Log } from '../util/log.js';

/** What the poller needs of an app. */
export interface PolledApp {
  readonly name: string;
  /** Ms between two readings; absent if there is nothing to read. */
  readonly multisite?: { readonly syncMs?: number | undefined } | undefined;
}

export interface NetworkPollerOptions<App extends PolledApp> {
  readonly apps: ReadonlyMap<string, App>;
  /** Reads one app's network. */
  readonly reconcile: (app: App) => Promise<void>;
  readonly ticker: Ticker;
  /** Ms. */
  readonly monotonic: () => number;
  readonly log: Log;
}

/** Reads each app's network once per interval, one reading of an app at a time. */
export function createNetworkPoller<App extends PolledApp>(options: NetworkPollerOptions<App>): Poller {
  const { apps, reconcile, ticker, monotonic, log } = options;
  const hasPassed = createInterval(monotonic);
  const failures = new RepeatedFailures();

  function* due(): Generator<string> {
    for (const { name, multisite } of apps.values()) {
      const { syncMs } = multisite ?? {};
      if (syncMs !== undefined && hasPassed(name, syncMs)) yield name;
    }
  }

  async function run(name: string): Promise<void> {
    const app = apps.get(name);
    if (!app) return;
    await reconcile(app);
    if (failures.over(name)) log.info({ app: name }, 'network is readable again');
  }

  return createPoller({
    ticker,
    due,
    run,
    onError: (err, app) => {
      if (failures.isNew(app, err)) log.warn({ err, app }, 'network could not be read');
    },
  });
}
