import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createPrometheusMetrics } from '../../src/metrics/prometheus.js';

const { registry } = createPrometheusMetrics();
/** As they appear to queries: a histogram is three series. */
const known = new Set(
  registry
    .getMetricsAsArray()
    .flatMap(({ name }) => [name, `${name}_count`, `${name}_sum`, `${name}_bucket`]),
);
const namesIn = (text: string) => new Set(text.match(/\b(?:domain_bot|nodejs|process)_[a-z\d_]+/g));

it.each(['deploy/grafana-dashboard.json', 'deploy/alerts.yml'])('%s asks for metrics that exist', (path) => {
  const names = namesIn(readFileSync(path, 'utf8'));
  expect(names.size).toBeGreaterThan(5);
  expect([...names].filter((name) => !known.has(name))).toEqual([]);
});

it('the dashboard shows every metric of the product', () => {
  const names = namesIn(readFileSync('deploy/grafana-dashboard.json', 'utf8'));
  const own = registry.getMetricsAsArray().filter(({ name }) => name.startsWith('domain_bot_'));
  const missing = own.filter(({ name }) => ![...names].some((shown) => shown.startsWith(name)));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

it('the dashboard is whole: unique panels with a query each', () => {
  const { panels, uid } = JSON.parse(readFileSync('deploy/grafana-dashboard.json', 'utf8'));
  expect(uid).toBe('domain-bot');
  expect(new Set(panels.map(({ id }: { id: number }) => id)).size).toBe(panels.length);
  for (const { title, targets } of panels) expect([title, targets[0].expr]).not.toContain('');
});

const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
it.runIf(hasPromtool)('promtool accepts the alert rules', () => {
  const { status, stdout, stderr } = spawnSync('promtool', ['check', 'rules', 'deploy/alerts.yml'], {
    encoding: 'utf8',
  });
  expect(`${stdout}${stderr}`).toContain('8 rules found');
  expect(status).toBe(0);
});
it.skipIf(hasPromtool)(
  'promtool is missing (Debian: prometheus): the alert rules are not checked',
  () => undefined,
);
