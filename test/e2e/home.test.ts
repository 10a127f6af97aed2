import { afterEach, expect, it } from 'vitest';
import type { JsonObject, PageView } from '../../src/sandbox/slack/page-api.js';
import { validateView } from '../../src/sandbox/slack/rules/limits.js';
import { ALICE, BOB, closeLab, GIL, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
afterEach(() => closeLab(lab));

const homeOf = (user: string): JsonObject | undefined => lab.world.slack.workspace.homes.get(user);
const textOfHome = (user = ALICE) => JSON.stringify(homeOf(user) ?? '');
async function opened(user = ALICE): Promise<string> {
  lab.world.slack.people.openHome(user);
  await lab.until(() => homeOf(user));
  return textOfHome(user);
}
const press = (actionId: string, user = ALICE) => {
  const home = homeOf(user) ?? {};
  const row = (home['blocks'] as JsonObject[]).find(({ type }) => type === 'actions');
  return lab.world.slack.people.viewAction({
    user,
    viewId: String(home['id']),
    actionId,
    blockId: String(row?.['block_id']),
  });
};
const dialog = (user = ALICE): PageView | undefined =>
  [...lab.world.slack.workspace.views.values()].findLast((open) => open.user === user)?.view;

it('shows who needs what, one’s own and the counts by stage, and its buttons open dialogs', async () => {
  lab = await openLab();
  await lab.start();
  await lab.type('/domain map shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
  const text = await opened();
  for (const part of ['Who needs what', '*Mine*', 'shop.example.com', 'By stage', '1 requested'])
    expect(text).toContain(part);
  const { blocks, type } = homeOf(ALICE) ?? {};
  expect(validateView({ type, blocks }, 'home')).toEqual([]);
  expect(await opened(BOB)).not.toContain('*Mine*');

  await press('home-map');
  await lab.until(() => dialog()?.callback_id === 'map');
  await press('home-search', BOB);
  const search = await lab.until(() => dialog(BOB));
  const values = { search: { search: { type: 'plain_text_input', value: 'shop' } } };
  await lab.world.slack.people.submit({ user: BOB, viewId: search.id, values });
  expect(JSON.stringify(dialog(BOB))).toContain('shop.example.com');
});

it('a guest sees none of it, and no buttons', async () => {
  lab = await openLab();
  await lab.start();
  const text = await opened(GIL);
  expect(text).toContain('There are no domains here');
  expect(text).not.toContain('home-map');
});

it('settings are offered only to admins', async () => {
  lab = await openLab({ change: (config) => ({ ...config, admins: ['S02ADMINS'] }) });
  await lab.start();
  expect(await opened(ALICE)).toContain('home-settings');
  expect(await opened(BOB)).not.toContain('home-settings');
});
