import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALICE, BOB, closeLab, DOMAINS, type Lab, openLab } from '../support/lab.js';

let lab: Lab;

beforeEach(async () => {
  lab = await openLab();
  await lab.start();
});
afterEach(() => closeLab(lab));

const view = () => [...lab.world.slack.workspace.views.values()].at(-1)?.view;
const shown = () => JSON.stringify(view()?.blocks ?? '');
const reported = (words: string) => lab.until(() => lab.messages().find(({ text }) => text.includes(words)));

async function open(): Promise<void> {
  await lab.type('/domain settings');
  await lab.until(() => shown().includes('interval'));
}

/** Presses a button of the open dialog, and waits for what it changes to. */
async function press(actionId: string, words: string): Promise<void> {
  const blocks = (view()?.blocks ?? []) as {
    block_id: string;
    elements?: { action_id?: string; value?: string }[];
  }[];
  const block = blocks.find(({ elements = [] }) => elements.some((each) => each.action_id === actionId));
  const value = block?.elements?.find((each) => each.action_id === actionId)?.value ?? '';
  const viewId = view()?.id ?? '';
  await lab.world.slack.people.viewAction({
    user: ALICE,
    viewId,
    actionId,
    blockId: block?.block_id ?? '',
    value,
  });
  await lab.until(() => shown().includes(words));
}

const submit = (values: Record<string, Record<string, unknown>>) =>
  lab.world.slack.people.submit({
    user: ALICE,
    viewId: view()?.id ?? '',
    values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { [id]: value }])),
  });
const choice = (value: string) => ({ type: 'static_select', selected_option: { value } });
const typed = (value: string) => ({ type: 'plain_text_input', value });

async function setHere(values: Record<string, string>): Promise<void> {
  await open();
  await press('settings-of-channel', 'interval-here');
  const named = Object.entries(values).map(([name, value]) => [`${name}-here`, choice(value)]);
  expect(await submit(Object.fromEntries(named))).toMatchObject({ ok: true });
}

it('a channel’s language counts there; the change is posted there, and a reset, too', async () => {
  await setHere({ language: 'es' });
  const message = await reported(`channel <#${DOMAINS}>`);
  expect(message.metadata?.event_payload).toMatchObject({
    setting: 'language',
    to: 'es',
    forChannel: DOMAINS,
  });
  await lab.type('/domain map shop.example.com');
  await lab.until(() =>
    JSON.stringify(lab.card('shop.example.com')?.blocks ?? '').includes('Siguiente paso'),
  );
  await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
  await lab.press(lab.card('shop.example.com'), 'customer');
  await lab.until(() => shown().includes('Para conectar shop.example.com con su sitio web'));
  await setHere({ language: 'default' });
  await lab.until(
    () => lab.messages().filter(({ text }) => text.includes('language') || text.includes('idioma'))[1],
  );
});

it('quiet hours hold what mentions somebody, and tell it when they end', async () => {
  const hour = (plus: number) => `${String((new Date().getUTCHours() + plus) % 24).padStart(2, '0')}:00`;
  await setHere({ quiet: 'every-day', 'quiet-from': hour(0), 'quiet-to': hour(2), 'time-zone': 'UTC' });
  const { text } = await reported('quiet hours');
  expect(text).toMatch(/changed several settings of channel .*:(\n• .* (?:→ .*|\(unchanged\))){3}/);
  expect(lab.messages().filter(({ metadata }) => metadata?.event_type === 'domain_setting')).toHaveLength(1);
  await lab.type('/domain map shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
  lab.pointDns('shop.example.com');
  await lab.until(() => JSON.stringify(lab.card('shop.example.com')?.blocks).includes('Ready'), 30_000);
  expect(lab.thread('shop.example.com')).not.toContain('domain.done');
  expect(lab.messages().some(({ text }) => text.includes(':tada:'))).toBe(false);
  await setHere({ quiet: 'off' });
  await lab.until(() => lab.thread('shop.example.com').includes('domain.done'));
  expect(lab.messages().filter(({ text }) => text.includes(':tada:'))).toHaveLength(1);
});

it('quiet days are ticked freely, posted by name, and shown again', async () => {
  await open();
  await press('settings-of-channel', 'interval-here');
  const ticked = { type: 'checkboxes', selected_options: [{ value: 'wed' }, { value: 'mon' }] };
  expect(await submit({ 'quiet-days-here': ticked })).toMatchObject({ ok: true });
  await reported('Monday and Wednesday');
  await open();
  await press('settings-of-channel', 'interval-here');
  const field = view()?.blocks?.find((block) => JSON.stringify(block).includes('quiet-days-here'));
  expect(JSON.stringify(field)).toMatch(/initial_options":\[[^\]]*"mon"[^\]]*"wed"[^\]]*\]/);
});

it('a channel can have no quiet days although its app has some', async () => {
  const days = (...values: string[]) => ({
    type: 'checkboxes',
    selected_options: values.map((value) => ({ value })),
  });
  await open();
  expect(await submit({ 'quiet-days': days('sat', 'sun') })).toMatchObject({ ok: true });
  await reported('Saturday and Sunday');
  await open();
  await press('settings-of-channel', 'interval-here');
  expect(await submit({ 'quiet-days-here': days('none') })).toMatchObject({ ok: true });
  await reported('→ none');
  await open();
  await press('settings-of-channel', 'interval-here');
  const field = view()?.blocks?.find((block) => JSON.stringify(block).includes('quiet-days-here'));
  expect(field).toMatchObject({
    hint: { text: 'Set here. App “default”: Saturday and Sunday.' },
    element: { initial_options: [{ value: 'none' }] },
  });
  expect(await submit({ 'quiet-days-here': days() })).toMatchObject({ ok: true });
  await reported('no longer set there');
});

it('texts for customers are checked at their field, shown before they are saved, posted and used', async () => {
  await open();
  await press('customer-texts', 'en.greeting');
  const wrong = await submit({ 'en.greeting': typed('Dear {nobody}') });
  expect(wrong).toMatchObject({ ok: false, errors: { 'en.greeting': expect.stringContaining('{nobody}') } });
  await submit({ 'en.greeting': typed('Dear customer of {hostname},') });
  await lab.until(() => shown().includes('Dear customer of shop.example.com,'));
  await submit({ 'en.greeting': typed('Dear customer of {hostname},') });
  await reported('changed the texts for customers');
  await lab.type('/domain audit 1d me customer_texts');
  await lab.until(() => lab.privately().find(({ blocks }) => JSON.stringify(blocks).includes('Greeting')));
});

describe('two admins who change the texts for customers at once', () => {
  const viewOf = (user: string) =>
    [...lab.world.slack.workspace.views.values()].findLast((each) => each.user === user)?.view;
  const shows = (user: string, words: string) =>
    lab.until(() => JSON.stringify(viewOf(user)?.blocks ?? '').includes(words));
  const save = (user: string, texts: Record<string, string>) =>
    lab.world.slack.people.submit({
      user,
      viewId: viewOf(user)?.id ?? '',
      values: Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, { [id]: typed(text) }])),
    });

  async function openTexts(user: string): Promise<void> {
    await lab.type('/domain settings', user);
    await shows(user, 'customer-texts');
    const blocks = viewOf(user)?.blocks as { block_id: string; elements?: { action_id?: string }[] }[];
    const { block_id: blockId = '' } =
      blocks.find(({ elements = [] }) => elements.some((each) => each.action_id === 'customer-texts')) ?? {};
    const viewId = viewOf(user)?.id ?? '';
    await lab.world.slack.people.viewAction({
      user,
      viewId,
      actionId: 'customer-texts',
      blockId,
      value: 'default',
    });
    await shows(user, 'en.greeting');
  }

  it('lose nothing: each keeps what the other changed, and both changes of one text are shown first', async () => {
    await openTexts(ALICE);
    await openTexts(BOB);
    await save(BOB, { 'en.greeting': 'Hello from Bob,', 'en.signature': 'Bob' });
    await shows(BOB, 'not saved yet');
    await save(BOB, { 'en.greeting': 'Hello from Bob,', 'en.signature': 'Bob' });
    await reported('changed the texts for customers');
    await save(ALICE, { 'en.greeting': 'Hello from Alice,', 'en.reply': 'Call us.' });
    await shows(ALICE, 'Somebody else saved other texts');
    await shows(ALICE, 'Greeting: Hello from Bob,');
    await save(ALICE, { 'en.greeting': 'Hello from Alice,', 'en.reply': 'Call us.' });
    await lab.until(() => lab.messages().filter(({ text }) => text.includes('changed the texts'))[1]);
    await openTexts(BOB);
    for (const text of ['Hello from Alice,', 'Call us.', 'Bob'])
      await shows(BOB, `"initial_value":"${text}"`);
  });
});
