import { afterEach, describe, expect, it } from 'vitest';
import type { JsonObject, PageView, ViewValues } from '../../src/sandbox/slack/page-api.js';
import { SLACK_FIGURES } from '../../src/sandbox/slack/rules/figures.js';
import { ALICE, BOB, closeLab, DOMAINS, GIL, type Lab, openLab } from '../support/lab.js';

const { triggerLifetimeMs: TRIGGER_LIFETIME_MS } = SLACK_FIGURES;

let lab: Lab;
afterEach(() => closeLab(lab));

const shown = (user = ALICE): PageView | undefined =>
  [...lab.world.slack.workspace.views.values()].findLast((open) => open.user === user)?.view;
const textOfView = (user = ALICE): string => JSON.stringify(shown(user) ?? '');
const typed = (text: string, more: ViewValues = {}): ViewValues => ({
  hostnames: { hostnames: { type: 'plain_text_input', value: text } },
  ...more,
});
const note = (value: string): ViewValues => ({ note: { note: { type: 'plain_text_input', value } } });

async function opened(user = ALICE): Promise<PageView> {
  return lab.until(() => shown(user));
}
const submit = (values: ViewValues, user = ALICE) =>
  lab.world.slack.people.submit({ user, viewId: shown(user)?.id ?? '', values });

describe('`/domain map` alone', () => {
  it('opens a dialog; what is pasted becomes a card with the note for the team', async () => {
    lab = await openLab();
    await lab.start();
    await lab.type('/domain map');
    await opened();
    const values = typed('<http://shop.example.com|shop.example.com>.', note('Launch on Friday'));
    const submitted = await submit(values);
    expect(submitted).toMatchObject({ ok: true });
    // On a slow machine the result takes the place of the dialog.
    if (JSON.stringify(submitted.acknowledgement).includes('Working on it'))
      await lab.until(() => textOfView().includes('shop.example.com is on its way'));
    else expect(shown()).toBeUndefined();
    const card = await lab.until(() => lab.card('shop.example.com'));
    expect(JSON.stringify(card.blocks)).toContain('Note: Launch on Friday');
    await lab.until(() =>
      lab.privately().find(({ text }) => text.includes('shop.example.com is on its way')),
    );
  });

  it('says in the dialog what is wrong, and keeps what was typed', async () => {
    lab = await openLab();
    await lab.start();
    await lab.type('/domain map');
    const { id } = await opened();
    expect(await submit(typed(' '))).toMatchObject({
      errors: { hostnames: 'Type a domain, or add a file.' },
    });
    expect(await submit(typed('192.0.2.1'))).toMatchObject({
      errors: { hostnames: '192.0.2.1 is an IP address. Type a hostname, such as shop.example.com.' },
    });
    expect(shown()?.id).toBe(id);
    expect(lab.card('192.0.2.1')).toBeUndefined();
  });

  it('a guest is refused before anything is typed', async () => {
    lab = await openLab();
    await lab.start();
    await lab.type('/domain map', GIL);
    await lab.until(() =>
      lab.privately(GIL).find(({ text }) => text.includes('don’t have permission to map')),
    );
    expect(shown(GIL)).toBeUndefined();
  });

  it('a trigger that is too old is said, and so is what to do', async () => {
    lab = await openLab();
    await lab.start();
    const typing = lab.type('/domain map');
    lab.triggerClock.now += TRIGGER_LIFETIME_MS + 1;
    await typing;
    await lab.until(() =>
      lab.privately().find(({ text }) => text.includes('took too long for Slack. Try again')),
    );
  });
});

describe('the global shortcut', () => {
  it('asks for the channel, too, and the card appears there', async () => {
    lab = await openLab();
    await lab.start();
    await lab.world.slack.people.shortcut({ user: ALICE, callbackId: 'map-domain' });
    await opened();
    expect(textOfView()).toContain('"block_id":"channel"');
    const channel = {
      channel: { channel: { type: 'conversations_select', selected_conversation: DOMAINS } },
    };
    expect(await submit(typed('shop.example.com', channel))).toMatchObject({ ok: true });
    await lab.until(() => lab.card('shop.example.com'));
  });

  it('an expired trigger is answered in a direct message: there is no channel', async () => {
    lab = await openLab();
    await lab.start();
    const choosing = lab.world.slack.people.shortcut({ user: ALICE, callbackId: 'map-domain' });
    lab.triggerClock.now += TRIGGER_LIFETIME_MS + 1;
    await choosing;
    const direct = lab.world.slack.people.openDirect(ALICE, 'U0DOMAINS');
    await lab.until(() => lab.messages(direct).find(({ text }) => text.includes('took too long')));
  });
});

it('a message shortcut fills the dialog from the message, in a thread, and the card links to it', async () => {
  lab = await openLab();
  await lab.start();
  const { people } = lab.world.slack;
  const root = people.message({ user: BOB, channel: DOMAINS, text: 'Which domain?' }).message;
  const text = 'Please connect shop.example.com, thanks! bob@example.org';
  const asked = people.message({ user: BOB, channel: DOMAINS, text, threadTs: root?.ts }).message;
  const on = { channel: DOMAINS, messageTs: asked?.ts ?? '' };
  await people.shortcut({ user: ALICE, callbackId: 'map-message', on });
  const view = await opened();
  const [field] = view.blocks as { element: { initial_value: string } }[];
  expect(field?.element.initial_value).toBe('shop.example.com');
  await submit(typed('shop.example.com'));
  const card = await lab.until(() => lab.card('shop.example.com'));
  const link = `/archives/${DOMAINS}/p${asked?.ts.replace('.', '')}?thread_ts=${root?.ts}&amp;cid=${DOMAINS}`;
  expect(JSON.stringify(card.blocks)).toContain(link);
  await lab.until(() => lab.privately().find(({ threadTs }) => threadTs === root?.ts));
});

it('the site is searched by title, and its domain record is created', async () => {
  lab = await openLab({ withNetwork: true });
  await lab.start();
  await lab.type('/domain map');
  const { id } = await opened();
  const typing = { user: ALICE, viewId: id, actionId: 'site', blockId: 'site', value: 'shop-3' };
  const found = await lab.world.slack.people.suggestions(typing);
  expect(found.options).toMatchObject([{ text: { text: 'Harbour Books · shop-3.network.example.com · 3' } }]);
  const chosen = {
    site: { site: { type: 'external_select', selected_option: found.options?.[0] as JsonObject } },
  };
  expect(await submit(typed('shop.example.com', chosen))).toMatchObject({ ok: true });
  await lab.until(() => lab.thread('shop.example.com').includes('domain_record.created'));
});

it('a mapped hostname without a site gets a button, whose dialog finds the site', async () => {
  lab = await openLab({ withNetwork: true });
  await lab.start();
  await lab.type('/domain map shop.example.com');
  const said = await lab.until(() =>
    lab.privately().find(({ text }) => text.includes('doesn’t lead to a site yet')),
  );
  await lab.press(said, 'choose-site');
  const { id } = await opened();
  const typing = { user: ALICE, viewId: id, actionId: 'site', blockId: 'site', value: 'rosa' };
  const { options = [] } = await lab.world.slack.people.suggestions(typing);
  expect(options).toHaveLength(1);
  const site = { site: { type: 'external_select', selected_option: options[0] as JsonObject } };
  expect(await submit({ site })).toMatchObject({ ok: true });
  await lab.until(() => lab.thread('shop.example.com').includes('domain_record.created'));
});

it('--site takes a part of the title; where several sites fit, a menu has them', async () => {
  lab = await openLab({ withNetwork: true });
  await lab.start();
  await lab.type('/domain map blog.example.com --site harbour');
  await lab.until(() => lab.thread('blog.example.com').includes('domain_record.created'));
  await lab.type('/domain map news.example.com --site nowhere');
  await lab.until(() => lab.privately().find(({ text }) => text.includes('No site matches `nowhere`')));
  await lab.type('/domain map shop.example.com --site bakery');
  const [, field] = (await opened()).blocks as { element: { options: JsonObject[] } }[];
  expect(JSON.stringify(field)).toMatch(/Rosa’s Bakery.*Village Bakery/);
  expect(lab.card('shop.example.com')).toBeUndefined();
  const site = { site: { type: 'static_select', selected_option: field?.element.options[1] as JsonObject } };
  expect(await submit({ site })).toMatchObject({ ok: true });
  await lab.until(() => lab.thread('shop.example.com').includes('domain_record.created'));
});

it('where several sites fit several hostnames, one dialog has the menu and says that it is for all', async () => {
  lab = await openLab({ withNetwork: true });
  await lab.start();
  await lab.type('/domain map shop.example.com blog.example.com --site bakery');
  const { blocks } = await opened();
  const field = (blocks as { block_id?: string; element: { options: JsonObject[] } }[]).find(
    ({ block_id }) => block_id === 'site',
  );
  expect(JSON.stringify(field)).toMatch(/All of these domains.*Rosa’s Bakery.*Village Bakery/);
  const site = { site: { type: 'static_select', selected_option: field?.element.options[1] as JsonObject } };
  await submit(typed('shop.example.com\nblog.example.com', { site }));
  await lab.until(() => textOfView().includes('2 domains'));
  await submit({});
  for (const hostname of ['shop.example.com', 'blog.example.com'])
    await lab.until(() => lab.thread(hostname).includes('domain_record.created'));
});
