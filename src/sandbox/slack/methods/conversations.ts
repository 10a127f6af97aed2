import { type Arguments, isTrue, listOf, textOf } from '../arguments.js';
import { asMessage } from '../content.js';
import { SlackFailure } from '../failure.js';
import { LIMITS } from '../limits.js';
import type { JsonObject, Message, PageChannel } from '../page-api.js';
import { BOT, TEAM, type Workspace } from '../workspace.js';
import {
  channelScope,
  keptMessage,
  type Method,
  type MethodContext,
  requireScope,
  visibleChannel,
} from './method.js';
import { inRange, type Page, pageOf } from './paging.js';

/** Methods of docs.slack.dev/reference/methods, family `conversations`. */
export const CONVERSATIONS: Readonly<Record<string, Method>> = {
  'conversations.info': { run: info },
  'conversations.list': { run: list, scope: 'channels:read' },
  'users.conversations': { run: ownConversations, scope: 'channels:read' },
  'conversations.history': { run: history },
  'conversations.replies': { run: replies },
  'conversations.join': { run: join, scope: 'channels:join' },
  'conversations.members': { run: members },
  'conversations.open': { run: open, scope: 'im:write' },
};

function info(args: Arguments, { workspace, scopes }: MethodContext): JsonObject {
  const channel = visibleChannel(workspace, args);
  requireScope(scopes, channelScope(channel, 'read'));
  const count = isTrue(args, 'include_num_members')
    ? { num_members: memberIds(workspace, channel).length }
    : {};
  return { channel: { ...asChannel(channel), ...count } };
}

function list(args: Arguments, { workspace }: MethodContext): JsonObject {
  const types = textOf(args, 'types') === '' ? ['public_channel'] : listOf(args, 'types');
  const found = [...workspace.channels.values()].filter(
    (channel) =>
      types.includes(typeOf(channel)) &&
      (!channel.isPrivate || channel.botIsMember) &&
      !(channel.isArchived && isTrue(args, 'exclude_archived')),
  );
  const page = pageOf(found, ({ id }) => id, args, LIMITS.list);
  return { channels: page.items.map(asChannel), response_metadata: { next_cursor: page.nextCursor } };
}

/** Where the bot is a member; Slack leaves out archived channels only when asked to. */
function ownConversations(args: Arguments, { workspace }: MethodContext): JsonObject {
  const types = textOf(args, 'types') === '' ? ['public_channel'] : listOf(args, 'types');
  const found = [...workspace.channels.values()].filter(
    (channel) =>
      channel.botIsMember &&
      types.includes(typeOf(channel)) &&
      !(channel.isArchived && isTrue(args, 'exclude_archived')),
  );
  const page = pageOf(found, ({ id }) => id, args, LIMITS.list);
  return { channels: page.items.map(asChannel), response_metadata: { next_cursor: page.nextCursor } };
}

/** Newest first: messages of the channel itself and broadcast replies. */
function history(args: Arguments, context: MethodContext): JsonObject {
  const channel = readableChannel(args, context);
  const visible = context.workspace
    .messages(channel.id)
    .filter(({ ephemeralFor }) => ephemeralFor === undefined)
    .filter(({ threadTs, ts, broadcast }) => threadTs === undefined || threadTs === ts || broadcast)
    .reverse();
  const page = pageOf(inRange(visible, args), ({ ts }) => ts, args, LIMITS.history);
  return { ...asPage(page, args), pin_count: 0, channel_actions_ts: null, channel_actions_count: 0 };
}

/** Oldest first. The parent opens the first page whatever the range, and counts towards its limit. */
function replies(args: Arguments, context: MethodContext): JsonObject {
  const channel = readableChannel(args, context);
  const { workspace } = context;
  const first = keptMessage(workspace, channel.id, textOf(args, 'ts'));
  if (!first) throw new SlackFailure('thread_not_found');
  const answers = workspace
    .messages(channel.id)
    .filter(({ threadTs, ts }) => threadTs === first.ts && ts !== first.ts)
    .filter(({ ephemeralFor }) => ephemeralFor === undefined);
  const page = pageOf([first, ...inRange(answers, args)], ({ ts }) => ts, args, LIMITS.replies);
  return asPage(page, args);
}

function join(args: Arguments, { workspace }: MethodContext): JsonObject {
  const channel = visibleChannel(workspace, args);
  if (channel.isPrivate) throw new SlackFailure('method_not_supported_for_channel_type');
  if (channel.isArchived) throw new SlackFailure('is_archived');
  const joined = { ...channel, botIsMember: true };
  workspace.channels.set(channel.id, joined);
  return {
    channel: asChannel(joined),
    ...(channel.botIsMember
      ? { warning: 'already_in_channel', response_metadata: { warnings: ['already_in_channel'] } }
      : {}),
  };
}

function members(args: Arguments, { workspace, scopes }: MethodContext): JsonObject {
  const channel = visibleChannel(workspace, args);
  requireScope(scopes, channelScope(channel, 'read'));
  const page = pageOf(memberIds(workspace, channel), (id) => id, args, LIMITS.list);
  return { members: page.items, response_metadata: { next_cursor: page.nextCursor } };
}

/** Opens the direct message with one user. */
function open(args: Arguments, { workspace }: MethodContext): JsonObject {
  const users = listOf(args, 'users');
  const user = workspace.users.find(({ id }) => users.length === 1 && id === users[0]);
  if (!user) throw new SlackFailure(users.length === 0 ? 'users_list_not_supplied' : 'user_not_found');
  const id = `D${user.id.slice(1)}`;
  const alreadyOpen = workspace.channels.has(id);
  const channel = { id, name: user.name, topic: 'Direct message', isArchived: false, isPrivate: true };
  if (!alreadyOpen) workspace.openDirect({ ...channel, botIsMember: true });
  return { channel: { id }, ...(alreadyOpen ? { no_op: true, already_open: true } : {}) };
}

function readableChannel(args: Arguments, { workspace, scopes }: MethodContext): PageChannel {
  const channel = visibleChannel(workspace, args);
  requireScope(scopes, channelScope(channel, 'history'));
  if (!channel.botIsMember) throw new SlackFailure('not_in_channel');
  return channel;
}

function asPage({ items, hasMore, nextCursor }: Page<Message>, args: Arguments): JsonObject {
  return {
    messages: items.map((message) => asMessage(message, isTrue(args, 'include_all_metadata'))),
    has_more: hasMore,
    ...(hasMore ? { response_metadata: { next_cursor: nextCursor } } : {}),
  };
}

function memberIds(workspace: Workspace, { botIsMember }: PageChannel): string[] {
  return [...workspace.users.map(({ id }) => id), ...(botIsMember ? [BOT.userId] : [])];
}

const typeOf = ({ id, isPrivate }: PageChannel): string =>
  id.startsWith('D') ? 'im' : isPrivate ? 'private_channel' : 'public_channel';

function asChannel(channel: PageChannel): JsonObject {
  const { id, name, topic, isArchived, isPrivate, botIsMember } = channel;
  return {
    id,
    name,
    name_normalized: name,
    is_channel: typeOf(channel) === 'public_channel',
    is_group: typeOf(channel) === 'private_channel',
    is_im: typeOf(channel) === 'im',
    is_mpim: false,
    is_private: isPrivate,
    is_archived: isArchived,
    is_member: botIsMember,
    topic: { value: topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    context_team_id: TEAM.id,
  };
}
