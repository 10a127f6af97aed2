import { expect, it } from 'vitest';
import type { Mapping, SiteLink } from '../../../src/core/mapping.js';
import { type Multisite, MultisiteError } from '../../../src/multisite/multisite.js';
import { syncDomainRecord } from '../../../src/use-cases/worker/sync-domain-record.js';

const MAPPING = { hostname: 'shop.example.org' } as Mapping;
const LINK = { siteId: 2, domainRecordId: 7 } as SiteLink;
const SITE = { id: 2, title: 'Shop', address: 'shop.network.tld', path: '/' };
const record = (siteId: number) => ({ id: 7, siteId }) as never;

const create = (rest: Partial<Multisite> | undefined) =>
  syncDomainRecord(MAPPING, LINK, 'create', rest as Multisite | undefined);

it('a record is looked up before it is created: an earlier attempt may have succeeded unheard', async () => {
  const made: unknown[] = [];
  const rest: Partial<Multisite> = {
    findDomainRecord: async () => record(2),
    getSite: async () => SITE,
    createDomainRecord: async (...args) => void made.push(args) as never,
  };
  expect(await create(rest)).toMatchObject({ type: 'domain_record.created', already: true, title: 'Shop' });
  expect(made).toEqual([]);
});

it.each([
  ['/', 'network.tld'],
  ['/shop/', 'network.tld/shop'],
])('a site at %s is named %s', async (path, address) => {
  const rest: Partial<Multisite> = {
    findDomainRecord: async () => record(2),
    getSite: async () => ({ ...SITE, address: 'network.tld', path }),
  };
  expect(await create(rest)).toMatchObject({ address });
});

it.each([
  ['without a REST API', undefined, 'not-configured'],
  ['on another site', { findDomainRecord: async () => record(3) }, 'on-other-site'],
  [
    'for a site that there is not',
    {
      findDomainRecord: async (): Promise<undefined> => undefined,
      getSite: async (): Promise<undefined> => undefined,
    },
    'no-site',
  ],
])('a record %s is refused, for a person to fix', async (_, rest, code) => {
  expect(await create(rest)).toMatchObject({ type: 'domain_record.refused', code });
});

it.each([
  ['refused', 'domain_record.refused'],
  ['timed-out', 'domain_record.unreached'],
  ['http-status', 'domain_record.unreached'],
] as const)('a call that ends as %s is %s', async (code, type) => {
  const rest = {
    findDomainRecord: () => Promise.reject(new MultisiteError(code, 'words', { said: 'Said.' })),
  };
  expect(await create(rest)).toEqual({ type, code, message: 'Said.' });
});

it.each([
  ['its own record is deleted', 'shop.example.org', ['removed'], false],
  ['one that another program deletes meanwhile counts as removed', 'shop.example.org', ['already'], true],
  ['one that is gone already counts as removed', undefined, [], true],
  [
    'its own record is deleted, however its domain is written',
    ' https://Shop.example.org:443/',
    ['removed'],
    false,
  ],
  ['its own record is deleted, with a final dot, too', 'shop.example.org.', ['removed'], false],
])('when a domain is unmapped: %s', async (_, domain, answers, already) => {
  const left = [...answers];
  const rest = {
    getDomainRecord: async (id: number) => (domain === undefined ? undefined : { id, siteId: 2, domain }),
    deleteDomainRecord: async () => left.shift() ?? expect.fail('another domain’s record was deleted'),
  } as unknown as Multisite;
  expect(await syncDomainRecord(MAPPING, LINK, 'delete', rest)).toEqual({
    type: 'domain_record.removed',
    already,
  });
  expect(left).toEqual([]);
});

it('when a domain is unmapped, a record that was renamed meanwhile is left alone, and called so', async () => {
  const rest = {
    getDomainRecord: async (id: number) => ({ id, siteId: 2, domain: 'other.example.org' }),
    deleteDomainRecord: () => Promise.reject(new Error('another domain’s record was deleted')),
  } as unknown as Multisite;
  expect(await syncDomainRecord(MAPPING, LINK, 'delete', rest)).toEqual({
    type: 'domain_record.renamed',
    to: 'other.example.org',
  });
});
