import type { App } from '@slack/bolt';
import type { Places } from '../../../use-cases/ports.js';
import type { Log } from '../../../util/log.js';
import type { ChannelProblems, UnusableReason } from '../channel-problems.js';
import type { SlackPeople } from '../people.js';

export interface EventListenerOptions {
  readonly botUserId: string;
  readonly places: Pick<Places, 'forget'>;
  readonly people: Pick<SlackPeople, 'forget'>;
  /** Sends the channel's pending messages at once. */
  readonly resume: (channel: string) => void;
  /** Posts nothing in the channel for now. */
  readonly hold: (channel: string) => void;
  /** A channel has another ID: what is stored follows it. Resolves with how many cards do. */
  readonly follow: (from: string, to: string) => Promise<number>;
  /** Posts a greeting, once per channel. */
  readonly greet: (channel: string) => Promise<void>;
  readonly channelProblems: ChannelProblems;
  readonly log: Log;
}

const LOST = {
  app_uninstalled: 'the app was uninstalled: install it again, set SLACK_BOT_TOKEN and restart the bot',
  tokens_revoked:
    'the bot’s token was revoked: install the app again, set SLACK_BOT_TOKEN and restart the bot',
} as const;

/** Slack's events about channels and the app itself (docs.slack.dev/reference/events). Bolt acknowledges every event. */
export function listenToEvents(app: App, options: EventListenerOptions): void {
  const { botUserId, people } = options;
  listenToMembership(app, options);
  listenToChannels(app, options);
  app.event('user_change', async ({ event }) => people.forget(event.user.id));
  app.event('app_uninstalled', async () => loseApp('app_uninstalled', options));
  app.event('tokens_revoked', async ({ event }) => {
    if (event.tokens.bot?.includes(botUserId)) loseApp('tokens_revoked', options);
  });
}

/** Whether the bot is in a channel. */
function listenToMembership(app: App, options: EventListenerOptions): void {
  const { botUserId, greet, log } = options;
  app.event('member_joined_channel', async ({ event }) => {
    if (event.user !== botUserId) return;
    await markUsable(event.channel, options);
    log.info({ channel: event.channel }, 'the bot was added to a channel');
    // The bot joins by itself only channels where it has something to post.
    if (event.inviter !== undefined) await greet(event.channel);
  });
  app.event('member_left_channel', async ({ event }) => {
    if (event.user === botUserId) await markUnusable(event.channel, 'left', options);
  });
  app.event('channel_left', ({ event }) => markUnusable(event.channel, 'left', options));
  app.event('group_left', ({ event }) => markUnusable(event.channel, 'left', options));
}

/** What happens to channels themselves. */
function listenToChannels(app: App, options: EventListenerOptions): void {
  const { follow, log } = options;
  app.event('channel_archive', ({ event }) => markUnusable(event.channel, 'archived', options));
  app.event('group_archive', ({ event }) => markUnusable(event.channel, 'archived', options));
  app.event('channel_deleted', ({ event }) => markUnusable(event.channel, 'deleted', options));
  app.event('group_deleted', ({ event }) => markUnusable(event.channel, 'deleted', options));
  for (const name of ['channel_unarchive', 'group_unarchive'] as const)
    app.event(name, async ({ event }) => {
      await markUsable(event.channel, options);
      log.info({ channel: event.channel }, 'a channel was unarchived');
    });
  for (const name of ['channel_rename', 'group_rename'] as const)
    app.event(name, async ({ event }) => {
      // Cards and links name channels by their ID.
      log.info({ channel: event.channel.id }, 'a channel was renamed; nothing else changes');
    });
  app.event('channel_id_changed', async ({ event: { old_channel_id: from, new_channel_id: to } }) => {
    const cards = await follow(from, to);
    for (const id of [from, to]) await markUsable(id, options);
    log.warn(
      { from, to, cards },
      'a channel has another ID: everything stored follows; change the environment variables that name the old ID',
    );
  });
}

async function markUsable(
  channel: string,
  { places, resume, channelProblems }: EventListenerOptions,
): Promise<void> {
  places.forget(channel);
  resume(channel);
  await channelProblems.end(channel);
}

async function markUnusable(
  channel: string,
  why: UnusableReason,
  { places, hold, channelProblems, log }: EventListenerOptions,
): Promise<void> {
  places.forget(channel);
  if (await channelProblems.add(channel, why)) {
    hold(channel);
    log.warn({ channel, why }, 'a channel with cards is unusable');
  } else log.info({ channel, why }, 'a channel without cards is unusable');
}

function loseApp(why: keyof typeof LOST, { channelProblems, log }: EventListenerOptions): void {
  channelProblems.lose(LOST[why]);
  log.error({ why }, LOST[why]);
}
