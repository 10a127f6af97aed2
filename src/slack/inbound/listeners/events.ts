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
  const { botUserId, places, people, resume, hold, follow, greet, channelProblems, log } = options;

  async function usableAgain(channel: string): Promise<void> {
    places.forget(channel);
    resume(channel);
    await channelProblems.end(channel);
  }

  async function unusable(channel: string, why: UnusableReason): Promise<void> {
    places.forget(channel);
    if (await channelProblems.add(channel, why)) {
      hold(channel);
      log.warn({ channel, why }, 'a channel with cards is unusable');
    } else log.info({ channel, why }, 'a channel without cards is unusable');
  }

  function lost(why: keyof typeof LOST): void {
    channelProblems.lose(LOST[why]);
    log.error({ why }, LOST[why]);
  }

  app.event('member_joined_channel', async ({ event }) => {
    if (event.user !== botUserId) return;
    await usableAgain(event.channel);
    log.info({ channel: event.channel }, 'the bot was added to a channel');
    // The bot joins by itself only channels where it has something to post.
    if (event.inviter !== undefined) await greet(event.channel);
  });
  app.event('member_left_channel', async ({ event }) => {
    if (event.user === botUserId) await unusable(event.channel, 'left');
  });
  app.event('channel_left', ({ event }) => unusable(event.channel, 'left'));
  app.event('group_left', ({ event }) => unusable(event.channel, 'left'));
  app.event('channel_archive', ({ event }) => unusable(event.channel, 'archived'));
  app.event('group_archive', ({ event }) => unusable(event.channel, 'archived'));
  app.event('channel_deleted', ({ event }) => unusable(event.channel, 'deleted'));
  app.event('group_deleted', ({ event }) => unusable(event.channel, 'deleted'));
  for (const name of ['channel_unarchive', 'group_unarchive'] as const)
    app.event(name, async ({ event }) => {
      await usableAgain(event.channel);
      log.info({ channel: event.channel }, 'a channel was unarchived');
    });
  for (const name of ['channel_rename', 'group_rename'] as const)
    app.event(name, async ({ event }) => {
      // Cards and links name channels by their ID.
      log.info({ channel: event.channel.id }, 'a channel was renamed; nothing else changes');
    });
  app.event('channel_id_changed', async ({ event: { old_channel_id: from, new_channel_id: to } }) => {
    const cards = await follow(from, to);
    for (const id of [from, to]) await usableAgain(id);
    log.warn(
      { from, to, cards },
      'a channel has another ID: everything stored follows; change the environment variables that name the old ID',
    );
  });
  app.event('user_change', async ({ event }) => people.forget(event.user.id));
  app.event('app_uninstalled', async () => lost('app_uninstalled'));
  app.event('tokens_revoked', async ({ event }) => {
    if (event.tokens.bot?.includes(botUserId)) lost('tokens_revoked');
  });
}
