import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { judgeDns } from '../../../src/core/diagnosis/verdict.js';
import { anyAddress, publicOnly } from '../../../src/probe/address.js';
import { createDnsProbe } from '../../../src/probe/dns/probe.js';
import { NotAsked } from '../../../src/probe/probe.js';
import { type DnsWorld, startDnsWorld } from '../../../src/sandbox/dns/dns-world.js';
import { passed, useIdleTime } from '../../support/idle-time.js';

const HOST = 'app-1.closte.com';
const TARGET = { ipv4: ['127.0.0.10'], ipv6: [], cname: [HOST] };
const LABEL = 'probe-0123456789abcdef';

useIdleTime();
let world: DnsWorld;
beforeEach(async () => {
  world = await startDnsWorld({ targetHost: HOST, targetAddress: '127.0.0.10', ttlS: 60, negativeTtlS: 60 });
});
afterEach(() => world.stop());

interface Options {
  readonly timeoutMs?: number;
  readonly maxWaiting?: number;
  readonly now?: () => number;
}

const probe = (policy = anyAddress, options: Options = {}) =>
  createDnsProbe({
    resolvers: world.resolvers,
    authoritativePort: world.authoritativePort,
    policy,
    now: Date.now,
    timeoutMs: 200,
    ...options,
  });
const check = async (name: string, which = probe()) => {
  const seen = { ...(await which.authoritative(name, TARGET, LABEL)), at: 0, resolvers: [] };
  return { seen, verdict: judgeDns(seen, TARGET).verdict };
};
const see = (name: string, which = probe()) => passed(check(name, which));
const zone = (name = 'example.com') => {
  const found = world.zoneOf(name);
  if (!found) throw new Error(`no zone ${name}`);
  return found;
};

it('asks each authoritative server, and no resolver about the hostname', async () => {
  const { seen, verdict } = await see('shop.example.com');
  expect(verdict).toBe('wrong');
  expect(seen).toMatchObject({ zone: 'example.com', delegation: 'found', targetAddresses: ['127.0.0.10'] });
  expect(seen.authoritative.map(({ server, a }) => [server, a.outcome, a.negativeTtlS])).toEqual([
    ['ns1.dns-provider.net', 'nxdomain', 60],
    ['ns2.dns-provider.net', 'nxdomain', 60],
  ]);
  zone().add('shop.example.com', 'CNAME', HOST);
  expect((await see('shop.example.com')).verdict).toBe('published');
  const resolvers = await passed(probe().resolvers('shop.example.com', () => ['A']));
  expect(resolvers.map(({ a }) => a?.records.at(-1)?.value)).toEqual(
    Array(world.resolvers.length).fill('127.0.0.10'),
  );
});

it('follows a chain through other zones to its end', async () => {
  zone().add('shop.example.com', 'CNAME', 'shop.example.org');
  zone('example.org').add('shop.example.org', 'A', '127.0.0.10');
  const { seen, verdict } = await see('shop.example.com');
  expect(seen.authoritative[0]?.a.records.map(({ value }) => value)).toEqual([
    'shop.example.org',
    '127.0.0.10',
  ]);
  expect(verdict).toBe('published');
});

it('ends at a loop of CNAMEs and at one that leads nowhere', async () => {
  zone().add('a.example.com', 'CNAME', 'b.example.org');
  zone('example.org').add('b.example.org', 'CNAME', 'a.example.com');
  expect((await see('a.example.com')).verdict).toBe('wrong');
  zone().add('c.example.com', 'CNAME', 'gone.example.org');
  expect((await see('c.example.com')).verdict).toBe('wrong');
});

it('does not know where a CNAME leads while the servers of that name are silent', async () => {
  zone().add('shop.example.com', 'CNAME', 'shop.example.org');
  const chainIn = async () => (await see('shop.example.com')).seen.authoritative[0]?.a.chain;
  expect(await chainIn()).toBe('dangling');
  zone('example.org').add('shop.example.org', 'AAAA', '2001:db8::1');
  expect(await chainIn()).toBe('open');
  world.setBehaviour('example.org', 'silent');
  expect(await chainIn()).toBe('unheard');
});

it('tells a domain that nobody registered from servers that nobody hears and those that only we don’t', async () => {
  expect((await see('shop.nobody-has-this.com')).seen.delegation).toBe('nxdomain');
  world.setBehaviour('example.com', 'silent');
  expect(await see('shop.example.com')).toMatchObject({ seen: { health: 'dead' }, verdict: 'dead' });
  world.setBehaviour('example.org', 'silent');
  for (const { resolver } of world.resolvers) resolver.behaviour = 'silent';
  expect((await see('shop.example.org')).verdict).toBe('unknown');
});

it('sees servers that do not serve the zone', async () => {
  const warm = probe();
  await see('shop.example.com', warm);
  world.setBehaviour('example.com', 'lame');
  expect((await see('shop.example.com', warm)).seen.authoritative[0]?.a.outcome).toBe('lame');
  world.setBehaviour('example.com', 'refused');
  expect((await see('shop.example.com', warm)).seen.authoritative[0]?.a.outcome).toBe('refused');
});

it('asks no server at a private address unless in a lab', async () => {
  const { seen } = await see('shop.example.com', probe(publicOnly));
  expect(seen).toMatchObject({ delegation: 'unknown', authoritative: [] });
});

it('judges the addresses of name servers once, until their answers expire', async () => {
  const mayConnect = vi.fn(anyAddress.mayConnect);
  let now = 0;
  const which = probe({ mayConnect }, { now: () => now });
  await see('shop.example.com', which);
  expect(mayConnect).toHaveBeenCalledWith('127.0.0.2');
  mayConnect.mockClear();
  expect((await see('blog.example.com', which)).seen.authoritative).toHaveLength(2);
  expect(mayConnect).not.toHaveBeenCalled();
  now += 3_600_001;
  await see('news.example.com', which);
  expect(mayConnect).toHaveBeenCalledWith('127.0.0.2');
});

it.each([
  ['8.8.8.8', true],
  ['2606:4700:4700::1111', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.0.1', false],
  ['192.168.0.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['198.18.0.1', false],
  ['192.0.2.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::7f00:1', false],
  ['64:ff9b:1::1', false],
  ['fe80::1', false],
  ['fc00::1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['3fff::1', false],
  ['not an address', false],
  ['127.1', false],
])('a probe may talk to %s: %s', (address, may) => {
  expect(publicOnly.mayConnect(address)).toBe(may);
});

it('a check without all of its queries, because too many wait, is no result at all', async () => {
  zone().add('*.example.com', 'CNAME', HOST);
  const busy = probe(anyAddress, { timeoutMs: 5_000, maxWaiting: 10 });
  const burst = Array.from({ length: 300 }, (_, at) => check(`h${at}.example.com`, busy));
  const checks = await passed(Promise.allSettled(burst));
  const refused = checks.flatMap((check) => (check.status === 'rejected' ? [check.reason] : []));
  const made = checks.flatMap((check) => (check.status === 'fulfilled' ? [check.value] : []));
  expect(refused.length).toBeGreaterThan(0);
  for (const error of refused) expect(error).toBeInstanceOf(NotAsked);
  for (const { verdict } of made) expect(verdict).toBe('published');
  expect((await see('later.example.com', busy)).verdict).toBe('published');
});
