import { afterEach, expect, it } from 'vitest';
import type { Message, PageView, ViewValues } from '../../src/sandbox/slack/page-api.js';
import { ALICE, closeLab, DOMAINS, type Lab, openLab } from '../support/lab.js';

let lab: Lab;
afterEach(() => closeLab(lab));

const CUSTOMERS = [
  'one-bakery.com',
  'two-bakery.com',
  'three-bakery.com',
  'four-bakery.com',
  'five-bakery.com',
];

const opened = (): PageView | undefined =>
  [...lab.world.slack.workspace.views.values()].findLast(({ user }) => user === ALICE)?.view;
const dialog = (id: string) => lab.until(() => (opened()?.callback_id === id ? opened() : undefined));

/** Values as the dialog shows them, with nothing typed. */
function asShown({ blocks }: PageView): ViewValues {
  const inputs = blocks.filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id: id, element }) => {
      const { action_id: action, type, initial_value: value = null } = element as Record<string, string>;
      return [String(id), { [String(action)]: { type, value } }];
    }),
  );
}

/** The figures in docs/operations.md (“What it costs a person”). */
it('five customers’ domains with their www names cost four clicks, no typing, few replies and five mentions', async () => {
  lab = await openLab();
  for (const name of CUSTOMERS) lab.world.dns.addZone(name);
  await lab.start();
  const { people } = lab.world.slack;
  let clicks = 0;
  const click = async <T>(act: Promise<T>): Promise<T> => {
    clicks += 1;
    return act;
  };
  people.message({ user: ALICE, channel: DOMAINS, text: `New domains: ${CUSTOMERS.join(', ')}` });
  const request = await lab.until(() => lab.messages().find(({ text }) => text.startsWith('New domains')));

  // The message's menu, then its entry.
  clicks += 1;
  const on = { channel: DOMAINS, messageTs: request.ts };
  await click(people.shortcut({ user: ALICE, callbackId: 'map-message', on }));
  const form = await dialog('map');
  await click(people.submit({ user: ALICE, viewId: form.id, values: asShown(form) }));
  const plan = await dialog('batch-plan');
  await click(people.submit({ user: ALICE, viewId: plan.id, values: {} }));

  const names = CUSTOMERS.flatMap((name) => [name, `www.${name}`]);
  await lab.until(() => names.every((name) => lab.world.closte.aliases().includes(name)), 60_000);
  for (const name of names) lab.world.dns.zoneOf(name)?.add(name, 'A', lab.world.target.address);
  const isReady = (name: string) =>
    lab.events().some(({ hostname, type }) => hostname === name && type === 'domain.done');
  await lab.until(() => names.every(isReady), 90_000);

  const replies = CUSTOMERS.flatMap((name) => lab.replies(name));
  const reported = replies.filter(({ text }) => text.includes(`<@${ALICE}>`));
  const isRoot = ({ threadTs, ts }: Message) => threadTs === undefined || threadTs === ts;
  const roots = lab.messages().filter((message) => isRoot(message) && message.metadata !== undefined);
  const cost = { clicks, replies: replies.length, mentions: reported.length, messages: roots.length };
  process.stdout.write(`five customers' domains: ${JSON.stringify(cost)}\n`);
  expect(cost).toMatchObject({ clicks: 4, mentions: 5, messages: 6 });
  expect(cost.replies).toBeLessThanOrEqual(15);
}, 240_000);
