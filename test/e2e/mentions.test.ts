import { afterEach, expect, it } from 'vitest';
import { ALICE, BOB, closeLab, DOMAINS, GIL, type Lab, openLab } from '../support/lab.js';

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
  write('*Listează*', direct);
  await lab.until(() => answers().length === 3);
  expect(answers()[2]?.text).toBe(answers()[1]?.text);
  write('map', direct);
  await lab.until(() => answers().find(({ text }) => text.includes('only after a slash command')));
  expect(answers()).toHaveLength(4);
});

it.each(['in a channel', 'in a thread', 'in a direct message'])(
  'several domains get one answer %s, a line each',
  async (place) => {
    await withShop();
    const direct = lab.world.slack.people.openDirect(ALICE, 'U0DOMAINS');
    const card = lab.card('shop.example.com')?.ts;
    const where = place === 'in a direct message' ? direct : DOMAINS;
    const thread = place === 'in a thread' ? { threadTs: card } : {};
    const text = '@closte-domains shop.example.com, a.example.com and <https://b.example.com/x|b>?';
    const before = new Set(lab.messages(where).map(({ ts }) => ts));
    const asked = lab.world.slack.people.message({ user: ALICE, channel: where, text, ...thread }).message;
    const isAnswer = ({ ts, botId }: { ts: string; botId?: string | undefined }) =>
      botId !== undefined && !before.has(ts);
    const answers = () =>
      lab.messages(where).filter((each) => isAnswer(each) && each.text.includes('a.example.com'));
    await lab.until(() => answers().length > 0);
    expect(answers()).toHaveLength(1);
    const [answer] = answers();
    expect(answer?.threadTs).toBe({ 'in a channel': asked?.ts, 'in a thread': card }[place]);
    expect(answer?.text.split('\n')).toEqual([
      expect.stringContaining('shop.example.com'),
      'a.example.com: not mapped',
      'b.example.com: not mapped',
    ]);
  },
);

it('many domains get the first ten, and a button that searches', async () => {
  await withShop();
  const hostnames = Array.from({ length: 13 }, (_, at) => `a${at}.example.com`);
  const asked = write(`@closte-domains ${hostnames.join(' ')}`);
  const [reply] = await lab.until(() => (repliesTo(asked?.ts).length > 0 ? repliesTo(asked?.ts) : undefined));
  expect(reply?.text.split('\n')).toHaveLength(10);
  expect(JSON.stringify(reply?.blocks)).toContain('3 more domains');
  await lab.press(reply, 'home-search');
  await lab.until(() => [...lab.world.slack.workspace.views.values()].at(-1)?.view.callback_id === 'search');
  expect(repliesTo(asked?.ts)).toHaveLength(1);
});

it.each(['a.example.com', 'a.example.com, b.example.com and c.example.com'])(
  'who may see nothing hears so alone, in the thread, and once for %s',
  async (asked) => {
    await withShop();
    const config = { ...lab.config, slack: { ...lab.config.slack, channels: ['C02SUPPORT'] } };
    await lab.stop();
    Object.assign(lab, { config });
    await lab.start();
    const card = lab.card('shop.example.com')?.ts;
    const text = `@closte-domains ${asked}?`;
    lab.world.slack.people.message({ user: GIL, channel: DOMAINS, text, threadTs: card });
    const denials = () => lab.messages().filter((each) => each.text.includes('C02SUPPORT'));
    const [denial] = await lab.until(() => (denials().length > 0 ? denials() : undefined));
    expect(denial).toMatchObject({ ephemeralFor: GIL, threadTs: card });
    expect(denials()).toHaveLength(1);
    expect(lab.lines.filter((line) => line.includes('permission denied'))).toHaveLength(1);
  },
);
