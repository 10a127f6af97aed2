import type { AppConfig } from '../config/app.js';
import type { Config } from '../config/config.js';
import { openReportedNotices } from '../multisite/network-snapshot.js';
import type { JudgedApps } from '../use-cases/shared/conditions.js';
import { NetworkPauses } from '../use-cases/shared/network-pauses.js';
import { createMappingProbe } from '../use-cases/shared/probe-mapping.js';
import { createUseCases } from '../use-cases/use-cases.js';
import { createAppNotices } from '../use-cases/worker/app-notices.js';
import { reconcileNotice } from '../use-cases/worker/reconcile-network.js';
import { unlessAborted } from '../util/clock.js';
import { version } from '../util/version.js';
import { createAppRegistry } from './app-registry.js';
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
import { createHttp } from './steps/create-http.js';
import { returnPageOf } from './steps/create-one-click.js';
import { createPorts } from './steps/create-ports.js';
import { createProbes } from './steps/create-probes.js';
import { createSlack } from './steps/create-slack.js';
import { createStorage, type Storage } from './steps/create-storage.js';
import { createWorkers } from './steps/create-workers.js';

export interface Bot {
  /** Where HTTP listens. */
  readonly port: number;
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
  const { config } = runtime;
  const registry = createAppRegistry(
    config.apps,
    storage.settings,
    (app) => defaultsOf(app, config.policy, config.locale),
    {
      channels: config.slack.channels,
      proxy: config.proxy,
      publicUrl: config.http.publicUrl,
      metrics: runtime.metrics,
      learnedOf: storage.learning.limitsOf,
    },
  );
  judged.apps = registry.apps;
  const http = await createHttp(runtime, registry);
  watchMappings(runtime, storage, registry);

  const slack = await unlessAborted(
    options.stopping,
    createSlack(runtime, registry.apps, storage.learning.learned),
  );
  const channelProblems = await openChannelProblems(storage.store, runtime.log);
  const chat = options.wrap?.chat?.(slack.chat) ?? slack.chat;
  const dispatcher = createDelivery(runtime, storage, chat, channelProblems);
  const probes = createProbes(config, runtime.clock.now);
  const notices = createAppNotices({
    post: slack.postNotice,
    reportedOf: (app) => openReportedNotices(storage.store.documents, app),
    now: runtime.clock.now,
    log: runtime.log,
  });
  const lastRequests = recordRequests(
    storage.store.documents,
    {
      botUserId: slack.identity.botUserId,
      mode: config.slack.mode.kind,
      command: config.slack.command,
    },
    { now: runtime.clock.now, log: runtime.log },
  );
  const diagnose = createDoctor(runtime, { registry, slack, probes, dispatcher, notices, lastRequests });
  const ports = createPorts(runtime, {
    storage,
    registry,
    slack,
    probes,
    dispatcher,
    diagnose,
    channelProblems,
  });
  const { clients, translator } = slack;
  const approverMessages = createApproverMessages(runtime, {
    client: clients.background,
    translator,
    ports,
    dispatcher,
  });
  const { store } = ports;
  const { translatorAt } = slack;
  settleProposals({ client: clients.background, translatorAt, store, dispatcher, log: runtime.log });
  const networkPauses = new NetworkPauses(runtime.clock.monotonic, runtime.random);
  const probeMapping = createMappingProbe({ ...ports, networkPauses }, runtime.metrics.checked);
  const useCases = createUseCases(ports, probeMapping);
  const workers = createWorkers(runtime, {
    ports,
    probeMapping,
    networkPauses,
    settings: storage.settings,
    slack,
    notices,
    dispatcher,
    lanes: options.overrides?.lanes,
  });
  const batches = createBatches(runtime, { ports, probeMapping, slack });
  const connection = createConnection(runtime, {
    slack,
    storage,
    registry,
    channelProblems,
    places: ports.places,
    useCases,
    dispatcher,
    lastRequests,
  });
  const following = followSettings(runtime, storage.settings, registry);
  const joinChannels = () => void joinAppChannels(registry.apps.values(), ports.places, runtime.log);

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
  for (const each of [following, workers, batches, dispatcher, connection, approverMessages]) each.start();
  joinChannels();
  void storage.learning.start();

  const { port } = http.server;
  const { team, botName: bot } = slack.identity;
  const apps = () => [...registry.apps.keys()];
  runtime.log.info(
    { version, team, bot, mode: config.slack.mode.kind, port, apps: apps() },
    'the bot is running',
  );
  return {
    port,
    reload: (next) => {
      registry.reload(next);
      joinChannels();
      runtime.log.info({ apps: apps() }, 'apps reloaded');
    },
    stop: async () => {
      approverMessages.stop();
      for (const each of [connection, batches, workers, dispatcher, following, http.server])
        await each.stop();
      await storage.learning.settled();
      await storage.store.close();
    },
    abandon: () => storage.store.close(),
  };
}
