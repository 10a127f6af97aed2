import type { RequestListener } from 'node:http';
import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { Logger, WebClient } from '@slack/web-api';
import type { Dispatcher } from 'undici';
import { ChatError } from '../../core/ports/chat-error.js';
import { backoffMs } from '../../util/clock.js';
import { fetchThrough } from '../../util/http-client.js';
import type { Log } from '../../util/log.js';
import { StartError } from '../../util/start-error.js';
import { slackReasonOf } from '../outbound/errors.js';
import { OPEN_MS, type SocketHello, SocketSupervisor } from './socket-supervisor.js';
import { tokenProblem } from './token-problem.js';
import { upgradedSockets } from './upgraded-sockets.js';

export interface ConnectionOptions {
  readonly botToken: string;
  readonly apiUrl: string;
  readonly mode:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string };
  readonly identity: Identity;
  readonly register: (app: App) => void;
  /** Called with the body of each request, before its listeners. */
  readonly onRequest?: ((body: unknown) => void) | undefined;
  /** In Socket Mode. */
  readonly onHello?: ((hello: SocketHello) => void) | undefined;
  readonly sleep: (ms: number) => Promise<void>;
  readonly random: () => number;
  readonly log: Log;
  readonly logger: Logger;
  /** For calls of the Web API, and for the socket. */
  readonly dispatcher: Dispatcher;
}

export interface SlackConnection {
  /** Receives Slack's requests in HTTP mode. */
  readonly listener?: RequestListener;
  /** Resolves when Slack's requests can arrive; rejects with a `StartError` if Slack refuses the app-level token at the start. */
  readonly opened: Promise<void>;
  start(): void;
  connected(): boolean;
  /** Why it isn't connected, if a person must do something about it. */
  problem(): string | undefined;
  /** Finishes the events in progress, then closes the connection; waits a few seconds at most for each. */
  stop(): Promise<void>;
}

export interface Identity {
  readonly botId: string;
  readonly botUserId: string;
  readonly botName: string;
  readonly team: string;
  readonly teamId: string;
  /** The organisation, if the app is installed organisation-wide. */
  readonly organisation?: string | undefined;
  /** The workspace's URL, with its trailing slash. */
  readonly url: string;
}

const MAX_EVENT_BYTES = 256 * 1024;
const IDENTIFY_BACKOFF = { firstMs: 1_000, maxMs: 60_000 } as const;
/** Slack waits 3 s for an acknowledgement, so connection code must finish sooner. */
const ACK_MS = 3_000;
const DRAIN_MS = 2_000;

/** Gets our identity from Slack; waits while Slack is unreachable. Throws when the token is refused. */
export async function identify(
  client: WebClient,
  { sleep, random, log }: Pick<ConnectionOptions, 'sleep' | 'random' | 'log'>,
): Promise<Identity> {
  for (let attempt = 1; ; attempt++) {
    try {
      const {
        bot_id = '',
        user_id = '',
        user = '',
        team = '',
        team_id = '',
        url = '',
        enterprise_id,
        is_enterprise_install: isOrganisations,
      } = await client.auth.test();
      // As a page that answers anything may say; without it nobody would be known.
      if (user_id === '') throw new ChatError('uncertain', 'Slack’s answer names no bot');
      const organisation = isOrganisations === true ? enterprise_id : undefined;
      if (organisation !== undefined)
        log.info({ organisation }, 'the app is installed for a whole organisation');
      return { botId: bot_id, botUserId: user_id, botName: user, team, teamId: team_id, organisation, url };
    } catch (error) {
      const problem = tokenProblem(error, 'SLACK_BOT_TOKEN');
      if (problem) throw new StartError(problem, { cause: error });
      const pauseMs = backoffMs(attempt, IDENTIFY_BACKOFF, random());
      log.warn(
        { reason: slackReasonOf(error), pauseMs },
        'Slack can’t be reached (SLACK_API_URL); trying again',
      );
      await sleep(pauseMs);
    }
  }
}

/** Bolt over Socket Mode or HTTP. Our identity is already known, so no event waits for auth.test. */
export function connectSlack(options: ConnectionOptions): SlackConnection {
  const { mode } = options;
  const drain = new Set<Promise<void>>();
  return mode.kind === 'socket'
    ? overSocket(options, mode.appToken, drain)
    : overHttp(options, mode.signingSecret, drain);
}

function overSocket(
  options: ConnectionOptions,
  appToken: string,
  drain: Set<Promise<void>>,
): SlackConnection {
  const sockets = upgradedSockets(options.dispatcher);
  const receiver = new SocketModeReceiver({
    appToken,
    dispatcher: sockets.dispatcher,
    logger: options.logger,
    autoReconnectEnabled: false,
    // A copy, because the SDK writes into it.
    installerOptions: {
      clientOptions: {
        slackApiUrl: options.apiUrl,
        timeout: OPEN_MS,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        fetch: fetchThrough(options.dispatcher),
      },
    },
  });
  createApp(options, receiver, drain);
  const { client } = receiver;
  client.on('disconnected', sockets.destroyAll);
  const supervisor = new SocketSupervisor({
    client,
    log: options.log,
    onHello: options.onHello,
    sleep: options.sleep,
    random: options.random,
  });
  return {
    opened: supervisor.opened,
    start: () => supervisor.start(),
    connected: () => supervisor.connected(),
    problem: () => supervisor.problem(),
    stop: async () => {
      await settled(drain, ACK_MS, options.sleep);
      await supervisor.stop();
      await settled(drain, DRAIN_MS, options.sleep);
    },
  };
}

function overHttp(
  options: ConnectionOptions,
  signingSecret: string,
  drain: Set<Promise<void>>,
): SlackConnection {
  const receiver = new HTTPReceiver({ signingSecret, logger: options.logger, bodyLimit: MAX_EVENT_BYTES });
  createApp(options, receiver, drain);
  return {
    listener: receiver.requestListener,
    opened: Promise.resolve(),
    start: () => undefined,
    connected: () => true,
    problem: () => undefined,
    stop: async () => {
      await settled(drain, ACK_MS + DRAIN_MS, options.sleep);
    },
  };
}

/** Waits for work in progress, within a limit. */
async function settled(
  work: ReadonlySet<Promise<void>>,
  limitMs: number,
  sleep: (ms: number) => Promise<void>,
): Promise<void> {
  await Promise.race([Promise.allSettled(work), sleep(limitMs)]);
}

function createApp(
  { botToken, apiUrl, identity, logger, log, register, onRequest, dispatcher }: ConnectionOptions,
  receiver: SocketModeReceiver | HTTPReceiver,
  drain: Set<Promise<void>>,
): void {
  const app = new App({
    token: botToken,
    botId: identity.botId,
    botUserId: identity.botUserId,
    tokenVerificationEnabled: false,
    clientOptions: { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, fetch: fetchThrough(dispatcher) },
    convoStore: false,
    receiver,
    logger,
  });
  app.use(async ({ body, next }) => {
    onRequest?.(body);
    const handling = next();
    const settled = handling.then(
      () => undefined,
      () => undefined,
    );
    drain.add(settled);
    settled.finally(() => drain.delete(settled));
    await handling;
  });
  app.error(async (error) => log.error({ err: error }, 'Bolt could not handle a request'));
  register(app);
}
