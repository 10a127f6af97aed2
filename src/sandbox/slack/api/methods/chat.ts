import type { JsonObject, Message, PageChannel } from '../../page-api.js';
import { SLACK_FIGURES } from '../../rules/limits.js';
import { SlackFailure } from '../../rules/request-error.js';
import { BOT, type Workspace } from '../../workspace.js';
import { type Arguments, isTrueArgument, jsonOf, textOf } from '../arguments.js';
import { asMessage, blocksOf, checkBlockText, metadataIn, wordsIn } from '../content.js';
import { sendMessageEvent } from '../message-events.js';
import { isDirectChannel, keptMessage, type Method, type MethodContext, visibleChannel } from './method.js';

/** Methods of docs.slack.dev/reference/methods: `chat`. */
export const CHAT: Readonly<Record<string, Method>> = {
  'chat.postMessage': { run: postMessage, scope: 'chat:write' },
  'chat.postEphemeral': { run: postEphemeral, scope: 'chat:write' },
  'chat.update': { run: updateMethod, scope: 'chat:write' },
  'chat.delete': { run: remove, scope: 'chat:write' },
  'chat.getPermalink': { run: getPermalink },
};

function postMessage(args: Arguments, { workspace, scopes }: MethodContext): JsonObject {
  const channel = writableChannel(workspace, args, scopes);
  assertMessagesTab(workspace, channel);
  const { text, blocks } = textAndBlocks(args);
  const threadTs = parentMessage(workspace, channel, args);
  const metadata = metadataIn(args);
  const message = workspace.post({
    channel: channel.id,
    user: BOT.userId,
    botId: BOT.id,
    text: text.slice(0, SLACK_FIGURES.text.postTruncatedAt),
    blocks,
    threadTs,
    broadcast: threadTs !== undefined && isTrueArgument(args, 'reply_broadcast') ? true : undefined,
    metadata: metadata === 'none' ? undefined : metadata,
  });
  sendMessageEvent(workspace, message);
  const isCut = text.length > SLACK_FIGURES.text.postTruncatedAt;
  return {
    channel: channel.id,
    ts: message.ts,
    message: asMessage(message, true),
    ...(isCut ? { response_metadata: { warnings: ['message_truncated'] } } : {}),
  };
}

function postEphemeral(args: Arguments, { workspace, scopes }: MethodContext): JsonObject {
  const channel = writableChannel(workspace, args, scopes);
  const user = textOf(args, 'user');
  if (!workspace.users.some(({ id }) => id === user)) throw new SlackFailure('user_not_in_channel');
  const message = workspace.post({
    channel: channel.id,
    user: BOT.userId,
    botId: BOT.id,
    ...textAndBlocks(args),
    threadTs: parentMessage(workspace, channel, args),
    ephemeralFor: user,
  });
  return { message_ts: message.ts };
}

/** Text alone removes the blocks; blocks alone keep the text; metadata stays unless given. */
function updateMethod(args: Arguments, { workspace, now }: MethodContext): JsonObject {
  const channel = visibleChannel(workspace, args);
  if (channel.isArchived) throw new SlackFailure('is_inactive');
  const message = ownMessage(workspace, channel, textOf(args, 'ts'), 'cant_update_message');
  const { editWindowMs = Number.POSITIVE_INFINITY } = workspace.settings;
  if (now() - Number(message.ts) * 1000 > editWindowMs) throw new SlackFailure('edit_window_closed');
  const hasText = args['text'] !== undefined || args['markdown_text'] !== undefined;
  const text = wordsIn(args);
  const blocks = blocksOf(args);
  if (text.length > SLACK_FIGURES.text.update) throw new SlackFailure('msg_too_long');
  if (text.trim() === '' && !blocks?.length) throw new SlackFailure('no_text');
  checkBlockText(blocks);
  const metadata = metadataIn(args);
  if (metadata === 'none') delete message.metadata;
  workspace.change(message, {
    ...(hasText ? { text } : {}),
    blocks: blocks ?? [],
    ...(metadata === undefined || metadata === 'none' ? {} : { metadata }),
    ...(hasText && !blocks?.length ? { edited: true as const } : {}),
  });
  sendMessageEvent(workspace, message, 'changed');
  return { channel: channel.id, ts: message.ts, text: message.text, message: asMessage(message, true) };
}

function remove(args: Arguments, { workspace }: MethodContext): JsonObject {
  const channel = visibleChannel(workspace, args);
  const message = ownMessage(workspace, channel, textOf(args, 'ts'), 'cant_delete_message');
  workspace.remove(message);
  return { channel: channel.id, ts: message.ts };
}

function getPermalink(args: Arguments, { workspace, url }: MethodContext): JsonObject {
  const { id } = visibleChannel(workspace, args);
  const message = keptMessage(workspace, id, textOf(args, 'message_ts'));
  if (!message) throw new SlackFailure('message_not_found');
  const { ts, threadTs } = message;
  const inThread = threadTs === undefined || threadTs === ts ? '' : `?thread_ts=${threadTs}&cid=${id}`;
  return { channel: id, permalink: `${url}/archives/${id}/p${ts.replace('.', '')}${inThread}` };
}

function writableChannel(workspace: Workspace, args: Arguments, scopes: ReadonlySet<string>): PageChannel {
  const channel = visibleChannel(workspace, args);
  if (channel.isArchived) throw new SlackFailure('is_archived');
  if (!channel.botIsMember && !scopes.has('chat:write.public')) throw new SlackFailure('not_in_channel');
  return channel;
}

function textAndBlocks(args: Arguments): { text: string; blocks: JsonObject[] | undefined } {
  const text = wordsIn(args);
  const blocks = blocksOf(args);
  const attachments = jsonOf(args, 'attachments', 'invalid_attachments') ?? [];
  if (!Array.isArray(attachments)) throw new SlackFailure('invalid_attachments');
  if (attachments.length > SLACK_FIGURES.attachments) throw new SlackFailure('too_many_attachments');
  if (text.trim() === '' && !blocks?.length && attachments.length === 0) throw new SlackFailure('no_text');
  checkBlockText(blocks);
  return { text, blocks };
}

/**
 * The thread to reply in. A reply to a message that is gone is posted in the channel, as if no thread had been named:
 * only its missing `thread_ts` tells.
 */
function parentMessage(workspace: Workspace, channel: PageChannel, args: Arguments): string | undefined {
  const threadTs = textOf(args, 'thread_ts');
  const parent = threadTs === '' ? undefined : keptMessage(workspace, channel.id, threadTs);
  if (!parent) return undefined;
  if (parent.locked) throw new SlackFailure('restricted_action_thread_locked');
  if (parent.threadTs !== undefined && parent.threadTs !== parent.ts)
    throw new SlackFailure('cannot_reply_to_message');
  return threadTs;
}

/** Without the tab the app's direct messages are closed to both sides. */
export function assertMessagesTab({ settings }: Workspace, channel: PageChannel): void {
  if (isDirectChannel(channel) && settings.messagesTab === 'off')
    throw new SlackFailure('messages_tab_disabled');
}

function ownMessage(workspace: Workspace, channel: PageChannel, ts: string, foreign: string): Message {
  const message = workspace.find(channel.id, ts);
  if (!message || message.deleted) throw new SlackFailure('message_not_found');
  if (message.botId !== BOT.id || message.ephemeralFor !== undefined) throw new SlackFailure(foreign);
  return message;
}
