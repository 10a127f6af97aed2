import { afterEach, beforeEach, expect, it } from 'vitest';
import { ALICE, BOB, CAROL, closeLab, DOMAINS, GIL, type Lab, openLab } from '../support/lab.js';

const HOSTNAME = 'shop.example.com';
let lab: Lab;

beforeEach(async () => {
  lab = await openLab();
  await lab.start();
  await lab.type(`/domain map ${HOSTNAME}`);
  await lab.until(() => lab.thread(HOSTNAME).includes('alias.added'));
});
afterEach(() => closeLab(lab));

const card = () => JSON.stringify(lab.card(HOSTNAME)?.blocks);
const reported = (words: string, user = ALICE) =>
  lab.until(() => lab.privately(user).find((message) => JSON.stringify(message).includes(words)));
const openedView = () => [...lab.world.slack.workspace.views.values()].at(-1)?.view;

it('whoever is assigned is mentioned in the thread, shown on the card, and mentioned when it is ready', async () => {
  await lab.type(`/domain assign ${HOSTNAME} <@${BOB}|bob>`);
  await reported(`<@${BOB}> now takes care of`);
  await lab.until(() => lab.thread(HOSTNAME).includes('domain.assigned'));
  await lab.until(() => card().includes(`Assigned to <@${BOB}>`));
  await lab.type(`/domain follow ${HOSTNAME}`, CAROL);
  await reported('You’ll be mentioned, too', CAROL);
  await lab.until(() => card().includes(`Followed by <@${CAROL}>`));
  lab.pointDns(HOSTNAME);
  await lab.until(() => lab.thread(HOSTNAME).includes('domain.done'), 30_000);
  const done = lab.messages().find(({ text }) => text.includes(':tada:'));
  expect(done?.text).toMatch(new RegExp(`^<@${BOB}> <@${CAROL}> `));
  await lab.type('/domain list mine', BOB);
  await reported(HOSTNAME, BOB);
});

it('“Take it” needs one click, and the dialog hands over and saves the note', async () => {
  await lab.press(lab.card(HOSTNAME), 'take', BOB);
  await reported('You now take care of', BOB);
  await lab.press(lab.card(HOSTNAME), 'team', BOB);
  const view = await lab.until(openedView);
  expect(JSON.stringify(view)).toContain(`"initial_user":"${BOB}"`);
  const values = {
    assignee: { assignee: { type: 'users_select', selected_user: CAROL } },
    note: { note: { type: 'plain_text_input', value: 'Ask for the ticket' } },
    follow: { follow: { type: 'checkboxes', selected_options: [{ value: 'me' }] } },
  };
  const submitted = await lab.world.slack.people.submit({ user: BOB, viewId: view.id, values });
  expect(submitted).toMatchObject({ ok: true });
  await lab.until(() => card().includes('Note: Ask for the ticket'));
  await lab.until(() => card().includes(`Assigned to <@${CAROL}>`));
  await lab.until(() => card().includes(`Followed by <@${BOB}>`));
});

it('a dialog that was open meanwhile changes only what its reader changed', async () => {
  await lab.press(lab.card(HOSTNAME), 'team', BOB);
  const { id: viewId } = await lab.until(openedView);
  await lab.type(`/domain assign ${HOSTNAME}`, CAROL);
  await lab.type(`/domain follow ${HOSTNAME}`, CAROL);
  await lab.until(() => card().includes(`Assigned to <@${CAROL}>`));
  const values = {
    assignee: { assignee: { type: 'users_select', selected_user: null } },
    note: { note: { type: 'plain_text_input', value: 'Ask for the ticket' } },
    follow: { follow: { type: 'checkboxes', selected_options: [] } },
  };
  await lab.world.slack.people.submit({ user: BOB, viewId, values });
  await lab.until(() => card().includes('Note: Ask for the ticket'));
  expect(card()).toContain(`Assigned to <@${CAROL}>`);
});

it('“Undo” gives a domain back to whoever had it', async () => {
  await lab.type(`/domain assign ${HOSTNAME}`, CAROL);
  await lab.until(() => card().includes(`Assigned to <@${CAROL}>`));
  await lab.press(lab.card(HOSTNAME), 'take', BOB);
  const answer = await reported('You now take care of', BOB);
  await lab.press(answer, 'undo-team', BOB);
  await lab.until(() => card().includes(`Assigned to <@${CAROL}>`));
});

const choose = async (user: string, choice: string, until = 'change', reason = '') => {
  const { id } = await lab.until(openedView);
  const values = {
    choice: { choice: { type: 'radio_buttons', selected_option: { value: choice } } },
    until: { until: { type: 'static_select', selected_option: { value: until } } },
    reason: { reason: { type: 'plain_text_input', value: reason || null } },
  };
  return lab.world.slack.people.submit({ user, viewId: id, values });
};
const idOf = () => String(lab.card(HOSTNAME)?.metadata?.event_payload['mapping']);

it('the card’s menu snoozes, and “Undo” ends it', async () => {
  await lab.press(lab.card(HOSTNAME), 'attention', BOB);
  await choose(BOB, `snooze ${idOf()}`, '14400000');
  await lab.until(() => card().includes(`Snoozed by <@${BOB}> until <!date`));
  await lab.press(await reported('is quiet until', BOB), 'undo-attention', BOB);
  await lab.until(() => !card().includes('Snoozed by'));
  expect(lab.events().map(({ type }) => type)).toContain('domain.snoozed');
});

it('the dialog mutes a finding with an end and a reason, which it asks for', async () => {
  lab.world.dns.zoneOf(HOSTNAME)?.add(HOSTNAME, 'A', '192.0.2.80');
  await lab.until(() => card().includes('wrong address'), 30_000);
  const { people } = lab.world.slack;
  await people.shortcut({
    user: BOB,
    callbackId: 'attention-message',
    on: { channel: DOMAINS, messageTs: lab.card(HOSTNAME)?.ts ?? '' },
  });
  const mute = `mute ${idOf()} a-wrong`;
  expect(await choose(BOB, mute)).toMatchObject({ errors: { until: expect.stringContaining('end') } });
  expect(await choose(BOB, mute, '86400000')).toMatchObject({ errors: { reason: expect.any(String) } });
  await choose(BOB, mute, '86400000', 'moves in May');
  await lab.until(() => card().includes('(moves in May)'));
  await lab.press(await reported('Muted on', BOB), 'undo-attention', BOB);
  await lab.until(() => !card().includes('(moves in May)'));
});

it('a guest opens no dialog', async () => {
  await lab.press(lab.card(HOSTNAME), 'attention', GIL);
  await lab.until(() => lab.thread(HOSTNAME).includes('access.denied'));
  expect(openedView()).toBeUndefined();
});

it('a guest can’t be assigned and can’t assign; nothing changes', async () => {
  await lab.type(`/domain assign ${HOSTNAME} <@${GIL}|gil>`);
  await reported('can’t take care of a domain');
  await lab.type(`/domain assign ${HOSTNAME}`, GIL, DOMAINS);
  await lab.until(() => lab.thread(HOSTNAME).includes('access.denied'));
  expect(lab.thread(HOSTNAME)).not.toContain('domain.assigned');
  expect(card()).not.toContain('Assigned to');
});

it('a note survives a restart, and history says who wrote it', async () => {
  await lab.type(`/domain note ${HOSTNAME} Paid until May, call first!`, BOB);
  await reported('Paid until May, call first!', BOB);
  await lab.stop();
  await lab.start();
  await lab.until(() => card().includes('Note: Paid until May, call first!'));
  await lab.type(`/domain history ${HOSTNAME}`);
  await reported(`<@${BOB}> left a note on`);
});

it('snoozes, and wakes by itself when something changes', async () => {
  await lab.type(`/domain snooze ${HOSTNAME}`, BOB);
  await reported('is quiet until something changes', BOB);
  await lab.until(() => card().includes(`Snoozed by <@${BOB}>`));
  lab.pointDns(HOSTNAME);
  await lab.until(() => lab.thread(HOSTNAME).includes('domain.done'), 30_000);
  await lab.until(() => !card().includes('Snoozed by'));
});

it('mutes what is wrong with a reason, on the card and in history', async () => {
  lab.world.dns.zoneOf(HOSTNAME)?.add(HOSTNAME, 'A', '192.0.2.80');
  await lab.until(() => card().includes('wrong address'), 30_000);
  await lab.type(`/domain mute ${HOSTNAME} 30d moves next month`, BOB);
  await reported('Muted on', BOB);
  await lab.until(() => card().includes('(moves next month)'));
  await lab.type(`/domain mute ${HOSTNAME} off`, BOB);
  await lab.until(() => !card().includes('(moves next month)'));
});
