import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from '../../commands/index.js';
import { ALICE, BOB, closeLab, type Lab, openLab } from '../support/lab.js';
import { freePort } from '../support/ports.js';

const PORT = await freePort();
const ORIGIN = `http://127.0.0.1:${PORT}`;

let lab: Lab;
async function open(): Promise<void> {
  lab = await openLab({
    requestUrl: `${ORIGIN}/slack/events`,
    change: (config) => ({ ...config, http: { host: '127.0.0.1', port: PORT } }),
  });
  await lab.start();
}

async function answerTo(text: string): Promise<string> {
  const before = lab.privately().length;
  expect(await lab.type(text)).toMatchObject({ ok: true });
  const message = await lab.until(() => lab.privately()[before]);
  return JSON.stringify([message.text, message.blocks]);
}

describe('over signed HTTP, to a bot without domains', () => {
  beforeAll(open);
  afterAll(() => closeLab(lab));

  it.each([
    ['/domain', 'No domains are mapped yet'],
    ['/domain HELP', 'What I can do'],
    ['/domain mpa shop.example.com', 'Did you mean `/domain map'],
    ['/domain statsu', 'Did you mean `/domain status'],
    ['/domain frobnicate', '`frobnicate` isn’t a command'],
    ['/domain <!channel>', '`@channel` isn’t a command'],
    ['/domain map a.example.com --nope', '`--nope` isn’t an option of this command'],
    ['/domain map shop.example.com —app other', 'There’s no app other. Configured: default.'],
    ['/domain map 192.0.2.1', 'is an IP address'],
    ['/domain map shopexample', 'Add its ending, such as `shopexample.com`'],
    ['/domain map shop.example.con', 'Did you mean `/domain map shop.example.com`?'],
    ['/domain map shop.local', 'no top-level domain `local`'],
    ['/domain map co.uk', '`co.uk` isn’t a domain by itself'],
    ['/domain map -a.example.com', 'starts or ends with a hyphen'],
    ['/domain map a-.example.com', 'starts or ends with a hyphen'],
    ['/domain map app-1.closte.com', 'Closte’s own names'],
    ['/domain map alice@example.com', 'is an email address'],
    ['/domain unmap shop.example.com', 'shop.example.com isn’t mapped'],
    ['/domain status shop.example.com', 'shop.example.com isn’t mapped'],
    ['/domain check shop.example.com', 'shop.example.com isn’t mapped'],
    ['/domain status', 'No domains are mapped yet'],
    ['/domain list', 'No domains are mapped yet'],
    ['/domain list xyz', 'No domain matches “xyz”'],
  ])('%s is answered', async (typed, words) => {
    expect(await answerTo(typed)).toContain(words);
  });

  it('help lists every subcommand with its usage', async () => {
    const help = await answerTo('/domain help');
    for (const { usage } of commands)
      expect(help).toContain(usage.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  });

  const url = `${ORIGIN}/slack/events`;
  const body = 'command=%2Fdomain&text=help';
  it.each([
    ['no signature', {}],
    [
      'a wrong signature',
      { 'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)), 'x-slack-signature': 'v0=00' },
    ],
    ['an old signature', { 'x-slack-request-timestamp': '1000000000', 'x-slack-signature': 'v0=00' }],
  ])('a request with %s is turned away', async (_, headers) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    });
    expect(answer.status).toBe(401);
  });

  it('a request whose body has no end is turned away', async () => {
    const answer = await fetch(url, { method: 'POST', body: 'x'.repeat(300_000) }).catch(() => undefined);
    expect(answer === undefined || answer.status >= 400).toBe(true);
  });

  it('anyone can read health', async () => {
    expect((await fetch(`${ORIGIN}/healthz`)).status).toBe(200);
    const ready = async () => (await fetch(`${ORIGIN}/readyz`)).json();
    // The scheduler ticks at the next full second.
    await vi.waitFor(
      async () =>
        expect(await ready()).toEqual({
          status: 'ready',
          slack: 'ok',
          store: 'ok',
          scheduler: 'ok',
          lateness: 'ok',
          delivery: 'ok',
        }),
      10_000,
    );
    expect((await fetch(`${ORIGIN}/nothing`)).status).toBe(404);
  });

  it('somebody who floods is asked to wait, and slows no one else', async () => {
    // As fast as one can type, not faster than a busy machine answers.
    for (let batch = 0; batch < 5; batch++) {
      const asked = await Promise.all(Array.from({ length: 20 }, () => lab.type('/domain help', 'U03CAROL')));
      expect(asked.every(({ acknowledgement }) => acknowledgement?.ok)).toBe(true);
    }
    const answers = await lab.until(() => {
      const seen = lab.privately('U03CAROL');
      return seen.length >= 100 && seen;
    });
    const reported = answers.filter(({ text }) => text.includes('a lot at once'));
    expect(reported.length).toBeGreaterThanOrEqual(30);
    await lab.type('/domain help', BOB);
    await lab.until(() => lab.privately(BOB).some(({ text }) => text.includes('What I can do')));
  });
});

describe('over signed HTTP, to a bot with domains', () => {
  beforeEach(open);
  afterEach(() => closeLab(lab));

  async function mapped() {
    await lab.type('/domain map shop.example.com');
    await lab.until(() => lab.world.closte.aliases().includes('shop.example.com'));
    return lab.until(() => lab.card('shop.example.com'));
  }
  const views = () => [...lab.world.slack.workspace.views.values()];

  it('the dialog of a typed unmap opens at once, and says so when its mapping is gone by then', async () => {
    await mapped();
    await lab.type('/domain unmap shop.example.com');
    const { view } = await lab.until(() => views()[0]);
    expect(JSON.stringify(view.blocks)).toContain('*shop.example.com*');
    const { people } = lab.world.slack;
    const submit = () => people.submit({ user: ALICE, viewId: view.id, values: {} });
    lab.world.slack.workspace.views.set(view.id, {
      user: ALICE,
      view: { ...view, private_metadata: 'forged' },
    });
    expect(await submit()).toMatchObject({ ok: true });
    expect(JSON.stringify(views().at(-1)?.view.blocks)).toContain('no longer exists');
    people.close(ALICE, view.id);
    expect(lab.world.closte.aliases()).toContain('shop.example.com');
  });

  it('a button with a forged value opens no dialog', async () => {
    const card = await mapped();
    const block = card?.blocks?.find((each) => each['type'] === 'actions');
    const press = {
      user: ALICE,
      channel: card?.channel ?? '',
      messageTs: card?.ts ?? '',
      blockId: String(block?.['block_id']),
    };
    for (const actionId of ['more', 'check', 'list:next', 'never-heard-of'])
      await lab.world.slack.people.action({ ...press, actionId, value: '../../etc/passwd' });
    await lab.until(
      () => lab.privately().filter(({ text }) => text.includes('no longer exists')).length === 1,
    );
    expect(views()).toEqual([]);
  });

  it('a list is paged with buttons, in place', async () => {
    for (let number = 10; number < 23; number++) await lab.type(`/domain map shop${number}.example.com`);
    await lab.until(() => lab.world.closte.aliases().length === 13, 30_000);
    await lab.type('/domain list shop');
    const list = await lab.until(() => lab.privately(ALICE).find(({ text }) => text === '1–10 of 13'));
    await lab.press(list, 'list:next');
    await lab.until(() => list.text === '11–13 of 13');
    await lab.press(list, 'list:previous');
    await lab.until(() => list.text === '1–10 of 13');
  });

  it('many who ask at once share one check', async () => {
    await lab.type('/domain map shop10.example.com');
    await lab.until(() => lab.world.closte.aliases().length === 1);
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => lab.type('/domain status shop10.example.com', BOB)),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    await lab.until(
      () => lab.privately(BOB).filter(({ text }) => text.startsWith('shop10.example.com:')).length === 40,
    );
  });
});
