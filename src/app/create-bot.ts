import type { AppConfig } from '../config/app.js';
import type { Config } from '../config/config.js';
import { openReportedNotices } from '../multisite/reported-notices.js';
import type { SlackConnection } from '../slack/connection/connection.js';
import type { JudgedApps } from '../use-cases/shared/conditions.js';
import { NetworkPauses } from '../use-cases/shared/network-pauses.js';
import { createMappingProbe } from '../use-cases/shared/probe-mapping.js';
import { createUseCases } from '../use-cases/use-cases.js';
import { createAppNotices } from '../use-cases/worker/app-notices.js';
import { reconcileNotice } from '../use-cases/worker/reconcile-notice.js';
import { unlessAborted } from '../util/clock.js';
import { version } from '../util/version.js';
import { type AppRegistry, createAppRegistry } from './app-registry.js';
import { defaultsOf } from './app-settings.js';
import { createApproverMessages } from './channels/approver-messages.js';
import { openChannelProblems } from './channels/channel-memory.js';
import { joinAppChannels } from './channels/join-channels.js';
import { recordRequests } from './channels/last-requests.js';
import { settleProposals } from './channels/settled-proposals.js';
import { followSettings } from './follow-settings.js';
import { watchMappings } from './mapping-counts.js';
import { type BotOptions, createRuntime, type Runtime } from './runtime.js';
import { createBatches } from './steps/create-batches.js';
import { createConnection } from './steps/create-connection.js';
import { createDelivery } from './steps/create-delivery.js';
import { createDoctor } from './steps/create-doctor.js';
import { createHttp, type Http } from './steps/create-http.js';
import { returnPageOf } from './steps/create-one-click.js';
import { createPorts } from './steps/create-ports.js';
import { createProbes } from './steps/create-probes.js';
import { createSlack, type SlackAdapters } from './steps/create-slack.js';
import { createStorage, type Storage } from './steps/create-storage.js';
import { createWorkers } from './steps/create-workers.js';

export interface Bot {
  /** Where HTTP listens. */
  readonly port: number;
  /** Resolves when Slack's requests can arrive; rejects with a `StartError` if Slack refuses the app-level token at the start. */
  readonly running: Promise<void>;
  /** Reloads the apps from the configuration; everything else needs a restart. */
  reload(apps: readonly AppConfig[]): void;
  /** Starts nothing new, finishes work in progress, releases the store. */
  stop(): Promise<void>;
  /** Releases the store although work is in progress; what that still wants to save is refused. */
  abandon(): Promise<void>;
}

/**
 * The composition root: builds a running bot from the configuration. Throws if it can't start, and leaves no lock behind
 * for which the next start would have to wait.
 */
export async function startBot(config: Config, options: BotOptions): Promise<Bot> {
  const runtime = createRuntime(config, options);
  const judged = { apps: new Map(config.apps.map((app) => [app.name, app])) as JudgedApps };
  const storage = await createStorage(runtime, options, () => judged.apps);
  try {
    return await startWith(storage, judged, runtime, options);
  } catch (error) {
    await storage.store.close();
    throw error;
  }
}

async function startWith(
  storage: Storage,
  judged: { apps: JudgedApps },
  runtime: Runtime,
  options: BotOptions,
): Promise<Bot> {
  const registry = createRegistry(runtime, storage);
  judged.apps = registry.apps;
  const http = await createHttp(runtime, registry);
  watchMappings(runtime, storage, registry);
  const slack = await unlessAborted(
    options.stopping,
    createSlack(runtime, registry.apps, storage.learning.learned),
  );
  const core = await createCore(runtime, options, { storage, registry, slack });
  const background = createBackground(runtime, options, core);
  provideRoutes(http, core, background.connection);
  for (const each of Object.values(background)) each.start();
  const joinChannels = () => void joinAppChannels(registry.apps.values(), core.ports.places, runtime.log);
  joinChannels();
  void storage.learning.start();

  const { port } = http.server;
  const { team, botName: bot } = slack.identity;
  const apps = () => [...registry.apps.keys()];
  const { kind: mode } = runtime.config.slack.mode;
  const running = background.connection.opened.then(() =>
    runtime.log.info({ version, team, bot, mode, port, apps: apps() }, 'the bot is running'),
  );
  running.catch(() => undefined);
  return {
    port,
    running,
    reload: (next) => {
      registry.reload(next);
      joinChannels();
      runtime.log.info({ apps: apps() }, 'apps reloaded');
    },
    stop: async () => {
      const { approverMessages, connection, batches, workers, dispatcher, following } = background;
      approverMessages.stop();
      for (const each of [connection, batches, workers, dispatcher, following, http.server])
        await each.stop();
      await storage.learning.settled();
      await storage.store.close();
    },
    abandon: () => storage.store.close(),
  };
}

const createRegistry = ({ config, metrics }: Runtime, { settings, learning }: Storage): AppRegistry =>
  createAppRegistry(config.apps, settings, (app) => defaultsOf(app, config.policy, config.locale), {
    channels: config.slack.channels,
    proxy: config.proxy,
    publicUrl: config.http.publicUrl,
    metrics,
    learnedOf: learning.limitsOf,
  });

interface Outside {
  readonly storage: Storage;
  readonly registry: AppRegistry;
  readonly slack: SlackAdapters;
}

type Core = Awaited<ReturnType<typeof createCore>>;

/** The use cases and what they work with; nothing of it runs by itself. */
async function createCore(runtime: Runtime, options: BotOptions, outside: Outside) {
  const { storage, registry, slack } = outside;
  const { config, clock, log } = runtime;
  const { documents } = storage.store;
  const channelProblems = await openChannelProblems(storage.store, log);
  const chat = options.wrap?.chat?.(slack.chat) ?? slack.chat;
  const dispatcher = createDelivery(runtime, storage, chat, channelProblems);
  const probes = createProbes(config, clock.now);
  const notices = createAppNotices({
    post: slack.postNotice,
    reportedOf: (app) => openReportedNotices(documents, app),
    now: clock.now,
    log,
  });
  const { mode, command } = config.slack;
  const lastRequests = recordRequests(
    documents,
    { botUserId: slack.identity.botUserId, mode: mode.kind, command },
    { now: clock.now, log },
  );
  const diagnose = createDoctor(runtime, { registry, slack, probes, dispatcher, notices, lastRequests });
  const ports = createPorts(runtime, { ...outside, probes, dispatcher, diagnose, channelProblems });
  const networkPauses = new NetworkPauses(clock.monotonic, runtime.random);
  const probeMapping = createMappingProbe({ ...ports, networkPauses }, runtime.metrics.checked);
  const useCases = createUseCases(ports, probeMapping);
  return {
    ...outside,
    channelProblems,
    dispatcher,
    notices,
    lastRequests,
    ports,
    networkPauses,
    probeMapping,
    useCases,
  };
}

/** What runs from start to stop, in the order in which it starts. */
function createBackground(runtime: Runtime, options: BotOptions, core: Core) {
  const { storage, registry, slack, ports, dispatcher } = core;
  const { clients, translator, translatorAt } = slack;
  const client = clients.background;
  const approverMessages = createApproverMessages(runtime, { client, translator, ports, dispatcher });
  settleProposals({ client, translatorAt, store: ports.store, dispatcher, log: runtime.log });
  const workers = createWorkers(runtime, {
    ...core,
    settings: storage.settings,
    lanes: options.overrides?.lanes,
  });
  const batches = createBatches(runtime, core);
  const connection = createConnection(runtime, { ...core, places: ports.places });
  const following = followSettings(runtime, storage.settings, registry);
  return { following, workers, batches, dispatcher, connection, approverMessages };
}

/** What comes in over HTTP: webhooks of networks, customers who return, and Slack's requests. */
function provideRoutes(
  http: Http,
  { registry, notices, networkPauses, ports, useCases, slack }: Core,
  connection: SlackConnection,
): void {
  http.webhooks.provide({
    handle: async (name, notice) => {
      const app = registry.apps.get(name);
      await notices.webhookArrived(name);
      if (app) await reconcileNotice(ports, networkPauses.guarded(app), notice);
    },
    tested: notices.webhookTested,
    refused: notices.webhookRefused,
  });
  http.returns.provide(async (state, error) => {
    const returned = await useCases.customerReturned({ state, error });
    const page = returnPageOf(returned, slack.translatorAt(returned.place, returned.language));
    return { isKnown: returned.outcome !== 'unknown', page };
  });
  if (connection.listener) http.slackRequests.provide(connection.listener);
}
