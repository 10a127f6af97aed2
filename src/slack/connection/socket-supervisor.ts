import type { SocketModeClient } from '@slack/socket-mode';
import { z } from 'zod';
import { backoffMs } from '../../util/clock.js';
import type { Log } from '../../util/log.js';
import { parseJson } from '../../util/parse-json.js';
import { chatErrorOf, slackReasonOf } from '../outbound/errors.js';
import { tokenProblem } from './token-problem.js';

/** What Slack says of a socket that it has opened. */
export interface SocketHello {
  /** The Slack app whose events come over it. */
  readonly app: string | undefined;
  /** How many more connections that app has. */
  readonly others: number;
}

export interface SupervisorOptions {
  readonly client: Pick<SocketModeClient, 'start' | 'disconnect' | 'on' | 'once'>;
  readonly log: Log;
  readonly onHello?: ((hello: SocketHello) => void) | undefined;
  readonly sleep: (ms: number) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
}

export interface Supervisor {
  /** Keeps a connection open from now on. */
  start(): void;
  connected(): boolean;
  stop(): Promise<void>;
}

/** Timeout of apps.connections.open. No socket may open after its attempt was abandoned. */
export const OPEN_MS = 10_000;
/** Slack says hello within a second; a socket without a hello is abandoned. */
const HELLO_MS = OPEN_MS + 5_000;
/** A connection that lasts this long counts as steady. */
const STEADY_MS = 10_000;
const RECONNECT_BACKOFF = { firstMs: 500, maxMs: 30_000 } as const;
/** How long Slack may take to close the socket. */
const GOODBYE_MS = 2_000;

const hello = z.object({
  type: z.literal('hello'),
  num_connections: z.number(),
  connection_info: z.object({ app_id: z.string() }).optional(),
});

/**
 * Keeps one Socket Mode connection. The SDK's own reconnecting (3.1.0) waits 5 s at each refresh by Slack and stops for
 * good after some failures; here a closed connection is replaced at once, and only failures cause a pause.
 */
export function superviseSocket(options: SupervisorOptions): Supervisor {
  const { client, log, onHello, sleep, random } = options;
  let isConnected = false;
  let isStopped = false;
  /** Failures in a row; a steady connection resets it. */
  let failures = 0;

  client.on('ws_message', (data: unknown) => {
    if (isConnected) return;
    const said = parseJson(String(data), hello);
    if (said) onHello?.({ app: said.connection_info?.app_id, others: said.num_connections - 1 });
  });
  // An attempt was in progress when the bot stopped: its socket exists only after this event is handled.
  client.on('connecting', () => {
    if (isStopped) queueMicrotask(() => void hangUp());
  });

  /** Resolves when the connection has closed; true if it was steady. */
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

  /** `start()` rejects with undefined when the socket closes before the hello. */
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

  /** Logs the failure and returns the pause before the next attempt. */
  function report(error: unknown): number {
    const waitMs = Math.max(pauseMs(), chatErrorOf(error).facts.retryAfterMs ?? 0);
    const problem = tokenProblem(error, 'SLACK_APP_TOKEN');
    if (problem) log.error({ failures, waitMs }, problem);
    else log.warn({ reason: slackReasonOf(error), failures, waitMs }, 'no connection to Slack; trying again');
    return waitMs;
  }

  const pauseMs = (): number => backoffMs(failures, RECONNECT_BACKOFF, random());

  /** A second disconnect doesn't wait for the response to the first. */
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
