import { type CompactOptions, compact } from './audit/compact.js';
import type { Config } from './config.js';
import { newIncident } from './incident.js';
import { keepKnown } from './multisite/known-records.js';
import { keepPlaces } from './multisite/logs/places.js';
import { createLogReader } from './multisite/logs/reader.js';
import type { Deps } from './service/deps.js';
import type { DomainService } from './service/domain-service.js';
import { followNetwork } from './service/follow-network.js';
import { takeLogEntry } from './service/take-log-entry.js';
import { createTroubles } from './service/troubles.js';
import type { Settings } from './settings/settings.js';
import { createTeller } from './settings/tell-changes.js';
import type { SlackSide } from './slack-side.js';
import { everyNight, everyPulse, everySecond } from './ticker.js';
import { systemClock } from './util/clock.js';
import { createIdleness } from './util/idle.js';
import type { WakeUp } from './util/wake-up.js';
import type { Lateness } from './watch/lateness.js';
import { createLogWatch } from './watch/log-watch.js';
import { createNetworkWatch } from './watch/network-watch.js';
import { createWatch } from './watch/watch.js';

/** All that runs by the clock, besides delivery. */
export interface Background {
  start(): void;
  lastTickAt(): number | undefined;
  /** How far the checks and the events are behind. */
  lateness(): Promise<Lateness>;
  /** Starts nothing new and resolves when what is in flight has ended. */
  stop(): Promise<void>;
}

export interface BackgroundParts {
  readonly config: Config;
  readonly deps: Deps;
  readonly service: Pick<DomainService, 'advance'>;
  readonly settings: Settings;
  readonly slack: Pick<SlackSide, 'voice' | 'changePoster'>;
  /** Tells which mappings somebody waits for. */
  readonly wakeUp: WakeUp;
  /** The oldest event that Slack could take now and has not, epoch ms; the dispatcher knows. */
  readonly oldestEventAt?: () => number | undefined;
}

export function createBackground(parts: BackgroundParts): Background {
  const { config, deps, service, settings, slack, wakeUp, oldestEventAt } = parts;
  const { store, apps, log, now, random } = deps;
  const { dataDir } = config;
  const clock = { ticker: everySecond, steady: () => performance.now(), log };
  const troubles = createTroubles(deps);

  async function tellFailure(mapping: string, error: unknown): Promise<void> {
    const incident = newIncident(random);
    log.error({ err: error, mapping, incident }, 'a check failed');
    const message = slack.voice.sayPlain('log.check-failed', { incident });
    await troubles.tell({ mapping, source: 'bot', message, kind: 'check', id: incident });
  }

  const watch = createWatch({
    ...clock,
    store,
    advance: service.advance,
    onFailure: tellFailure,
    wakeUp,
    ...(oldestEventAt ? { oldestEventAt } : {}),
    clock: systemClock,
    pulse: everyPulse,
    isIdle: createIdleness(),
    random,
  });
  const networks = createNetworkWatch({
    ...clock,
    apps,
    follow: (app) => followNetwork(deps, keepKnown(dataDir, app.name), app),
  });
  const logs = createLogWatch({
    ...clock,
    apps,
    readerOf: (app, folder) => createLogReader(folder, keepPlaces(dataDir, app)),
    take: (app, logged) => takeLogEntry(deps, troubles, app, logged),
    sweep: troubles.sweep,
  });
  const teller = createTeller({ ...clock, settings, poster: slack.changePoster });
  let compacting: { cancel(): void } | undefined;

  return {
    start: () => {
      for (const each of [watch, networks, logs, teller]) each.start();
      compacting = startCompacting(config, { store, now, log });
    },
    lateness: watch.lateness,
    lastTickAt: watch.lastTickAt,
    stop: async () => {
      compacting?.cancel();
      await Promise.all([watch, networks, logs, teller].map((each) => each.stop()));
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
