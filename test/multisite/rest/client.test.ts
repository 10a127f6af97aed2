import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Multisite } from '../../../src/multisite/multisite.js';
import { createMultisite } from '../../../src/multisite/rest/client.js';
import { readSite } from '../../../src/multisite/rest/domain-records.js';
import { type SandboxCloste, startCloste } from '../../../src/sandbox/closte.js';
import { type SandboxWordPress, startWordPress } from '../../../src/sandbox/wordpress/wordpress.js';

const KEYS = { apiKey: 'multisite-api-key-123456', apiSecret: 'multisite-api-secret-1234' };
let closte: SandboxCloste;
let wordpress: SandboxWordPress;
let multisite: Multisite;

beforeEach(async () => {
  closte = await startCloste({ apiKey: 'closte-key' });
  wordpress = await startWordPress({
    ...KEYS,
    host: 'network.example.com',
    closte: { url: closte.url, apiKey: 'closte-key' },
  });
  multisite = createMultisite({ ...KEYS, url: wordpress.url, timeoutMs: 1_000 });
});
afterEach(() => Promise.all([closte.stop(), wordpress.stop()]));

const fill = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, at) => wordpress.createSite(`shop${at}.example.com`)));

describe('the list', () => {
  it.each(['normal', 'old-paging'] as const)('is read whole, page by page: %s', async (mode) => {
    await fill(250);
    wordpress.setMode(mode);
    const { domainRecords } = await multisite.listDomainRecords();
    expect(domainRecords).toHaveLength(250);
    expect(domainRecords.at(0)).toMatchObject({
      id: 101,
      siteId: 21,
      domain: 'shop0.example.com',
      stage: 'checking-dns',
    });
  });

  it.each(['normal', 'old-paging'] as const)(
    'of exactly a page, and of nothing, has an end: %s',
    async (mode) => {
      wordpress.setMode(mode);
      expect((await multisite.listDomainRecords()).domainRecords).toHaveLength(0);
      await fill(100);
      expect((await multisite.listDomainRecords()).domainRecords).toHaveLength(100);
    },
  );

  it('the list that lacks what its total promises is no list', async () => {
    await fill(120);
    wordpress.setMode('short-list');
    await expect(multisite.listDomainRecords()).rejects.toMatchObject({ code: 'wrong-shape' });
  });
});

it.each(['normal', 'old-paging'] as const)('reads every site, page by page: %s', async (mode) => {
  await fill(250);
  wordpress.setMode(mode);
  const sites = await multisite.listSites();
  expect(sites).toHaveLength(270);
  expect(sites.at(1)).toEqual({
    id: 2,
    title: 'Rosa’s Bakery',
    address: 'shop-2.network.example.com',
    path: '/',
  });
});

it('of a site with more records than a page has, the primary one is among those read', async () => {
  for (let at = 0; at < 101; at++) await multisite.createDomainRecord(`alias${at}.example.com`, 12);
  const last = await multisite.createDomainRecord('primary.example.com', 12);
  await multisite.setReady(last.id);
  const read = await multisite.listSiteRecords(12);
  expect(read).toHaveLength(100);
  expect(read[0]).toMatchObject({ domain: 'primary.example.com', isPrimary: true });
});

it.each([
  [{}, {}],
  [{ archived: '1' }, { isClosed: true }],
  [{ spam: '1' }, { isClosed: true }],
  [{ deleted: 1 }, { isClosed: true }],
  // As versions before 2.4 may leave them out.
  [{ archived: undefined, spam: undefined, deleted: undefined }, {}],
])('reads a site as a person sees it, %j', (flags, more) => {
  const site = {
    id: 2,
    title: 'Rosa&#039;s Bakery &amp; Café',
    domain: 'Rosa.network.example.com',
    path: '/',
    ...{ archived: '0', spam: '0', deleted: '0' },
    ...flags,
  };
  expect(readSite(site)).toEqual({
    id: 2,
    title: "Rosa's Bakery & Café",
    address: 'rosa.network.example.com',
    path: '/',
    ...more,
  });
});

it('creates, finds, changes and deletes a record; the plugin adds the alias', async () => {
  const domainRecord = await multisite.createDomainRecord('shop.example.com', 12);
  expect(domainRecord).toMatchObject({ domain: 'shop.example.com', siteId: 12, stage: 'checking-dns' });
  expect(closte.aliases()).toEqual(['shop.example.com']);
  expect(await multisite.findDomainRecord('shop.example.com')).toMatchObject({ id: domainRecord.id });
  expect(await multisite.findDomainRecord('other.example.com')).toBeUndefined();
  await multisite.setStage(domainRecord.id, 'done');
  expect(await multisite.getDomainRecord(domainRecord.id)).toMatchObject({ stage: 'done' });
  expect(await multisite.deleteDomainRecord(domainRecord.id)).toBe('removed');
  expect(await multisite.deleteDomainRecord(domainRecord.id)).toBe('already');
  expect(await multisite.getDomainRecord(domainRecord.id)).toBeUndefined();
});

it('2.4.3 refuses ssl-failed: it gets failed instead, and is not asked again', async () => {
  const { id } = await multisite.createDomainRecord('shop.example.com', 12);
  wordpress.setMode('old-paging');
  const puts = () => wordpress.requests().filter((request) => request.startsWith('PUT'));
  expect(await multisite.setStage(id, 'ssl-failed')).toMatchObject({ stage: 'failed' });
  expect(puts()).toHaveLength(2);
  expect(await multisite.setStage(id, 'ssl-failed')).toMatchObject({ stage: 'failed' });
  expect(puts()).toHaveLength(3);
});

it('done makes the links secure, too; Set to Ready makes an inactive record active again', async () => {
  const { id } = await multisite.createDomainRecord('shop.example.com', 12);
  await multisite.setStage(id, 'done');
  expect(await multisite.getDomainRecord(id)).toMatchObject({
    stage: 'done',
    isSecure: true,
    isActive: true,
  });
  wordpress.edit(id, { active: false, secure: false, stage: 'failed' });
  expect(await multisite.getDomainRecord(id)).toMatchObject({ isActive: false, isSecure: false });
  await multisite.setReady(id);
  expect(await multisite.getDomainRecord(id)).toMatchObject({
    stage: 'done',
    isSecure: true,
    isActive: true,
  });
});

it('says in its own words what the network refuses', async () => {
  await expect(multisite.createDomainRecord('*.example.com', 12)).rejects.toMatchObject({
    code: 'refused',
    facts: { said: 'Domain *.example.com is not valid' },
  });
});

it('tests the key', async () => {
  await multisite.testConnection();
  const stranger = createMultisite({
    ...KEYS,
    apiSecret: 'wrong-secret',
    url: wordpress.url,
    timeoutMs: 1_000,
  });
  await expect(stranger.testConnection()).rejects.toMatchObject({ code: 'unauthorised' });
});

it.each([
  ['down', 'unreachable'],
  ['http-500', 'http-status'],
] as const)('when the network is %s nothing is concluded: %s', async (mode, code) => {
  wordpress.setMode(mode);
  await expect(multisite.listDomainRecords()).rejects.toMatchObject({ code });
  await expect(multisite.getDomainRecord(1)).rejects.toMatchObject({ code });
});

it.each([
  ['an HTML page', 200, '<html>', 'wrong-shape'],
  ['an object', 200, '{}', 'wrong-shape'],
  ['a 404 of another plugin', 404, '{"code":"rest_no_route","message":"No route"}', 'no-api'],
  ['a firewall’s page', 403, '<html>', 'http-status'],
  ['the page of a password for the whole site', 401, '<html>', 'http-status'],
  ['a plugin that wants a login', 401, '{"code":"rest_not_logged_in","message":"Log in"}', 'http-status'],
  ['a plugin that closes the API', 403, '{"code":"rest_cannot_access"}', 'http-status'],
  ['too many requests', 429, '{"code":"slow_down"}', 'http-status'],
])('%s is no list', async (_, status, body, code) => {
  const server = createServer((_request, response) => void response.writeHead(status).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const odd = createMultisite({ ...KEYS, url: `http://127.0.0.1:${port}`, timeoutMs: 1_000 });
  await expect(odd.listDomainRecords()).rejects.toMatchObject({ code });
  await new Promise((resolve) => server.close(resolve));
});

it.each([
  ['says that there are none', 0],
  ['says less than it sends', 50],
])('a list whose total %s is read to its end', async (_, total) => {
  const server = createServer((request, response) => {
    const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page'));
    const records = Array.from({ length: page === 3 ? 7 : 100 }, (_, at) => ({
      id: page * 100 + at,
      blog_id: 1,
      domain: `d${at}.example.com`,
    }));
    response.writeHead(200, { 'x-wp-total': String(total) }).end(JSON.stringify(records));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const odd = createMultisite({ ...KEYS, url: `http://127.0.0.1:${port}`, timeoutMs: 1_000 });
  const { domainRecords } = await odd.listDomainRecords();
  expect(domainRecords).toHaveLength(207);
  await new Promise((resolve) => server.close(resolve));
});

it('a record is found where the list isn’t filtered, as a cache that ignores the query sends it', async () => {
  const server = createServer((request, response) => {
    const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page') ?? 1);
    const records = Array.from({ length: page === 2 ? 7 : 100 }, (_, at) => ({
      id: page * 100 + at,
      blog_id: page * 100 + at,
      domain: `d${page * 100 + at}.example.com`,
    }));
    response.writeHead(200).end(JSON.stringify(records));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const odd = createMultisite({ ...KEYS, url: `http://127.0.0.1:${port}`, timeoutMs: 1_000 });
  expect(await odd.findDomainRecord('d203.example.com')).toMatchObject({ id: 203 });
  expect(await odd.findDomainRecord('d301.example.com')).toBeUndefined();
  expect((await odd.listSiteRecords(204)).map(({ id }) => id)).toEqual([204]);
  await new Promise((resolve) => server.close(resolve));
});

it('a list that PHP sent as an object, because it lost an element, is a list; compression is declined', async () => {
  const asked: unknown[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers['accept-encoding']);
    response.end(
      '{"0":{"id":1,"blog_id":1,"domain":"a.example.com"},"2":{"id":3,"blog_id":1,"domain":"b.example.com"}}',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const odd = createMultisite({ ...KEYS, url: `http://127.0.0.1:${port}`, timeoutMs: 1_000 });
  expect([...(await odd.listDomainRecords()).domainRecords].map(({ id }) => id)).toEqual([1, 3]);
  expect(asked).toEqual(['identity']);
  await new Promise((resolve) => server.close(resolve));
});

it('does not wait forever, and keeps its keys to itself', async () => {
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const slow = createMultisite({ ...KEYS, url: `http://127.0.0.1:${port}`, timeoutMs: 100 });
  const error = await slow.listDomainRecords().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'timed-out' });
  expect(JSON.stringify(error)).not.toContain(KEYS.apiSecret);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
