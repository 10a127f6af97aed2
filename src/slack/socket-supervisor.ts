import type { SocketModeClient } from '@slack/socket-mode';
import type { Log } from '../log.js';

export interface SupervisorOptions {
  readonly client: Pick<SocketModeClient, 'start' | 'disconnect' | 'once'>;
  readonly log: Log;
  readonly sleep: (ms: number) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
}

export interface Supervisor {
  /** Keeps a connection from now on. */
  start(): void;
  connected(): boolean;
  stop(): Promise<void>;
}

/** Slack says hello within a second; a socket that doesn't is given up. */
const HELLO_MS = 10_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const STOP_MS = 2_000;

/**
 * Keeps one Socket Mode connection. The SDK's own reconnecting (3.1.0) waits 5 s at each of Slack's refreshes and ends for
 * good on some failures; here a connection that ends is replaced at once, and only failures are followed by a pause.
 */
export function superviseSocket({ client, log, sleep, random }: SupervisorOptions): Supervisor {
  let isConnected = false;
  let isStopped = false;
  let failures = 0;

  async function connectOnce(): Promise<void> {
    const ended = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
    await withinHello(client.start());
    isConnected = true;
    failures = 0;
    log.info({}, 'connected to Slack');
    await ended;
    isConnected = false;
  }

  /** `start()` rejects with nothing when the socket ends before the hello. */
  async function withinHello(starting: Promise<unknown>): Promise<void> {
    starting.catch(() => undefined);
    const isHello = await Promise.race([starting.then(() => true), sleep(HELLO_MS).then(() => false)]);
    if (!isHello) throw new Error(`Slack did not say hello within ${HELLO_MS / 1000} s`);
  }

  async function keep(): Promise<void> {
    while (!isStopped) {
      try {
        await connectOnce();
        if (!isStopped) log.info({}, 'Slack ended the connection: a new one is opened');
      } catch (error) {
        if (isStopped) return;
        failures++;
        const pauseMs =
          Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failures, 10), LONGEST_PAUSE_MS) * (0.5 + random() / 2);
        log.warn(
          { err: error, failures, pauseMs: Math.round(pauseMs) },
          'no connection to Slack; trying again',
        );
        await hangUp();
        await sleep(pauseMs);
      }
    }
  }

  /** A socket that never opened may never say that it has closed. */
  const hangUp = () => Promise.race([client.disconnect().catch(() => undefined), sleep(STOP_MS)]);

  return {
    start: () => {
      void keep();
    },
    connected: () => isConnected,
    stop: async () => {
      isStopped = true;
      isConnected = false;
      await hangUp();
    },
  };
}
