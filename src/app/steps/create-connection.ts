import { commands } from '../../../commands/index.js';
import { installationHealth, slackHealth } from '../../http/part-checks.js';
import type { Dispatcher } from '../../outbox/dispatcher.js';
import { everySecond } from '../../scheduler/ticker.js';
import { boltLogger } from '../../slack/connection/clients.js';
import { connectSlack, type SlackConnection } from '../../slack/connection/connection.js';
import type { ChannelProblems } from '../../slack/inbound/channel-problems.js';
import { createDedupe, createRateLimiter } from '../../slack/inbound/delivery-guards.js';
import { createListReader } from '../../slack/inbound/listed-rows.js';
import type { ListenerOptions } from '../../slack/inbound/listeners/context.js';
import { type EventListenerOptions, listenToEvents } from '../../slack/inbound/listeners/events.js';
import { registerListeners } from '../../slack/inbound/listeners/listeners.js';
import { createNames } from '../../slack/outbound/names.js';
import {
  createAnswerPerson,
  createDialogUpdate,
  createReplyIn,
} from '../../slack/outbound/personal/answer-person.js';
import { openDirectMessage } from '../../slack/outbound/personal/direct-message.js';
import { createHomes, type Homes } from '../../slack/outbound/personal/homes.js';
import { createResponseUrlClient } from '../../slack/outbound/personal/response-url.js';
import { createSharedFiles } from '../../slack/outbound/read-file.js';
import type { Places } from '../../use-cases/ports.js';
import type { UseCases } from '../../use-cases/use-cases.js';
import { newIncidentId } from '../../util/log.js';
import type { AppRegistry } from '../app-registry.js';
import { followChannelId, followMovedChannels } from '../channels/follow-channel-id.js';
import { createGreeter, type Greeter } from '../channels/greeter.js';
import type { RequestTimes } from '../channels/last-requests.js';
import { createSocketApp, type SocketApp } from '../channels/socket-app.js';
import type { Runtime } from '../runtime.js';
import type { SlackAdapters } from './create-slack.js';
import type { Storage } from './create-storage.js';

/** Parts that exist before Slack events are handled. */
export interface ConnectionParts {
  readonly slack: SlackAdapters;
  readonly storage: Storage;
  readonly registry: Pick<AppRegistry, 'apps' | 'channels' | 'refresh'>;
  readonly channelProblems: ChannelProblems;
  readonly places: Places;
  readonly useCases: UseCases;
  readonly dispatcher: Dispatcher;
  readonly lastRequests: Pick<RequestTimes, 'record'>;
}

/** Connects Slack's commands, buttons, dialogs and channel events with the use cases. */
export function createConnection(runtime: Runtime, parts: ConnectionParts): SlackConnection {
  const { slack, storage } = parts;
  const { config, sleep, random, log, httpDispatcher, readiness } = runtime;
  const { botToken, apiUrl, mode } = config.slack;
  const homes = createHomes({
    client: slack.clients.background,
    ticker: everySecond,
    monotonic: runtime.clock.monotonic,
    log,
  });
  const listening = listenerOptions(runtime, parts, homes);
  const greeter = greeterOf(runtime, parts);
  const events = eventOptions(runtime, parts, greeter);
  const socketApp = socketAppOf(runtime, slack);
  const connection = connectSlack({
    botToken,
    apiUrl,
    mode,
    identity: slack.identity,
    register: (app) => {
      app.use(slack.readerLanguage.middleware);
      app.use(followMovedChannels(storage.settings.channelNow));
      registerListeners(app, listening);
      listenToEvents(app, events);
    },
    onRequest: parts.lastRequests.record,
    onHello: socketApp.greeted,
    sleep,
    random,
    log,
    logger: boltLogger(log),
    dispatcher: httpDispatcher,
  });
  readiness.register('slack', () => healthOf(connection, socketApp));
  return {
    ...connection,
    start() {
      connection.start();
      homes.start();
      void greeter.resume();
      void endPassedProblems(parts);
    },
    async stop() {
      greeter.stop();
      homes.stop();
      await connection.stop();
    },
  };
}

function healthOf(connection: SlackConnection, socketApp: SocketApp) {
  const isConnected = connection.connected();
  return slackHealth(isConnected, isConnected ? socketApp.problem() : connection.problem());
}

const socketAppOf = ({ config, log }: Runtime, { clients, identity }: SlackAdapters): SocketApp =>
  createSocketApp({
    client: clients.background,
    botId: identity.botId,
    mayHaveReplicas: config.databaseUrl !== undefined,
    log,
  });

const greeterOf = (
  { clock, sleep, random, log }: Runtime,
  { slack, storage }: Pick<ConnectionParts, 'slack' | 'storage'>,
): Greeter =>
  createGreeter({
    client: slack.clients.background,
    documents: storage.store.documents,
    text: slack.translator.t('hello.channel'),
    now: clock.now,
    sleep,
    random,
    log,
  });

/** A channel may have become usable while the bot was down. */
async function endPassedProblems({ channelProblems, places, dispatcher }: ConnectionParts): Promise<void> {
  for (const channel of channelProblems.channels()) {
    if ((await places.check(channel)) !== 'usable') continue;
    await channelProblems.end(channel);
    dispatcher.resume(channel);
  }
}

/** Reports the state of channels and the app to readiness. */
function eventOptions(
  { log, readiness }: Runtime,
  { slack, storage, registry, places, dispatcher, channelProblems }: ConnectionParts,
  { greet }: Greeter,
): EventListenerOptions {
  readiness.register('installation', () => installationHealth(channelProblems.lost()));
  readiness.registerSide('channels', () => channelProblems.message());
  return {
    botUserId: slack.identity.botUserId,
    places,
    people: slack.people,
    resume: (channel) => dispatcher.resume(channel),
    hold: (channel) => dispatcher.hold(channel),
    follow: (from, to) => followChannelId({ ...storage, registry }, log, from, to),
    // Where commands don't work there is nothing to offer.
    greet: async (channel) => {
      const { channels } = registry;
      if (channels.length === 0 || channels.includes(channel)) await greet(channel);
    },
    channelProblems,
    log,
  };
}

function listenerOptions(
  { config, clock, sleep, random, newId, log, httpDispatcher }: Runtime,
  { slack, useCases, dispatcher }: ConnectionParts,
  homes: Homes,
): ListenerOptions {
  const { clients, translator, translatorAt } = slack;
  const openDirect = (user: string) => openDirectMessage(clients.background, user, clock.monotonic);
  const answerPerson = createAnswerPerson(clients.background, openDirect);
  return {
    useCases,
    commands,
    translator,
    translatorAt,
    respond: createResponseUrlClient({
      apiUrl: config.slack.apiUrl,
      dispatcher: httpDispatcher,
      answerPerson,
      sleep,
      now: clock.monotonic,
    }),
    openDialog: async (trigger_id, view) => void (await clients.interactive.views.open({ trigger_id, view })),
    namesOf: createNames(clients.background, clock.monotonic, log),
    reply: createReplyIn(clients.background),
    homes,
    answerPerson,
    updateDialog: createDialogUpdate(clients.interactive, sleep),
    changeDialog: async (view_id, view) => void (await clients.interactive.views.update({ view_id, view })),
    lists: createListReader(
      createSharedFiles({
        botToken: config.slack.botToken,
        apiUrl: config.slack.apiUrl,
        fileInfo: async (file) => (await clients.interactive.files.info({ file })).file,
        dispatcher: httpDispatcher,
      }),
    ),
    newId,
    openDirectMessage: openDirect,
    settled: (mapping, timeoutMs) => dispatcher.settled(mapping, timeoutMs),
    isRepeated: createDedupe(clock.monotonic),
    rateLimitWaitMs: createRateLimiter(clock.monotonic),
    newIncidentId: () => newIncidentId(random),
    log,
  };
}
