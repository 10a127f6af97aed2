import { afterEach, beforeEach, expect, it } from 'vitest';
import { tells } from '../support/carried.js';
import { startConnectProxy } from '../support/connect-proxy.js';
import { ALICE, closeLab, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
const network = () => lab.world.wordpress;
const read = () => lab.until(() => lab.lines.some((line) => line.includes('read for the first time')));
const eventOf = (hostname: string) => lab.card(hostname)?.metadata?.event_payload;
const webhookUrl = (token = lab.config.apps[0]?.multisite?.webhookToken) =>
  `http://127.0.0.1:${lab.bot?.port}/webhooks/default/${token}`;

beforeEach(async () => {
  lab = await openLab({ withNetwork: true });
});
afterEach(() => closeLab(lab));

it('a site that is created there gets its mapping here by itself, and is followed until it is ready', async () => {
  await lab.start();
  await read();
  const record = await network().createSite('shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
  expect(eventOf('shop.example.com')).toMatchObject({
    by: 'system',
    details: { app: 'default', site: record.blogId, domainRecord: record.id },
  });
  expect(JSON.stringify(lab.card('shop.example.com')?.blocks)).toContain('Added in Ultimate Multisite');
  lab.pointDns('shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').includes('domain.done'));
  expect(lab.messages().filter(({ text }) => text.includes('shop.example.com')).length).toBeGreaterThan(0);
});

it('what was there before the bot is only taken note of', async () => {
  await network().createSite('old.example.com');
  await lab.start();
  await read();
  await network().createSite('new.example.com');
  await lab.until(() => lab.card('new.example.com'));
  expect(lab.card('old.example.com')).toBeUndefined();
});

it('a renamed domain starts again, and the old alias is reported as left behind', async () => {
  await lab.start();
  await read();
  const { id } = await network().createSite('shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
  await network().rename(id, 'boutique.example.com');
  await lab.until(() => lab.card('boutique.example.com'));
  await lab.until(() => lab.thread('shop.example.com').includes('domain_record.renamed'));
  expect(lab.world.closte.aliases()).toContain('shop.example.com');
});

it('a domain that is deleted there ends here', async () => {
  await lab.start();
  await read();
  await network().createSite('other.example.com');
  const { id } = await network().createSite('shop.example.com');
  await lab.until(() => lab.thread('other.example.com').includes('alias.added'));
  await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
  await network().remove(id);
  await lab.until(() => lab.thread('shop.example.com').includes('alias.removed'));
  expect(lab.thread('shop.example.com')).toContain('domain_record.vanished');
  expect(lab.world.closte.aliases()).toEqual(['other.example.com']);
});

it('a domain that is deleted and created again between two readings goes on with its new record', async () => {
  await lab.start();
  await read();
  const { id } = await network().createSite('shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
  network().setMode('down');
  await network().remove(id);
  const { blogId } = await network().createSite('shop.example.com');
  network().setMode('normal');
  await lab.until(() => lab.thread('shop.example.com').includes('domain_record.found'), 30_000);
  expect(lab.thread('shop.example.com')).not.toContain('domain_record.vanished');
  await lab.until(() => JSON.stringify(lab.card('shop.example.com')?.blocks).includes(`Site ${blogId}`));
});

it('a network that is away, or answers nonsense, ends nothing', async () => {
  await lab.start();
  await read();
  await network().createSite('shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
  for (const mode of ['down', 'http-500', 'short-list'] as const) {
    const count = network().requests().length;
    network().setMode(mode);
    // A network that is down is asked again after a pause.
    await lab.until(() => network().requests().length > count + 1, 30_000);
  }
  expect(lab.thread('shop.example.com')).not.toContain('domain_record.vanished');
  expect(lab.lines.filter((line) => line.includes('network could not be read')).length).toBeLessThan(6);
}, 120_000);

it('a webhook brings a mapping at once, however often it comes', async () => {
  await lab.start();
  await read();
  network().setWebhook(webhookUrl());
  await Promise.all([
    network().addDomain('shop.example.com', 12),
    network().addDomain('blog.example.com', 13),
  ]);
  await lab.until(() => lab.card('shop.example.com') && lab.card('blog.example.com'));
  await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
  const roots = lab.messages().filter(({ metadata }) => tells(metadata, 'domain.requested'));
  expect(roots).toHaveLength(2);
  const all = [...lab.lines, ...lab.everythingShown().map(({ text }) => text)].join('\n');
  expect(all).not.toMatch(/mustermann|Heidestra/i);
});

it('a test event, nonsense and strangers start nothing; the channel hears of the first and of a wrong token', async () => {
  await lab.start();
  await read();
  network().setWebhook(webhookUrl());
  expect(await network().sendTestEvent()).toBe(200);
  const post = (url: string, body: string) =>
    fetch(url, { method: 'POST', body }).then(({ status }) => status);
  expect(await post(webhookUrl(), '{')).toBe(200);
  expect(await post(webhookUrl(), '{"payment_id":"3"}')).toBe(200);
  expect(await post(webhookUrl(), 'x'.repeat(300_000))).toBe(413);
  expect(await post(webhookUrl('wrong-token-wrong-token-wrong'), '{}')).toBe(404);
  expect(await post(webhookUrl().replace('default', 'other'), '{}')).toBe(404);
  expect(await fetch(webhookUrl()).then(({ status }) => status)).toBe(404);
  expect(await post(webhookUrl('wrong-token-wrong-token-wrong'), '{}')).toBe(404);
  const reported = await lab.until(() => lab.messages().length > 1 && lab.messages().map(({ text }) => text));
  expect(reported).toEqual([
    expect.stringContaining('test event arrived'),
    expect.stringContaining('wrong token'),
  ]);
});

it('map --site creates the record there, too, and unmap deletes both', async () => {
  await lab.start();
  await lab.type('/domain map shop.example.com --site 12');
  await lab.until(() => lab.thread('shop.example.com').includes('domain_record.created'));
  expect(network().records()).toMatchObject([{ domain: 'shop.example.com', blogId: 12 }]);
  expect(JSON.stringify(lab.card('shop.example.com')?.blocks)).toContain('Site 12');
  lab.pointDns('shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').includes('domain.done'));

  lab.press(lab.card('shop.example.com'), 'unmap');
  const { view } = await lab.until(() => [...lab.world.slack.workspace.views.values()].at(-1));
  expect(JSON.stringify(view)).toContain('deleted, too');
  await lab.world.slack.people.submit({ user: ALICE, viewId: view.id, values: {} });
  await lab.until(() => lab.thread('shop.example.com').includes('alias.removed'));
  expect(lab.thread('shop.example.com').slice(-3)).toEqual([
    'unmap.requested',
    'domain_record.removed',
    'alias.removed',
  ]);
  expect(network().records()).toEqual([]);
  expect(lab.world.closte.aliases()).toEqual([]);
});

it('a mapping gets its record later, and it is reported where it can’t', async () => {
  await lab.start();
  await lab.type('/domain map shop.example.com');
  await lab.until(() => lab.privately().find(({ text }) => text.includes('doesn’t lead to a site yet')));
  await lab.type('/domain map shop.example.com --site 12');
  await lab.until(() => lab.thread('shop.example.com').includes('domain_record.created'));

  await lab.type('/domain map *.wild.example.com --site 12');
  const refusal = 'can’t have a domain record for `*.wild.example.com`';
  await lab.until(() => lab.privately().find(({ text }) => text.includes(refusal)));
  expect(lab.card('*.wild.example.com')).toBeUndefined();
  expect(lab.world.closte.aliases()).not.toContain('*.wild.example.com');
});

it('a network that is away holds up neither the alias nor the checks, and gets the record when it is back', async () => {
  await lab.start();
  network().setMode('down');
  lab.pointDns('shop.example.com');
  await lab.type('/domain map shop.example.com --site 12');
  await lab.until(() => lab.thread('shop.example.com').includes('ssl.issued'));
  expect(lab.thread('shop.example.com').filter((type) => type === 'error.logged')).toHaveLength(1);
  network().setMode('normal');
  await lab.until(() => lab.thread('shop.example.com').includes('domain_record.created'), 60_000);
}, 90_000);

it('two records of one name are reported once, in the app’s channel', async () => {
  await lab.start();
  await read();
  const { blogId } = await network().createSite('shop.example.com');
  await network().addDomain('shop.example.com', blogId);
  const reported = () => lab.messages().filter(({ text }) => text.includes('more than one domain record'));
  await lab.until(() => reported().length > 0);
  const count = network().requests().length;
  await lab.until(() => network().requests().length > count + 3);
  expect(reported().map(({ text }) => text)).toEqual([expect.stringContaining('shop.example.com')]);
  expect(lab.messages().filter(({ metadata }) => tells(metadata, 'domain.requested'))).toHaveLength(1);
});

const NETWORK = 'network.example.com';

/** A network under a name of its own, which only the proxy finds. */
async function openNamedNetwork(followsOwn: boolean): Promise<() => Promise<void>> {
  await closeLab(lab);
  const proxy = await startConnectProxy(undefined, { [NETWORK]: '127.0.0.1' });
  lab = await openLab({
    withNetwork: true,
    change: (config) => ({
      ...config,
      proxy: { httpProxy: proxy.url, noProxy: '127.0.0.1' },
      apps: config.apps.map((app) => ({
        ...app,
        multisite: app.multisite && {
          ...app.multisite,
          url: app.multisite.url?.replace('127.0.0.1', NETWORK),
          rest: app.multisite.rest && { ...app.multisite.rest, followsOwn },
        },
      })),
    }),
  });
  await lab.start();
  await read();
  return proxy.stop;
}

it.each([true, false])(
  'sites at the network’s own subdomains get a mapping if followed: %s',
  async (followsOwn) => {
    const stopProxy = await openNamedNetwork(followsOwn);
    await network().createSite(`shop.${NETWORK}`);
    await network().createSite(NETWORK);
    await network().createSite('shop.example.org');
    await lab.until(() => lab.thread('shop.example.org').includes('alias.added'));
    if (followsOwn) {
      lab.pointDns(`shop.${NETWORK}`);
      await lab.until(() => lab.thread(`shop.${NETWORK}`).includes('domain.done'));
    }
    expect(lab.card(`shop.${NETWORK}`) !== undefined).toBe(followsOwn);
    expect(lab.card(NETWORK)).toBeUndefined();
    await stopProxy();
  },
);
