import type { App } from '../use-cases/ports.js';
import type { Log } from '../util/log.js';
import type { Ticker } from './ticker.js';

export interface NetworkPollerOptions {
  readonly apps: ReadonlyMap<string, App>;
  /** Reads one app's network. */
  readonly reconcile: (app: App) => Promise<void>;
  readonly ticker: Ticker;
  /** Ms of a clock that nobody sets. */
  readonly steady: () => number;
  readonly log: Log;
}

export interface NetworkPoller {
  start(): void;
  /** Starts nothing new and resolves when what is in flight has ended. */
  stop(): Promise<void>;
}

/** Reads each app's network once in its interval, one reading of an app at a time. */
export function createNetworkPoller({
  apps,
  reconcile,
  ticker,
  steady,
  log,
}: NetworkPollerOptions): NetworkPoller {
  const startedAt = new Map<string, number>();
  const inFlight = new Map<string, Promise<void>>();
  /** What was told of each app's trouble last: the same is told once. */
  const errorReporter = new Map<string, string>();
  let ticking: ReturnType<Ticker> | undefined;

  async function read(app: App): Promise<void> {
    try {
      await reconcile(app);
      if (errorReporter.delete(app.name)) log.info({ app: app.name }, 'the network can be read again');
    } catch (error) {
      const said = String(error);
      if (errorReporter.get(app.name) !== said)
        log.warn({ err: error, app: app.name }, 'the network can’t be read');
      errorReporter.set(app.name, said);
    }
  }

  function tick(): void {
    for (const app of apps.values()) {
      const { syncMs } = app.multisite ?? {};
      const last = startedAt.get(app.name) ?? Number.NEGATIVE_INFINITY;
      if (syncMs === undefined || inFlight.has(app.name) || steady() - last < syncMs) continue;
      startedAt.set(app.name, steady());
      inFlight.set(
        app.name,
        read(app).finally(() => inFlight.delete(app.name)),
      );
    }
  }

  return {
    start: () => {
      ticking = ticker(tick);
    },
    stop: async () => {
      ticking?.cancel();
      await Promise.all(inFlight.values());
    },
  };
}
