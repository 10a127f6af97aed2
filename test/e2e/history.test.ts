import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALICE, BOB, closeLab, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab({ issuanceDelayMs: 0 });
  await lab.start();
});
afterAll(() => closeLab(lab));

const HOSTNAME = 'shop.example.com';
const newest = async (user: string, text: string) =>
  lab.until(() => lab.privately(user).findLast(({ blocks }) => JSON.stringify(blocks ?? []).includes(text)));

async function unmap(user: string): Promise<void> {
  await lab.press(lab.card(HOSTNAME), 'unmap', user);
  const id = await lab.until(() => [...lab.world.slack.workspace.views].at(-1)?.[0]);
  await lab.world.slack.people.submit({ user, viewId: id, values: {} });
  await lab.until(() => lab.thread(HOSTNAME).includes('alias.removed'));
}

it('tells what happened to a hostname across its mappings, by whom, with links, page by page', async () => {
  await lab.type(`/domain map ${HOSTNAME}`);
  await lab.until(() => lab.thread(HOSTNAME).includes('alias.added'));
  const firstCard = lab.card(HOSTNAME)?.ts;
  await unmap(BOB);
  await lab.type(`/domain map ${HOSTNAME}`, BOB);
  await lab.until(() => lab.card(HOSTNAME)?.ts !== firstCard);
  lab.pointDns(HOSTNAME);
  await lab.until(() => lab.thread(HOSTNAME).includes('domain.done'), 30_000);
  for (let check = 0; check < 5; check++) await lab.type(`/domain check ${HOSTNAME}`, BOB);
  await lab.until(() => lab.thread(HOSTNAME).filter((type) => type === 'check.requested').length === 5);

  await lab.type(`/domain history ${HOSTNAME}`);
  const page = await newest(ALICE, 'History of');
  const first = JSON.stringify(page.blocks);
  expect(first).toContain(`<@${BOB}> asked for a check`);
  expect(first).toContain('/archives/');
  await lab.press(page, 'history:next');
  const second = JSON.stringify((await newest(ALICE, `<@${ALICE}> requested ${HOSTNAME}`)).blocks);
  expect(second).toContain(`<@${BOB}> asked to unmap ${HOSTNAME}`);
  expect(second).toContain(`p${String(firstCard).replace('.', '')}`);
});

it('says so when a hostname was never mapped', async () => {
  await lab.type('/domain history nobody.example.com');
  await lab.until(() => lab.privately().some(({ text }) => text.includes('isn’t mapped')));
});
