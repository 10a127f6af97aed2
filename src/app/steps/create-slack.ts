import type { HistoryReader } from '../../audit/history-reader.js';
import { loadHostnames } from '../../core/hostname.js';
import type { Learned } from '../../core/learning/durations.js';
import { defaultProvider } from '../../hosting/providers.js';
import { createCatalogue } from '../../locale/catalogue.js';
import type { Chat } from '../../outbox/chat.js';
import type { ChangePoster } from '../../settings/report-changes.js';
import { boltLogger, type Clients, createClients } from '../../slack/connection/clients.js';
import { type Identity, identify } from '../../slack/connection/connection.js';
import { createPeople, type SlackPeople } from '../../slack/inbound/people.js';
import { createReaderLanguage, type ReaderLanguage } from '../../slack/inbound/reader-language.js';
import { mapSlackErrors } from '../../slack/outbound/errors.js';
import { createHistoryReader } from '../../slack/outbound/history-reader.js';
import { createChangePoster } from '../../slack/outbound/posts/change-poster.js';
import { createSlackChat } from '../../slack/outbound/posts/chat.js';
import { createDigestPoster } from '../../slack/outbound/posts/digest-poster.js';
import { cardView, pointerView, stateView } from '../../slack/views/card/card.js';
import { digestView } from '../../slack/views/digest.js';
import { changeView } from '../../slack/views/thread/event-sentence.js';
import { plainText } from '../../slack/views/thread/plain.js';
import { replyView } from '../../slack/views/thread/reply.js';
import {
  type AppFacts,
  createTranslators,
  followingTranslator,
  loadFormats,
  type Translator,
  type TranslatorAt,
} from '../../slack/views/translator.js';
import type { StoredMapping } from '../../store/store.js';
import { type App, appAt } from '../../use-cases/ports.js';
import type { DigestPoster } from '../../use-cases/worker/digest.js';
import type { AppNoticesOptions } from '../../use-cases/worker/fault-reports.js';
import type { Runtime } from '../runtime.js';

/** Slack clients and chat, once our identity is known. */
export interface SlackAdapters {
  readonly clients: Clients;
  readonly identity: Identity;
  readonly people: SlackPeople;
  readonly readerLanguage: ReaderLanguage;
  /** For answers: speaks the language of the person whose request is being handled. */
  readonly translator: Translator;
  /** In the language of a place: its channel's, else its app's, else the bot's; or in another one. */
  readonly translatorAt: TranslatorAt;
  readonly chat: Chat;
  readonly reader: HistoryReader;
  readonly changePoster: ChangePoster;
  readonly digestPoster: DigestPoster;
  /** Posts a sentence in the app's channel, if it has one. */
  readonly postNotice: AppNoticesOptions['post'];
}

/** Waits while Slack is unreachable. Throws when the token is refused. */
export async function createSlack(
  runtime: Runtime,
  apps: ReadonlyMap<string, App>,
  learned: () => Learned,
): Promise<SlackAdapters> {
  const { config, clock, random, sleep, log, metrics, httpDispatcher: dispatcher } = runtime;
  const { locale } = config;
  const { botToken, apiUrl } = config.slack;
  const clients = createClients({ botToken, apiUrl, logger: boltLogger(log), dispatcher, metrics });
  const { background: client } = clients;
  const identity = await identify(client, { sleep, random, log });
  const translatorIn = translatorsOf(runtime, apps, learned, identity);
  loadFormats(translatorIn(locale));
  loadHostnames();
  const people = createPeople(clients.interactive, { now: clock.now, log });
  const readerLanguage = createReaderLanguage(people);
  const translatorAt: TranslatorAt = ({ app = '', channel = '' }, language) =>
    translatorIn(language ?? appAt(apps, { app, channel })?.locale ?? locale).about(app);
  const translatorFor = ({ mapping }: Pick<StoredMapping, 'mapping'>) => translatorAt(mapping);
  return {
    clients,
    identity,
    people,
    readerLanguage,
    translator: followingTranslator(() => translatorIn(readerLanguage.current() ?? locale)),
    translatorAt,
    chat: createSlackChat({
      client,
      card: (stored, www) => cardView(stored, www, translatorFor(stored)),
      reply: (thread, events) => replyView(thread, events, translatorFor(thread.main)),
      state: (stored) => stateView(stored, translatorFor(stored)),
      pointer: (stored) => pointerView(stored, translatorFor(stored)),
      plain: plainText(translatorAt),
      log,
    }),
    reader: createHistoryReader({ client, botId: identity.botId, sleep, random }),
    postNotice: async (app, key, params) => {
      const { channel } = apps.get(app) ?? {};
      if (channel === undefined) return;
      const text = translatorAt({ app, channel }).t(key, params);
      await mapSlackErrors(() => client.chat.postMessage({ channel, text }));
    },
    digestPoster: createDigestPoster(client, (digest) => digestView(digest, translatorAt(digest)), log),
    changePoster: createChangePoster(client, (changes) => changeView(changes, translatorAt(changes[0]))),
  };
}

function translatorsOf(
  { config, clock }: Runtime,
  apps: ReadonlyMap<string, App>,
  learned: () => Learned,
  identity: Identity,
) {
  const { slack, policy, operators, admins } = config;
  const { command } = slack;
  const [first] = apps.values();
  return createTranslators((language) => ({
    t: createCatalogue(language, first?.hosting ?? defaultProvider, command),
    command,
    locale: language,
    now: clock.now,
    policy,
    learned,
    appOf: (app, channel = '') => appFactsOf(appAt(apps, { app, channel })),
    isOnlyApp: () => apps.size === 1,
    workspaceUrl: identity.url,
    botName: identity.botName,
    approvers: operators.length === 0 ? [] : [...new Set([...operators, ...admins])],
  }));
}

function appFactsOf(app: App | undefined): AppFacts | undefined {
  if (!app) return undefined;
  const { target, hosting, dashboardUrl, intervalMs, policy, changesPerMinute, multisite, customer } = app;
  return {
    target,
    provider: hosting,
    dashboardUrl,
    intervalMs,
    policy,
    changesPerMinute,
    template: customer?.template,
    templateLanguage: customer?.language,
    written: customer?.written,
    network: multisite && { url: multisite.url, host: multisite.host, hasRest: multisite.rest !== undefined },
  };
}
