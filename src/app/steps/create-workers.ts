import { type CompactOptions, compact } from '../../audit/compact.js';
import type { Config } from '../../config/config.js';
import { latenessHealth, schedulerHealth } from '../../http/part-checks.js';
import { createLogPoller } from '../../multisite/logs/log-poller.js';
import { openLogPositions } from '../../multisite/logs/positions.js';
import { createLogReader, type LogReader } from '../../multisite/logs/reader.js';
import { createNetworkPoller } from '../../multisite/network-poller.js';
import { openNetworkSnapshot } from '../../multisite/network-snapshot.js';
import type { Dispatcher } from '../../outbox/dispatcher.js';
import { type CheckScheduler, createCheckScheduler } from '../../scheduler/check-scheduler.js';
import { tooLate } from '../../scheduler/lateness.js';
import { atOnceAnd, everyNight, everyPulse, everySecond } from '../../scheduler/ticker.js';
import { createTeller } from '../../settings/report-changes.js';
import type { Settings } from '../../settings/settings.js';
import { StaleVersion } from '../../store/store.js';
import type { Ports } from '../../use-cases/ports.js';
import type { NetworkPauses } from '../../use-cases/shared/network-pauses.js';
import type { MappingProbe } from '../../use-cases/shared/probe-mapping.js';
import { advance } from '../../use-cases/worker/advance.js';
import { AliasLists } from '../../use-cases/worker/alias-lists.js';
import type { AppNotices } from '../../use-cases/worker/app-notices.js';
import { type DigestPoster, postDigests } from '../../use-cases/worker/digest.js';
import { createErrorReporter } from '../../use-cases/worker/error-reporter.js';
import { handleLogEntry } from '../../use-cases/worker/handle-log-entry.js';
import { reconcileAliases } from '../../use-cases/worker/reconcile-aliases.js';
import { reconcileNetwork } from '../../use-cases/worker/reconcile-network.js';
import { repairPairs } from '../../use-cases/worker/repair-pairs.js';
import type { Ticker } from '../../util/clock.js';
import { createIdleness } from '../../util/concurrency/event-loop.js';
import type { LaneOptions } from '../../util/concurrency/lane.js';
import { createInterval, createPoller, type Poller } from '../../util/concurrency/poller.js';
import { newIncidentId } from '../../util/log.js';
import type { Runtime } from '../runtime.js';
import type { SlackAdapters } from './create-slack.js';

/** A scheduler that ticks every second but hasn't for this long is stuck. */
const TICK_LIMIT_MS = 30_000;
/**
 * Lateness beyond which the bot isn't ready. Calls to a slow third party may be late for long before it is our fault.
 */
const LATENESS_LIMITS = { ownMs: 5 * 60_000, laneMs: 60 * 60_000 } as const;

/** All scheduled work except delivery. */
export type Workers = Poller;

export interface WorkerParts {
  readonly ports: Ports;
  readonly probeMapping: MappingProbe;
  /** Shared with `probeMapping`. */
  readonly networkPauses: NetworkPauses;
  readonly settings: Settings;
  readonly slack: Pick<SlackAdapters, 'translator' | 'changePoster' | 'digestPoster'>;
  readonly notices: AppNotices;
  /** Knows the oldest event that Slack could accept but hasn't. */
  readonly dispatcher: Pick<Dispatcher, 'report'>;
  readonly lanes?: readonly LaneOptions[] | undefined;
}

interface PollingClock {
  readonly ticker: Ticker;
  readonly monotonic: () => number;
}

export function createWorkers(runtime: Runtime, parts: WorkerParts): Workers {
  const { config, clock, random, log, metrics } = runtime;
  const { ports, probeMapping, networkPauses, settings, slack, notices, dispatcher, lanes } = parts;
  const { store, apps } = ports;
  const polling = { ticker: everySecond, monotonic: clock.monotonic, log };
  const aliasLists = new AliasLists(clock.monotonic);
  const advancing = { ...ports, found: metrics.found, networkPauses, aliasLists };
  const errorReporter = createErrorReporter(ports);

  async function reportFailure(mapping: string, error: unknown): Promise<void> {
    const incident = newIncidentId(random);
    log.error({ err: error, mapping, incident }, 'check failed');
    const message = slack.translator.tPlain('log.check-failed', { incident });
    await errorReporter.report({ mapping, source: 'bot', message, kind: 'check', id: incident });
  }

  const checks = createCheckScheduler({
    ticker: everySecond,
    log,
    store,
    advance: (mapping) => advance(advancing, probeMapping, mapping),
    onFailure: reportFailure,
    wakeUp: runtime.wakeUps.checks,
    oldestEventAt: async () => (await dispatcher.report()).oldest?.at,
    ...(lanes ? { lanes } : {}),
    clock,
    pulse: everyPulse,
    isIdle: createIdleness(),
    random,
  });
  const networks = createNetworkPoller({
    ...polling,
    apps,
    reconcile: async (app) => {
      if (!(await store.isMine(`network ${app.name}`))) return;
      await notices.watch(app.name, 'network', () =>
        reconcileNetwork(
          { ...ports, duplicated: notices.recordsDuplicated },
          openNetworkSnapshot(store.documents, app.name),
          networkPauses.guarded(app),
        ),
      );
    },
  });
  const logs = createLogPoller({
    ...polling,
    random,
    apps,
    readerOf: (app, folder) => {
      const reader = createSharedLogReader(store, app, () =>
        createLogReader(folder, openLogPositions(store.documents, app)),
      );
      return { read: (take) => notices.watch(app, 'logs', () => reader.read(take)) };
    },
    handle: (app, logged) => handleLogEntry(ports, errorReporter, app, logged),
    sweep: errorReporter.sweep,
  });
  const aliases = createAliasPoller(polling, ports, notices);
  const teller = createTeller({
    ...polling,
    settings,
    poster: slack.changePoster,
    isMine: () => store.isMine('setting changes'),
  });
  const digests = createDigestPoller(polling, ports, slack.digestPoster);
  const compacting = createCompacting(config, { store, now: clock.now, log });
  watchScheduler(runtime, checks);

  const all = [checks, networks, logs, aliases, teller, digests, compacting, createPairRepair(ports)];
  return {
    start: () => {
      for (const each of all) each.start();
    },
    stop: async () => {
      await Promise.all(all.map((each) => each.stop()));
    },
  };
}

/** One replica reads an app's logs; whoever takes over continues where the other stopped. */
function createSharedLogReader({ isMine }: Ports['store'], app: string, open: () => LogReader): LogReader {
  let reader: LogReader | undefined;
  return {
    read: async (take) => {
      if (!(await isMine(`logs ${app}`))) {
        reader = undefined;
        return;
      }
      reader ??= open();
      try {
        await reader.read(take);
      } catch (error) {
        // Another replica read meanwhile.
        if (error instanceof StaleVersion) reader = undefined;
        throw error;
      }
    },
  };
}

const DIGESTS_MS = 60_000;

/** Checks once a minute whether an app's summary is due. */
function createDigestPoller(clock: PollingClock, deps: Ports, poster: DigestPoster): Poller {
  const hasPassed = createInterval(clock.monotonic);
  return createPoller({
    ticker: clock.ticker,
    due: () => [...deps.apps.keys()].filter((name) => hasPassed(name, DIGESTS_MS)),
    run: async (app) => {
      if (await deps.store.isMine(`digests ${app}`)) await postDigests(deps, poster, app);
    },
    onError: (err, app) => deps.log.warn({ err, app }, 'summary could not be posted'),
  });
}

const ALIASES_MS = 15 * 60_000;

/** Reconciles each app's aliases from time to time. */
function createAliasPoller(clock: PollingClock, deps: Ports, notices: AppNotices): Poller {
  const { apps, log } = deps;
  const hasPassed = createInterval(clock.monotonic);
  // Not at start-up: an outage or update may have left work unfinished.
  for (const name of apps.keys()) hasPassed(name, 0);
  return createPoller({
    ticker: clock.ticker,
    due: () => [...apps.keys()].filter((name) => hasPassed(name, ALIASES_MS)),
    run: async (name) => {
      const app = apps.get(name);
      if (app && (await deps.store.isMine(`aliases ${name}`)))
        await notices.watch(name, 'aliases', () =>
          reconcileAliases({ ...deps, vanishing: notices.aliasVanishing }, app),
        );
    },
    onError: (err, app) =>
      log.warn({ err, app }, 'aliases could not be compared with the hosting provider’s list'),
  });
}

/** Reports the lateness of checks and events to readiness, the doctor and metrics. */
function watchScheduler({ clock, metrics, readiness }: Runtime, checks: CheckScheduler): void {
  readiness.register('scheduler', () => schedulerHealth(checks.lastTickAt(), clock.now(), TICK_LIMIT_MS));
  readiness.register('lateness', async () =>
    latenessHealth(tooLate(await checks.lateness(), LATENESS_LIMITS)),
  );
  metrics.watch({
    lanes: async () => {
      const { lanes } = await checks.lateness();
      return lanes.map(({ name, inFlight, queued, lateMs }) => ({
        lane: name,
        inFlight,
        queued,
        latenessMs: lateMs,
      }));
    },
  });
}

/** At start-up. */
const createPairRepair = (deps: Ports): Poller =>
  createPoller({
    ticker: atOnceAnd(() => ({ cancel: () => undefined })),
    due: () => ['pairs'],
    run: async () => {
      if (await deps.store.isMine('pairs')) await repairPairs(deps);
    },
    onError: (err) => deps.log.error({ err }, 'www mappings could not be read for repair'),
  });

/** At start-up and every night. */
function createCompacting(
  { retentionMs }: Config,
  options: Omit<CompactOptions, 'retentionMs'> & Pick<Ports, 'store'>,
): Poller {
  return createPoller({
    ticker: atOnceAnd(everyNight),
    due: () => (retentionMs === undefined ? [] : ['old events']),
    run: async () => {
      if (await options.store.isMine('compaction'))
        await compact({ ...options, retentionMs: retentionMs ?? 0 });
    },
    onError: (err) => options.log.error({ err }, 'old events could not be compacted'),
  });
}
