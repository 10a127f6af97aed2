import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeLab, DOMAINS, type Lab, openLab } from '../support/lab.js';
import { complaintsOf, hasPromtool } from '../support/promtool.js';

const SEEN = 'domain_bot_check_duration_seconds_count{outcome="seen"} ';

let lab: Lab;
beforeEach(async () => {
  lab = await openLab();
  await lab.start();
});
afterEach(() => closeLab(lab));

it('/metrics shows calls, writes and mappings, and names no domain, channel or person', async () => {
  await lab.type('/domain map shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').length > 0);
  const scrape = () => fetch(`http://127.0.0.1:${lab.bot?.port}/metrics`);
  const isChecked = async () => (await (await scrape()).text()).includes(SEEN);
  await expect.poll(isChecked, { timeout: 15_000 }).toBe(true);
  const answer = await scrape();
  const text = await answer.text();
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('version='),
  ]);
  for (const start of [
    'domain_bot_call_duration_seconds_count{party="slack",operation="chat.postMessage",outcome="ok"} ',
    'domain_bot_call_duration_seconds_count{party="hosting",operation="addAlias",outcome="ok"} 1',
    'domain_bot_store_write_duration_seconds_count{outcome="ok"} ',
    'domain_bot_ready{part="slack"} 1',
    'domain_bot_ready{part="lateness"} 1',
    'domain_bot_lane_in_flight{lane="checks"} ',
    'domain_bot_deliveries_pending ',
    'domain_bot_deliveries_total ',
    SEEN,
    'nodejs_eventloop_lag_p99_seconds ',
  ])
    expect(text).toContain(`\n${start}`);
  expect(text).toMatch(/^domain_bot_mappings\{stage="checking-dns",condition="(waiting|blocked)"\} 1$/m);
  for (const name of ['example.com', DOMAINS, 'U01ALICE']) expect(text).not.toContain(name);
  if (hasPromtool) expect(complaintsOf(['check', 'metrics'], text)).toBe('');
});

it('/metrics counts what checks found, and what Slack did not take, by their codes', async () => {
  lab.world.slack.faults.plan('chat.postMessage', { error: 'service_unavailable' }, 2);
  const zone = lab.world.dns.zoneOf('shop.example.com');
  zone?.remove('shop.example.com');
  zone?.add('shop.example.com', 'A', '192.0.2.80');
  await lab.type('/domain map shop.example.com');
  const numberOf = async (series: string) => {
    const text = await (await fetch(`http://127.0.0.1:${lab.bot?.port}/metrics`)).text();
    const line = text.split('\n').find((each) => each.startsWith(`${series} `));
    return line === undefined ? 0 : Number(line.slice(series.length));
  };
  const failed = () => numberOf('domain_bot_deliveries_failed_total{reason="unavailable"}');
  await expect.poll(failed, { timeout: 15_000 }).toBe(2);
  const found = () => numberOf('domain_bot_findings_total{code="a-wrong"}');
  await expect.poll(found, { timeout: 15_000 }).toBeGreaterThan(0);
  const delivered = () => numberOf('domain_bot_deliveries_total');
  await expect.poll(delivered, { timeout: 15_000 }).toBeGreaterThan(0);
  expect(await failed()).toBe(2);
});
