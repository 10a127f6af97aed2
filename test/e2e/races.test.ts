import { afterEach, beforeEach, expect, it } from 'vitest';
import { ALICE, BOB, closeLab, DOMAINS, type Lab, openLab } from '../support/lab.js';

const HOSTNAME = 'shop.example.com';

let lab: Lab;
beforeEach(async () => {
  lab = await openLab();
  await lab.start();
});
afterEach(() => closeLab(lab));

const reported = (type: string) => lab.events().filter((event) => event.type === type);
const command = (text: string, triggerId: string, user = ALICE) =>
  lab.world.slack.people.command({ user, channel: DOMAINS, text }, triggerId);

async function openUnmapDialog(user: string): Promise<string> {
  await lab.press(lab.card(HOSTNAME), 'unmap', user);
  return lab.until(() => [...lab.world.slack.workspace.views].find(([, view]) => view.user === user)?.[0]);
}

it('many who map the same hostname in the same moment get one mapping and one card', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, at) => lab.type(`/domain map ${HOSTNAME}`, at % 2 ? ALICE : BOB)),
  );
  await lab.until(() => lab.thread(HOSTNAME).includes('alias.added'));
  await lab.until(() => lab.privately(ALICE).length + lab.privately(BOB).length >= 20, 30_000);
  expect(reported('domain.requested')).toHaveLength(1);
  expect(lab.thread(HOSTNAME)).toEqual(['alias.added']);
  expect(lab.world.closte.calls().filter(({ path }) => path.includes('add'))).toHaveLength(1);
});

it('a command that Slack delivers again counts once, also after a restart', async () => {
  const { triggerId } = await command(`/domain map ${HOSTNAME}`, 'trigger-map');
  expect(triggerId).toBe('trigger-map');
  await lab.until(() => lab.thread(HOSTNAME).includes('alias.added'));
  await command(`/domain check ${HOSTNAME}`, 'trigger-check');
  await lab.until(() => reported('check.requested').length === 1);
  await lab.stop();
  await lab.start();
  await command(`/domain check ${HOSTNAME}`, 'trigger-check');
  await command(`/domain map ${HOSTNAME}`, 'trigger-map');
  await lab.until(() => lab.privately().some(({ text }) => text.includes('is on its way')));
  await command(`/domain check ${HOSTNAME}`, 'trigger-check-2');
  await lab.until(() => reported('check.requested').length === 2);
  expect(reported('domain.requested')).toHaveLength(1);
});

it('two who unmap at once remove once, and both dialogs end well', async () => {
  await lab.type(`/domain map ${HOSTNAME}`);
  await lab.until(() => lab.thread(HOSTNAME).includes('alias.added'));
  const dialogs = [
    [ALICE, await openUnmapDialog(ALICE)],
    [BOB, await openUnmapDialog(BOB)],
  ] as const;
  const answers = await Promise.all(
    dialogs.map(([user, viewId]) => lab.world.slack.people.submit({ user, viewId, values: {} })),
  );
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  await lab.until(() => lab.thread(HOSTNAME).includes('alias.removed'));
  expect(lab.thread(HOSTNAME)).toEqual(['alias.added', 'unmap.requested', 'alias.removed']);
});

it('map and unmap while Closte is slow end in the order in which they were asked for', async () => {
  lab.world.closte.setMode('slow');
  await lab.type(`/domain map ${HOSTNAME}`);
  await lab.until(() => lab.card(HOSTNAME));
  const viewId = await openUnmapDialog(BOB);
  await lab.world.slack.people.submit({ user: BOB, viewId, values: {} });
  await lab.type(`/domain map ${HOSTNAME}`);
  await lab.until(() => lab.thread(HOSTNAME).includes('alias.removed'), 30_000);
  expect(lab.thread(HOSTNAME).filter((type) => type !== 'error.logged')).toEqual([
    'unmap.requested',
    'alias.added',
    'alias.removed',
  ]);
  expect(lab.world.closte.aliases()).not.toContain(HOSTNAME);
});
