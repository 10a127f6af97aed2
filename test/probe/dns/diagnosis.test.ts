import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DnsObservation } from '../../../src/core/observation/observation.js';
import { anyAddress } from '../../../src/probe/address.js';
import { createDnsProbe } from '../../../src/probe/dns/probe.js';
import { type DnsWorld, startDnsWorld } from '../../../src/sandbox/dns/dns-world.js';
import { passed, useIdleTime } from '../../support/idle-time.js';

const HOST = 'app-1.closte.com';
const TARGET = { ipv4: ['127.0.0.10'], ipv6: [], cname: [HOST] };
const LABEL = 'probe-0123456789abcdef';
const NAME = 'shop.example.com';
const [FIRST, SECOND] = ['ns1.dns-provider.net', 'ns2.dns-provider.net'];
const TIMEOUT_MS = 1_000;
/** Two tries: what one question may take. */
const QUESTION_MS = 2 * TIMEOUT_MS;

let world: DnsWorld;
beforeEach(async () => {
  world = await startDnsWorld({ targetHost: HOST, targetAddress: '127.0.0.10', ttlS: 60, negativeTtlS: 60 });
});
afterEach(() => world.stop());

const probe = (
  name = NAME,
  target = TARGET,
  policy = anyAddress,
): Promise<Omit<DnsObservation, 'at' | 'resolvers'>> =>
  createDnsProbe({
    resolvers: world.resolvers,
    authoritativePort: world.authoritativePort,
    policy,
    now: Date.now,
    timeoutMs: TIMEOUT_MS,
  }).authoritative(name, target, LABEL);
const zone = (name = 'example.com') => {
  const found = world.zoneOf(name);
  if (!found) throw new Error(`no zone ${name}`);
  return found;
};

describe('a check of dead servers', () => {
  useIdleTime();

  /** In questions. */
  const timed = async (expected: object) => {
    const startedAt = performance.now();
    expect(await passed(probe())).toMatchObject(expected);
    return (performance.now() - startedAt) / QUESTION_MS;
  };

  it('takes one and a half times as long as one question, and proves them dead', async () => {
    world.setBehaviour('example.com', 'silent');
    for (const { resolver } of world.resolvers) resolver.behaviour = 'waiting';
    expect(await timed({ delegation: 'found', health: 'dead', isSighted: true })).toBeLessThan(1.5);
  });

  it('asks the living ones in full', async () => {
    zone().add(NAME, 'CNAME', HOST);
    world.setBehaviour('example.com', 'silent', FIRST);
    const outcomes = { authoritative: [{ a: { outcome: 'timeout' } }, { a: { outcome: 'answer' } }] };
    expect(await timed(outcomes)).toBeLessThan(1.5);
  });

  it('finds those that answer for addresses alone, and drop what else they are asked', async () => {
    zone().add(NAME, 'CNAME', HOST);
    world.setBehaviour('example.com', 'only-addresses');
    const answered = { a: { outcome: 'answer' }, aaaa: { outcome: 'answer' } };
    expect(await passed(probe())).toMatchObject({ zone: 'example.com', authoritative: [answered, answered] });
  });

  it('does not wait for one silent resolver after another', async () => {
    for (const { resolver } of world.resolvers) resolver.behaviour = 'silent';
    expect(await timed({ delegation: 'unknown' })).toBeLessThan(1.5);
  });
});

describe('a check of servers that fall silent', () => {
  useIdleTime();

  it('finds nothing out about the zone where no resolver answers anything', async () => {
    const probe = createDnsProbe({
      resolvers: world.resolvers,
      authoritativePort: world.authoritativePort,
      policy: anyAddress,
      now: Date.now,
      timeoutMs: 150,
    });
    await passed(probe.authoritative('warm.example.com', TARGET, LABEL));
    world.setBehaviour('example.com', 'silent');
    for (const { resolver } of world.resolvers) resolver.behaviour = 'silent';
    expect(await passed(probe.authoritative(NAME, TARGET, LABEL))).toMatchObject({ health: 'unknown' });
  });
});

it('takes EDNS back where a server does not know it', async () => {
  zone().add(NAME, 'CNAME', HOST);
  world.setBehaviour('example.com', 'no-edns');
  const seen = await probe();
  expect(seen.authoritative.map(({ a }) => a.outcome)).toEqual(['answer', 'answer']);
  expect(seen.authoritative[0]?.a.records[0]?.value).toBe(HOST);
});

describe('around the name', () => {
  it('a label below it shows whether a wildcard answers, of either type', async () => {
    zone().add('*.example.com', 'AAAA', '2001:db8::bad');
    expect((await probe()).siblings?.below).toEqual(['AAAA 2001:db8::bad']);
    zone().add(NAME, 'A', '192.0.2.1');
    expect((await probe()).siblings?.below).toEqual([]);
  });

  it.each([HOST, `${HOST}.`, `"${HOST}"`, `https://${HOST}/`, '127.0.0.10', HOST.toUpperCase()])(
    'the target typed into a TXT record: %s',
    async (text) => {
      const texts = [text === '127.0.0.10' ? text : HOST];
      zone().add(NAME, 'TXT', text);
      const { siblings: alone } = await probe();
      expect([alone?.texts, alone?.otherTypes]).toEqual([texts, undefined]);
      zone().add(NAME, 'TXT', 'v=spf1 -all');
      expect((await probe()).siblings).toMatchObject({ texts, otherTypes: ['TXT'] });
    },
  );

  it('nothing else of what stands in TXT records', async () => {
    zone().add(NAME, 'TXT', `include:${HOST}`);
    expect((await probe()).siblings?.texts).toBeUndefined();
  });

  it('a wildcard is not taken for the apex with the domain appended', async () => {
    zone().add('*.example.com', 'A', '192.0.2.1');
    const { siblings } = await probe('example.com');
    expect(siblings).toMatchObject({ appended: ['192.0.2.1'], sibling: ['192.0.2.1'] });
  });
});

describe('name servers', () => {
  it('name servers that do not exist, or are aliases, are reported', async () => {
    zone().add(NAME, 'CNAME', HOST);
    zone('dns-provider.net').add('alias.dns-provider.net', 'CNAME', FIRST ?? '');
    for (const name of ['gone.dns-provider.net', 'alias.dns-provider.net'])
      world.registryOf('example.com').add('example.com', 'NS', name);
    expect((await probe()).nameServerFaults).toEqual([
      { name: 'gone.dns-provider.net', fault: 'missing' },
      { name: 'alias.dns-provider.net', fault: 'alias' },
    ]);
  });

  it('are reported if they have private addresses alone, which no visitor’s resolver reaches', async () => {
    zone().add(NAME, 'CNAME', HOST);
    zone('dns-provider.net').add('inside.dns-provider.net', 'A', '192.168.1.53');
    world.registryOf('example.com').add('example.com', 'NS', 'inside.dns-provider.net');
    const policy = { mayConnect: (address: string) => !address.startsWith('192.168.') };
    const { nameServerFaults, authoritative } = await probe(NAME, TARGET, policy);
    expect(nameServerFaults).toEqual([{ name: 'inside.dns-provider.net', fault: 'no-address' }]);
    expect(authoritative).toHaveLength(2);
  });

  it('have other addresses at the registry than in their own zone', async () => {
    const own = world.addZone('glued.com', ['ns1.glued.com']);
    const { authoritativePort: _port } = world;
    world.registryOf('glued.com').add('ns1.glued.com', 'A', '127.0.0.2');
    own.add('ns1.glued.com', 'A', '127.0.0.3');
    expect((await probe('shop.glued.com')).nameServerFaults).toEqual([
      { name: 'ns1.glued.com', fault: 'glue-differs', glue: ['127.0.0.2'], own: ['127.0.0.3'] },
    ]);
  });

  it('more than are asked make the observation incomplete', async () => {
    zone().add(NAME, 'CNAME', HOST);
    expect((await probe()).isCapped).toBeUndefined();
    for (let index = 0; index < 14; index++)
      world.registryOf('example.com').add('example.com', 'NS', `x${index}.dns-provider.net`);
    expect((await probe()).isCapped).toBe(true);
  });
});

describe('signatures', () => {
  beforeEach(() => {
    zone().add(NAME, 'CNAME', HOST);
    world.setSigned('example.com', 'signed');
  });
  const signatures = async () =>
    (await probe()).authoritative.map(({ signatures: own, isDenialUnproven }) => own ?? isDenialUnproven);

  it('in order say nothing', async () => expect(await signatures()).toEqual([undefined, undefined]));
  it.each([
    ['expired-signatures', 'expired'],
    ['unsigned', 'missing'],
    ['no-denial', true],
  ] as const)('%s at one server: %s', async (behaviour, expected) => {
    world.setBehaviour('example.com', behaviour, SECOND);
    expect(await signatures()).toEqual([undefined, expected]);
  });
});

it('names the target’s hosts that have no address', async () => {
  const gone = { ...TARGET, cname: ['app-2.closte.com'] };
  expect((await probe(NAME, gone)).missingTargets).toEqual(['app-2.closte.com']);
  expect((await probe()).missingTargets).toBeUndefined();
});

it('sees the DNAME that made a CNAME', async () => {
  zone().add('old.example.com', 'DNAME', 'example.org');
  expect((await probe('shop.old.example.com')).authoritative[0]?.a.dname).toBe('old.example.com');
});

it('sees where HTTPS records lead', async () => {
  zone().add(NAME, 'A', '127.0.0.10');
  zone().add(NAME, 'HTTPS', '192.0.2.7');
  expect((await probe()).https).toEqual(['192.0.2.7']);
});

it('says where the CAA records stand that a CNAME leads to', async () => {
  zone().add('example.com', 'A', '127.0.0.10');
  zone().add('web.example.com', 'CNAME', 'example.com');
  zone().add('example.com', 'CAA', '0 issue ";"');
  expect((await probe('web.example.com')).caa).toMatchObject({ outcome: 'found', name: 'example.com' });
});

it('says how long resolvers may remember earlier name servers', async () => {
  expect((await probe()).nameServersTtlS).toBe(60);
});
