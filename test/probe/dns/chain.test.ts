import { afterEach, beforeEach, expect, it } from 'vitest';
import { judgeDns } from '../../../src/core/diagnosis/verdict.js';
import { anyAddress } from '../../../src/probe/address.js';
import { probeAuthoritative } from '../../../src/probe/dns/authoritative.js';
import { type Ask, createDnsClient } from '../../../src/probe/dns/client/client.js';
import { Delegations } from '../../../src/probe/dns/delegation.js';
import { Recursion } from '../../../src/probe/dns/recursion.js';
import { ZoneHealth } from '../../../src/probe/dns/zone/zone-health.js';
import { type DnsWorld, startDnsWorld } from '../../../src/sandbox/dns/dns-world.js';
import { passed, useIdleTime } from '../../support/idle-time.js';

const HOST = 'app-1.closte.com';
const TARGET = { ipv4: ['127.0.0.10'], ipv6: [], cname: [HOST] };
const LABEL = 'probe-0123456789abcdef';
const NAME = 'shop.large.com';
/** As many as large DNS providers have, each at two addresses. */
const SERVERS = [1, 2, 3, 4].map((count) => `ns${count}.large-provider.net`);
const ADDRESSES = ['127.0.0.2', '127.0.0.3'];
/** Half of a check's budget. */
const FAR_UNDER_BUDGET = 100;

useIdleTime();
let world: DnsWorld;
beforeEach(async () => {
  world = await startDnsWorld({ targetHost: HOST, targetAddress: '127.0.0.10', ttlS: 60, negativeTtlS: 60 });
  const provider = world.addZone('large-provider.net');
  for (const server of SERVERS) for (const address of ADDRESSES) provider.add(server, 'A', address);
});
afterEach(() => world.stop());

/** One check without any cached answer, and how many queries it takes. */
async function checkCounting() {
  const options = { ...world, policy: anyAddress, timeoutMs: 200, now: Date.now };
  const client = createDnsClient({ timeoutMs: 200, tries: 2 });
  let count = 0;
  const ask: Ask = (server, question) => {
    count++;
    return client(server, question);
  };
  const recursion = new Recursion(options);
  const parts = {
    ...options,
    recursion,
    delegations: new Delegations(recursion, options),
    zoneHealth: new ZoneHealth(world.resolvers, Date.now),
  };
  const checked = { name: NAME, target: TARGET, label: LABEL, caaName: NAME };
  const seen = await passed(probeAuthoritative(parts, { ask, patient: ask }, checked));
  return { seen, verdict: judgeDns({ ...seen, at: 0, resolvers: [] }, TARGET).verdict, count };
}

it.each([1, 2])('a chain by way of %i names costs little, however many servers lead there', async (links) => {
  const names = Array.from({ length: links }, (_, at) => `shop.link-${at}.com`);
  const chain = [NAME, ...names];
  for (const [at, name] of chain.entries()) {
    const zone = world.addZone(name.replace('shop.', ''), SERVERS);
    zone.add(name, 'CNAME', chain[at + 1] ?? HOST);
  }
  const { seen, verdict, count } = await checkCounting();
  expect(verdict).toBe('published');
  expect(seen.authoritative).toHaveLength(SERVERS.length * ADDRESSES.length);
  for (const { a, aaaa } of seen.authoritative)
    expect([a, aaaa].map(({ records }) => records.at(-1)?.value)).toEqual([HOST, HOST]);
  expect(count).toBeLessThan(FAR_UNDER_BUDGET);
});
