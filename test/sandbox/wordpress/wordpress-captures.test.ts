import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type SandboxCloste, startCloste } from '../../../src/sandbox/closte.js';
import {
  domainCreatedPayload,
  mockEvent,
  sitePublishedPayload,
} from '../../../src/sandbox/wordpress/payloads.js';
import { type SandboxWordPress, startWordPress } from '../../../src/sandbox/wordpress/wordpress.js';

/** What the real plugin answered and sent, request by request. */
const CAPTURES = new URL('../../fixtures/captures/', import.meta.url);
const load = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(name, CAPTURES), 'utf8'));

const exchange = z.object({
  request: z.object({ method: z.string(), path: z.string(), body: z.unknown().optional() }),
  status: z.number(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown(),
});
const rest = z.record(z.string(), z.unknown()).parse(await load('ultimate-multisite-rest-2.9.2.json'));
const captured = (name: string): z.infer<typeof exchange> => exchange.parse(rest[name]);

const KEYS = { apiKey: 'multisite-api-key-123456', apiSecret: 'multisite-api-secret-1234' };
let closte: SandboxCloste;
let wordpress: SandboxWordPress;
beforeEach(async () => {
  closte = await startCloste({ apiKey: 'KEY' });
  wordpress = await startWordPress({
    ...KEYS,
    host: 'network.example.com',
    closte: { url: closte.url, apiKey: 'KEY' },
  });
});
afterEach(() => Promise.all([closte.stop(), wordpress.stop()]));

async function ask(
  { request: { method, path, body } }: z.infer<typeof exchange>,
  { id = 0, secret = KEYS.apiSecret }: { readonly id?: number; readonly secret?: string } = {},
) {
  const answer = await fetch(`${wordpress.url}/wp-json/wu/v2${path.replace('8464', String(id))}`, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${KEYS.apiKey}:${secret}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as unknown };
}

/** Ids, moments and what the network is called differ from run to run; their forms don't. */
function formOf(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => formOf(each));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, formOf(each, key)]));
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value)) return 'moment';
  if (name === 'id') return typeof value;
  return value;
}

async function compare(name: string, options: Parameters<typeof ask>[1] = {}): Promise<void> {
  const wanted = captured(name);
  const got = await ask(wanted, options);
  expect({ name, status: got.status, body: formOf(got.body) }).toEqual({
    name,
    status: wanted.status,
    body: formOf(wanted.body),
  });
  for (const [header, value] of Object.entries(wanted.headers ?? {}))
    expect(`${header}: ${got.headers.get(header)}`).toBe(`${header}: ${value}`);
}

async function fixture(): Promise<number> {
  // Its site has a primary domain already, as it had when this was captured.
  const { id: other } = await wordpress.addDomain('store.example.com', 2);
  wordpress.edit(other, { primary_domain: true, stage: 'done' });
  await ask(captured('create'));
  return wordpress.records().find(({ domain }) => domain === 'fixture.example.org')?.id ?? 0;
}

describe('the REST API', () => {
  it('key and secret', async () => {
    await compare('auth');
    await compare('wrong-secret', { secret: 'wrong' });
  });

  it('a record from its creation to its end', async () => {
    await wordpress.addDomain('store.example.com', 2);
    wordpress.edit(wordpress.records()[0]?.id ?? 0, { primary_domain: true });
    await compare('create');
    const id = wordpress.records()[1]?.id ?? 0;
    for (const name of [
      'get',
      'find',
      'find-none',
      'create-twice',
      'put-done',
      'get-after-put-done',
      'put-done-and-secure',
      'put-unknown-stage',
      'put-unknown-field',
      'delete',
      'get-deleted',
      'delete-deleted',
    ])
      await compare(name, { id });
  });

  it.each([
    'per-page-too-much',
    'create-invalid-wildcard',
    'create-invalid-idn-tld',
    'create-on-a-site-that-is-not-there',
    'site-none',
    'setting',
    'setting-not-saved',
    'setting-protected',
  ])('%s', (name) => compare(name));

  it('a list as the bot asks for it, and a page beyond its end', async () => {
    await fixture();
    const { body } = await ask(captured('list-as-the-bot-asks'));
    const records = z.array(z.record(z.string(), z.unknown()));
    const [wanted] = records.parse(captured('list-as-the-bot-asks').body);
    const types = (record: object) => Object.entries(record).map(([name, value]) => [name, typeof value]);
    for (const record of records.parse(body)) expect(types(record)).toEqual(types(wanted ?? {}));
    const beyond = await ask(captured('page-beyond-the-end'));
    expect(beyond.body).toEqual([]);
    expect(beyond.headers.get('x-wp-total')).toBe('2');
  });

  it('a site, field by field', async () => {
    const { body } = await ask(captured('site'));
    const wanted = captured('site').body;
    const types = (record: unknown) =>
      Object.entries(z.record(z.string(), z.unknown()).parse(record)).map(([name, value]) => [
        name,
        typeof value,
      ]);
    expect(types(body)).toEqual(types(wanted));
  });

  it('a webhook', async () => {
    await compare('webhook-create');
    const deletion = captured('webhook-delete');
    const request = { ...deletion.request, path: '/webhook/1' };
    expect(await ask({ ...deletion, request })).toMatchObject({ status: 200, body: 1 });
  });

  it('switched off', async () => {
    wordpress.setMode('switched-off');
    expect(await ask(captured('auth'))).toMatchObject({
      status: 404,
      body: (rest['api-switched-off'] as { body: object }).body,
    });
  });

  it('2.4.3 refuses ssl-failed and tells no totals', async () => {
    wordpress.setMode('old-paging');
    const id = await fixture();
    const list = await ask(captured('list-as-the-bot-asks'));
    expect(list.headers.get('x-wp-total')).toBeNull();
    const request = { method: 'PUT', path: `/domain/${id}`, body: { stage: 'ssl-failed' } };
    expect(await ask({ ...captured('put-done'), request })).toMatchObject({
      status: 400,
      body: { code: 'rest_invalid_param', message: 'Invalid parameter(s): stage' },
    });
  });
});

const webhooks = z
  .record(z.string(), z.object({ body: z.record(z.string(), z.unknown()) }))
  .parse(await load('ultimate-multisite-webhooks.json'));
const record = {
  ...{ id: 4, domain: 'shop.example.com', blogId: 2, stage: 'checking-dns', active: true, primary: false },
  ...{ secure: false, created: '2026-11-25 13:27:34', modified: '2026-11-25 13:27:34' },
};

it.each([
  ['domain_created 2.9.2', domainCreatedPayload(record, 'Erikas Laden', 'network.example.com')],
  [
    'site_published 2.9.2',
    sitePublishedPayload(2, 'http://erika.network.example.com', 'network.example.com'),
  ],
  ['test-domain_created 2.9.2', mockEvent('network.example.com')],
])('the webhook %s has the fields and types of the real one', (name, body) => {
  const types = (fields: object) =>
    Object.entries(fields).map(([field, value]) => [field, value === null ? 'null' : typeof value]);
  expect(types(body)).toEqual(types(webhooks[name]?.body ?? {}));
});

const wire = z
  .object({
    calls: z.array(
      z.object({ request: z.string(), headers: z.record(z.string(), z.string()), body: z.string() }),
    ),
  })
  .parse(await load('ultimate-multisite-closte-wire.json'));

it('the plugin’s own calls to Closte are answered as the bot’s are', async () => {
  for (const { request, headers, body } of wire.calls) {
    const [method = '', path = ''] = request.split(' ');
    const { Connection: _, ...sent } = headers;
    const answer = await fetch(`${closte.url}${path}`, { method, headers: sent, body });
    const said = z
      .object({ success: z.boolean() })
      .loose()
      .safeParse(await answer.json());
    expect(`${request} ${body}: ${said.success}`).toBe(`${request} ${body}: true`);
  }
});
