import { type CompactOptions, compact } from '../audit/compact.js';
import type { Config } from '../config/config.js';
import { openLogPositions } from '../multisite/logs/positions.js';
import { createLogReader } from '../multisite/logs/reader.js';
import { openNetworkSnapshot } from '../multisite/network-snapshot.js';
import { createCheckScheduler } from '../scheduler/check-scheduler.js';
import type { Lateness } from '../scheduler/lateness.js';
import { createLogPoller } from '../scheduler/log-poller.js';
import { createNetworkPoller } from '../scheduler/network-poller.js';
import { createPoller, type Poller } from '../scheduler/poller.js';
import { atOnceAnd, everyNight, everyPulse, everySecond } from '../scheduler/ticker.js';
import { createTeller } from '../settings/report-changes.js';
import type { Settings } from '../settings/settings.js';
import type { Ports } from '../use-cases/ports.js';
import { advance } from '../use-cases/worker/advance.js';
import type { AppNotices } from '../use-cases/worker/app-notices.js';
import { createErrorReporter } from '../use-cases/worker/error-reporter.js';
import { handleLogEntry } from '../use-cases/worker/handle-log-entry.js';
import type { MappingProbe } from '../use-cases/worker/probe-mapping.js';
import { reconcileNetwork } from '../use-cases/worker/reconcile-network.js';
import { systemClock } from '../util/clock.js';
import { createIdleness } from '../util/idle.js';
import { newIncidentId } from '../util/incident-id.js';
import type { WakeUp } from '../util/wake-up.js';
import type { SlackAdapters } from './create-slack.js';

/** All that runs by the clock, besides delivery. */
export interface Workers {
  start(): void;
  lastTickAt(): number | undefined;
  /** How far the checks and the events are behind. */
  lateness(): Promise<Lateness>;
  /** Starts nothing new and resolves when what is in flight has ended. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  readonly config: Config;
  readonly deps: Ports;
  readonly probeMapping: MappingProbe;
  readonly settings: Settings;
  readonly slack: Pick<SlackAdapters, 'translator' | 'changePoster'>;
  readonly notices: AppNotices;
  /** Tells which mappings somebody waits for. */
  readonly wakeUp: WakeUp;
  /** The oldest event that Slack could take now and has not, epoch ms; the dispatcher knows. */
  readonly oldestEventAt?: () => number | undefined;
}

export function createWorkers(parts: WorkerOptions): Workers {
  const { config, deps, probeMapping, settings, slack, notices, wakeUp, oldestEventAt } = parts;
  const { store, apps, log, now, random } = deps;
  const clock = { ticker: everySecond, monotonic: systemClock.monotonic, log };
  const errorReporter = createErrorReporter(deps);

  async function tellFailure(mapping: string, error: unknown): Promise<void> {
    const incident = newIncidentId(random);
    log.error({ err: error, mapping, incident }, 'check failed');
    const message = slack.translator.tPlain('log.check-failed', { incident });
    await errorReporter.report({ mapping, source: 'bot', message, kind: 'check', id: incident });
  }

  const checks = createCheckScheduler({
    ...clock,
    store,
    advance: (mapping) => advance(deps, probeMapping, mapping),
    onFailure: tellFailure,
    wakeUp,
    ...(oldestEventAt ? { oldestEventAt } : {}),
    clock: systemClock,
    pulse: everyPulse,
    isIdle: createIdleness(),
    random,
  });
  const networks = createNetworkPoller({
    ...clock,
    apps,
    reconcile: (app) =>
      notices.watch(app.name, 'network', () =>
        reconcileNetwork(deps, openNetworkSnapshot(store.documents, app.name), app),
      ),
  });
  const logs = createLogPoller({
    ...clock,
    apps,
    readerOf: (app, folder) => {
      const reader = createLogReader(folder, openLogPositions(store.documents, app));
      return { read: (take) => notices.watch(app, 'logs', () => reader.read(take)) };
    },
    handle: (app, logged) => handleLogEntry(deps, errorReporter, app, logged),
    sweep: errorReporter.sweep,
  });
  const teller = createTeller({ ...clock, settings, poster: slack.changePoster });
  const compacting = createCompacting(config, { store, now, log });

  return {
    start: () => {
      for (const each of [checks, networks, logs, teller, compacting]) each.start();
    },
    lateness: checks.lateness,
    lastTickAt: checks.lastTickAt,
    stop: async () => {
      await Promise.all([checks, networks, logs, teller, compacting].map((each) => each.stop()));
    },
  };
}

/** At the start and every night. */
function createCompacting({ retentionMs }: Config, options: Omit<CompactOptions, 'retentionMs'>): Poller {
  return createPoller({
    ticker: atOnceAnd(everyNight),
    due: () => (retentionMs === undefined ? [] : ['old events']),
    run: async () => void (await compact({ ...options, retentionMs: retentionMs ?? 0 })),
    onError: (err) => options.log.error({ err }, 'old events could not be compacted'),
  });
}
