import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dispatcher as HttpDispatcher } from 'undici';
import type { Config } from '../config/config.js';
import { createPrometheusMetrics, type PrometheusMetrics } from '../http/metrics/prometheus.js';
import { Readiness } from '../http/readiness.js';
import type { Chat } from '../outbox/chat.js';
import type { Store } from '../store/store.js';
import { type Clock, systemClock } from '../util/clock.js';
import type { LaneOptions } from '../util/concurrency/lane.js';
import { WakeUp } from '../util/concurrency/wake-up.js';
import { createHttpDispatcher } from '../util/http-client.js';
import type { HidingLog } from '../util/log.js';

/** What a test harness may replace. */
export interface Overrides {
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Transport of every call to Slack and of its socket; of the other calls, too, if a proxy is configured. */
  readonly httpDispatcher: HttpDispatcher;
  readonly lanes: readonly LaneOptions[];
}

/** Wraps a port; a harness uses it to inject faults. */
export interface PortWrappers {
  readonly store?: (store: Store) => Store;
  readonly chat?: (chat: Chat) => Chat;
}

export interface BotOptions {
  readonly log: HidingLog;
  /** Another process has taken over DATA_DIR: nothing more can be stored here. */
  readonly onLockLost?: () => void;
  /** Ends a start that waits, for Slack or for DATA_DIR. */
  readonly stopping?: AbortSignal;
  readonly wrap?: PortWrappers;
  readonly overrides?: Partial<Overrides>;
}

/** Shared by every start-up step; never replaced. */
export interface Runtime extends Pick<Overrides, 'clock' | 'random' | 'sleep' | 'httpDispatcher'> {
  readonly config: Config;
  readonly log: HidingLog;
  readonly newId: () => string;
  readonly metrics: PrometheusMetrics;
  readonly readiness: Readiness;
  /** Created before both sides: use cases notify, the scheduler and the dispatcher listen. */
  readonly wakeUps: { readonly checks: WakeUp; readonly deliveries: WakeUp };
}

export function createRuntime(config: Config, { log, overrides = {} }: BotOptions): Runtime {
  const httpDispatcher = overrides.httpDispatcher ?? createHttpDispatcher(config.proxy);
  const metrics = createPrometheusMetrics();
  const readiness = new Readiness({ slack: 'not connected', scheduler: 'has not ticked yet' });
  metrics.watch({
    droppedLogLines: log.droppedLines,
    readiness: async () => {
      const parts = Object.entries((await readiness.report()).parts);
      return Object.fromEntries(parts.map(([part, { message }]) => [part, message === 'ok']));
    },
  });
  return {
    config,
    log,
    clock: overrides.clock ?? systemClock,
    random: overrides.random ?? Math.random,
    sleep: overrides.sleep ?? ((ms) => sleep(ms, undefined, { ref: false })),
    httpDispatcher,
    newId: randomUUID,
    metrics,
    readiness,
    wakeUps: { checks: new WakeUp(), deliveries: new WakeUp() },
  };
}
