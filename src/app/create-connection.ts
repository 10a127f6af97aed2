import { commands } from '../../commands/index.js';
import { slackHealth } from '../http/part-checks.js';
import type { Dispatcher } from '../outbox/dispatcher.js';
import { boltLogger } from '../slack/connection/bolt-logger.js';
import { connectSlack, type SlackConnection } from '../slack/connection/connection.js';
import { createDedupe } from '../slack/inbound/dedupe.js';
import type { ListenerOptions } from '../slack/inbound/listeners/context.js';
import { registerListeners } from '../slack/inbound/listeners/listeners.js';
import { createRateLimiter } from '../slack/inbound/rate-limiter.js';
import { openDirectMessage } from '../slack/outbound/direct-message.js';
import { createResponseUrlClient } from '../slack/outbound/response-url.js';
import type { UseCases } from '../use-cases/use-cases.js';
import { newIncidentId } from '../util/incident-id.js';
import type { SlackAdapters } from './create-slack.js';
import type { Runtime } from './runtime.js';

/** Takes what people type and press from Slack to the use cases. */
export function createConnection(
  runtime: Runtime,
  slack: SlackAdapters,
  useCases: UseCases,
  dispatcher: Dispatcher,
): SlackConnection {
  const { config, sleep, random, log, httpDispatcher, readiness } = runtime;
  const { botToken, apiUrl, mode } = config.slack;
  const listening = listenerOptions(runtime, slack, useCases, dispatcher);
  const connection = connectSlack({
    botToken,
    apiUrl,
    mode,
    identity: slack.identity,
    register: (app) => registerListeners(app, listening),
    sleep,
    random,
    log,
    logger: boltLogger(log),
    dispatcher: httpDispatcher,
  });
  readiness.register('slack', () => slackHealth(connection.connected()));
  return connection;
}

function listenerOptions(
  { config, clock, sleep, random, log, httpDispatcher }: Runtime,
  { clients, translator }: SlackAdapters,
  useCases: UseCases,
  { settled }: Dispatcher,
): ListenerOptions {
  return {
    useCases,
    commands,
    translator,
    respond: createResponseUrlClient({
      apiUrl: config.slack.apiUrl,
      dispatcher: httpDispatcher,
      postEphemeral: async (to, { text, blocks }) =>
        void (await clients.background.chat.postEphemeral({ ...to, text, blocks: [...blocks] })),
      sleep,
      now: clock.monotonic,
    }),
    openDialog: async (trigger_id, view) => void (await clients.interactive.views.open({ trigger_id, view })),
    openDirectMessage: (user) => openDirectMessage(clients.background, user, clock.now),
    settled,
    isRepeated: createDedupe(clock.monotonic),
    rateLimitWaitMs: createRateLimiter(clock.monotonic),
    newIncidentId: () => newIncidentId(random),
    log,
  };
}
