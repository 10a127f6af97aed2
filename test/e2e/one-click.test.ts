import { afterEach, describe, expect, it } from 'vitest';
import { closeLab, type Lab, openLab } from '../support/lab.js';

const PORT = 28_951;
const PUBLIC_URL = `http://127.0.0.1:${PORT}`;

let lab: Lab;
afterEach(() => closeLab(lab));

interface Opened {
  readonly text: string;
  readonly link: URL | undefined;
}

async function openWith(hostname: string, isPublic = true): Promise<void> {
  const publicUrl = isPublic ? PUBLIC_URL : undefined;
  lab = await openLab({
    change: (config) => ({ ...config, http: { host: '127.0.0.1', port: PORT, publicUrl } }),
  });
  await lab.start();
  await map(hostname);
}

async function map(hostname: string): Promise<void> {
  await lab.type(`/domain map ${hostname}`);
  await lab.until(() => lab.thread(hostname).includes('alias.added'));
}

/** The message's text from the first check on, and its link as a browser on this machine opens it. */
async function openMessage(hostname: string, isReady = /Harbour/): Promise<Opened> {
  for (;;) {
    const text = await openText(hostname);
    if (!isReady.test(text)) continue;
    const { url, browserUrl } = lab.world.domainConnect.consent;
    const link = text.split('\n').find((line) => line.startsWith(url));
    return { text, link: link === undefined ? undefined : new URL(link.replace(url, browserUrl)) };
  }
}

async function openText(hostname: string): Promise<string> {
  const { views } = lab.world.slack.workspace;
  const before = views.size;
  await lab.press(lab.card(hostname), 'customer');
  const opened = await lab.until(() => (views.size > before ? [...views.values()].at(-1) : undefined));
  await lab.world.slack.people.close(opened.user, opened.view.id);
  const [, text = '""'] =
    /"initial_value":("(?:[^"\\]|\\.)*")/.exec(JSON.stringify(opened.view.blocks)) ?? [];
  return JSON.parse(text);
}

const decide = (link: URL, decision: 'approve' | 'cancel', redirect: 'follow' | 'manual' = 'follow') =>
  fetch(link, { method: 'POST', body: new URLSearchParams({ decision }), redirect });

const zoneRecords = (hostname: string) =>
  (lab.world.dns.zoneOf(hostname)?.records() ?? [])
    .filter(({ name }) => name === hostname)
    .map(({ type, value }) => `${type} ${value}`);

describe('one click', () => {
  it('a customer approves at their DNS provider, and the domain becomes ready without a typed record', async () => {
    await openWith('shop.example.com');
    lab.world.dns.zoneOf('shop.example.com')?.add('shop.example.com', 'A', '192.0.2.80');
    const { text, link } = await openMessage('shop.example.com');
    expect(text).toContain('open this link, sign in to Harbour Domains and confirm');
    expect(text).toContain('Or do it by hand.');
    if (!link) throw new Error('no link');

    const consent = await (await fetch(link)).text();
    expect(consent).toContain(lab.world.target.host);
    expect(consent).toContain('192.0.2.80');
    const page = await decide(link, 'approve');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Harbour Domains says that you approved the changes.');
    expect(zoneRecords('shop.example.com')).toEqual([`CNAME ${lab.world.target.host}`]);
    await lab.until(() => lab.thread('shop.example.com').includes('domain_connect.approved'));
    await lab.until(() => lab.thread('shop.example.com').includes('domain.done'));
  });

  it('a customer who cancels is reported, and changes nothing', async () => {
    await openWith('shop.example.com');
    const { link } = await openMessage('shop.example.com');
    if (!link) throw new Error('no link');
    expect(await (await decide(link, 'cancel')).text()).toContain('You cancelled at Harbour Domains.');
    await lab.until(() => lab.thread('shop.example.com').includes('domain_connect.cancelled'));
    expect(zoneRecords('shop.example.com')).toEqual([]);
  });

  it('sets the domain and its www name with one link', async () => {
    await openWith('example.org');
    const { link } = await openMessage('example.org', /Harbour[\s\S]*www\.example\.org/);
    if (!link) throw new Error('no link');
    await decide(link, 'approve');
    expect(zoneRecords('example.org')).toContain(`A ${lab.world.target.address}`);
    expect(zoneRecords('www.example.org')).toEqual(['CNAME example.org']);
    await lab.until(() => lab.thread('example.org').includes('domain.done'));
  });

  it('the return counts once, and only with the state that was given', async () => {
    await openWith('shop.example.com');
    const { link } = await openMessage('shop.example.com');
    if (!link) throw new Error('no link');
    const back = (await decide(link, 'cancel', 'manual')).headers.get('location') ?? '';
    expect(back.startsWith(`${PUBLIC_URL}/domain-connect/return?`)).toBe(true);
    const forged = new URL(back);
    forged.searchParams.set('state', '00000000-0000-4000-8000-000000000000');
    for (const url of [
      forged.href,
      `${PUBLIC_URL}/domain-connect/return`,
      `${PUBLIC_URL}/domain-connect/return?state=<script>`,
    ]) {
      const answer = await fetch(url, { redirect: 'manual' });
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain('<script');
    }
    expect((await fetch(back)).status).toBe(200);
    await lab.until(() => lab.thread('shop.example.com').includes('domain_connect.cancelled'));
    expect((await fetch(back)).status).toBe(404);
    const reported = lab
      .thread('shop.example.com')
      .filter((type) => String(type).startsWith('domain_connect'));
    expect(reported).toEqual(['domain_connect.cancelled']);
  });

  it('repeats nothing of the request, and never redirects', async () => {
    await openWith('shop.example.com');
    const { link } = await openMessage('shop.example.com');
    if (!link) throw new Error('no link');
    const back = new URL((await decide(link, 'cancel', 'manual')).headers.get('location') ?? '');
    back.searchParams.set('error', '<img src=x onerror=alert(1)>');
    back.searchParams.set('error_description', '"><script>alert(1)</script>');
    back.searchParams.set('redirect_uri', 'https://evil.example/');
    const answer = await fetch(back, { redirect: 'manual' });
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).not.toMatch(/script|onerror|evil/);
    const reply = await lab.until(() =>
      lab.messages().find(({ text }) => text.includes('Harbour Domains reported an error (`unknown`)')),
    );
    expect(reply.text).not.toContain('img');
  });

  it('has no state and no way back without a public address', async () => {
    await openWith('shop.example.com', false);
    const { link } = await openMessage('shop.example.com');
    expect(link?.searchParams.has('redirect_uri')).toBe(false);
    expect(link?.searchParams.has('state')).toBe(false);
    if (!link) throw new Error('no link');
    expect(await (await decide(link, 'approve')).text()).toContain('Your records were changed.');
    expect((await fetch(`${PUBLIC_URL}/domain-connect/return`)).status).toBe(404);
    await lab.until(() => lab.thread('shop.example.com').includes('domain.done'));
  });

  it('is not offered for a wildcard, nor where the signature key is another’s', async () => {
    await openWith('*.example.com');
    expect((await openMessage('*.example.com')).link).toBeUndefined();
    await map('shop.example.com');
    const { link } = await openMessage('shop.example.com');
    if (!link) throw new Error('no link');
    link.searchParams.set('host', 'other');
    expect(await (await fetch(link)).text()).toContain('signature is wrong');
  });
});

it('a link shown to nobody else: log and store hold no state', async () => {
  await openWith('shop.example.com');
  const { link } = await openMessage('shop.example.com');
  const state = link?.searchParams.get('state') ?? '';
  expect(state).toMatch(/^[\w-]{32,}$/);
  const { filesIn } = await import('../support/secrets.js');
  const written = [...lab.lines, ...(await filesIn(lab.config.dataDir)).map(({ text }) => text)];
  expect(written.filter((text) => text.includes(state))).toEqual([]);
});
