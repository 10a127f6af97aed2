import type pg from 'pg';
import { backoffMs } from '../../../util/clock.js';
import type { Log } from '../../../util/log.js';
import { type Database, endClient, newClient } from './connection.js';

const TOPIC = 'closte_domain_bot';
/** Many saves at once cause one wake-up. */
const GATHERED_FOR_MS = 20;
const ASK_EVERY_MS = 60_000;
const AGAIN = { firstMs: 500, maxMs: 30_000 } as const;

export interface DatabaseWakeUps {
  start(): void;
  /** Tells the other replicas that there is something to post. Never throws: they check every second anyway. */
  notify(): void;
  stop(): Promise<void>;
}

export interface WakeUpOptions {
  readonly url: string;
  readonly database: Database;
  readonly onWork: () => void;
  readonly log: Log;
  /** A connection that a firewall dropped stays silent; only a query shows it. */
  readonly askEveryMs?: number;
}

/**
 * `LISTEN` on a connection of its own, and `NOTIFY`. Behind a proxy that pools transactions no notification arrives,
 * which only costs the second until the next check.
 */
export function createDatabaseWakeUps(options: WakeUpOptions): DatabaseWakeUps {
  const { url, database, onWork, log, askEveryMs = ASK_EVERY_MS } = options;
  let client: pg.Client | undefined;
  let retrying: NodeJS.Timeout | undefined;
  let waiting: NodeJS.Timeout | undefined;
  let failures = 0;
  let isStopped = false;

  async function listen(): Promise<void> {
    if (isStopped) return;
    const next = newClient({ url });
    client = next;
    await listenForWakeUps(next, askEveryMs, {
      listening: () => {
        failures = 0;
        // Covers what came before this listener.
        onWork();
      },
      notified: onWork,
      over: (error) => {
        if (isStopped) return;
        next.end().catch(() => undefined);
        failures++;
        if (failures === 1)
          log.warn({ err: error }, 'database notifications stopped; polling until they return');
        retrying = setTimeout(() => void listen(), backoffMs(failures, AGAIN, Math.random())).unref();
      },
    });
  }

  return {
    start: () => void listen(),
    notify: () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        database.query(`notify ${TOPIC}`).catch(() => undefined);
      }, GATHERED_FOR_MS).unref();
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(retrying);
      clearTimeout(waiting);
      if (client) await endClient(client);
    },
  };
}

interface ListenEvents {
  readonly listening: () => void;
  readonly notified: () => void;
  /** Once, however the connection ends. */
  readonly over: (error?: unknown) => void;
}

async function listenForWakeUps(client: pg.Client, askEveryMs: number, on: ListenEvents): Promise<void> {
  let isOver = false;
  let asking: NodeJS.Timeout | undefined;
  function askLater(): void {
    if (!isOver) asking = setTimeout(() => client.query('select 1').then(askLater, over), askEveryMs).unref();
  }
  function over(error?: unknown): void {
    clearTimeout(asking);
    if (isOver) return;
    isOver = true;
    on.over(error);
  }
  client.on('error', over);
  client.on('end', () => over());
  client.on('notification', on.notified);
  try {
    await client.connect();
    await client.query(`listen ${TOPIC}`);
    askLater();
    on.listening();
  } catch (error) {
    over(error);
  }
}
