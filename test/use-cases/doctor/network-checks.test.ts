import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMultisite } from '../../../src/multisite/rest/client.js';
import { type SandboxCloste, startCloste } from '../../../src/sandbox/closte.js';
import type { WordPressMode } from '../../../src/sandbox/wordpress/rest-server.js';
import { type SandboxWordPress, startWordPress } from '../../../src/sandbox/wordpress/wordpress.js';
import { diagnoseNetwork } from '../../../src/use-cases/doctor/network-checks.js';
import type { App, Network } from '../../../src/use-cases/ports.js';

const KEYS = { apiKey: 'multisite-api-key-123456', apiSecret: 'multisite-api-secret-1234' };
const HOST = 'network.example.com';
const TOKEN = 'a-token-that-nobody-guesses';
const BOT = 'https://bot.example.com';
const URL_OF_BOT = `${BOT}/webhooks/shops/${TOKEN}`;

let closte: SandboxCloste;
let wordpress: SandboxWordPress;
beforeEach(async () => {
  closte = await startCloste({ apiKey: 'KEY' });
  wordpress = await startWordPress({ ...KEYS, host: HOST, closte: { url: closte.url, apiKey: 'KEY' } });
});
afterEach(() => Promise.all([closte.stop(), wordpress.stop()]));

const restWith = (apiSecret = KEYS.apiSecret) =>
  createMultisite({ ...KEYS, apiSecret, url: wordpress.url, timeoutMs: 2_000 });
const diagnosed = (change: Partial<Network> = {}) =>
  diagnoseNetwork({
    name: 'shops',
    multisite: { url: `https://${HOST}`, host: HOST, rest: restWith(), ...change },
  } as Partial<App> as App);
const keysOf = (results: readonly { readonly state: string; readonly key: string }[]) =>
  results.map(({ state, key }) => `${state} ${key.replace('doctor.', '')}`);

describe('a network', () => {
  it('a network that works is checked whole: key, list of domains, and how long the plugin is patient', async () => {
    await wordpress.createSite('shop.example.com');
    const results = await diagnosed();
    expect(keysOf(results)).toEqual(['ok network.answers', 'ok network.records', 'note network.patience']);
    expect(results.at(-1)?.params).toMatchObject({ seconds: 50, minutes: 1 });
  });

  it.each<[WordPressMode, string, RegExp]>([
    ['switched-off', 'network.wrong', /switch it on under Settings > API & Webhooks/],
    ['redirect', 'network.wrong', /redirects to https:\/\/www\.network\.example\.com: put that/],
    ['login', 'network.wrong', /login page/],
    ['no-authorization', 'network.refused', /removes the Authorization header/],
    ['firewall', 'network.failing', /firewall/],
    ['http-500', 'network.failing', /HTTP 500/],
    ['down', 'network.unreached', /can’t be reached/],
    ['silent', 'network.unreached', /in time/],
  ])('a network that is %s: one problem, %s, with its reason', async (mode, key, words) => {
    wordpress.setMode(mode);
    const results = await diagnosed();
    expect(keysOf(results)).toEqual([`problem ${key}`]);
    expect(results[0]?.params['reason']).toMatch(words);
  });

  it('a network whose key is wrong is one problem', async () => {
    const results = await diagnosed({ rest: restWith('wrong-secret') });
    expect(keysOf(results)).toEqual(['problem network.refused']);
  });

  it('a network whose list ends early is a problem although the key is right', async () => {
    for (const name of ['one', 'two']) await wordpress.createSite(`${name}.example.com`);
    wordpress.setMode('short-list');
    expect(keysOf(await diagnosed())).toContain('problem network.records-refused');
  });

  it('with domain mapping switched off', async () => {
    wordpress.setSetting('enable_domain_mapping', false);
    expect(keysOf(await diagnosed())).toContain('problem network.mapping-off');
  });

  it.each(['shop-2.network.example.com', 'shop.example.com'])(
    'whose MULTISITE_URL is the address of one site, %s',
    async (host) => {
      await wordpress.createSite('shop.example.com');
      const [, problem] = await diagnosed({ host });
      expect(problem).toMatchObject({
        state: 'problem',
        key: 'doctor.network.subsite',
        params: { host, main: HOST },
      });
    },
  );

  it.each([HOST, `www.${HOST}`, '203.0.113.7'])('may be at %s', async (host) => {
    expect(keysOf(await diagnosed({ host }))).not.toContain('problem network.subsite');
  });
});

describe('webhooks', () => {
  const webhooked = (change: Partial<Network> = {}) => diagnosed({ webhookToken: TOKEN, ...change });
  const ofWebhooks = (results: Awaited<ReturnType<typeof webhooked>>) =>
    results.filter(({ key }) => key.startsWith('doctor.webhook'));
  const set = () => wordpress.webhooks().map(({ event, url }) => `${event} ${url}`);
  const repairAll = async (results: Awaited<ReturnType<typeof webhooked>>) =>
    Promise.all(results.flatMap(({ repair }) => (repair ? [repair.run()] : [])));

  it('webhooks that are missing are offered, and set up once asked to; then they are found', async () => {
    const results = await webhooked({ webhookUrl: URL_OF_BOT });
    expect(keysOf(ofWebhooks(results))).toEqual(['note webhook.missing', 'note webhook.missing']);
    expect(set()).toEqual([]);
    expect(keysOf(await repairAll(results))).toEqual(['ok webhook.set', 'ok webhook.set']);
    expect(set().sort()).toEqual([`domain_created ${URL_OF_BOT}`, `site_published ${URL_OF_BOT}`]);
    expect(keysOf(ofWebhooks(await webhooked({ webhookUrl: URL_OF_BOT })))).toEqual([
      'ok webhook.set',
      'ok webhook.set',
      'unchecked webhook.unchecked',
    ]);
  });

  it('can’t be set up while nobody knows where the bot is reached', async () => {
    const results = ofWebhooks(await webhooked());
    expect(keysOf(results)).toEqual(['note webhook.by-hand', 'note webhook.by-hand']);
    expect(results.filter(({ repair }) => repair)).toEqual([]);
  });

  it.each([
    ['a wrong token', `${BOT}/webhooks/shops/an-older-token-that-leaked`],
    ['a wrong host', `https://old.example.com/webhooks/shops/${TOKEN}`],
  ])('with %s are replaced; those of other apps and programs stay', async (_, url) => {
    const rest = restWith();
    await rest.createWebhook('Ours', 'domain_created', url);
    await rest.createWebhook('Of another app', 'domain_created', `${BOT}/webhooks/agency/${TOKEN}`);
    await rest.createWebhook('Of another program', 'domain_created', 'https://crm.example.com/hook');
    const results = await webhooked({ webhookUrl: URL_OF_BOT });
    expect(keysOf(ofWebhooks(results))).toEqual(['problem webhook.wrong', 'note webhook.missing']);
    await results.find(({ key }) => key === 'doctor.webhook.wrong')?.repair?.run();
    expect(set().sort()).toEqual(
      [
        `domain_created ${BOT}/webhooks/agency/${TOKEN}`,
        'domain_created https://crm.example.com/hook',
        `domain_created ${URL_OF_BOT}`,
      ].sort(),
    );
  });

  it('with a wrong token show where the bot is reached', async () => {
    await restWith().createWebhook('Ours', 'site_published', `${BOT}/webhooks/shops/an-older-token`);
    await repairAll(await webhooked());
    expect(set().sort()).toEqual([`domain_created ${URL_OF_BOT}`, `site_published ${URL_OF_BOT}`]);
  });

  it('a refusal is reported, and no result holds the token', async () => {
    const results = await webhooked({ webhookUrl: URL_OF_BOT });
    wordpress.setMode('http-500');
    const after = await repairAll(results);
    expect(keysOf(after)).toEqual(['problem fix.webhook-failed', 'problem fix.webhook-failed']);
    expect(JSON.stringify([results, after])).not.toContain(TOKEN);
  });
});
