import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dispatcher as HttpDispatcher } from 'undici';
import { commands } from '../../commands/index.js';
import { type DeniedJournal, openDeniedJournal } from '../audit/denied-journal.js';
import type { HistoryReader } from '../audit/history-reader.js';
import { openJournal } from '../audit/journal.js';
import { verify } from '../audit/verify.js';
import { secretsOf } from '../config/app.js';
import type { AppConfig, Config } from '../config/config.js';
import { stages } from '../core/mapping.js';
import { type DispatcherTrouble, healthRoutes } from '../http/health.js';
import { startHttpServer } from '../http/server.js';
import { createWebhookRoute } from '../http/webhook-route.js';
import { measured } from '../metrics/measured.js';
import type { MappingCount } from '../metrics/metrics.js';
import { createPrometheusMetrics, type PrometheusMetrics } from '../metrics/prometheus.js';
import type { Chat } from '../outbox/chat.js';
import { createDispatcher, type Dispatcher, type DispatcherProblem } from '../outbox/dispatcher.js';
import { everySecond } from '../scheduler/ticker.js';
import { openSettings, type Settings } from '../settings/settings.js';
import { boltLogger } from '../slack/connection/bolt-logger.js';
import { connectSlack, type SlackConnection } from '../slack/connection/connection.js';
import { appTokenTest, createSlackDiagnosis } from '../slack/connection/diagnosis.js';
import { createDedupe } from '../slack/inbound/dedupe.js';
import type { ListenerOptions } from '../slack/inbound/listeners/context.js';
import { registerListeners } from '../slack/inbound/listeners/listeners.js';
import { createRateLimiter } from '../slack/inbound/rate-limiter.js';
import { createRoles } from '../slack/inbound/roles.js';
import { openDirectMessage } from '../slack/outbound/direct-message.js';
import { createPlaces } from '../slack/outbound/places.js';
import { createResponseUrlClient } from '../slack/outbound/response-url.js';
import { openLowdbStore } from '../store/lowdb/lowdb-store.js';
import { HostnameTaken, StaleVersion, type Store } from '../store/store.js';
import { diagnose } from '../use-cases/doctor/diagnose.js';
import { diagnoseDataDir, proxyLines, versionLine } from '../use-cases/doctor/machine-checks.js';
import { diagnoseScheduler } from '../use-cases/doctor/outside-checks.js';
import { type DoctorResult, problem as doctorProblem } from '../use-cases/doctor/result.js';
import type { Ports } from '../use-cases/ports.js';
import { createUseCases, type UseCases } from '../use-cases/use-cases.js';
import { createMappingProbe } from '../use-cases/worker/probe-mapping.js';
import { reconcileNotice } from '../use-cases/worker/reconcile-network.js';
import { systemClock } from '../util/clock.js';
import { dateOf } from '../util/http-date.js';
import { newIncidentId } from '../util/incident-id.js';
import type { HidingLog, Log } from '../util/log.js';
import { createHttpDispatcher } from '../util/proxy.js';
import { version } from '../util/version.js';
import { WakeUp } from '../util/wake-up.js';
import { type AppRegistry, createAppRegistry } from './app-registry.js';
import { createProbes } from './create-probes.js';
import { createSlack, type SlackAdapters } from './create-slack.js';
import { createWorkers, type Workers } from './create-workers.js';

/** A scheduler that ticks every second and has not for so long is stuck. */
const TICK_LIMIT_MS = 30_000;
/** A check or an event that is late by more makes the bot unready. */
const LATENESS_LIMIT_MS = 5 * 60_000;

const now = Date.now;
const same = <Port>(port: Port): Port => port;
const random = Math.random;
/** For waits: nobody sets this clock. */
const steady = () => performance.now();
const wait = (ms: number) => sleep(ms, undefined, { ref: false });

/** What is put between the bot and a port of its: a harness injects its faults here. */
export interface PortWrappers {
  readonly store?: (store: Store) => Store;
  readonly chat?: (chat: Chat) => Chat;
}

export interface BotHooks {
  readonly wrap?: PortWrappers;
  /** Another process has taken DATA_DIR over: nothing more can be stored here. */
  readonly onLockLost?: () => void;
}

export interface Bot {
  /** Where HTTP listens. */
  readonly port: number;
  /** Takes over what the configuration says of the apps now; the rest needs a restart. */
  reload(apps: readonly AppConfig[]): void;
  /** Starts nothing new, ends what is in flight, frees the store. */
  stop(): Promise<void>;
}

/** What comes up one after another; what is up first must do without the rest for a while. */
interface Parts {
  connection?: SlackConnection;
  workers?: Workers;
  dispatcher?: Dispatcher;
}

/** The composition root: configuration to adapters to services to a running bot. Throws when it can't start. */
export async function startBot(config: Config, log: HidingLog, hooks: BotHooks = {}): Promise<Bot> {
  const { store: wrapStore = same, chat: wrapChat = same } = hooks.wrap ?? {};
  const parts: Parts = {};
  const wakeUp = new WakeUp();
  const httpDispatcher = createHttpDispatcher(config.proxy);
  const metrics = createPrometheusMetrics();
  const files = await openLowdbStore({
    dataDir: config.dataDir,
    now,
    monotonic: steady,
    newToken: randomUUID,
    log,
    onLockLost: hooks.onLockLost,
  });
  const store = measured(wrapStore(files), ['create', 'save'], (_, outcome, durationMs, error) => {
    // Not a fault: whoever saved reads again and decides again.
    if (error instanceof StaleVersion || error instanceof HostnameTaken) return;
    metrics.stored(outcome === 'ok' ? 'ok' : 'failed', durationMs);
  });
  const settings = await openSettings(config.dataDir);
  const deniedJournal = await openDeniedJournal(config.dataDir, log);
  if (settings.problem) log.error({}, settings.problem);
  const registry = createAppRegistry(config.apps, config.closteApiUrl, settings.intervals(), {
    proxy: config.proxy,
    metrics,
  });
  // Up before Slack is: whoever watches over the process sees that it lives.
  let beReady: (deps: Ports) => void = () => undefined;
  const ready = new Promise<Ports>((resolve) => {
    beReady = resolve;
  });
  const http = await startHttp(config, { parts, ready, store, registry, settings, log, metrics });
  metrics.watch({
    droppedLogLines: log.droppedLines,
    readiness: () => ({ slack: parts.connection?.connected() ?? false }),
    mappings: () => countByStage(store),
  });
  const slack = await createSlack(config, registry.apps, log, { dispatcher: httpDispatcher, metrics });
  const dispatcher = createDispatcher({
    store,
    chat: wrapChat(slack.chat),
    ticker: everySecond,
    clock: systemClock,
    random,
    sleep: wait,
    log,
  });
  parts.dispatcher = dispatcher;
  const deps = depsOf(config, {
    parts,
    wakeUp,
    store,
    settings,
    deniedJournal,
    registry,
    slack,
    log,
    httpDispatcher,
  });
  const probeMapping = createMappingProbe(deps);
  const useCases = createUseCases(deps, probeMapping);
  const workers = createWorkers({ config, deps, probeMapping, settings, slack, wakeUp });
  const connection = connectSlack({
    botToken: config.slack.botToken,
    apiUrl: config.slack.apiUrl,
    mode: config.slack.mode,
    identity: slack.identity,
    register: (app) =>
      registerListeners(app, listening(config, { useCases, slack, dispatcher, log, httpDispatcher })),
    sleep: wait,
    random,
    log,
    logger: boltLogger(log),
    dispatcher: httpDispatcher,
  });
  Object.assign(parts, { workers, connection });
  beReady(deps);
  for (const each of [workers, dispatcher, connection]) each.start();
  const { team, botName: bot } = slack.identity;
  const apps = () => [...registry.apps.keys()];
  log.info(
    { version, team, bot, mode: config.slack.mode.kind, port: http.port, apps: apps() },
    'the bot is running',
  );
  return {
    port: http.port,
    reload: (next) => {
      registry.reload(next);
      log.info({ apps: apps() }, 'the apps were read anew');
    },
    stop: async () => {
      for (const each of [connection, workers, dispatcher, http]) await each.stop();
      await store.close();
    },
  };
}

interface HttpParts {
  readonly parts: Parts;
  readonly store: Store;
  readonly registry: AppRegistry;
  readonly settings: Settings;
  readonly log: HidingLog;
}

function startHttp(
  config: Config,
  {
    parts,
    ready,
    store,
    registry,
    settings,
    log,
    metrics,
  }: HttpParts & {
    readonly ready: Promise<Ports>;
    readonly metrics: PrometheusMetrics;
  },
) {
  return startHttpServer({
    ...config.http,
    routes: [
      metrics.route,
      ...healthRoutes({
        slackConnected: () => parts.connection?.connected() ?? false,
        storeWritable: store.assertWritable,
        lastTickAt: () => parts.workers?.lastTickAt(),
        lateness: async () => parts.workers?.lateness(),
        latenessLimitMs: LATENESS_LIMIT_MS,
        sideProblems: () => sideProblems(log, settings),
        dispatcherProblem: () => problemOf(parts.dispatcher?.problem()),
        now,
        tickLimitMs: TICK_LIMIT_MS,
      }),
    ],
    events: (request, response) => {
      if (parts.connection?.listener) parts.connection.listener(request, response);
      else response.writeHead(503).end();
    },
    webhooks: createWebhookRoute({
      tokenOf: (name) => registry.apps.get(name)?.multisite?.webhookToken,
      handle: async (name, notice) => {
        // Nobody sends a webhook again: one that comes while Slack is away waits.
        const deps = await ready;
        const app = registry.apps.get(name);
        if (app) await reconcileNotice(deps, app, notice);
      },
      log,
    }),
    log,
  });
}

interface ServiceParts extends HttpParts {
  readonly wakeUp: WakeUp;
  readonly deniedJournal: DeniedJournal;
  readonly slack: SlackAdapters;
  readonly httpDispatcher: HttpDispatcher;
}

function depsOf(
  config: Config,
  { parts, wakeUp, store, settings, deniedJournal, registry, slack, log, httpDispatcher }: ServiceParts,
): Ports {
  const { clients, identity, reader } = slack;
  const { apps } = registry;
  const probes = createProbes(config, now);
  return {
    store,
    apps,
    ...probes,
    roles: createRoles({
      client: clients.interactive,
      team: identity.teamId,
      organisation: identity.organisation,
      operators: config.operators,
      admins: config.admins,
      now,
      log,
    }),
    places: createPlaces({ client: clients.interactive, now: steady, log }),
    guestsMayView: config.guestsMayView,
    deniedJournal,
    channels: config.slack.channels,
    wakeUp: {
      check: wakeUp.notify,
      deliver: () => parts.dispatcher?.trigger(),
    },
    verify: createVerifier(config.dataDir, store, reader),
    diagnose: () =>
      diagnose({
        apps: apps.values(),
        ...probes,
        slack: createSlackDiagnosis(
          clients.background,
          appTokenTest({ ...config.slack, dispatcher: httpDispatcher, logger: boltLogger(log) }),
        ),
        rights: {
          operators: config.operators,
          admins: config.admins,
          needsApproval: config.policy.unmapApprovalMs !== undefined,
        },
        channels: config.slack.channels,
        running: async () => [
          diagnoseScheduler(parts.workers?.lastTickAt(), now(), TICK_LIMIT_MS),
          ...runningLines(sideProblems(log, settings), parts.dispatcher?.problem()),
        ],
        machine: async () => [
          await diagnoseDataDir(config.dataDir),
          ...proxyLines(config.proxy),
          versionLine(version, process.versions.node),
        ],
        dateOf: () => dateOf(config.closteApiUrl, httpDispatcher),
        now,
      }),
    settingChanges: settings.changes,
    changeInterval: async (change) => {
      await settings.change(change);
      registry.setInterval(change.app, change.toMs);
    },
    secrets: () => [...config.secrets, ...registry.configs().flatMap(secretsOf)],
    policy: config.policy,
    log,
    now,
    newId: randomUUID,
    random,
  };
}

interface ListeningParts {
  readonly useCases: UseCases;
  readonly slack: SlackAdapters;
  readonly dispatcher: Dispatcher;
  readonly log: Log;
  readonly httpDispatcher: HttpDispatcher;
}

function listening(
  config: Config,
  { useCases, slack, dispatcher, log, httpDispatcher }: ListeningParts,
): ListenerOptions {
  const { clients, translator } = slack;
  return {
    useCases,
    commands,
    translator,
    respond: createResponseUrlClient({
      apiUrl: config.slack.apiUrl,
      dispatcher: httpDispatcher,
      postEphemeral: async (to, { text, blocks }) =>
        void (await clients.background.chat.postEphemeral({ ...to, text, blocks: [...blocks] })),
      sleep: wait,
      now: steady,
    }),
    openDialog: async (trigger_id, view) => void (await clients.interactive.views.open({ trigger_id, view })),
    openDirectMessage: (user) => openDirectMessage(clients.background, user, now),
    settled: dispatcher.settled,
    isRepeated: createDedupe(steady),
    rateLimitWaitMs: createRateLimiter(steady),
    newIncidentId: () => newIncidentId(random),
    log,
  };
}

/** Their condition is not known to the store. */
const countByStage = (store: Store): Promise<readonly MappingCount[]> =>
  Promise.all(
    stages.map(async (stage) => {
      const { total: count } = await store.list({ stage, offset: 0, limit: 0 });
      return { stage, condition: 'unknown', count };
    }),
  );

/** What readiness says besides, as the doctor says it. */
const runningLines = (
  side: Readonly<Record<string, string>>,
  problem: DispatcherProblem | undefined,
): DoctorResult[] => {
  const all = {
    ...side,
    ...(problem ? { delivery: `channel ${problem.channel}: ${problem.message}` } : {}),
  };
  return Object.entries(all).map(([part, words]) => doctorProblem('doctor.running.part', { part, words }));
};

function sideProblems(log: HidingLog, { problem }: Settings): Record<string, string> {
  const dropped = log.droppedLines();
  return {
    ...(dropped > 0 ? { log: `${dropped} lines could not be written` } : {}),
    ...(problem ? { settings: problem } : {}),
  };
}

const problemOf = (problem: DispatcherProblem | undefined): DispatcherTrouble | undefined =>
  problem && { ...problem, isEverywhere: problem.code === 'unauthorised' };

/** One verification at a time: two would write to the same journal. */
function createVerifier(dataDir: string, store: Store, reader: HistoryReader): Ports['verify'] {
  let isRunning = false;
  return async (onProgress) => {
    if (isRunning) return 'running';
    isRunning = true;
    try {
      const journal = await openJournal(join(dataDir, 'audit', 'reading-in-slack.jsonl'));
      const { all: storedMappings, setAside } = store;
      const found = await verify({ storedMappings, setAside, reader, journal, now, onProgress });
      await journal.forget();
      return found;
    } finally {
      isRunning = false;
    }
  };
}
