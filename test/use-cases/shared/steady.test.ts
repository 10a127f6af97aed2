import { expect, it } from 'vitest';
import type { Mapping } from '../../../src/core/mapping.js';
import type { HttpObservation } from '../../../src/core/observation/http.js';
import type { DnsObservation, EdgeAnswer } from '../../../src/core/observation/observation.js';
import { createMappingProbe, type ProbeDeps } from '../../../src/use-cases/shared/probe-mapping.js';
import { newStoredMapping } from '../../store/typical-mapping.js';
import {
  certificate,
  dnsSeen,
  edge,
  HOSTNAME,
  lookup,
  right,
  START,
  served,
  server,
  sslSeen,
} from '../../support/observations.js';

const TARGET = { ipv4: ['203.0.113.10'], ipv6: [], cname: [] };
const HOUR_MS = 3_600_000;
const [address] = TARGET.ipv4 as [string];
const ours = { address, kind: 'wordpress', served: 'ours', status: 200, fingerprint: 'f' } as const;
const reached = { address, outcome: 'reached', status: 404, redirects: 0, rttMs: 1 } as const;
const HTTP: HttpObservation = { at: START, queried: HOSTNAME, challenge: [reached], site: [ours] };

function readyMapping(change: Partial<Mapping> = {}): Mapping {
  const { mapping } = newStoredMapping('m1');
  return {
    ...mapping,
    hostname: HOSTNAME,
    outcome: { stage: 'done', at: START },
    dns: { ...mapping.dns, state: 'propagated', agreeingRounds: 2, observation: dnsSeen(START, [right()]) },
    ssl: { ...mapping.ssl, state: 'valid', observation: sslSeen(START, served) },
    http: HTTP,
    ...change,
  };
}

interface World {
  readonly mapping?: Mapping;
  readonly isFresh?: boolean;
  readonly afterMs?: number;
  readonly dns?: DnsObservation;
  readonly edge?: EdgeAnswer;
  /** What is served is still the page that was judged. */
  readonly isStill?: boolean;
}

async function checked({ mapping = readyMapping(), isFresh, afterMs = HOUR_MS, ...seen }: World) {
  const asked: string[] = [];
  const ssl = { queried: HOSTNAME, edges: [seen.edge ?? served] };
  const probe = createMappingProbe({
    dns: {
      authoritative: async () => seen.dns ?? dnsSeen(START, [right()]),
      resolvers: async () => [],
    },
    http: {
      front: async () => undefined,
      visit: async () => {
        asked.push('visit');
        return { ssl, site: seen.isStill === false ? [] : [ours] };
      },
      probe: async () => {
        asked.push('probe');
        return { ssl, http: { queried: HOSTNAME, challenge: [reached], site: [ours] } };
      },
    },
    now: () => START + afterMs,
    random: () => 0.5,
  } as unknown as ProbeDeps);
  return { asked, input: await probe(mapping, { target: TARGET }, isFresh) };
}

it('a healthy mapping costs one connection; what is not asked again keeps its time', async () => {
  const { asked, input } = await checked({});
  expect(asked).toEqual(['visit']);
  expect(input.ssl).toMatchObject({ at: START + HOUR_MS, edges: [served] });
  expect(input.http).toEqual({ ...HTTP, at: START + HOUR_MS, challengeAt: START });
  const again = await checked({ mapping: readyMapping({ http: input.http }), afterMs: 2 * HOUR_MS });
  expect(again.input.http).toMatchObject({ at: START + 2 * HOUR_MS, challengeAt: START });
});

const doubted = (axis: 'dns' | 'ssl' | 'site'): Mapping => {
  const mapping = readyMapping();
  return { ...mapping, [axis]: { ...mapping[axis], contradictions: 1 } };
};
const withFinding = (code: string): Mapping =>
  readyMapping({ openFindings: [{ code, axis: 'ssl', since: START, reported: true, absentChecks: 0 }] });
const withHttp = (change: Partial<HttpObservation>): Mapping =>
  readyMapping({ http: { ...HTTP, ...change } });

it.each<[string, World]>([
  ['a person asks', { isFresh: true }],
  ['port 80 was asked twelve hours ago', { afterMs: 12 * HOUR_MS }],
  ['the clock was set back by a day', { afterMs: -24 * HOUR_MS }],
  ['it is not Ready', { mapping: readyMapping({ outcome: undefined }) }],
  ['DNS contradicted', { mapping: doubted('dns') }],
  ['the certificate contradicted', { mapping: doubted('ssl') }],
  ['the site contradicted', { mapping: doubted('site') }],
  ['its addresses answer port 80 in different ways', { mapping: withFinding('http-differs') }],
  ['the site was not the customer’s', { mapping: withHttp({ site: [{ ...ours, served: 'network-main' }] }) }],
  ['port 80 was odd', { mapping: withHttp({ challenge: [{ ...reached, outcome: 'error' }] }) }],
  ['nothing was seen of the site', { mapping: withHttp({ site: [] }) }],
  ['another name was asked for, as with a wildcard', { mapping: withHttp({ queried: 'x.example.com' }) }],
  ['one more name server answers', { dns: dnsSeen(START, [right(), right('ns2.example.net')]) }],
  ['the name servers are others', { dns: dnsSeen(START, [right('ns9.example.net')]) }],
])('everything is asked: %s', async (_, world) => {
  expect((await checked(world)).asked).toEqual(['probe']);
});

it.each<[string, World]>([
  ['the certificate is another one', { edge: edge('certificate', certificate({ fingerprint: 'CC:DD' })) }],
  [
    'the certificate is not trusted any more',
    {
      edge: edge('certificate', certificate({ chainError: 'CERT_HAS_EXPIRED' })),
    },
  ],
  ['the connection fails', { edge: edge('refused') }],
  ['the page is another one', { isStill: false }],
])('everything is asked at once: %s', async (_, world) => {
  const { asked, input } = await checked(world);
  expect(asked).toEqual(['visit', 'probe']);
  expect(input.ssl?.edges).toEqual([world.edge ?? served]);
  expect(input.http?.challengeAt).toBeUndefined();
});

it('other TTLs and another order are no change', async () => {
  const answer = right();
  const later = {
    ...answer,
    a: { ...answer.a, rttMs: 99, records: answer.a.records.map((each) => ({ ...each, ttlS: 7 })) },
  };
  expect((await checked({ dns: dnsSeen(START, [later]) })).asked).toEqual(['visit']);
});

it('an address without a route from here holds up nothing', async () => {
  const away = { address: '2001:db8::10', kind: 'none', served: 'unknown', failure: 'unreachable' } as const;
  const mapping = withHttp({ site: [ours, away] });
  const target = { ...TARGET, ipv6: ['2001:db8::10'] };
  const asked: string[] = [];
  const edges = [served, { ...edge('unreachable'), address: away.address }];
  const probe = createMappingProbe({
    dns: {
      authoritative: async () =>
        dnsSeen(START, [server(lookup('answer', address), lookup('answer', away.address))]),
      resolvers: async () => [],
    },
    http: {
      front: async () => undefined,
      visit: async () => {
        asked.push('visit');
        return { ssl: { queried: HOSTNAME, edges }, site: [ours, away] };
      },
    },
    now: () => START + HOUR_MS,
    random: () => 0.5,
  } as unknown as ProbeDeps);
  const before = {
    ...mapping,
    dns: {
      ...mapping.dns,
      observation: dnsSeen(START, [server(lookup('answer', address), lookup('answer', away.address))]),
    },
    ssl: { ...mapping.ssl, observation: sslSeen(START, ...edges) },
  };
  await probe(before, { target });
  expect(asked).toEqual(['visit']);
});
