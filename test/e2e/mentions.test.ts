import { afterEach, expect, it } from 'vitest';
import { ALICE, BOB, closeLab, DOMAINS, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
afterEach(() => closeLab(lab));

const write = (text: string, channel = DOMAINS, user = ALICE) =>
  lab.world.slack.people.message({ user, channel, text }).message;
const repliesTo = (ts = '') => lab.messages().filter((each) => each.threadTs === ts && each.ts !== ts);

async function withShop(): Promise<void> {
  lab = await openLab();
  await lab.start();
  await lab.type('/domain map shop.example.com');
  await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
}

it('a mention is answered with the status, in its thread, for everybody', async () => {
  await withShop();
  const asked = write('@closte-domains shop.example.com?', DOMAINS, BOB);
  const [reply] = await lab.until(() => (repliesTo(asked?.ts).length > 0 ? repliesTo(asked?.ts) : undefined));
  expect(JSON.stringify(reply)).toContain('shop.example.com');
  expect(reply?.ephemeralFor).toBeUndefined();
});

it('a domain that nobody mapped, and a mention of none, are answered, too', async () => {
  await withShop();
  const unknown = write('@closte-domains other.example.com?');
  await lab.until(() => repliesTo(unknown?.ts).find(({ text }) => text.includes('isn’t mapped')));
  const empty = write('@closte-domains hello');
  await lab.until(() => repliesTo(empty?.ts).find(({ text }) => text.includes('/domain help')));
});

it('in a direct message commands work without their slash; the bot doesn’t answer itself', async () => {
  await withShop();
  const direct = lab.world.slack.people.openDirect(ALICE, 'U0DOMAINS');
  const answers = () => lab.messages(direct).filter(({ botId }) => botId !== undefined);
  write('shop.example.com?', direct);
  await lab.until(() => answers().length === 1);
  expect(JSON.stringify(answers()[0])).toContain('shop.example.com');
  write('list', direct);
  await lab.until(() => answers().length === 2);
  write('map', direct);
  await lab.until(() => answers().find(({ text }) => text.includes('only after a slash command')));
  expect(answers()).toHaveLength(3);
});
