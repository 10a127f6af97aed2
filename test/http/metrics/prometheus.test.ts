import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { measured, recordCalls } from '../../../src/http/metrics/measured.js';
import { createPrometheusMetrics } from '../../../src/http/metrics/prometheus.js';

const shown = async (metrics: ReturnType<typeof createPrometheusMetrics>) => metrics.registry.metrics();

it('counts calls by party, operation and outcome', async () => {
  const metrics = createPrometheusMetrics();
  const refused = Object.assign(new Error('no'), { code: 'refused' });
  const port = {
    add: async (name: string) => `${name} added`,
    remove: () => Promise.reject(refused),
    odd: () => Promise.reject(new Error('shop.example.com')),
    plain: () => 1,
  };
  const counted = measured(port, ['add', 'remove', 'odd'], recordCalls(metrics, 'hosting'));
  expect(await counted.add('shop.example.com')).toBe('shop.example.com added');
  await expect(counted.remove()).rejects.toBe(refused);
  await expect(counted.odd()).rejects.toThrow();
  expect(counted.plain()).toBe(1);
  const text = await shown(metrics);
  for (const [operation, outcome] of [
    ['add', 'ok'],
    ['remove', 'refused'],
    ['odd', 'failed'],
  ])
    expect(text).toContain(
      `domain_bot_call_duration_seconds_count{party="hosting",operation="${operation}",outcome="${outcome}"} 1`,
    );
  expect(text).not.toContain('example.com');
});

it('reads its sources at each scrape, and leaves out one that fails', async () => {
  const metrics = createPrometheusMetrics();
  metrics.watch({
    lanes: async () => [{ lane: 'checks', inFlight: 3, queued: 5, latenessMs: 441_000 }],
    deliveries: async () => {
      throw new Error('not now');
    },
    mappings: async () => [{ stage: 'done', condition: 'ready', count: 7 }],
  });
  metrics.watch({ droppedLogLines: () => 2, readiness: async () => ({ slack: true, store: false }) });
  const text = await shown(metrics);
  for (const line of [
    'domain_bot_lane_in_flight{lane="checks"} 3',
    'domain_bot_lane_queued{lane="checks"} 5',
    'domain_bot_lane_lateness_seconds{lane="checks"} 441',
    'domain_bot_mappings{stage="done",condition="ready"} 7',
    'domain_bot_log_lines_dropped 2',
    'domain_bot_ready{part="store"} 0',
  ])
    expect(text).toContain(line);
  expect(text).not.toMatch(/^domain_bot_deliveries_pending [1-9]/m);
});

it('leaves out a source that hangs', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const metrics = createPrometheusMetrics();
  metrics.watch({
    mappings: () => new Promise(() => undefined),
    deliveries: async () => ({ pending: 3, oldestMs: 0 }),
  });
  const text = shown(metrics);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await text).toContain('domain_bot_deliveries_pending 3');
});

it('counts failed writes from the start, so that the first one is seen as an increase', async () => {
  expect(await shown(createPrometheusMetrics())).toContain(
    'domain_bot_store_write_duration_seconds_count{outcome="failed"} 0',
  );
});

describe('labels', () => {
  it('stay few, whatever is passed', async () => {
    const metrics = createPrometheusMetrics();
    fc.assert(
      fc.property(fc.string(), (code) => metrics.found(code)),
      { numRuns: 1_000 },
    );
    const lines = (await shown(metrics))
      .split('\n')
      .filter((line) => line.startsWith('domain_bot_findings_total{'));
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.length).toBeLessThanOrEqual(101);
    expect(lines.join('\n')).toContain('code="other"');
  });
});
