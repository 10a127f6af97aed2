import { expect, it } from 'vitest';
import { BOT } from '../../../src/sandbox/slack/workspace.js';
import { ChannelProblems } from '../../../src/slack/inbound/channel-problems.js';
import { listenToEvents } from '../../../src/slack/inbound/listeners/events.js';
import { overSocket } from '../../sandbox/slack/bolt.js';
import { ALICE, DOMAINS, until } from '../../sandbox/slack/sandbox.js';
import { silentLog } from '../../store/temporary.js';

async function listeningToEvents(hasCards = true) {
  const calls: string[] = [];
  const saved: string[] = [];
  const channelProblems = new ChannelProblems({
    known: new Map(),
    hasCards: async () => hasCards,
    save: async (channels) => void saved.push(JSON.stringify([...channels])),
  });
  const noting = (name: string) => (channel: string) => void calls.push(`${name} ${channel}`);
  const greet = async (channel: string) => noting('greet')(channel);
  const connected = await overSocket((app) =>
    listenToEvents(app, {
      botUserId: BOT.userId,
      places: { forget: noting('forget') },
      people: { forget: noting('forget person') },
      resume: noting('resume'),
      hold: noting('hold'),
      follow: async (from, to) => {
        calls.push(`follow ${from} ${to}`);
        return 1;
      },
      greet,
      channelProblems,
      log: silentLog,
    }),
  );
  return { admin: connected.slack.admin, calls, channelProblems, saved };
}

it('an invitation ends the wait for the channel before anything is said there', async () => {
  const { admin, calls } = await listeningToEvents();
  admin.invite(DOMAINS, ALICE);
  await until(() => calls.length === 3);
  expect(calls).toEqual([`forget ${DOMAINS}`, `resume ${DOMAINS}`, `greet ${DOMAINS}`]);
});

it('a channel from which the bot was removed is a problem until it is back', async () => {
  const { admin, calls, channelProblems, saved } = await listeningToEvents();
  admin.kick(DOMAINS, ALICE);
  await until(() => calls.includes(`hold ${DOMAINS}`));
  expect(await channelProblems.message()).toContain(`channel ${DOMAINS}: the bot was removed`);
  admin.invite(DOMAINS, ALICE);
  await until(() => calls.includes(`resume ${DOMAINS}`) && channelProblems.channels().length === 0);
  expect(await channelProblems.message()).toBeUndefined();
  await until(() => saved.length === 2);
  expect(saved).toEqual([`[["${DOMAINS}","left"]]`, '[]']);
});

it.each([
  ['is_archived', 'it was archived'],
  ['not_in_channel', 'the bot was removed'],
  ['channel_not_found', 'Slack doesn’t show it'],
  ['restricted_action', undefined],
])('a post refused with %s is as good as an event', async (error, words) => {
  const channelProblems = new ChannelProblems({
    known: new Map(),
    hasCards: async () => true,
    save: async () => undefined,
  });
  await channelProblems.refused(DOMAINS, error);
  const said = await channelProblems.message();
  if (words === undefined) expect(said).toBeUndefined();
  else expect(said).toContain(words);
});

it('a channel with another ID is followed before anything is posted there', async () => {
  const { admin, calls, channelProblems } = await listeningToEvents();
  await channelProblems.add(DOMAINS, 'unreachable');
  admin.renumber(DOMAINS, 'C09NEW');
  await until(() => calls.includes('resume C09NEW'));
  expect(calls).toEqual([
    `follow ${DOMAINS} C09NEW`,
    ...[DOMAINS, 'C09NEW'].flatMap((id) => [`forget ${id}`, `resume ${id}`]),
  ]);
  expect(channelProblems.channels()).toEqual([]);
});

it('a channel without cards is no problem', async () => {
  const { admin, calls, channelProblems } = await listeningToEvents(false);
  admin.archive(DOMAINS, ALICE);
  await until(() => calls.includes(`forget ${DOMAINS}`));
  expect(await channelProblems.message()).toBeUndefined();
});
