import { LIMITS, textLength, validateBlocks, validateView } from './limits.js';
import type { JsonObject, Message, MessageMetadata, View } from './page-api.js';
import type { Triggers } from './triggers.js';
import { APP_ID, BOT, TEAM, type Workspace } from './workspace.js';

/** Slack's `ok: false`. */
export class SlackFailure extends Error {
  override readonly name = 'SlackFailure';
  constructor(
    readonly code: string,
    readonly extra: JsonObject = {},
  ) {
    super(code);
  }
}

export type Arguments = Readonly<Record<string, unknown>>;

export interface MethodContext {
  readonly workspace: Workspace;
  readonly triggers: Triggers;
  readonly url: string;
  /** A fresh WebSocket address for Socket Mode. */
  readonly openSocket: () => string;
}

type Method = (args: Arguments, context: MethodContext) => JsonObject;

const text = (args: Arguments, name: string): string => {
  const value = args[name];
  return typeof value === 'string' ? value : value === undefined ? '' : String(value);
};
const isTrue = (args: Arguments, name: string): boolean => text(args, name) === 'true';

/** The Web API methods that the bot uses, with Slack's own error names. */
export const METHODS: Readonly<Record<string, Method>> = {
  'api.test': () => ({}),

  'auth.test': (_, { url }) => ({
    url: `${url}/`,
    team: TEAM.name,
    user: BOT.name,
    team_id: TEAM.id,
    user_id: BOT.userId,
    bot_id: BOT.id,
    is_enterprise_install: false,
  }),

  'apps.connections.open': (_, { openSocket }) => ({ url: openSocket() }),

  'chat.postMessage': (args, { workspace }) => {
    const channel = writable(workspace, text(args, 'channel'));
    const blocks = blocksOf(args);
    const threadTs = text(args, 'thread_ts') || undefined;
    if (text(args, 'text') === '' && !blocks?.length) throw new SlackFailure('no_text');
    if (threadTs !== undefined && !workspace.find(channel, threadTs))
      throw new SlackFailure('thread_not_found');
    const message = workspace.post({
      channel,
      user: BOT.userId,
      botId: BOT.id,
      text: text(args, 'text').slice(0, LIMITS.text.postTruncatedAt),
      blocks,
      threadTs,
      metadata: metadataOf(args),
    });
    return { channel, ts: message.ts, message: shown(message, true) };
  },

  'chat.postEphemeral': (args, { workspace }) => {
    const channel = writable(workspace, text(args, 'channel'));
    const user = text(args, 'user');
    if (!workspace.users.some(({ id }) => id === user)) throw new SlackFailure('user_not_in_channel');
    const message = workspace.post({
      channel,
      user: BOT.userId,
      botId: BOT.id,
      text: text(args, 'text'),
      blocks: blocksOf(args),
      ephemeralFor: user,
    });
    return { message_ts: message.ts };
  },

  'chat.update': (args, { workspace }) => {
    const channel = writable(workspace, text(args, 'channel'));
    const message = workspace.find(channel, text(args, 'ts'));
    if (!message || message.deleted) throw new SlackFailure('message_not_found');
    if (message.botId !== BOT.id || message.ephemeralFor) throw new SlackFailure('cant_update_message');
    if (text(args, 'text').length > LIMITS.text.update) throw new SlackFailure('msg_too_long');
    const blocks = blocksOf(args);
    const metadata = metadataOf(args);
    const hasText = args['text'] !== undefined;
    workspace.change(message, {
      ...(hasText ? { text: text(args, 'text') } : {}),
      // Text alone takes the blocks away.
      ...(blocks ? { blocks } : hasText ? { blocks: [] } : {}),
      ...(metadata ? { metadata } : {}),
      ...(hasText && !blocks?.length ? { edited: true as const } : {}),
    });
    return { channel, ts: message.ts, text: message.text, message: shown(message, true) };
  },

  'chat.delete': (args, { workspace }) => {
    const channel = writable(workspace, text(args, 'channel'));
    const message = workspace.find(channel, text(args, 'ts'));
    if (!message || message.deleted) throw new SlackFailure('message_not_found');
    workspace.remove(message);
    return { channel, ts: message.ts };
  },

  'chat.getPermalink': (args, { workspace, url }) => {
    const channel = readable(workspace, text(args, 'channel'));
    const ts = text(args, 'message_ts');
    if (!workspace.find(channel, ts)) throw new SlackFailure('message_not_found');
    return { channel, permalink: `${url}/archives/${channel}/p${ts.replace('.', '')}` };
  },

  'conversations.history': (args, { workspace }) => {
    const channel = readable(workspace, text(args, 'channel'));
    const parents = workspace
      .messages(channel)
      .filter((message) => !message.ephemeralFor && (!message.threadTs || message.threadTs === message.ts));
    return page([...parents].reverse(), args, LIMITS.history);
  },

  'conversations.replies': (args, { workspace }) => {
    const channel = readable(workspace, text(args, 'channel'));
    const parent = workspace.find(channel, text(args, 'ts'));
    if (!parent) throw new SlackFailure('thread_not_found');
    const replies = workspace
      .messages(channel)
      .filter(({ threadTs, ts }) => threadTs === parent.ts && ts !== parent.ts);
    const inRange = page(replies, args, LIMITS.replies);
    return {
      ...inRange,
      messages: [shown(parent, isTrue(args, 'include_all_metadata')), ...inRange.messages],
    };
  },

  'conversations.info': (args, { workspace }) => {
    const channel = readable(workspace, text(args, 'channel'));
    return { channel: channelInfo(workspace, channel) };
  },
  'conversations.list': (_, { workspace }) => ({
    channels: [...workspace.channels.keys()].map((id) => channelInfo(workspace, id)),
    response_metadata: { next_cursor: '' },
  }),
  'conversations.join': (args, { workspace }) => {
    const channel = readable(workspace, text(args, 'channel'));
    const found = workspace.channels.get(channel);
    if (found) workspace.channels.set(channel, { ...found, botIsMember: true });
    return { channel: channelInfo(workspace, channel) };
  },

  'users.info': (args, { workspace }) => {
    const user = workspace.users.find(({ id }) => id === text(args, 'user'));
    if (!user) throw new SlackFailure('user_not_found');
    return { user: { ...user, real_name: user.realName, tz: 'Etc/UTC', tz_offset: 0, locale: 'en-US' } };
  },
  'usergroups.users.list': (args) => {
    if (text(args, 'usergroup') !== 'S01OPERATORS') throw new SlackFailure('no_such_subteam');
    return { users: ['U02BOB'] };
  },

  'views.open': (args, { workspace, triggers }) => {
    const trigger = triggers.use(text(args, 'trigger_id'));
    if ('error' in trigger) throw new SlackFailure(trigger.error);
    return { view: openView(workspace, trigger.user, objectOf(args, 'view')) };
  },
};

/** Shows a dialog to a user; `id` when it takes an older one's place. */
export function openView(
  workspace: Workspace,
  user: string,
  draft: unknown,
  id = workspace.newId('V'),
): View {
  const problems = validateView(draft);
  if (problems.length > 0)
    throw new SlackFailure('invalid_arguments', { response_metadata: { messages: problems } });
  const given = draft as Partial<View>;
  const view: View = {
    callback_id: '',
    private_metadata: '',
    submit: null,
    close: null,
    notify_on_close: false,
    clear_on_close: false,
    external_id: '',
    title: {},
    blocks: [],
    ...given,
    type: 'modal',
    id,
    hash: workspace.newTs(),
    state: { values: {} },
    root_view_id: id,
    previous_view_id: null,
    team_id: TEAM.id,
    app_id: APP_ID,
    bot_id: BOT.id,
  };
  workspace.views.set(id, { user, view });
  workspace.changes.emit('view', { user, view });
  return view;
}

/** Blocks from an argument, checked; undefined when there are none. */
export function blocksOf(args: Arguments): JsonObject[] | undefined {
  const blocks = objectOf(args, 'blocks');
  if (blocks === undefined) return undefined;
  const problems = validateBlocks(blocks, 'message');
  if (problems.length > 0)
    throw new SlackFailure('invalid_blocks', { errors: problems, response_metadata: { messages: problems } });
  if (textLength(blocks) > LIMITS.blockTextTotal) throw new SlackFailure('msg_blocks_too_long');
  return blocks as JsonObject[];
}

/** Forms carry objects as JSON text. */
function objectOf(args: Arguments, name: string): unknown {
  const value = args[name];
  if (typeof value !== 'string') return value ?? undefined;
  if (value === '') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    throw new SlackFailure(name === 'blocks' ? 'invalid_blocks_format' : 'invalid_arguments');
  }
}

function metadataOf(args: Arguments): MessageMetadata | undefined {
  const metadata = objectOf(args, 'metadata');
  if (metadata === undefined) return undefined;
  if (JSON.stringify(metadata).length > LIMITS.metadata) throw new SlackFailure('metadata_too_large');
  const { event_type, event_payload } = metadata as Partial<MessageMetadata>;
  if (typeof event_type !== 'string' || typeof event_payload !== 'object' || event_payload === null)
    throw new SlackFailure('invalid_metadata_format');
  return { event_type, event_payload };
}

/** A private channel that the bot is not in is not there, for it. */
function readable(workspace: Workspace, id: string): string {
  const channel = workspace.channels.get(id);
  if (!channel || (channel.isPrivate && !channel.botIsMember)) throw new SlackFailure('channel_not_found');
  return id;
}

function writable(workspace: Workspace, id: string): string {
  const channel = workspace.channels.get(readable(workspace, id));
  if (channel?.isArchived) throw new SlackFailure('is_archived');
  return id;
}

const channelInfo = (workspace: Workspace, id: string): JsonObject => {
  const channel = workspace.channels.get(id);
  return {
    id,
    name: channel?.name,
    is_channel: true,
    is_private: channel?.isPrivate,
    is_archived: channel?.isArchived,
    is_member: channel?.botIsMember,
  };
};

/** Without `include_all_metadata` only the metadata's type is told. */
function shown(message: Message, withMetadata: boolean): JsonObject {
  const { ts, user, text: words, botId, blocks, threadTs, replyCount, metadata } = message;
  return {
    type: 'message',
    ts,
    user,
    text: words,
    team: TEAM.id,
    ...(botId ? { bot_id: botId, app_id: APP_ID } : {}),
    ...(blocks ? { blocks } : {}),
    ...(threadTs ? { thread_ts: threadTs } : {}),
    ...(replyCount ? { reply_count: replyCount } : {}),
    ...(metadata ? { metadata: withMetadata ? metadata : { event_type: metadata.event_type } } : {}),
  };
}

function page(
  messages: readonly Message[],
  args: Arguments,
  { defaultLimit, maxLimit }: { readonly defaultLimit: number; readonly maxLimit: number },
): { messages: JsonObject[]; has_more: boolean; response_metadata: { next_cursor: string } } {
  const [oldest, latest] = [
    Number(text(args, 'oldest') || 0),
    Number(text(args, 'latest') || Number.MAX_VALUE),
  ];
  const inRange = messages.filter(({ ts }) => Number(ts) > oldest && Number(ts) < latest);
  const start = Number(text(args, 'cursor') || 0);
  const end = start + Math.min(Number(text(args, 'limit') || defaultLimit), maxLimit);
  const hasMore = end < inRange.length;
  return {
    messages: inRange
      .slice(start, end)
      .map((message) => shown(message, isTrue(args, 'include_all_metadata'))),
    has_more: hasMore,
    response_metadata: { next_cursor: hasMore ? String(end) : '' },
  };
}
