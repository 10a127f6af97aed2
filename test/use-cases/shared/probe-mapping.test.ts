import { expect, it } from 'vitest';
import { judgeZone } from '../../../src/core/diagnosis/verdict.js';
import type { Mapping } from '../../../src/core/mapping.js';
import type { FrontObservation, ServerAnswer } from '../../../src/core/observation/observation.js';
import { createMappingProbe, type ProbeDeps } from '../../../src/use-cases/shared/probe-mapping.js';
import { newStoredMapping } from '../../store/typical-mapping.js';
import { dnsSeen, HOSTNAME, lookup, right, START, server } from '../../support/observations.js';

const TARGET = {
  ipv4: ['203.0.113.10', '203.0.113.11'],
  ipv6: ['2001:db8::10'],
  cname: ['app-1.closte.com'],
};
const ALL = [...TARGET.ipv4, ...TARGET.ipv6];

/** A probe of a network where the domain's servers answer so, and addresses other than the target's serve so. */
function probeThat(
  authoritative: readonly ServerAnswer[],
  front: FrontObservation | undefined,
  onProbe: (addresses: readonly string[]) => void = () => undefined,
) {
  return createMappingProbe({
    dns: { authoritative: async () => dnsSeen(START, [...authoritative]), resolvers: async () => [] },
    http: {
      probe: async (_: string, addresses: readonly string[]) => {
        onProbe(addresses);
        return { ssl: { edges: [] }, http: { challenge: [], site: [] } };
      },
      front: async () => front,
    },
    now: () => START,
    random: () => 0.5,
  } as unknown as ProbeDeps);
}

const MAPPING: Mapping = { ...newStoredMapping('m1').mapping, hostname: HOSTNAME };

/** Where the certificate is checked when the domain's servers answer so. */
async function addressesFor(...authoritative: ServerAnswer[]): Promise<readonly string[]> {
  let asked: readonly string[] = [];
  const probe = probeThat(authoritative, undefined, (addresses) => {
    asked = addresses;
  });
  await probe(MAPPING, { target: TARGET });
  return asked;
}

const both = server(lookup('answer', ...TARGET.ipv4), lookup('answer', ...TARGET.ipv6));

it.each<[string, ServerAnswer[], readonly string[]]>([
  ['a name with one of two addresses is served at that one', [right()], ['203.0.113.10']],
  ['a name with all of them is served at all', [both], ALL],
  ['what servers differ in counts together', [right('ns1'), { ...both, server: 'ns2' }], ALL],
  [
    'an alias of the host leads to all that the host has',
    [server(lookup('answer', 'app-1.closte.com'))],
    ALL,
  ],
  ['where IPv6 could not be asked for, it may be there', [server(right().a, lookup('servfail'))], ALL],
  [
    'a list that was cut off excludes nothing',
    [server(right().a, { ...lookup('answer', '2001:db8::10'), isCapped: true })],
    ALL,
  ],
])('%s', async (_, answers, expected) => {
  expect([...(await addressesFor(...answers))].sort()).toEqual([...expected].sort());
});

const PROXY = ['104.16.1.1', '104.16.2.2'];
const proxied = server(lookup('answer', ...PROXY));
const shows = (served: FrontObservation['served'], addresses = PROXY): FrontObservation => ({
  served,
  addresses,
});

it.each<[string, FrontObservation | undefined, FrontObservation, FrontObservation['served']]>([
  ['shows no page to judge at the same addresses', shows('ours'), shows('unknown'), 'ours'],
  ['is reached at one of its addresses alone', shows('ours'), shows('unknown', PROXY.slice(1)), 'ours'],
  ['is at another address', shows('ours'), shows('unknown', ['104.16.9.9']), 'unknown'],
  ['shows another page', shows('ours'), shows('other'), 'other'],
  ['never served the site', shows('unknown'), shows('unknown'), 'unknown'],
  ['was not there before', undefined, shows('unknown'), 'unknown'],
])('a proxy that %s', async (_, before, now, expected) => {
  const { dns } = MAPPING;
  const observation = { ...dnsSeen(START, [proxied]), ...(before ? { front: before } : {}) };
  const mapping = { ...MAPPING, dns: { ...dns, observation } };
  const seen = await probeThat([proxied], now)(mapping, { target: TARGET });
  expect(seen.dns.front?.served).toBe(expected);
  expect(judgeZone(seen.dns, TARGET)).toBe(expected === 'ours' ? 'published' : 'wrong');
});

it('a proxy that has served the site, and fails now, keeps all its addresses and its fault', async () => {
  const front: FrontObservation = { served: 'ours', addresses: [...shows('ours').addresses, '192.0.2.99'] };
  const observation = { ...dnsSeen(START, [proxied]), front };
  const mapping = { ...MAPPING, dns: { ...MAPPING.dns, observation } };
  const failing: FrontObservation = { ...shows('unknown'), fault: 'error', status: 522 };
  const seen = await probeThat([proxied], failing)(mapping, { target: TARGET });
  expect(seen.dns.front).toEqual({ ...front, fault: 'error', status: 522 });
});
