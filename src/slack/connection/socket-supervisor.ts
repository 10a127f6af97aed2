import type { SocketModeClient } from '@slack/socket-mode';
import { z } from 'zod';
import { backoffMs } from '../../util/clock.js';
import type { Log } from '../../util/log.js';
import { parseJson } from '../../util/parse-json.js';
import { chatErrorOf, slackReasonOf } from '../outbound/errors.js';
import { tokenProblem } from './token-problem.js';

export interface SupervisorOptions {
  readonly client: Pick<SocketModeClient, 'start' | 'disconnect' | 'on' | 'once'>;
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

/** How long apps.connections.open may take; what it opens must not come after its attempt was given up. */
export const OPEN_MS = 10_000;
/** Slack says hello within a second; a socket that doesn't is given up. */
const HELLO_MS = OPEN_MS + 5_000;
/** A connection that has lasted so long was a good one. */
const STEADY_MS = 10_000;
const RECONNECT_BACKOFF = { firstMs: 500, maxMs: 30_000 } as const;
/** How long Slack may take to answer a goodbye. */
const GOODBYE_MS = 2_000;

const hello = z.object({ type: z.literal('hello'), num_connections: z.number() });

/**
 * Keeps one Socket Mode connection. The SDK's own reconnecting (3.1.0) waits 5 s at each of Slack's refreshes and ends for
 * good on some failures; here a connection that ends is replaced at once, and only failures are followed by a pause.
 */
export function superviseSocket({ client, log, sleep, random }: SupervisorOptions): Supervisor {
  let isConnected = false;
  let isStopped = false;
  /** In a row; a steady connection ends the row. */
  let failures = 0;

  client.on('ws_message', (data: unknown) => {
    const others = isConnected ? 0 : connectionsIn(data) - 1;
    if (others > 0)
      log.warn(
        { others },
        'this Slack app has other connections, and Slack gives each command to any one of them: run one bot for each Slack app',
      );
  });
  // The attempt that was under way when the bot stopped: its socket exists once this event has been handled.
  client.on('connecting', () => {
    if (isStopped) queueMicrotask(() => void hangUp());
  });

  /** Resolves when the connection has ended; true when it had been steady. */
  async function connectOnce(): Promise<boolean> {
    const ended = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
    await withinHello(client.start());
    isConnected = true;
    log.info({}, 'connected to Slack');
    const isSteady = await Promise.race([ended.then(() => false), sleep(STEADY_MS).then(() => true)]);
    await ended;
    isConnected = false;
    return isSteady;
  }

  /** `start()` rejects with nothing when the socket ends before the hello. */
  async function withinHello(starting: Promise<unknown>): Promise<void> {
    const outcome = await Promise.race([
      starting.then(
        () => undefined,
        (error: unknown) => error ?? new Error('the socket ended before Slack said hello'),
      ),
      sleep(HELLO_MS).then(() => new Error(`Slack did not say hello within ${HELLO_MS / 1000} s`)),
    ]);
    if (outcome !== undefined) throw outcome;
  }

  async function keep(): Promise<void> {
    while (!isStopped) {
      try {
        const isSteady = await connectOnce();
        if (isStopped) return;
        log.info({}, 'Slack closed the connection; reconnecting');
        failures = isSteady ? 0 : failures + 1;
        if (failures > 1) await sleep(pauseMs());
      } catch (error) {
        await hangUp();
        if (isStopped) return;
        failures++;
        await sleep(report(error));
      }
    }
  }

  /** Says what went wrong; how long to wait before the next try. */
  function report(error: unknown): number {
    const waitMs = Math.max(pauseMs(), chatErrorOf(error).facts.retryAfterMs ?? 0);
    const problem = tokenProblem(error, 'SLACK_APP_TOKEN');
    if (problem) log.error({ failures, waitMs }, problem);
    else log.warn({ reason: slackReasonOf(error), failures, waitMs }, 'no connection to Slack; trying again');
    return waitMs;
  }

  const pauseMs = (): number => backoffMs(failures, RECONNECT_BACKOFF, random());

  /** A second goodbye doesn't wait for an answer to the first. */
  async function hangUp(): Promise<void> {
    const isClosed = await Promise.race([
      client.disconnect().then(() => true),
      sleep(GOODBYE_MS).then(() => false),
    ]);
    if (!isClosed) await client.disconnect();
  }

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

/** How many connections the app has, says Slack's hello; 0 in any other message. */
const connectionsIn = (data: unknown): number => parseJson(String(data), hello)?.num_connections ?? 0;
