import { afterEach, beforeEach, expect, it } from 'vitest';
import { ALICE, BOB, closeLab, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
beforeEach(async () => {
  lab = await openLab({
    change: (config) => ({ ...config, apps: config.apps.map((app) => ({ ...app, locale: 'it' })) }),
  });
  await lab.start();
});
afterEach(() => closeLab(lab));

const reportedTo = (user: string, text: string) =>
  lab.until(() => lab.privately(user).find((message) => JSON.stringify(message).includes(text)));

it('answers each person in the language of their Slack, and writes cards in the app’s', async () => {
  const { workspace } = lab.world.slack;
  workspace.changeUser(ALICE, { locale: 'es-LA' });
  workspace.changeUser(BOB, { locale: 'ro-RO' });
  await lab.type('/domain status nobody.example.com', ALICE);
  await lab.type('/domain status nobody.example.com', BOB);
  await reportedTo(ALICE, 'nobody.example.com no está');
  await reportedTo(BOB, 'nobody.example.com nu ');

  await lab.type('/domain map shop.example.com', ALICE);
  const card = await lab.until(() => lab.card('shop.example.com'));
  expect(JSON.stringify(card)).toContain('Richiesto');
});

it('answers in a new language as soon as somebody changes it in Slack', async () => {
  await lab.type('/domain status nobody.example.com', ALICE);
  await reportedTo(ALICE, 'nobody.example.com');
  lab.world.slack.people.chooseLocale({ user: ALICE, locale: 'es-ES' });
  // What comes later in the socket is answered later.
  await lab.type('/domain status nobody.example.com', BOB);
  await reportedTo(BOB, 'nobody.example.com');
  await lab.type('/domain status nobody.example.com', ALICE);
  await reportedTo(ALICE, 'nobody.example.com no está');
});

it('understands the words of every language, with and without accents', async () => {
  lab.world.slack.workspace.changeUser(ALICE, { locale: 'de-DE' });
  await lab.type('/domain mapear shop.example.com', ALICE);
  await lab.until(() => lab.card('shop.example.com'));
  await lab.type('/domain stato shop.example.com', ALICE);
  await lab.until(() => lab.privately(ALICE).find(({ text }) => text.startsWith('shop.example.com:')));
});

it('speaks the bot’s own language when Slack does not say the reader’s', async () => {
  lab.world.slack.faults.plan('users.info', { status: 503 });
  await lab.type('/domain frobnicate', ALICE);
  await reportedTo(ALICE, 'isn’t a command');
});
