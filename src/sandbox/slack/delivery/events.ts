import type { JsonObject, PageChannel } from '../page-api.js';
import { BOT, SLACK_APP_ID, TEAM, type Workspace } from '../workspace.js';
import type { ToApp } from './to-app.js';

/** The bot events that the sandbox can send (docs.slack.dev/reference/events). */
export const BOT_EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_deleted',
  'channel_id_changed',
  'channel_left',
  'channel_rename',
  'channel_unarchive',
  'group_archive',
  'group_deleted',
  'group_left',
  'group_rename',
  'group_unarchive',
  'member_joined_channel',
  'message.im',
  'tokens_revoked',
  'user_change',
] as const;

export interface EventsOptions {
  readonly workspace: Workspace;
  readonly toApp: ToApp;
  /** `settings.event_subscriptions.bot_events` of the app's manifest. */
  readonly subscribed: ReadonlySet<string>;
  readonly now: () => number;
}

/** Sends the app what it has subscribed to. Nothing goes out for a channel that it can't see. */
export function sendEvents({ workspace, toApp, subscribed, now }: EventsOptions): void {
  workspace.happened.on('event', (event) => {
    if (!subscribed.has(subscriptionOf(event))) return;
    const { enterprise } = workspace.settings;
    const isOrgInstall = enterprise?.isOrgInstall ?? false;
    void toApp('events_api', {
      token: 'sandbox-verification-token',
      team_id: TEAM.id,
      context_team_id: TEAM.id,
      context_enterprise_id: enterprise?.id ?? null,
      api_app_id: SLACK_APP_ID,
      event: { ...event, event_ts: workspace.newTs() },
      type: 'event_callback',
      event_id: workspace.newId('Ev'),
      event_time: Math.floor(now() / 1000),
      authorizations: [
        {
          enterprise_id: enterprise?.id ?? null,
          team_id: isOrgInstall ? null : TEAM.id,
          user_id: BOT.userId,
          is_bot: true,
          is_enterprise_install: isOrgInstall,
        },
      ],
      is_ext_shared_channel: false,
    });
  });
}

/** Messages are subscribed to by the kind of their channel. */
const subscriptionOf = ({ type, channel_type }: JsonObject): string =>
  type === 'message' ? `message.${channel_type}` : String(type);

/** The event of one kind of channel: private ones have names of their own. */
export const channelEvent = (
  { isPrivate }: PageChannel,
  what: 'archive' | 'unarchive' | 'rename' | 'left' | 'deleted',
): string => `${isPrivate ? 'group' : 'channel'}_${what}`;

/** Somebody, or the bot itself, joined a channel. */
export const joinedEvent = (channel: PageChannel, user: string, inviter?: string): JsonObject => ({
  type: 'member_joined_channel',
  user,
  channel: channel.id,
  channel_type: channel.isPrivate ? 'G' : 'C',
  team: TEAM.id,
  ...(inviter === undefined ? {} : { inviter }),
});
