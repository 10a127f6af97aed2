import { expect, it } from 'vitest';
import { decide, request } from '../../src/core/lifecycle/decide.js';
import type { Mapping } from '../../src/core/mapping.js';
import type { DomainRecord } from '../../src/multisite/multisite.js';
import { type NetworkReading, reconcile } from '../../src/multisite/reconcile.js';
import { linksByHostname } from '../store/typical-mapping.js';
import { POLICY, START } from '../support/observations.js';

const context = { now: START, newId: () => 'e', random: 0, policy: POLICY };

const recordOf = (id: number, domain: string, stage = 'checking-dns'): DomainRecord => ({
  id,
  domain,
  siteId: id + 10,
  stage,
  isActive: true,
  isPrimary: false,
  isSecure: true,
});

/** A mapping; with a record's id, one that came from the network. */
function mappingOf(hostname: string, domainRecordId?: number): Mapping {
  const siteLink = domainRecordId === undefined ? undefined : { siteId: domainRecordId + 10, domainRecordId };
  const asked = { id: `m-${hostname}`, app: 'default', hostname, channel: 'C1', by: 'system', siteLink };
  return decide(request(asked, context).mapping, { type: 'alias.added', already: true }, context).mapping;
}

/** Without what is only taken note of. */
const read = (reading: PlainReading) => readAll(reading).filter(({ kind }) => kind !== 'read');

const readAll = ({ mappings = [], ...reading }: PlainReading) =>
  reconcile({
    domainRecords: [],
    known: new Map(),
    mappings: linksByHostname(mappings),
    networkHost: 'network.example.org',
    internalDomains: ['closte.com'],
    setsStage: false,
    ...reading,
  });

type PlainReading = Partial<Omit<NetworkReading, 'mappings'>> & { readonly mappings?: readonly Mapping[] };

const shop = recordOf(1, 'shop.example.com');

it.each<[string, PlainReading, readonly object[]]>([
  ['nothing', {}, []],
  [
    'a new record starts',
    { domainRecords: [shop] },
    [{ kind: 'start', hostname: 'shop.example.com', domainRecord: shop }],
  ],
  ...['Shop.example.com', 'shop.example.com.'].map((domain): [string, PlainReading, object[]] => [
    `a new record named ${domain} is linked with the mapping of its hostname`,
    { domainRecords: [{ ...shop, domain }], mappings: [mappingOf('shop.example.com')] },
    [{ kind: 'link', mapping: 'm-shop.example.com', domainRecord: { ...shop, domain } }],
  ]),
  ['the first reading starts nothing', { domainRecords: [shop], known: undefined }, []],
  [
    'a known record starts nothing again',
    { domainRecords: [shop], known: new Map([[1, 'shop.example.com']]) },
    [],
  ],
  [
    'a known record without a mapping that got another name starts',
    { domainRecords: [shop], known: new Map([[1, 'old.example.com']]) },
    [{ kind: 'start', hostname: 'shop.example.com' }],
  ],
  [
    'a site at the network’s own subdomain starts nothing',
    { domainRecords: [recordOf(1, 'shop.network.example.org'), recordOf(2, 'network.example.org')] },
    [],
  ],
  [
    'where own subdomains are followed it does; the main site never',
    {
      domainRecords: [recordOf(1, 'shop.network.example.org'), recordOf(2, 'network.example.org')],
      followsOwn: true,
    },
    [{ kind: 'start', hostname: 'shop.network.example.org' }],
  ],
  [
    'a record in Unicode is the mapping in A-label form',
    { domainRecords: [recordOf(1, 'blumen-müller.de')], mappings: [mappingOf('xn--blumen-mller-klb.de', 1)] },
    [],
  ],
  ['the network’s own host', { domainRecords: [recordOf(1, 'network.example.org')] }, []],
  ['the network’s own subdomains', { domainRecords: [recordOf(1, 'site.network.example.org')] }, []],
  ['what is no public hostname', { domainRecords: [recordOf(1, 'localhost'), recordOf(2, '10.0.0.1')] }, []],
  [
    'a mapping that a person made learns of its record',
    { domainRecords: [shop], mappings: [mappingOf('shop.example.com')] },
    [{ kind: 'link', mapping: 'm-shop.example.com', domainRecord: shop }],
  ],
  [
    'a mapping that knows its record',
    { domainRecords: [shop], mappings: [mappingOf('shop.example.com', 1)] },
    [],
  ],
  [
    'a record that got another name starts that and leaves the old one',
    {
      domainRecords: [recordOf(1, 'boutique.example.com')],
      known: new Map([[1, 'shop.example.com']]),
      mappings: [mappingOf('shop.example.com', 1)],
    },
    [
      { kind: 'rename', mapping: 'm-shop.example.com', to: 'boutique.example.com' },
      { kind: 'start', hostname: 'boutique.example.com' },
    ],
  ],
  [
    'a record that is gone',
    { known: new Map([[1, 'shop.example.com']]), mappings: [mappingOf('shop.example.com', 1)] },
    [{ kind: 'vanish', mapping: 'm-shop.example.com', domainRecordId: 1 }],
  ],
  [
    'a record that was deleted and created again',
    {
      domainRecords: [recordOf(2, 'shop.example.com')],
      known: new Map([[1, 'shop.example.com']]),
      mappings: [mappingOf('shop.example.com', 1)],
    },
    [{ kind: 'link', mapping: 'm-shop.example.com', domainRecord: recordOf(2, 'shop.example.com') }],
  ],
  ['a mapping that never had a record', { mappings: [mappingOf('shop.example.com')] }, []],
])('%s', (_, reading, steps) => {
  expect(read(reading)).toMatchObject(steps);
  expect(read(reading)).toHaveLength(steps.length);
});

it('what is being removed here is left alone', () => {
  const { mapping } = decide(
    mappingOf('shop.example.com', 1),
    { type: 'unmap.requested', by: 'UALICE' },
    context,
  );
  const known = new Map([[1, 'shop.example.com']]);
  expect(read({ domainRecords: [shop], known, mappings: [mapping] })).toEqual([]);
  expect(read({ domainRecords: [], known, mappings: [mapping] })).toEqual([]);
  // Deleted and created again there: it waits for the end of the old one.
  const again = recordOf(2, 'shop.example.com');
  expect(read({ domainRecords: [again], known, mappings: [mapping] })).toEqual([
    { kind: 'wait', domainRecordId: 2 },
  ]);
  // So does another record that was given the name.
  const before = new Map([[2, 'other.example.com']]);
  expect(read({ domainRecords: [again], known: before, mappings: [mapping] })).toEqual([
    { kind: 'wait', domainRecordId: 2 },
  ]);
});

it.each([
  ['done', 'checking-dns', true],
  ['done', 'failed', true],
  ['done', 'done', false],
  ['done', 'done-without-ssl', false],
  ['ssl-failed', 'checking-ssl-cert', true],
  ['ssl-failed', 'ssl-failed', false],
  ['ssl-failed', 'done', false],
  ['checking-dns', 'failed', false],
] as const)('a mapping at %s sets a record at %s right: %s', (stage, there, isSet) => {
  const reading = {
    domainRecords: [recordOf(1, 'shop.example.com', there)],
    mappings: [{ ...mappingOf('shop.example.com', 1), stage }],
  };
  const expected = isSet ? [{ kind: 'stage', domainRecordId: 1, stage }] : [];
  expect(read({ ...reading, setsStage: true })).toMatchObject(expected);
  expect(read({ ...reading, setsStage: true })).toHaveLength(expected.length);
  expect(read(reading)).toEqual([]);
});

it('of several records of one name follows the one that is linked, else the primary, and says so once', () => {
  const [one, two] = [
    recordOf(1, 'shop.example.com'),
    { ...recordOf(2, 'shop.example.com'), isPrimary: true },
  ];
  expect(read({ domainRecords: [one, two] })).toMatchObject([
    { kind: 'start', domainRecord: two },
    { kind: 'double', ids: [1, 2] },
  ]);
  const known = new Map([one, two].map(({ id, domain }) => [id, domain]));
  expect(read({ domainRecords: [one, two], known, mappings: [mappingOf('shop.example.com', 1)] })).toEqual(
    [],
  );
});

it('follows a record to another site', () => {
  const moved = { ...shop, siteId: 99 };
  const mappings = [mappingOf('shop.example.com', 1)];
  expect(read({ domainRecords: [moved], mappings })).toMatchObject([{ kind: 'link', domainRecord: moved }]);
});

it('a record that could not be read has not vanished', () => {
  const mappings = [mappingOf('shop.example.com', 1)];
  expect(read({ domainRecords: [], unreadable: [1], mappings })).toEqual([]);
  expect(read({ domainRecords: [], mappings })).toMatchObject([{ kind: 'vanish' }]);
});

it('says of a mapping what its record says, only when it is news', () => {
  const mappings = [mappingOf('shop.example.com', 1)];
  const [step] = readAll({ domainRecords: [shop], mappings });
  expect(step).toMatchObject({
    kind: 'read',
    reading: { record: { stage: 'checking-dns', isActive: true, isSecure: true } },
  });
  const [mapping] = mappings;
  const record = step?.kind === 'read' ? step.reading.record : undefined;
  if (mapping)
    expect(
      readAll({ domainRecords: [shop], mappings: [{ ...mapping, site: { ...mapping.site, record } }] }),
    ).toEqual([]);
});

it('steps come in the order of the records, each name once, however long the list', () => {
  const records = Array.from({ length: 2_000 }, (_, at) => recordOf(at + 1, `shop${at}.example.com`));
  const again = recordOf(5_000, 'shop7.example.com');
  const started = read({ domainRecords: [...records, again] }).flatMap((step) =>
    step.kind === 'start' ? [step.hostname] : [],
  );
  expect(started).toEqual(records.map(({ domain }) => domain));
});

it('a record that changed is read with all addresses of its site', () => {
  const mapping = mappingOf('shop.example.com', 1);
  const other = { ...recordOf(2, 'shop.example.net', 'done'), siteId: 11 };
  const elsewhere = recordOf(3, 'else.example.net', 'done');
  const ours = recordOf(1, 'shop.example.com', 'done');
  const known = new Map([ours, other, elsewhere].map(({ id, domain }) => [id, domain]));
  const steps = readAll({ domainRecords: [other, ours, elsewhere], known, mappings: [mapping] });
  expect(steps).toMatchObject([{ kind: 'read', reading: { addresses: [other.domain, ours.domain] } }]);
});
