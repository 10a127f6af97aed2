import { afterEach, expect, it } from 'vitest';
import { BOB, closeLab, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
afterEach(() => closeLab(lab));

async function openWith(reminderMs: number | undefined): Promise<void> {
  lab = await openLab({
    change: (config) => ({
      ...config,
      apps: config.apps.map((app) => ({ ...app, customer: { ...app.customer, reminderMs } })),
    }),
  });
  await lab.start();
  await lab.type('/domain map shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
}

const openedView = () => [...lab.world.slack.workspace.views.values()].at(-1)?.view;

async function openDialog(user = BOB) {
  await lab.press(lab.card('shop.example.com'), 'customer', user);
  return lab.until(openedView);
}

const submit = (viewId: string, user = BOB) =>
  lab.world.slack.people.submit({
    user,
    viewId,
    values: { 'customer-text': { text: { type: 'plain_text_input', value: 'Hi, edited' } } },
  });

const initialText = (view: object) => /"initial_value":"((?:[^"\\]|\\.)*)"/.exec(JSON.stringify(view))?.[1];

it('opens in a dialog, is marked as sent once, and the card says so', async () => {
  await openWith(undefined);
  const view = await openDialog();
  expect(initialText(view)).toContain('To connect shop.example.com to your website');
  expect(initialText(view)).toContain(`Value ${lab.world.target.host}`);
  expect(await submit(view.id)).toMatchObject({ ok: true });
  await lab.until(() => lab.thread('shop.example.com').includes('customer_message.sent'));
  await lab.until(() => JSON.stringify(lab.card('shop.example.com')).includes(`<@${BOB}> sent the customer`));
  expect(openedView()).toBeUndefined();
});

it('reminds the sender once when nothing changes, across a restart, and then has a follow-up text', async () => {
  await openWith(2_000);
  const view = await openDialog();
  await submit(view.id);
  await lab.until(() => lab.thread('shop.example.com').includes('customer_message.sent'));
  await lab.stop();
  await lab.start();
  const reminder = await lab.until(() =>
    lab.messages().find(({ text }) => text.includes('nothing has changed in the customer’s DNS')),
  );
  expect(reminder.text).toContain(`<@${BOB}>`);
  await lab.press(reminder, 'customer', BOB);
  const followUp = await lab.until(openedView);
  expect(initialText(followUp)).toContain('Just a reminder about shop.example.com');
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(
    lab.thread('shop.example.com').filter((type) => type === 'customer_message.unanswered'),
  ).toHaveLength(1);
});

it('reminds nobody once the customer has acted, and offers the good news instead', async () => {
  await openWith(4_000);
  await submit((await openDialog()).id);
  lab.pointDns('shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').includes('domain.done'));
  await lab.until(() =>
    lab.messages().find(({ blocks }) => JSON.stringify(blocks ?? []).includes('Tell the customer')),
  );
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(lab.thread('shop.example.com')).not.toContain('customer_message.unanswered');
});

it('is sent to its author as files, as edited, without being marked as sent', async () => {
  await openWith(undefined);
  const view = await openDialog();
  const block = view.blocks.find((each) => each['type'] === 'actions');
  await lab.world.slack.people.viewAction({
    user: BOB,
    viewId: view.id,
    blockId: String(block?.['block_id']),
    actionId: 'customer-files',
    values: { 'customer-text': { text: { type: 'plain_text_input', value: 'Hi <b>Ann</b>' } } },
  });
  const { channels } = lab.world.slack.workspace;
  const sent = await lab.until(() =>
    [...channels.keys()].flatMap((id) => lab.messages(id)).find(({ files }) => files?.length === 2),
  );
  expect(sent.text).toContain('mailto:');
  expect(sent.files?.map(({ name }) => name)).toEqual(['message.html', 'message.txt']);
  const html = await (await fetch(new URL(sent.files?.[0]?.url ?? '', lab.world.slack.url))).text();
  expect(html).toContain('Hi &lt;b&gt;Ann&lt;/b&gt;');
  expect(lab.thread('shop.example.com')).not.toContain('customer_message.sent');
});

/** Chooses a language in an open dialog while the text field holds `typed`. */
async function chooseLanguage(
  view: { readonly id: string; readonly blocks: readonly object[] },
  value: string,
  typed: string,
) {
  const block = view.blocks.find((each) => JSON.stringify(each).includes('customer-language'));
  const { people } = lab.world.slack;
  await people.viewAction({
    user: BOB,
    viewId: view.id,
    blockId: blockIdOf(block),
    actionId: 'customer-language',
    selectedOption: { text: { type: 'plain_text', text: value }, value },
    values: { [textBlockOf(view)]: { text: { type: 'plain_text_input', value: typed } } },
  });
}
const blockIdOf = (block: object | undefined): string =>
  block && 'block_id' in block ? String(block.block_id) : '';
const textBlockOf = (view: { readonly blocks: readonly object[] }): string =>
  blockIdOf(view.blocks.find((each) => blockIdOf(each).startsWith('customer-text')));
const shownText = (view: object | undefined) => initialText(view ?? {})?.replaceAll('\\n', '\n') ?? '';

it('is written in the language chosen, which the next one begins in', async () => {
  await openWith(undefined);
  const first = await openDialog();
  await chooseLanguage(first, 'it', shownText(first));
  const second = await lab.until(() => {
    const view = openedView();
    return view && shownText(view).startsWith('Buongiorno') ? view : undefined;
  });
  expect(textBlockOf(second)).not.toBe(textBlockOf(first));
  expect(await submit(second.id)).toMatchObject({ ok: true });
  await lab.until(() => lab.thread('shop.example.com').includes('customer_message.sent'));
  await lab.until(() => openedView() === undefined);
  expect(shownText(await openDialog())).toMatch(/^Buongiorno/);
});

it('keeps an edited text when another language is chosen, until it is to be replaced', async () => {
  await openWith(undefined);
  const first = await openDialog();
  await chooseLanguage(first, 'fr', 'Hi Ann, my own words');
  const kept = await lab.until(() => {
    const view = openedView();
    return view && JSON.stringify(view).includes('customer-replace') ? view : undefined;
  });
  expect(shownText(kept)).toBe('Hi Ann, my own words');
  expect(JSON.stringify(kept)).toContain('You edited the text, so it stays as it is.');
  await lab.world.slack.people.viewAction({
    user: BOB,
    viewId: kept.id,
    blockId: blockIdOf(kept.blocks.find((each) => JSON.stringify(each).includes('customer-replace'))),
    actionId: 'customer-replace',
    values: { [textBlockOf(kept)]: { text: { type: 'plain_text_input', value: 'Hi Ann, my own words' } } },
  });
  await lab.until(() => shownText(openedView()).startsWith('Bonjour') || undefined);
});
