import type pg from 'pg';
import { backoffMs } from '../../../util/clock.js';
import type { Log } from '../../../util/log.js';
import { type Database, newClient } from './connection.js';

const TOPIC = 'closte_domain_bot';
/** Many saves at once cause one wake-up. */
const GATHERED_FOR_MS = 20;
const ASK_EVERY_MS = 60_000;
const AGAIN = { firstMs: 500, maxMs: 30_000 } as const;

export interface DatabaseWakeUps {
  start(): void;
  /** Tells the other replicas that there is something to post. Never throws: they check every second anyway. */
  tell(): void;
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
  let telling: NodeJS.Timeout | undefined;
  let failures = 0;
  let isStopped = false;

  async function listen(): Promise<void> {
    if (isStopped) return;
    const next = newClient({ url });
    client = next;
<<<<<<< HEAD:src/store/postgres/wake-ups.ts
    let isOver = false;
    let asking: NodeJS.Timeout | undefined;
    function askLater(): void {
      if (!isOver) asking = setTimeout(() => next.query('select 1').then(askLater, over), askEveryMs).unref();
    }
    function over(error?: unknown): void {
      clearTimeout(asking);
      if (isOver || isStopped) return;
      isOver = true;
      next.end().catch(() => undefined);
      failures++;
      if (failures === 1)
        log.warn({ err: error }, 'database notifications stopped; polling until they return');
      retrying = setTimeout(() => void listen(), backoffMs(failures, AGAIN, Math.random())).unref();
    }
    next.on('error', over);
    next.on('end', () => over());
    next.on('notification', onWork);
    try {
      await next.connect();
      await next.query(`listen ${TOPIC}`);
      failures = 0;
      askLater();
      // Covers what came before this listener.
      onWork();
    } catch (error) {
      over(error);
    }
=======
    await listenForWakeUps(next, askEveryMs, {
      listening: () => {
        failures = 0;
        // Covers what came while nobody listened.
        onWork();
      },
      notified: onWork,
      over: (error) => {
        if (isStopped) return;
        next.end().catch(() => undefined);
        failures++;
        if (failures === 1)
          log.warn({ err: error }, 'wake-ups by the database stopped; polling until they are back');
        retrying = setTimeout(() => void listen(), backoffMs(failures, AGAIN, Math.random())).unref();
      },
    });
>>>>>>> main:src/store/postgres/connection/wake-ups.ts
  }

  return {
    start: () => void listen(),
    tell: () => {
      telling ??= setTimeout(() => {
        telling = undefined;
        database.query(`notify ${TOPIC}`).catch(() => undefined);
      }, GATHERED_FOR_MS).unref();
    },
    stop: async () => {
      isStopped = true;
      clearTimeout(retrying);
      clearTimeout(telling);
      await client?.end().catch(() => undefined);
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
