import { latenessHealth, schedulerHealth } from '../../http/part-checks.js';
import type { Dispatcher } from '../../outbox/dispatcher.js';
import { type CheckScheduler, createCheckScheduler } from '../../scheduler/check-scheduler.js';
import { tooLate } from '../../scheduler/lateness.js';
import { everyPulse, everySecond } from '../../scheduler/ticker.js';
import type { MappingProbe } from '../../use-cases/shared/probe-mapping.js';
import { advance } from '../../use-cases/worker/advance.js';
import { AliasLists } from '../../use-cases/worker/alias-lists.js';
import { createErrorReporter, type ErrorReporter } from '../../use-cases/worker/error-reporter.js';
import { createIdleness } from '../../util/concurrency/event-loop.js';
import type { LaneOptions } from '../../util/concurrency/lane.js';
import type { Poller } from '../../util/concurrency/poller.js';
import { newIncidentId } from '../../util/log.js';
import type { Runtime } from '../runtime.js';
import { createPollers, type PollerParts } from './create-pollers.js';
import type { SlackAdapters } from './create-slack.js';

/** A scheduler that ticks every second but hasn't for this long is stuck. */
const TICK_LIMIT_MS = 30_000;
/**
 * Lateness beyond which the bot isn't ready. Calls to a slow third party may be late for long before it is our fault.
 */
const LATENESS_LIMITS = { ownMs: 5 * 60_000, laneMs: 60 * 60_000 } as const;

/** All scheduled work except delivery. */
export type Workers = Poller;

export interface WorkerParts extends PollerParts {
  /** Pauses the same networks. */
  readonly probeMapping: MappingProbe;
  readonly slack: PollerParts['slack'] & Pick<SlackAdapters, 'translator'>;
  /** Knows the oldest event that Slack could accept but hasn't. */
  readonly dispatcher: Pick<Dispatcher, 'report'>;
  readonly lanes?: readonly LaneOptions[] | undefined;
}

export function createWorkers(runtime: Runtime, parts: WorkerParts): Workers {
  const errorReporter = createErrorReporter(parts.ports);
  const checks = createChecks(runtime, parts, errorReporter);
  watchScheduler(runtime, checks);
  const all = [checks, ...createPollers(runtime, parts, errorReporter)];
  return {
    start: () => {
      for (const each of all) each.start();
    },
    stop: async () => {
      await Promise.all(all.map((each) => each.stop()));
    },
  };
}

/** Advances mappings when they are due. */
function createChecks(
  { wakeUps, clock, random, log, metrics }: Runtime,
  { ports, probeMapping, networkPauses, slack, dispatcher, lanes }: WorkerParts,
  errorReporter: ErrorReporter,
): CheckScheduler {
  const aliasLists = new AliasLists(clock.monotonic);
  const advancing = { ...ports, found: metrics.found, networkPauses, aliasLists };

  async function reportFailure(mapping: string, error: unknown): Promise<void> {
    const incident = newIncidentId(random);
    log.error({ err: error, mapping, incident }, 'check failed');
    const message = slack.translator.tPlain('log.check-failed', { incident });
    await errorReporter.report({ mapping, source: 'bot', message, kind: 'check', id: incident });
  }

  return createCheckScheduler({
    ticker: everySecond,
    log,
    store: ports.store,
    advance: (mapping) => advance(advancing, probeMapping, mapping),
    onFailure: reportFailure,
    wakeUp: wakeUps.checks,
    oldestEventAt: async () => (await dispatcher.report()).oldest?.at,
    ...(lanes ? { lanes } : {}),
    clock,
    pulse: everyPulse,
    isIdle: createIdleness(),
    random,
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
