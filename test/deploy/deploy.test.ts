import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lanes } from '../../src/core/lane.js';
import { outcomes, parties } from '../../src/core/ports/metrics.js';
import { createPrometheusMetrics } from '../../src/http/metrics/prometheus.js';

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

it('image and service tell Node what `npm start` does', () => {
  const optionsIn = (path: string, line: RegExp) =>
    line.exec(readFileSync(path, 'utf8'))?.[0].match(/--[\w-]+(=\d+)?/g);
  const options = optionsIn('package.json', /"start": .*/);
  expect(options).toEqual([
    expect.stringMatching(/^--max-semi-space-size=/),
    expect.stringMatching(/^--v8-pool-size=/),
  ]);
  expect(optionsIn('Dockerfile', /^ENTRYPOINT .*/m)).toEqual(options);
  expect(optionsIn('deploy/closte-domain-bot.service', /^ExecStart=.*/m)).toEqual(options);
});

it('the dashboard is whole: unique panels with a query each', () => {
  const { panels, uid } = JSON.parse(readFileSync('deploy/grafana-dashboard.json', 'utf8'));
  expect(uid).toBe('domain-bot');
  expect(new Set(panels.map(({ id }: { id: number }) => id)).size).toBe(panels.length);
  for (const { title, targets } of panels) expect([title, targets[0].expr]).not.toContain('');
});

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));

/** Parts are registered where they are made, each under its own name. */
const readinessParts = sourcesIn('src/app').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/readiness\.register(?:Side)?\('([\w-]+)'/g)].map(
    ([, part = '']) => part,
  ),
);

it('each part of readiness has exactly one alert, and no alert names another', () => {
  const alerts = readFileSync('deploy/alerts.yml', 'utf8');
  const named = [...alerts.matchAll(/domain_bot_ready\{part=~"([^"]+)"\}/g)].flatMap(([, parts = '']) =>
    parts.split('|'),
  );
  expect(readinessParts.length).toBeGreaterThan(8);
  expect(named.toSorted()).toEqual([...readinessParts].toSorted());
});

it('the values of labels in alerts and dashboard are those that the bot gives them', () => {
  const text = ['deploy/alerts.yml', 'deploy/grafana-dashboard.json']
    .map((path) => readFileSync(path, 'utf8').replaceAll('\\"', '"'))
    .join('\n');
  const values = (label: string) =>
    [...text.matchAll(new RegExp(`\\b${label}!?="([^"]+)"`, 'g'))].map(([, value = '']) => value);
  const known = { outcome: [...outcomes, 'seen', 'blind'], party: [...parties], lane: [...lanes] };
  for (const [label, all] of Object.entries(known))
    expect(values(label).filter((value) => !all.some((each) => each === value))).toEqual([]);
  expect(values('outcome').length).toBeGreaterThan(0);
});
