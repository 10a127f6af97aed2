import { afterEach, beforeEach, expect, it } from 'vitest';
import { closeLab, DOMAINS, type Lab, openLab } from '../support/lab.js';

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
});
