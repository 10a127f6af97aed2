import { afterEach, describe, expect, it } from 'vitest';
import type { Message } from '../../src/sandbox/slack/page-api.js';
import { ALICE, BOB, closeLab, DOMAINS, GIL, type Lab, openLab } from '../support/lab.js';

const HOSTNAME = 'shop.example.com';
const GENERAL = 'C02GENERAL';
const PRIVATE = 'C03OPS';

let lab: Lab;
const open = async (change?: (config: Lab['config']) => Lab['config']) => {
  lab = await openLab(change ? { change } : {});
  await lab.start();
};
afterEach(() => closeLab(lab));

const reported = (words: string, channel: string, user = ALICE) =>
  lab.until(() =>
    lab.messages(channel).find(({ ephemeralFor, text }) => ephemeralFor === user && text.includes(words)),
  );
const map = async (hostname = HOSTNAME) => {
  await lab.type(`/domain map ${hostname}`);
  await lab.until(() => lab.thread(hostname).includes('alias.added'));
  return lab.until(() => lab.card(hostname));
};
const linkTo = ({ channel, ts }: Message) => `archives/${channel}/p${ts.replace('.', '')}`;
/** Replies under a message that carry no event: where the card moved to. */
const isReply = ({ threadTs, ts }: Message) => threadTs !== undefined && threadTs !== ts;
const pointers = ({ channel, ts }: Message) =>
  lab
    .messages(channel)
    .filter((each) => isReply(each) && each.threadTs === ts && each.text.includes(' moved to '));
const shown = (message: Message | undefined) => JSON.stringify(message?.blocks);
/** How often each event of the hostname is posted anywhere; its first is on every card. */
const timesReported = () => {
  const events = [DOMAINS, GENERAL, PRIVATE].flatMap((channel) => lab.messages(channel).filter(isReply));
  const counts = new Map<unknown, number>();
  for (const { metadata } of events)
    if (metadata?.event_type === 'domain_event')
      counts.set(metadata.event_payload['id'], (counts.get(metadata.event_payload['id']) ?? 0) + 1);
  return [...counts.values()];
};
const verified = async () => {
  await lab.type('/domain audit verify', ALICE, GENERAL);
  return lab.until(
    () => lab.messages(`D${ALICE.slice(1)}`).find(({ text }) => /match the store|found/.test(text)),
    40_000,
  );
};

describe('/domain move', () => {
  it('brings card and thread to the channel where it is typed, and links both threads', async () => {
    await open();
    const old = await map();
    await lab.type(`/domain move ${HOSTNAME}`, BOB, GENERAL);
    const { text } = await reported('moved to', GENERAL, BOB);
    const card = await lab.until(() => lab.card(HOSTNAME, GENERAL));
    expect(text).toContain(linkTo(card));
    expect(shown(card)).toContain('Moved here from');
    expect(shown(card)).toContain(linkTo(old));
    await lab.until(() => pointers(old).length === 1);
    expect(pointers(old)[0]?.text).toContain(linkTo(card));
    await lab.until(() => lab.card(HOSTNAME)?.text.includes(linkTo(card)));
    expect(lab.thread(HOSTNAME, GENERAL)).toContain('card.moved');
    lab.pointDns(HOSTNAME);
    await lab.until(() => lab.thread(HOSTNAME, GENERAL).includes('domain.done'), 30_000);
    expect(lab.thread(HOSTNAME)).not.toContain('domain.done');
    expect(new Set(timesReported())).toEqual(new Set([1]));
  });

  it('moves to the named channel, with the www mapping that shares the card', async () => {
    await open();
    await map('example.com');
    await lab.type(`/domain move www.example.com <#${GENERAL}|general>`);
    await lab.until(() => lab.thread('example.com', GENERAL).includes('card.moved'));
    await lab.type('/domain check www.example.com');
    await lab.until(() =>
      lab.messages(GENERAL).some(({ metadata }) => metadata?.event_payload['hostname'] === 'www.example.com'),
    );
  });

  it('says where the card is when it is there already', async () => {
    await open();
    const card = await map();
    await lab.type(`/domain move ${HOSTNAME} <#${DOMAINS}|domains>`);
    expect((await reported('already in', DOMAINS)).text).toContain(linkTo(card));
  });

  it('keeps the history whole, each line linked to where its message is', async () => {
    await open();
    const old = await map();
    await lab.type(`/domain move ${HOSTNAME}`, ALICE, GENERAL);
    const card = await lab.until(() => lab.card(HOSTNAME, GENERAL));
    await lab.until(() => pointers(old).length === 1);
    await lab.type(`/domain history ${HOSTNAME}`, ALICE, GENERAL);
    const history = shown(await reported('History of', GENERAL));
    expect(history).toContain(linkTo(card));
    expect(history).toContain(`thread_ts=${card.ts}&amp;cid=${GENERAL}`);
    expect((await verified()).text).toContain('The channels match the store');
  });

  it('survives a stop between its posts: nothing is posted twice or lost', async () => {
    await open();
    const old = await map();
    lab.world.slack.faults.plan('chat.postMessage', { dropAfterAccept: true }, 3);
    await lab.type(`/domain move ${HOSTNAME}`, ALICE, GENERAL);
    await lab.until(() => lab.card(HOSTNAME, GENERAL));
    await lab.stop();
    lab.world.slack.faults.clear();
    await lab.start();
    await lab.until(() => lab.thread(HOSTNAME, GENERAL).includes('card.moved'), 30_000);
    await lab.until(() => pointers(old).length > 0, 30_000);
    const cards = lab.messages(GENERAL).filter((each) => each.metadata && !isReply(each));
    expect([cards.length, pointers(old).length]).toEqual([1, 1]);
    expect(new Set(timesReported())).toEqual(new Set([1]));
  });
});

describe('the target is judged before anything changes', () => {
  const stays = () => {
    expect(lab.card(HOSTNAME, GENERAL)).toBeUndefined();
    expect(lab.card(HOSTNAME, PRIVATE)).toBeUndefined();
    expect(lab.thread(HOSTNAME)).not.toContain('card.moved');
  };

  it.each([
    ['a private channel without the bot', `<#${PRIVATE}|>`, '/invite', () => undefined],
    [
      'an archived channel',
      `<#${GENERAL}|general>`,
      'is archived',
      () => lab.world.slack.admin.archive(GENERAL, BOB),
    ],
    [
      'a channel of another organization, too',
      `<#${GENERAL}|general>`,
      'another organization',
      () => lab.world.slack.admin.share(GENERAL),
    ],
    ['a name that Slack did not turn into a channel', '#no-such-channel', 'isn’t a channel', () => undefined],
  ])('%s is refused', async (_, target, words, prepare) => {
    await open();
    await map();
    prepare();
    await lab.type(`/domain move ${HOSTNAME} ${target}`);
    await reported(words, DOMAINS);
    stays();
  });

  it('so is a direct message, for an app without a channel', async () => {
    await open();
    await map();
    const direct = lab.world.slack.people.openDirect(ALICE, BOB);
    await lab.type(`/domain move ${HOSTNAME}`, ALICE, direct);
    await reported('Type the command in a channel', direct);
    stays();
  });

  it('whoever may not map may not move, which is posted and audited', async () => {
    await open((config) => ({ ...config, operators: [ALICE] }));
    await map();
    await lab.type(`/domain move ${HOSTNAME} <#${GENERAL}|general>`, BOB);
    await reported('permission to move cards', DOMAINS, BOB);
    await lab.until(() => lab.thread(HOSTNAME).includes('access.denied'));
    await lab.type(`/domain move ${HOSTNAME} <#${GENERAL}|general>`, GIL);
    stays();
  });
});

describe('mapping again from a good channel', () => {
  it.each([
    ['archived', () => lab.world.slack.admin.archive(DOMAINS, BOB)],
    ['left', () => lab.world.slack.admin.kick(DOMAINS, BOB)],
    ['deleted', () => lab.world.slack.admin.delete(DOMAINS)],
  ])('brings the card there when its channel was %s, with what waited', async (_, happen) => {
    await open();
    await map();
    happen();
    lab.pointDns(HOSTNAME);
    await lab.type(`/domain map ${HOSTNAME}`, ALICE, GENERAL);
    const card = await lab.until(() => lab.card(HOSTNAME, GENERAL));
    expect((await reported('moved to', GENERAL)).text).toContain(linkTo(card));
    await lab.until(() => lab.thread(HOSTNAME, GENERAL).includes('domain.done'), 30_000);
  });

  it('leaves a card where it is while its channel is fine', async () => {
    await open();
    const card = await map();
    await lab.type(`/domain map ${HOSTNAME}`, ALICE, GENERAL);
    expect((await reported('already mapped', GENERAL)).text).toContain(linkTo(card));
    expect(lab.card(HOSTNAME, GENERAL)).toBeUndefined();
  });
});
