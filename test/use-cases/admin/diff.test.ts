import { expect, it } from 'vitest';
import { decide, type Input, request } from '../../../src/core/lifecycle/decide.js';
import type { Mapping, MappingLinks } from '../../../src/core/mapping.js';
import { type DifferenceKind, diff, type Sides } from '../../../src/use-cases/admin/diff.js';
import { linksByHostname } from '../../store/typical-mapping.js';
import { POLICY, START } from '../../support/observations.js';

const context = { now: START, newId: () => 'e', random: 0, policy: POLICY };
const HOSTNAME = 'shop.example.com';

function mappingOf(...inputs: Input[]): Mapping {
  const asked = { id: 'm', app: 'default', hostname: HOSTNAME, channel: 'C1', by: 'UALICE' };
  return inputs.reduce(
    (mapping, input) => decide(mapping, input, context).mapping,
    request(asked, context).mapping,
  );
}

const added: Input = { type: 'alias.added', already: false };
const here = [mappingOf(added)];
const domainRecord = [
  { id: 1, domain: HOSTNAME, siteId: 2, stage: 'done', isActive: true, isPrimary: false, isSecure: true },
];

/** As they differ, with mappings as a list. */
const compare = ({ mappings = [], ...sides }: PlainSides) =>
  diff({
    aliases: [],
    domainRecords: [],
    networkHost: undefined,
    internalDomains: [],
    ...sides,
    mappings: linksByHostname(mappings),
  });

type PlainSides = Partial<Omit<Sides, 'mappings'>> & { readonly mappings?: readonly MappingLinks[] };

it.each<[string, PlainSides, DifferenceKind | 'agree']>([
  ['all three have it', { aliases: [HOSTNAME], domainRecords: domainRecord, mappings: here }, 'agree'],
  ['no network, both have it', { aliases: [HOSTNAME], domainRecords: 'none', mappings: here }, 'agree'],
  ['alias and record', { aliases: [HOSTNAME], domainRecords: domainRecord }, 'adopt'],
  ['alias without a network', { aliases: [HOSTNAME], domainRecords: 'none' }, 'adopt'],
  ['alias, records unknown', { aliases: [HOSTNAME], domainRecords: 'unknown' }, 'adopt'],
  ['alias alone', { aliases: [HOSTNAME] }, 'orphan'],
  ['record alone', { domainRecords: domainRecord }, 'map'],
  ['record, aliases unknown', { aliases: 'unknown', domainRecords: domainRecord }, 'agree'],
  ['mapping without alias', { domainRecords: domainRecord, mappings: here }, 'lost'],
  ['mapping, aliases unknown', { aliases: 'unknown', domainRecords: domainRecord, mappings: here }, 'agree'],
  ['mapping without record', { aliases: [HOSTNAME], mappings: here }, 'unrouted'],
  ['mapping, records unknown', { aliases: [HOSTNAME], domainRecords: 'unknown', mappings: here }, 'agree'],
  ['mapping alone', { mappings: here }, 'lost'],
  ['a mapping on its way', { mappings: [mappingOf()] }, 'agree'],
  [
    'a mapping on its way out',
    { aliases: [HOSTNAME], mappings: [mappingOf(added, { type: 'unmap.requested', by: 'UALICE' })] },
    'agree',
  ],
])('%s: %s', async (_, sides, kind) => {
  const { agreeing, differences } = await compare(sides);
  const found = Object.entries(differences).flatMap(([name, domains]) =>
    domains.map(({ hostname }) => [name, hostname]),
  );
  expect(found).toEqual(kind === 'agree' ? [] : [[kind, HOSTNAME]]);
  expect(agreeing).toBe(kind === 'agree' ? 1 : 0);
});

it.each<[string, boolean, Mapping['site']['reason'], DifferenceKind[]]>([
  ['failed', true, 'gave-up', ['given-up']],
  ['checking-dns', true, 'still-checking', ['given-up']],
  ['done', false, 'inactive', ['given-up']],
  ['done', true, 'failing', []],
  ['done', true, 'default-page', []],
])('a record at %s (active: %s), unrouted because of %s: %j', async (stage, isActive, reason, expected) => {
  const [mapping] = here;
  if (!mapping) throw new Error('no mapping');
  const record = { id: 1, siteId: 2, stage, isActive, isSecure: true };
  const unrouted: Mapping = {
    ...mapping,
    dns: { ...mapping.dns, state: 'propagated' },
    ssl: { ...mapping.ssl, state: 'valid' },
    site: { state: 'unrouted', since: START, reason, record, contradictions: 0 },
  };
  const { differences } = await compare({
    aliases: [HOSTNAME],
    domainRecords: domainRecord,
    mappings: [unrouted],
  });
  const found = Object.entries(differences).flatMap(([kind, domains]) => domains.map(() => kind));
  expect(found).toEqual(expected);
});

it('names the sites at the network’s own subdomains, unless the app follows them', async () => {
  const own = [
    'b.network.example.com',
    'a.network.example.com',
    'network.example.com',
    'www.network.example.com',
  ];
  const records = own.map((domain, at) => ({ ...domainRecord[0], id: at, domain })) as Sides['domainRecords'];
  const sides = {
    aliases: [],
    domainRecords: records,
    networkHost: 'network.example.com',
    internalDomains: [],
  };
  const left = await compare(sides);
  expect(left.own).toEqual(['a.network.example.com', 'b.network.example.com']);
  expect(Object.values(left.differences).flat()).toEqual([]);
  const followed = await compare({ ...sides, followsOwn: true });
  expect(followed.own).toEqual([]);
  // The hosting provider serves them without an alias: only the mapping is missing.
  expect(followed.differences.adopt.map(({ hostname }) => hostname)).toEqual([
    'a.network.example.com',
    'b.network.example.com',
  ]);
});

it('leaves out the names of Closte’s and of the network’s own', async () => {
  const own = ['app-0123.closte.com', 'network.example.org', 'site.network.example.org'];
  const domainRecords = own.map((domain, id) => ({
    id,
    domain,
    siteId: id,
    stage: 'done',
    isActive: true,
    isPrimary: false,
    isSecure: true,
  }));
  const { agreeing, differences } = await compare({
    aliases: own,
    domainRecords: domainRecords.slice(1),
    networkHost: 'network.example.org',
    internalDomains: ['closte.com'],
  });
  expect(agreeing).toBe(0);
  expect(Object.values(differences).flat()).toEqual([]);
});

it.each(['Shop.example.com', 'shop.example.com.', 'SHOP.EXAMPLE.COM.'])(
  'a record named %s is that of its hostname',
  async (domain) => {
    const records = domainRecord.map((each) => ({ ...each, domain })) as Sides['domainRecords'];
    const sides = { networkHost: undefined, internalDomains: [], domainRecords: records };
    const { agreeing, differences } = await compare({ ...sides, aliases: [HOSTNAME], mappings: here });
    expect([agreeing, Object.values(differences).flat()]).toEqual([1, []]);
  },
);

it('compares thousands of names, each once', async () => {
  const names = Array.from({ length: 3_000 }, (_, at) => `shop${String(at).padStart(4, '0')}.example.com`);
  const { agreeing, differences } = await compare({
    aliases: names.slice(0, 2_000),
    domainRecords: names
      .slice(500)
      .map((domain, id) => ({ ...domainRecord[0], id, domain })) as Sides['domainRecords'],
    mappings: names.slice(0, 1_000).map((hostname) => ({ ...mappingOf(added), hostname })),
    networkHost: undefined,
    internalDomains: [],
  });
  expect(agreeing).toBe(500);
  const found = (kind: DifferenceKind) => differences[kind].map(({ hostname }) => hostname);
  expect(found('unrouted')).toEqual(names.slice(0, 500));
  expect(found('adopt')).toEqual(names.slice(1_000, 2_000));
  expect(found('map')).toEqual(names.slice(2_000));
});
