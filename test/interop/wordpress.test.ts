import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Multisite } from '../../src/multisite/multisite.js';
import { createMultisite } from '../../src/multisite/rest/client.js';
import { closeLab, type Lab, openLab } from '../support/lab.js';
import { hasWordPress, KEYS, type RealWordPress, startRealWordPress } from './real-wordpress.js';

const timeoutMs = 10_000;
const authorization = `Basic ${Buffer.from(`${KEYS.apiKey}:${KEYS.apiSecret}`).toString('base64')}`;

interface Capture {
  readonly request: { readonly method: string; readonly path: string; readonly body?: object };
  readonly status: number;
  readonly body: unknown;
}
const CAPTURES: Readonly<Record<string, Capture>> = JSON.parse(
  readFileSync(new URL('../fixtures/captures/ultimate-multisite-rest-2.9.2.json', import.meta.url), 'utf8')
    // The first record, and the fourth try.
    .replaceAll('8464', '1')
    .replaceAll('8465', '3'),
);
/** In this order, on an empty table; ids and times are the only difference. */
const REPLAYED = [
  ...['auth', 'create', 'get', 'find', 'find-none', 'page-beyond-the-end', 'per-page-too-much'],
  ...['create-twice', 'create-invalid-wildcard', 'create-invalid-idn-tld'],
  ...['create-on-a-site-that-is-not-there', 'put-done', 'get-after-put-done', 'put-done-and-secure'],
  ...['put-unknown-stage', 'put-unknown-field', 'delete', 'get-deleted', 'delete-deleted', 'site-none'],
  ...['setting', 'setting-not-saved', 'setting-protected', 'webhook-create', 'webhook-delete'],
] as const;
const withoutTimes = (json: unknown): unknown =>
  JSON.parse(JSON.stringify(json, (key, value) => (key.startsWith('date_') ? 'a time' : value)));

describe.skipIf(!hasWordPress())('beside a real WordPress', () => {
  let wordpress: RealWordPress;
  let multisite: Multisite;
  let lab: Lab | undefined;

  beforeAll(async () => {
    wordpress = await startRealWordPress();
    multisite = createMultisite({ ...KEYS, url: wordpress.url, timeoutMs });
  }, 120_000);
  beforeEach(async () => {
    const { domainRecords } = await multisite.listDomainRecords();
    for (const { id } of domainRecords) await multisite.deleteDomainRecord(id);
  });
  afterAll(async () => {
    if (lab) await closeLab(lab);
    await wordpress.stop();
  });

  it('a real WordPress answers as the captures of Ultimate Multisite 2.9.2 do', async () => {
    for (const name of REPLAYED) {
      const { request, status, body } = CAPTURES[name] ?? expect.fail(`no capture ${name}`);
      const answer = await fetch(`${wordpress.url}/wp-json/wu/v2${request.path}`, {
        method: request.method,
        headers: { authorization, 'content-type': 'application/json' },
        body: request.body === undefined ? null : JSON.stringify(request.body),
      });
      const json: unknown = await answer.json();
      expect({ name, status: answer.status, body: withoutTimes(json) }).toEqual({
        name,
        status,
        body: withoutTimes(body),
      });
    }
  });

  it('a real WordPress shows a site with the fields and types of the capture', async () => {
    const typesOf = (site: unknown) =>
      Object.entries(site as object).map(([name, value]) => [name, value === null ? 'null' : typeof value]);
    const answer = await fetch(`${wordpress.url}/wp-json/wu/v2/site/2`, { headers: { authorization } });
    expect(typesOf(await answer.json())).toEqual(typesOf(CAPTURES['site']?.body));
  });

  it('a real WordPress knows neither a wrong key nor, switched off, the API', async () => {
    const stranger = await fetch(`${wordpress.url}/wp-json/wu/v2/auth`);
    const { status, body } = CAPTURES['wrong-secret'] ?? expect.fail();
    expect([stranger.status, await stranger.json()]).toEqual([status, body]);
    const nowhere = await fetch(`${wordpress.url}/wp-json/wu/v2-off/auth`, { headers: { authorization } });
    expect(await nowhere.json()).toEqual(CAPTURES['api-switched-off']?.body);
  });

  it('lists sites, reads settings, and has the bot’s webhooks set up and taken away', async () => {
    expect([...(await multisite.listSites())].map(({ id }) => id)).toEqual(
      Array.from({ length: 98 }, (_, at) => at + 1),
    );
    expect(await multisite.getSetting('dns_check_interval')).toBe(10);
    expect(await multisite.getSetting('auto_create_www_subdomain')).toBeUndefined();
    const url = 'https://bot.example.com/webhooks/default/a-token-that-nobody-guesses';
    await multisite.createWebhook('Bot', 'domain_created', url);
    const [webhook] = await multisite.listWebhooks();
    expect(webhook).toMatchObject({ event: 'domain_created', url });
    await multisite.deleteWebhook(webhook?.id ?? 0);
    await multisite.deleteWebhook(webhook?.id ?? 0);
    expect(await multisite.listWebhooks()).toEqual([]);
  });

  it('reads, finds, changes and deletes records as MariaDB gives them', async () => {
    await multisite.testConnection();
    const domainRecord = await multisite.createDomainRecord('shop.example.com', 12);
    expect(domainRecord).toMatchObject({ domain: 'shop.example.com', siteId: 12, stage: 'checking-dns' });
    expect(await multisite.findDomainRecord('shop.example.com')).toEqual(domainRecord);
    await multisite.setStage(domainRecord.id, 'done');
    // Saving it may move its time of change on by a second.
    const { modifiedAt: _, ...unchanged } = domainRecord;
    expect(await multisite.getDomainRecord(domainRecord.id)).toMatchObject({
      ...unchanged,
      stage: 'done',
      isSecure: true,
    });
    await expect(multisite.createDomainRecord('shop.example.com', 13)).rejects.toMatchObject({
      code: 'refused',
    });
    await expect(multisite.createDomainRecord('*.example.com', 13)).rejects.toMatchObject({
      facts: { said: 'Domain *.example.com is not valid' },
    });
    expect(await multisite.deleteDomainRecord(domainRecord.id)).toBe('removed');
    expect(await multisite.deleteDomainRecord(domainRecord.id)).toBe('already');
    expect(await multisite.getDomainRecord(domainRecord.id)).toBeUndefined();
    expect(await multisite.getSite(12)).toMatchObject({ address: 'shop12.network.example.com' });
    expect(await multisite.getSite(99)).toBeUndefined();
    const stranger = createMultisite({ ...KEYS, apiSecret: 'not-the-secret', url: wordpress.url, timeoutMs });
    await expect(stranger.listDomainRecords()).rejects.toMatchObject({ code: 'unauthorised' });
  });

  it('a bot follows it: what is created by REST, by the form with its webhook, and deleted', async () => {
    lab = await openLab({
      change: (config) => ({
        ...config,
        apps: config.apps.map((app) => ({
          ...app,
          channel: 'C01DOMAINS',
          multisite: {
            url: wordpress.url,
            rest: { ...KEYS, syncMs: 1_000, setsStage: true, followsOwn: false },
            webhookToken: 'a-token-that-nobody-guesses',
          },
        })),
      }),
    });
    const { bot: _, ...here } = lab;
    const at = lab;
    await at.start();
    await at.until(() => at.lines.some((line) => line.includes('read for the first time')));
    const { id } = await multisite.createDomainRecord('rest.example.com', 12);
    await at.until(() => at.thread('rest.example.com').includes('alias.added'), 30_000);

    const webhook = `http://127.0.0.1:${at.bot?.port}/webhooks/default/a-token-that-nobody-guesses`;
    await fetch(`${wordpress.url}/wp-json/wu/v2/form`, {
      method: 'POST',
      headers: {
        authorization,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ domain: 'form.example.com', blog_id: 13, webhook }),
    });
    await at.until(() => at.thread('form.example.com').includes('alias.added'), 30_000);
    at.pointDns('form.example.com');
    await at.until(() => at.thread('form.example.com').includes('domain.done'), 30_000);
    let stage: string | undefined;
    await at.until(() => {
      void multisite.findDomainRecord('form.example.com').then((domainRecord) => {
        stage = domainRecord?.stage;
      });
      return stage === 'done';
    }, 30_000);

    await multisite.deleteDomainRecord(id);
    await at.until(() => at.thread('rest.example.com').includes('alias.removed'), 30_000);
    expect(here.world.closte.aliases()).toEqual(['form.example.com']);
  }, 150_000);
});

describe.skipIf(!hasWordPress()).each(['new', 'old'] as const)(
  'the list of a real WordPress with %s paging',
  (paging) => {
    it('is read whole', async () => {
      const wordpress = await startRealWordPress(paging);
      const multisite = createMultisite({ ...KEYS, url: wordpress.url, timeoutMs });
      const names = Array.from({ length: 120 }, (_, at) => `shop${at}.example.com`);
      for (const name of names) await multisite.createDomainRecord(name, 2);
      const { domainRecords } = await multisite.listDomainRecords();
      expect([...domainRecords].map(({ domain }) => domain).sort()).toEqual(names.sort());
      await wordpress.stop();
    }, 150_000);
  },
);
