import { type CompactOptions, compact } from '../../audit/compact.js';
import type { Config } from '../../config/config.js';
import { createLogPoller } from '../../multisite/logs/log-poller.js';
import { openLogPositions } from '../../multisite/logs/positions.js';
import { createLogReader, type LogReader } from '../../multisite/logs/reader.js';
import { createNetworkPoller } from '../../multisite/network-poller.js';
import { openNetworkSnapshot } from '../../multisite/network-snapshot.js';
import { atOnceAnd, everyNight, everySecond } from '../../scheduler/ticker.js';
import { createSettingsReporter } from '../../settings/report-changes.js';
import type { Settings } from '../../settings/settings.js';
import { StaleVersion } from '../../store/store.js';
import type { Ports } from '../../use-cases/ports.js';
import type { NetworkPauses } from '../../use-cases/shared/network-pauses.js';
import type { AppNotices } from '../../use-cases/worker/app-notices.js';
import { type DigestPoster, postDigests } from '../../use-cases/worker/digest.js';
import type { ErrorReporter } from '../../use-cases/worker/error-reporter.js';
import { handleLogEntry } from '../../use-cases/worker/handle-log-entry.js';
import { reconcileAliases } from '../../use-cases/worker/reconcile-aliases.js';
import { reconcileNetwork } from '../../use-cases/worker/reconcile-network.js';
import { repairPairs } from '../../use-cases/worker/repair-pairs.js';
import type { Ticker } from '../../util/clock.js';
import { createInterval, createPoller, type Poller } from '../../util/concurrency/poller.js';
import type { Log } from '../../util/log.js';
import type { Runtime } from '../runtime.js';
import type { SlackAdapters } from './create-slack.js';

interface Polling {
  readonly ticker: Ticker;
  readonly monotonic: () => number;
  readonly log: Log;
}

export interface PollerParts {
  readonly ports: Ports;
  readonly networkPauses: NetworkPauses;
  readonly settings: Settings;
  readonly slack: Pick<SlackAdapters, 'changePoster' | 'digestPoster'>;
  readonly notices: AppNotices;
}

/** What runs at its own pace, whether or not a mapping is due. */
export function createPollers(
  { config, clock, random, log }: Runtime,
  parts: PollerParts,
  errorReporter: ErrorReporter,
): readonly Poller[] {
  const { ports, settings, slack, notices } = parts;
  const { store } = ports;
  const polling = { ticker: everySecond, monotonic: clock.monotonic, log };
  return [
    createNetworks(polling, parts),
    createLogs(polling, random, parts, errorReporter),
    createAliasPoller(polling, ports, notices),
    createSettingsReporter({
      ...polling,
      settings,
      poster: slack.changePoster,
      isMine: () => store.isMine('setting changes'),
    }),
    createDigestPoller(polling, ports, slack.digestPoster),
    createCompacting(config, { store, now: clock.now, log }),
    createPairRepair(ports),
  ];
}

/** Compares each app's network with its mappings. */
const createNetworks = (polling: Polling, { ports, notices, networkPauses }: PollerParts): Poller =>
  createNetworkPoller({
    ...polling,
    apps: ports.apps,
    reconcile: async (app) => {
      if (!(await ports.store.isMine(`network ${app.name}`))) return;
      await notices.watch(app.name, 'network', () =>
        reconcileNetwork(
          { ...ports, duplicated: notices.recordsDuplicated },
          openNetworkSnapshot(ports.store.documents, app.name),
          networkPauses.guarded(app),
        ),
      );
    },
  });

/** Reports what networks write to their logs. */
const createLogs = (
  polling: Polling,
  random: Runtime['random'],
  { ports, notices }: PollerParts,
  errorReporter: ErrorReporter,
): Poller =>
  createLogPoller({
    ...polling,
    random,
    apps: ports.apps,
    readerOf: (app, folder) => {
      const reader = createSharedLogReader(ports.store, app, () =>
        createLogReader(folder, openLogPositions(ports.store.documents, app)),
      );
      return { read: (take) => notices.watch(app, 'logs', () => reader.read(take)) };
    },
    handle: (app, logged) => handleLogEntry(ports, errorReporter, app, logged),
    sweep: errorReporter.sweep,
  });

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
function createDigestPoller(clock: Polling, deps: Ports, poster: DigestPoster): Poller {
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
function createAliasPoller(clock: Polling, deps: Ports, notices: AppNotices): Poller {
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
