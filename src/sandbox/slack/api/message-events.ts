import type { JsonObject, Message, PageChannel } from '../page-api.js';
import { BOT, type Workspace } from '../workspace.js';
import { asMessage } from './content.js';

/** Events about one message (docs.slack.dev/reference/events/app_mention and message.im). Ephemeral ones have none. */
export function sendMessageEvent(workspace: Workspace, message: Message, change?: 'changed'): void {
  const channel = workspace.channels.get(message.channel);
  if (!channel?.botIsMember || message.ephemeralFor !== undefined) return;
  const event = messageEventOf(workspace, channel, message, change);
  if (event) workspace.happened.emit('event', event);
}

/** The app also gets events of its own direct messages and of their changes; a mention comes as one event. */
function messageEventOf(
  workspace: Workspace,
  channel: PageChannel,
  message: Message,
  change: 'changed' | undefined,
): JsonObject | undefined {
  const isDirect = channel.id.startsWith('D');
  const shown = asMessage(message, false);
  if (isDirect && change)
    return {
      type: 'message',
      subtype: 'message_changed',
      hidden: true,
      message: shown,
      channel: channel.id,
      channel_type: 'im',
      ts: workspace.newTs(),
    };
  const subtype = message.files && message.botId === undefined ? { subtype: 'file_share' } : {};
  const own = { ...shown, ...subtype, client_msg_id: workspace.newId('m'), channel: channel.id };
  if (isDirect) return { ...own, channel_type: 'im' };
  const isMention = message.botId === undefined && message.text.includes(`<@${BOT.userId}>`);
  return isMention ? { ...own, type: 'app_mention' } : undefined;
}

/** A person opens the app in Slack's side bar (docs.slack.dev/reference/events/app_home_opened). */
export function sendHomeEvent(workspace: Workspace, user: string, tab: 'home' | 'messages'): void {
  const { id } = workspace.openDirect([user, BOT.userId]);
  const view = workspace.homes.get(user);
  workspace.happened.emit('event', {
    type: 'app_home_opened',
    user,
    channel: id,
    tab,
    ...(view ? { view } : {}),
  });
}
