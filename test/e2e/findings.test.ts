import { afterAll, beforeAll, expect, it } from 'vitest';
import { tells } from '../support/carried.js';
import { closeLab, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab({
    issuanceDelayMs: 0,
    change: (config) => ({ ...config, policy: { ...config.policy, sslNormalMs: 1_000, sslSlowMs: 60_000 } }),
  });
  await lab.start();
});
afterAll(() => closeLab(lab));

const shown = (hostname: string) => JSON.stringify(lab.card(hostname)?.blocks ?? []);
const reported = (hostname: string, type: string) =>
  lab.until(() => lab.thread(hostname).includes(type), 30_000);
const reply = (hostname: string, type: string) => {
  const card = lab.card(hostname);
  const messages = lab.messages().filter(({ threadTs }) => threadTs === card?.ts);
  return JSON.stringify(messages.find(({ metadata }) => tells(metadata, type))?.blocks ?? []);
};

const DELETE_A = /Delete this record.*Type +A\\n +Name +shop \(shop\.example\.com\)\\n +Value +192\.0\.2\.80/;

it('a domain that is stuck says why, with the fix, until it is fixed; then it is watched', async () => {
  const hostname = 'shop.example.com';
  const zone = lab.world.dns.zoneOf(hostname);
  zone?.add(hostname, 'A', '192.0.2.80');
  await lab.type(`/domain map ${hostname}`);

  // The card has the worst finding, the thread gets it when it lasts, once.
  await lab.until(() => shown(hostname).includes('instead of'));
  expect(shown(hostname)).toMatch(DELETE_A);
  expect(shown(hostname)).toMatch(
    new RegExp(`Add this record.*Type +CNAME.*shop \\(${hostname}\\).*${lab.world.target.host}`),
  );
  await reported(hostname, 'dns.stuck');
  expect(reply(hostname, 'dns.stuck')).toMatch(DELETE_A);

  // Whoever asks sees everything; the customer’s text is ready to copy.
  await lab.type(`/domain status ${hostname}`);
  await lab.until(() =>
    lab.privately().some(({ blocks }) => JSON.stringify(blocks).includes('*What the check found*')),
  );
  await lab.press(lab.card(hostname), 'customer');
  const { view } = await lab.until(() => [...lab.world.slack.workspace.views.values()].at(-1));
  expect(JSON.stringify(view.blocks)).toContain(
    `Type CNAME · Name shop (full name: shop.example.com) · Value ${lab.world.target.host}`,
  );
  expect(JSON.stringify(view.blocks)).toContain(
    'Type A · Name shop (full name: shop.example.com) · Value 192.0.2.80',
  );

  zone?.remove(hostname);
  lab.pointDns(hostname);
  await reported(hostname, 'domain.done');
  const thread = lab.thread(hostname);
  expect(thread.filter((type) => type === 'dns.stuck')).toHaveLength(1);
  expect(thread.indexOf('dns.cleared')).toBeLessThan(thread.indexOf('dns.published'));
  expect(reply(hostname, 'dns.cleared')).toContain('The DNS record is correct');

  // After Ready somebody takes the record away, and brings it back.
  zone?.remove(hostname);
  await reported(hostname, 'dns.drifted');
  await lab.until(() => shown(hostname).includes('DNS has changed'));
  lab.pointDns(hostname);
  await reported(hostname, 'dns.restored');
  await lab.until(() => !shown(hostname).includes('DNS has changed'));
});

it('a certificate that can’t come is reported with its reason', async () => {
  const hostname = 'shop.example.org';
  lab.world.dns.zoneOf(hostname)?.add('example.org', 'CAA', '0 issue "ca.example.net"');
  await lab.type(`/domain map ${hostname}`);
  await lab.until(() => lab.world.edge.hasAlias(hostname));
  await lab.world.edge.serve(hostname, 'blocked');
  lab.pointDns(hostname);
  await reported(hostname, 'ssl.stuck');
  expect(reply(hostname, 'ssl.stuck')).toMatch(
    /Add this record.*Type +CAA.*@ \(example\.org\).*0 issue .*letsencrypt\.org/,
  );
  lab.world.dns.zoneOf(hostname)?.remove('example.org', 'CAA');
  await lab.world.edge.serve(hostname, 'issued');
  await reported(hostname, 'ssl.cleared');
  await reported(hostname, 'domain.done');
});

it('a network that is down is blamed on nobody', async () => {
  const hostname = 'shop.bakery.co.uk';
  await lab.type(`/domain map ${hostname}`);
  await lab.until(() => shown(hostname).includes('no record for this name'));
  for (const { resolver } of lab.world.dns.resolvers) resolver.behaviour = 'silent';
  await lab.until(() => shown(hostname).includes('Couldn’t be checked'), 60_000);
  const before = lab.thread(hostname).length;
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(lab.thread(hostname)).toHaveLength(before);
  for (const { resolver } of lab.world.dns.resolvers) resolver.behaviour = 'normal';
  await lab.until(() => !shown(hostname).includes('Couldn’t be checked'), 75_000);
}, 120_000);
