import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { MetricSources, Metrics } from '../../core/ports/metrics.js';
import { withTimeout } from '../../util/clock.js';

const PREFIX = 'domain_bot_';
const CALL_BUCKETS_S = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const CHECK_BUCKETS_S = [0.1, 0.5, 1, 2.5, 5, 10, 20, 40];
const WRITE_BUCKETS_S = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1];
/** Limit on a label's values, whatever a caller passes. */
const MAX_LABEL_VALUES = 100;
/** Prometheus gives a scrape up after ten seconds. */
const SOURCE_TIMEOUT_MS = 3_000;

/** Gauges that call themselves counters; each is the sum of one that stays. */
const MISNAMED = ['handles', 'requests', 'resources'].map((what) => `nodejs_active_${what}_total`);

export interface PrometheusMetrics extends Metrics {
  readonly registry: Registry;
}

/** Metrics in a registry of their own, from which Prometheus reads them. */
export function createPrometheusMetrics(): PrometheusMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of MISNAMED) registry.removeSingleMetric(name);
  const counts = createCounts(registry);
  // A counter that begins with its first failure would not seem to increase.
  for (const outcome of ['ok', 'failed']) counts.writes.zero({ outcome });
  const sources: Partial<MetricSources>[] = [];
  createGauges(registry, sources);
  const bounded = createBounds();
  const seconds = (ms: number): number => ms / 1000;
  return {
    registry,
    called: (party, operation, outcome, durationMs) =>
      counts.calls.observe(
        { party, operation: bounded('operation', operation), outcome },
        seconds(durationMs),
      ),
    checked: (outcome, durationMs) => counts.checks.observe({ outcome }, seconds(durationMs)),
    found: (code) => void counts.findings.inc({ code: bounded('code', code) }),
    deliveryFailed: (reason) => void counts.failedDeliveries.inc({ reason: bounded('reason', reason) }),
    delivered: () => void counts.deliveries.inc(),
    stored: (outcome, durationMs) => counts.writes.observe({ outcome }, seconds(durationMs)),
    watch: (more) => void sources.push(more),
  };
}

function createCounts(registry: Registry) {
  const registers = [registry];
  const labelled = <Label extends string>(name: string, help: string, labelNames: Label[]) => ({
    name: `${PREFIX}${name}`,
    help,
    labelNames,
    registers,
  });
  return {
    calls: new Histogram({
      ...labelled('call_duration_seconds', 'Calls to Slack, the hosting provider and WordPress', [
        'party',
        'operation',
        'outcome',
      ]),
      buckets: CALL_BUCKETS_S,
    }),
    checks: new Histogram({
      ...labelled('check_duration_seconds', 'Checks of mappings', ['outcome']),
      buckets: CHECK_BUCKETS_S,
    }),
    findings: new Counter(labelled('findings_total', 'Findings of checks by code', ['code'])),
    failedDeliveries: new Counter(
      labelled('deliveries_failed_total', 'Messages that Slack did not take, by reason', ['reason']),
    ),
    deliveries: new Counter(labelled('deliveries_total', 'Messages that Slack took', [])),
    writes: new Histogram({
      ...labelled('store_write_duration_seconds', 'Writes of mappings to the store', ['outcome']),
      buckets: WRITE_BUCKETS_S,
    }),
  };
}

type GaugeReader<Label extends string> = (
  source: Partial<MetricSources>,
  set: (labels: Partial<Record<Label, string>>, value: number) => void,
) => unknown;

/** Gauges that read the sources on each scrape; one that fails or hangs is omitted from it. */
const gaugesOf =
  (registry: Registry, sources: readonly Partial<MetricSources>[]) =>
  <Label extends string>(name: string, help: string, labelNames: Label[], read: GaugeReader<Label>) =>
    new Gauge({
      name: `${PREFIX}${name}`,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        this.reset();
        for (const source of sources)
          try {
            await withTimeout(
              Promise.resolve(read(source, (labels, value) => this.set(labels, value))),
              SOURCE_TIMEOUT_MS,
            );
          } catch {
            // Best effort: the other metrics are still useful.
          }
      },
    });

function createGauges(registry: Registry, sources: readonly Partial<MetricSources>[]): void {
  const gauge = gaugesOf(registry, sources);
  const lane = (name: string, help: string, of: 'inFlight' | 'queued' | 'latenessMs', per = 1) =>
    gauge(name, help, ['lane'], async ({ lanes }, set) => {
      for (const state of (await lanes?.()) ?? []) set({ lane: state.lane }, state[of] / per);
    });
  lane('lane_in_flight', 'Work under way in a lane', 'inFlight');
  lane('lane_queued', 'Due work that waits for a slot of a lane', 'queued');
  lane('lane_lateness_seconds', 'How long the oldest due work of a lane has waited', 'latenessMs', 1000);
  gauge('mappings', 'Mappings by stage and condition', ['stage', 'condition'], async ({ mappings }, set) => {
    for (const { stage, condition, count } of (await mappings?.()) ?? []) set({ stage, condition }, count);
  });
  gauge('deliveries_pending', 'Events that Slack has not taken yet', [], async ({ deliveries }, set) => {
    if (deliveries) set({}, (await deliveries()).pending);
  });
  gauge(
    'delivery_oldest_seconds',
    'Age of the oldest event that Slack has not taken yet',
    [],
    async ({ deliveries }, set) => {
      if (deliveries) set({}, (await deliveries()).oldestMs / 1000);
    },
  );
  gauge(
    'log_lines_dropped',
    'Log lines that could not be written since the start',
    [],
    ({ droppedLogLines }, set) => {
      if (droppedLogLines) set({}, droppedLogLines());
    },
  );
  gauge('ready', '1 for each part of the bot that works, else 0', ['part'], async ({ readiness }, set) => {
    for (const [part, works] of Object.entries((await readiness?.()) ?? {})) set({ part }, works ? 1 : 0);
  });
}

/** A label's value, or `other` once there are too many. */
function createBounds(): (label: string, value: string) => string {
  const known = new Map<string, Set<string>>();
  return (label, value) => {
    const values = known.get(label) ?? new Set();
    known.set(label, values);
    if (values.size < MAX_LABEL_VALUES) values.add(value);
    return values.has(value) ? value : 'other';
  };
}
