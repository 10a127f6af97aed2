import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { complaintsOf, hasPromtool, MISSING } from '../support/promtool.js';

it.skipIf(hasPromtool)(`${MISSING}: alert rules and dashboard are not checked`, () => undefined);

describe.runIf(hasPromtool)('promtool', () => {
  it('accepts the alert rules', () => {
    expect(complaintsOf(['check', 'rules', 'deploy/alerts.yml'])).toBe('');
  });

  it('sees each alert come when it should, and say what it should', () => {
    expect(complaintsOf(['test', 'rules', 'deploy/alerts.test.yml'])).toBe('');
    const alertsIn = (file: string) =>
      new Set(
        [...readFileSync(file, 'utf8').matchAll(/(?:alert|alertname): (\w+)/g)].map(([, name]) => name),
      );
    expect(alertsIn('deploy/alerts.test.yml')).toEqual(alertsIn('deploy/alerts.yml'));
  });

  it('finds out an alert that would not come', () => {
    const folder = mkdtempSync(join(tmpdir(), 'alerts-'));
    for (const file of ['alerts.yml', 'alerts.test.yml'])
      writeFileSync(
        join(folder, file),
        readFileSync(join('deploy', file), 'utf8').replace('> 900', '> 9000'),
      );
    expect(complaintsOf(['test', 'rules', join(folder, 'alerts.test.yml')])).toContain('DomainBotLate');
    rmSync(folder, { recursive: true });
  });

  it('can run every query of the dashboard', () => {
    const { panels } = JSON.parse(readFileSync('deploy/grafana-dashboard.json', 'utf8')) as {
      panels: { targets: { expr: string }[] }[];
    };
    const queries = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
    const rules = queries.map((expr, at) => ({ record: `panel:query:${at}`, expr }));
    const folder = mkdtempSync(join(tmpdir(), 'dashboard-'));
    // JSON is YAML.
    writeFileSync(join(folder, 'queries.yml'), JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
    expect(complaintsOf(['check', 'rules', join(folder, 'queries.yml')])).toBe('');
    rmSync(folder, { recursive: true });
    expect(queries.length).toBeGreaterThan(15);
  });
});
