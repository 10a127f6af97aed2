import type { SocketModeClient } from '@slack/socket-mode';
import { z } from 'zod';
import { backoffMs } from '../../util/clock.js';
import type { Log } from '../../util/log.js';
import { parseJson } from '../../util/parse-json.js';
import { StartError } from '../../util/start-error.js';
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
export class SocketSupervisor {
  /** Resolves with the first connection; rejects with a `StartError` if Slack refuses the app-level token before it. */
  readonly opened: Promise<void>;
  readonly #options: SupervisorOptions;
  #resolveOpened: () => void = () => undefined;
  #rejectOpened: (error: StartError) => void = () => undefined;
  #wasConnected = false;
  #isConnected = false;
  #isStopped = false;
  /** Failures in a row; a steady connection resets it. */
  #failures = 0;
  #problem: string | undefined;

  constructor(options: SupervisorOptions) {
    this.#options = options;
    this.opened = new Promise((resolve, reject) => {
      this.#resolveOpened = resolve;
      this.#rejectOpened = reject;
    });
    // Nobody has to wait for it.
    this.opened.catch(() => undefined);
    const { client, onHello } = options;
    client.on('ws_message', (data: unknown) => {
      if (this.#isConnected) return;
      const said = parseJson(String(data), hello);
      if (said) onHello?.({ app: said.connection_info?.app_id, others: said.num_connections - 1 });
    });
    // An attempt was in progress when the bot stopped: its socket exists only after this event is handled.
    client.on('connecting', () => {
      if (this.#isStopped) queueMicrotask(() => void this.#hangUp());
    });
  }

  /** Keeps a connection open from now on, unless Slack refuses the app-level token of the first. */
  start(): void {
    void this.#keep();
  }

  connected(): boolean {
    return this.#isConnected;
  }

  /** Why there is no connection, if a person must do something about it. */
  problem(): string | undefined {
    return this.#problem;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#isConnected = false;
    await this.#hangUp();
  }

  async #keep(): Promise<void> {
    const { log, sleep } = this.#options;
    while (!this.#isStopped) {
      try {
        const isSteady = await this.#connectOnce();
        if (this.#isStopped) return;
        log.info({}, 'Slack closed the connection; reconnecting');
        this.#failures = isSteady ? 0 : this.#failures + 1;
        if (this.#failures > 1) await sleep(this.#pauseMs());
      } catch (error) {
        await this.#hangUp();
        if (this.#isStopped) return;
        await this.#failed(error);
      }
    }
  }

  /** Resolves when the connection has closed; true if it was steady. */
  async #connectOnce(): Promise<boolean> {
    const { client, log, sleep } = this.#options;
    const ended = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
    await withinHello(client.start(), sleep);
    this.#isConnected = true;
    this.#wasConnected = true;
    this.#problem = undefined;
    log.info({}, 'connected to Slack');
    this.#resolveOpened();
    const isSteady = await Promise.race([ended.then(() => false), sleep(STEADY_MS).then(() => true)]);
    await ended;
    this.#isConnected = false;
    return isSteady;
  }

  /** Waits until the next attempt may begin. There is none with a token that Slack never accepted. */
  async #failed(error: unknown): Promise<void> {
    this.#problem = tokenProblem(error, 'SLACK_APP_TOKEN');
    if (this.#problem !== undefined && !this.#wasConnected) {
      this.#isStopped = true;
      this.#rejectOpened(new StartError(this.#problem, { cause: error }));
      return;
    }
    this.#failures++;
    await this.#options.sleep(this.#report(error));
  }

  /** Logs the failure and returns the pause before the next attempt. */
  #report(error: unknown): number {
    const { log } = this.#options;
    const failures = this.#failures;
    const waitMs = Math.max(this.#pauseMs(), chatErrorOf(error).facts.retryAfterMs ?? 0);
    if (this.#problem !== undefined) log.error({ failures, waitMs }, this.#problem);
    else log.warn({ reason: slackReasonOf(error), failures, waitMs }, 'no connection to Slack; trying again');
    return waitMs;
  }

  #pauseMs(): number {
    return backoffMs(this.#failures, RECONNECT_BACKOFF, this.#options.random());
  }

  /** A second disconnect doesn't wait for the response to the first. */
  async #hangUp(): Promise<void> {
    const { client, sleep } = this.#options;
    const isClosed = await Promise.race([
      client.disconnect().then(() => true),
      sleep(GOODBYE_MS).then(() => false),
    ]);
    if (!isClosed) await client.disconnect();
  }
}

/** `start()` rejects with undefined when the socket closes before the hello. */
async function withinHello(starting: Promise<unknown>, sleep: SupervisorOptions['sleep']): Promise<void> {
  const outcome = await Promise.race([
    starting.then(
      () => undefined,
      (error: unknown) => error ?? new Error('the socket ended before Slack said hello'),
    ),
    sleep(HELLO_MS).then(() => new Error(`Slack did not say hello within ${HELLO_MS / 1000} s`)),
  ]);
  if (outcome !== undefined) throw outcome;
}
