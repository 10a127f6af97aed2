import { setTimeout as sleep } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import type { HistoryReader } from './audit/history-reader.js';
import type { Config } from './config.js';
import type { Messenger } from './delivery/messenger.js';
import { createCatalogue } from './locale/catalogue.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics/metrics.js';
import type { App } from './service/deps.js';
import type { ChangePoster } from './settings/tell-changes.js';
import { boltLogger } from './slack/bolt-logger.js';
import { createChangePoster } from './slack/change-poster.js';
import { type Clients, createClients } from './slack/clients.js';
import { type Identity, identify } from './slack/connection.js';
import { createHistoryReader } from './slack/history-reader.js';
import { createSlackMessenger } from './slack/messenger.js';
import { cardView, stateView } from './slack/views/card.js';
import { plainText } from './slack/views/plain.js';
import { replyView } from './slack/views/reply.js';
import { changeView } from './slack/views/settings.js';
import { type AppFacts, createVoices, type Voice } from './slack/views/voice.js';

/** What speaks to Slack, once Slack has said who we are. */
export interface SlackSide {
  readonly clients: Clients;
  readonly identity: Identity;
  /** Of answers to people. */
  readonly voice: Voice;
  readonly messenger: Messenger;
  readonly reader: HistoryReader;
  readonly changePoster: ChangePoster;
}

/** Waits while Slack is away. Throws when the token is no good. */
export async function createSlackSide(
  { slack: { botToken, apiUrl, command }, locale, policy }: Config,
  apps: ReadonlyMap<string, App>,
  log: Log,
  { dispatcher, metrics }: { readonly dispatcher: Dispatcher; readonly metrics: Metrics },
): Promise<SlackSide> {
  const wait = (ms: number) => sleep(ms, undefined, { ref: false });
  const clients = createClients({ botToken, apiUrl, logger: boltLogger(log), dispatcher, metrics });
  const { background: client } = clients;
  const identity = await identify(client, wait, log);
  const voiceIn = createVoices((language) => ({
    say: createCatalogue(language, command),
    command,
    locale: language,
    now: Date.now,
    policy,
    appOf: (name) => factsOf(apps.get(name)),
    workspaceUrl: identity.url,
  }));
  /** An app's cards and threads are in the language of its channel. */
  const voiceOf = (app: string) => voiceIn(apps.get(app)?.locale ?? locale);
  return {
    clients,
    identity,
    voice: voiceIn(locale),
    messenger: createSlackMessenger({
      client,
      card: (record, companion) => cardView(record, companion, voiceOf(record.mapping.app)),
      reply: (record, event) => replyView(record, event, voiceOf(record.mapping.app)),
      state: (record) => stateView(record, voiceOf(record.mapping.app)),
      plain: plainText(voiceOf),
      log,
    }),
    reader: createHistoryReader({ client, botId: identity.botId, sleep: wait }),
    changePoster: createChangePoster(client, (change) => changeView(change, voiceOf(change.app))),
  };
}

function factsOf(app: App | undefined): AppFacts | undefined {
  if (!app) return undefined;
  const { target, appId, intervalMs, multisite } = app;
  return {
    target,
    appId,
    intervalMs,
    network: multisite && { url: multisite.url, hasRest: multisite.rest !== undefined },
  };
}
