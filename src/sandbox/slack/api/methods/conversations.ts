import { joinedEvent } from '../../delivery/events.js';
import type { JsonObject, Message, PageChannel } from '../../page-api.js';
import { SLACK_FIGURES } from '../../rules/limits.js';
import { SlackFailure } from '../../rules/request-error.js';
import { BOT, directWith, TEAM, type Workspace } from '../../workspace.js';
import { type Arguments, isTrueArgument, listOf, textOf } from '../arguments.js';
import { asMessage } from '../content.js';
import {
  channelScope,
  isDirectChannel,
  type Method,
  type MethodContext,
  requireScope,
  visibleChannel,
} from './method.js';
import { inRange, type MethodPage, pageOf } from './paging.js';

/** Methods of docs.slack.dev/reference/methods: `conversations`. */
export const CONVERSATIONS: Readonly<Record<string, Method>> = {
  'conversations.info': { run: info },
  'users.conversations': { run: ownConversations, scope: 'channels:read' },
  'conversations.history': { run: historyMethod },
  'conversations.replies': { run: replies },
  'conversations.join': { run: join, scope: 'channels:join' },
  'conversations.open': { run: openConversation, scope: 'im:write' },
};

function info(args: Arguments, { workspace, scopes }: MethodContext): JsonObject {
  const channel = visibleChannel(workspace, args);
  requireScope(scopes, channelScope(channel, 'read'));
  const count = isTrueArgument(args, 'include_num_members')
    ? { num_members: memberIds(workspace, channel).length }
    : {};
  return { channel: { ...asChannel(channel), ...count } };
}

/** Where the bot is a member; Slack leaves out archived channels only when asked to. */
function ownConversations(args: Arguments, { workspace }: MethodContext): JsonObject {
  const types = textOf(args, 'types') === '' ? ['public_channel'] : listOf(args, 'types');
  const found = [...workspace.channels.values()].filter(
    (channel) =>
      channel.botIsMember &&
      types.includes(conversationType(channel)) &&
      !(channel.isArchived && isTrueArgument(args, 'exclude_archived')),
  );
  const page = pageOf(found, ({ id }) => id, args, SLACK_FIGURES.list);
  return { channels: page.items.map(asChannel), response_metadata: { next_cursor: page.nextCursor } };
}

/** Newest first: messages of the channel itself and broadcast replies. */
function historyMethod(args: Arguments, context: MethodContext): JsonObject {
  const channel = readableChannel(args, context);
  const { messages, isLimited } = visibleMessages(context, channel);
  const visible = messages
    .filter(({ ephemeralFor }) => ephemeralFor === undefined)
    .filter(({ threadTs, ts, broadcast }) => threadTs === undefined || threadTs === ts || broadcast)
    .reverse();
  const page = pageOf(inRange(visible, args), ({ ts }) => ts, args, SLACK_FIGURES.history);
  return {
    ...asPage(page, args),
    ...isLimited,
    pin_count: 0,
    channel_actions_ts: null,
    channel_actions_count: 0,
  };
}

/** Oldest first. The parent opens the first page whatever the range, and counts towards its limit. */
function replies(args: Arguments, context: MethodContext): JsonObject {
  const channel = readableChannel(args, context);
  const { messages, isLimited } = visibleMessages(context, channel);
  const ts = textOf(args, 'ts');
  const first = messages.find((message) => message.ts === ts && message.ephemeralFor === undefined);
  if (!first) throw new SlackFailure('thread_not_found');
  const answers = messages
    .filter((message) => message.threadTs === first.ts && message.ts !== first.ts)
    .filter(({ ephemeralFor }) => ephemeralFor === undefined);
  const page = pageOf(
    [first, ...inRange(answers, args)],
    (message) => message.ts,
    args,
    SLACK_FIGURES.replies,
  );
  return { ...asPage(page, args), ...isLimited };
}

/** Leaves out what the plan hides; `is_limited` says that there was more. */
function visibleMessages({ workspace, now }: MethodContext, channel: PageChannel) {
  const { visibleMs = Number.POSITIVE_INFINITY } = workspace.settings;
  const all = workspace.messages(channel.id);
  const messages = all.filter(({ ts }) => now() - Number(ts) * 1000 <= visibleMs);
  return { messages, isLimited: messages.length < all.length ? { is_limited: true } : {} };
}

function join(args: Arguments, { workspace }: MethodContext): JsonObject {
  const channel = visibleChannel(workspace, args);
  if (channel.isPrivate) throw new SlackFailure('method_not_supported_for_channel_type');
  if (channel.isArchived) throw new SlackFailure('is_archived');
  const joined = workspace.changeChannel(channel, { botIsMember: true });
  if (!channel.botIsMember) workspace.happened.emit('event', joinedEvent(joined, BOT.userId));
  return {
    channel: asChannel(joined),
    ...(channel.botIsMember
      ? { warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } }
      : {}),
  };
}

/** Opens the direct message with one user. */
function openConversation(args: Arguments, { workspace }: MethodContext): JsonObject {
  const users = listOf(args, 'users');
  const user = workspace.users.find(({ id }) => users.length === 1 && id === users[0]);
  if (!user) throw new SlackFailure(users.length === 0 ? 'users_list_not_supplied' : 'user_not_found');
  const ids = [user.id, BOT.userId];
  const alreadyOpen = workspace.channels.has(directWith(ids).id);
  const { id } = workspace.openDirect(ids);
  return { channel: { id }, ...(alreadyOpen ? { no_op: true, already_open: true } : {}) };
}

function readableChannel(args: Arguments, { workspace, scopes }: MethodContext): PageChannel {
  const channel = visibleChannel(workspace, args);
  requireScope(scopes, channelScope(channel, 'history'));
  if (!channel.botIsMember) throw new SlackFailure('not_in_channel');
  return channel;
}

function asPage({ items, hasMore, nextCursor }: MethodPage<Message>, args: Arguments): JsonObject {
  return {
    messages: items.map((message) => asMessage(message, isTrueArgument(args, 'include_all_metadata'))),
    has_more: hasMore,
    ...(hasMore ? { response_metadata: { next_cursor: nextCursor } } : {}),
  };
}

function memberIds(workspace: Workspace, channel: PageChannel): string[] {
  const people = workspace.users.filter((user) => workspace.isIn(user, channel)).map(({ id }) => id);
  return [...people, ...(channel.botIsMember ? [BOT.userId] : [])];
}

function conversationType(channel: PageChannel): string {
  if (isDirectChannel(channel)) return 'im';
  if (channel.isGroupDirect) return 'mpim';
  return channel.isPrivate ? 'private_channel' : 'public_channel';
}

function asChannel(channel: PageChannel): JsonObject {
  const { id, name, topic, isArchived, isPrivate, botIsMember } = channel;
  return {
    id,
    name,
    name_normalized: name,
    is_channel: conversationType(channel) === 'public_channel',
    is_group: conversationType(channel) === 'private_channel',
    is_im: conversationType(channel) === 'im',
    is_mpim: conversationType(channel) === 'mpim',
    is_private: isPrivate,
    is_archived: isArchived,
    is_member: botIsMember,
    is_shared: channel.isShared === true,
    is_ext_shared: channel.isShared === true,
    topic: { value: topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    context_team_id: TEAM.id,
  };
}
