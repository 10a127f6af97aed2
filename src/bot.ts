import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commands } from '../commands/index.js';
import { type CompactOptions, compact } from './audit/compact.js';
import { openJournal } from './audit/journal.js';
import { verify } from './audit/verify.js';
import type { AppConfig, Config } from './config.js';
import { secretsOf } from './config-app.js';
import { createDelivery, type Delivery, type DeliveryTrouble } from './delivery/delivery.js';
import { examine } from './doctor/doctor.js';
import { examineScheduler } from './doctor/outside-checks.js';
import { createFleet } from './fleet.js';
import { healthRoutes, type Trouble } from './health.js';
import { dateOf } from './http-date.js';
import { startHttpServer } from './http-server.js';
import { newIncident } from './incident.js';
import { createCatalogue } from './locale/catalogue.js';
import type { Log } from './log.js';
import { createKnownRecords } from './multisite/known-records.js';
import { keepPlaces } from './multisite/logs/places.js';
import { createLogReader } from './multisite/logs/reader.js';
import { createWebhookRoute, type WebhookOptions } from './multisite/webhook-route.js';
import { createProbes } from './probes.js';
import type { App, Deps } from './service/deps.js';
import { createDomainService } from './service/domain-service.js';
import { followNetwork, followNotice } from './service/follow-network.js';
import { takeLogEntry } from './service/take-log-entry.js';
import { createTroubles } from './service/troubles.js';
import { openSettings } from './settings/settings.js';
import { createTeller } from './settings/tell-changes.js';
import { createAfterwards } from './slack/afterwards.js';
import { boltLogger } from './slack/bolt-logger.js';
import { createChangePoster } from './slack/change-poster.js';
import { createClients } from './slack/clients.js';
import { connectSlack, identify, type SlackConnection } from './slack/connection.js';
import { createDuplicates } from './slack/duplicates.js';
import { createSlackExam } from './slack/exam.js';
import { createFloodGate } from './slack/flood.js';
import { createHistoryReader } from './slack/history-reader.js';
import { registerListeners } from './slack/listeners/listeners.js';
import { openMail } from './slack/mail.js';
import { createSlackMessenger } from './slack/messenger.js';
import { createResponder } from './slack/response-url.js';
import { createRoles } from './slack/roles.js';
import { cardView } from './slack/views/card.js';
import { replyView } from './slack/views/reply.js';
import { changeView } from './slack/views/settings.js';
import { type AppFacts, createVoices } from './slack/views/voice.js';
import { openLowdbStore } from './store/lowdb-store.js';
import { everyNight, everySecond } from './ticker.js';
import { createLogWatch } from './watch/log-watch.js';
import { createNetworkWatch } from './watch/network-watch.js';
import { createWatch, type Watch } from './watch/watch.js';

/** A scheduler that ticks every second and has not for so long is stuck. */
const TICK_LIMIT_MS = 30_000;

export interface Bot {
  /** Where HTTP listens. */
  readonly port: number;
  /** Takes over what the configuration says of the apps now; the rest needs a restart. */
  reload(apps: readonly AppConfig[]): void;
  /** Starts nothing new, ends what is in flight, frees the store. */
  stop(): Promise<void>;
}

/** The composition root: configuration to adapters to services to a running bot. Throws when it can't start. */
export async function startBot(config: Config, log: Log): Promise<Bot> {
  const now = Date.now;
  /** For waits: nobody sets this clock. */
  const steady = () => performance.now();
  const random = Math.random;
  const wait = (ms: number) => sleep(ms, undefined, { ref: false });
  const store = await openLowdbStore({ dataDir: config.dataDir, now, newToken: randomUUID, log });
  const settings = await openSettings(config.dataDir);
  const fleet = createFleet(config.apps, config.closteApiUrl, settings.intervals());
  const { apps } = fleet;

  // Up before Slack is: whoever watches over the process sees that it lives.
  let slack: SlackConnection | undefined;
  let watch: Watch | undefined;
  let delivery: Delivery | undefined;
  let takeNotice: WebhookOptions['take'] | undefined;
  const http = await startHttpServer({
    ...config.http,
    routes: healthRoutes({
      slackConnected: () => slack?.connected() ?? false,
      storeWritable: store.assertWritable,
      lastTickAt: () => watch?.lastTickAt(),
      deliveryTrouble: () => troubleOf(delivery?.trouble()),
      now,
      tickLimitMs: TICK_LIMIT_MS,
    }),
    events: (request, response) => {
      if (slack?.listener) slack.listener(request, response);
      else response.writeHead(503).end();
    },
    webhooks: createWebhookRoute({
      tokenOf: (name) => takeNotice && apps.get(name)?.multisite?.webhookToken,
      take: async (name, notice) => takeNotice?.(name, notice),
      log,
    }),
    log,
  });

  const logger = boltLogger(log);
  const clients = createClients({ botToken: config.slack.botToken, apiUrl: config.slack.apiUrl, logger });
  const identity = await identify(clients.background, wait, log);
  const voiceIn = createVoices((locale) => ({
    say: createCatalogue(locale),
    locale,
    now,
    policy: config.policy,
    appOf: (name) => factsOf(apps.get(name)),
    workspaceUrl: identity.url,
  }));
  const voice = voiceIn(config.locale);
  /** An app's cards and threads are in the language of its channel. */
  const voiceOf = (app: string) => voiceIn(apps.get(app)?.locale ?? config.locale);
  const messenger = createSlackMessenger({
    client: clients.background,
    card: (record, companion) => cardView(record, companion, voiceOf(record.mapping.app)),
    reply: (record, event) => replyView(record, event, voiceOf(record.mapping.app)),
  });
  const reader = createHistoryReader({ client: clients.background, botId: identity.botId, sleep: wait });
  delivery = createDelivery({ store, messenger, ticker: everySecond, now, sleep: wait, log });
  const bell = {
    check: (mapping: string): void => watch?.ring(mapping),
    deliver: (): void => delivery?.ring(),
  };
  const probes = createProbes(config, now);
  const deps: Deps = {
    store,
    apps,
    ...probes,
    roles: createRoles({
      client: clients.interactive,
      team: identity.teamId,
      operators: config.operators,
      admins: config.admins,
      now,
      log,
    }),
    channels: config.slack.channels,
    bell,
    verify: async (onProgress) => {
      const journal = await openJournal(join(config.dataDir, 'audit', 'reading-in-slack.jsonl'));
      const found = await verify({ records: store.all, reader, journal, now, onProgress });
      await journal.forget();
      return found;
    },
    examine: () =>
      examine({
        apps: apps.values(),
        ...probes,
        slack: createSlackExam(clients.background),
        channels: [
          ...new Set(
            [...apps.values()].flatMap(({ channel }) => channel ?? []).concat(config.slack.channels),
          ),
        ],
        scheduler: async () => examineScheduler(watch?.lastTickAt(), now(), TICK_LIMIT_MS),
        dateOf: () => dateOf(config.closteApiUrl),
        now,
      }),
    policy: config.policy,
    log,
    now,
    settingChanges: settings.changes,
    changeInterval: async (change) => {
      await settings.change(change);
      fleet.setInterval(change.app, change.toMs);
    },
    secrets: () => [...config.secrets, ...fleet.configs().flatMap(secretsOf)],
    newId: randomUUID,
    random,
  };
  const service = createDomainService(deps);
  const troubles = createTroubles(deps);
  watch = createWatch({
    store,
    advance: service.advance,
    onFailure: async (mapping, error) => {
      const incident = newIncident(random);
      log.error({ err: error, mapping, incident }, 'a check failed');
      const message = voice.sayPlain('log.check-failed', { incident });
      await troubles.tell({ mapping, source: 'bot', message, kind: 'check', id: incident });
    },
    intervalMs: () => Math.min(...[...apps.values()].map(({ intervalMs }) => intervalMs)),
    ticker: everySecond,
    now,
    log,
  });
  const known = createKnownRecords(config.dataDir);
  const networks = createNetworkWatch({
    apps,
    follow: (app) => followNetwork(deps, known, app),
    ticker: everySecond,
    steady,
    log,
  });
  const logs = createLogWatch({
    apps,
    readerOf: (app, folder) => createLogReader(folder, keepPlaces(config.dataDir, app)),
    take: (app, logged) => takeLogEntry(deps, troubles, app, logged),
    sweep: troubles.sweep,
    ticker: everySecond,
    log,
  });
  const teller = createTeller({
    settings,
    poster: createChangePoster(clients.background, (change) => changeView(change, voiceOf(change.app))),
    ticker: everySecond,
    steady,
    log,
  });
  takeNotice = async (name, notice) => {
    const app = apps.get(name);
    if (app) await followNotice(deps, app, notice);
  };
  slack = connectSlack({
    botToken: config.slack.botToken,
    apiUrl: config.slack.apiUrl,
    mode: config.slack.mode,
    identity,
    register: (app) =>
      registerListeners(app, {
        service,
        commands,
        voice,
        respond: createResponder({ apiUrl: config.slack.apiUrl }),
        openDialog: async (trigger_id, view) =>
          void (await clients.interactive.views.open({ trigger_id, view })),
        openMail: (user) => openMail(clients.background, user, now),
        settled: delivery.settled,
        isRepeated: createDuplicates(steady),
        floodWaitMs: createFloodGate(steady),
        newIncident: () => newIncident(random),
        afterwards: createAfterwards(steady),
        log,
      }),
    sleep: wait,
    random,
    log,
    logger,
  });
  const compacting = startCompacting(config, { store, now, log });
  watch.start();
  networks.start();
  logs.start();
  teller.start();
  delivery.start();
  slack.start();
  log.info(
    {
      team: identity.team,
      bot: identity.botName,
      mode: config.slack.mode.kind,
      port: http.port,
      apps: [...apps.keys()],
    },
    'the bot is running',
  );

  return {
    port: http.port,
    reload: (next) => {
      fleet.reload(next);
      log.info({ apps: [...apps.keys()] }, 'the apps were read anew');
    },
    stop: async () => {
      compacting.cancel();
      await slack?.stop();
      await networks.stop();
      await logs.stop();
      await teller.stop();
      await watch?.stop();
      await delivery?.stop();
      await http.stop();
      await store.close();
    },
  };
}

/** At the start and every night. */
function startCompacting(
  { retentionMs }: Config,
  options: Omit<CompactOptions, 'retentionMs'>,
): { cancel(): void } {
  if (retentionMs === undefined) return { cancel: () => undefined };
  const work = () => {
    compact({ ...options, retentionMs }).catch((error: unknown) =>
      options.log.error({ err: error }, 'old events could not be compacted'),
    );
  };
  work();
  return everyNight(work);
}

function factsOf(app: App | undefined): AppFacts | undefined {
  if (!app) return undefined;
  const { multisite } = app;
  return { ...app, network: multisite && { url: multisite.url, hasRest: multisite.rest !== undefined } };
}

const troubleOf = (trouble: DeliveryTrouble | undefined): Trouble | undefined =>
  trouble && { ...trouble, isEverywhere: trouble.code === 'unauthorised' };
