import { EventEmitter } from 'node:events';
import type {
  JsonObject,
  Message,
  MessageMetadata,
  PageChannel,
  PageCommand,
  PageEvents,
  PageUser,
  PageView,
} from './page-api.js';
import { defaultSettings } from './settings.js';

export const TEAM = { id: 'T0SANDBOX', name: 'Sandbox', domain: 'sandbox' } as const;
export const SLACK_APP_ID = 'A0SANDBOX';
export const BOT = { id: 'B0DOMAINS', userId: 'U0DOMAINS', name: 'closte-domains' } as const;
export const SLACKBOT = 'USLACKBOT';

/** As the app's manifest declares them. */
export const COMMANDS: readonly PageCommand[] = [
  {
    command: '/domain',
    description: 'Map a customer’s domain on Closte and follow it',
    usageHint: 'map shop.example.com | status | list | help',
  },
];

/** Users by group, as role settings name them. */
export interface UserGroup {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly users: readonly string[];
}

const USER_GROUPS: readonly UserGroup[] = [
  { id: 'S01OPERATORS', handle: 'operators', name: 'Operators', users: ['U02BOB'] },
  { id: 'S02ADMINS', handle: 'admins', name: 'Admins', users: ['U01ALICE'] },
];

const MAX_MESSAGES_PER_CHANNEL = 50_000;

export interface NewMessage {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly botId?: string | undefined;
  readonly blocks?: JsonObject[] | undefined;
  readonly threadTs?: string | undefined;
  readonly broadcast?: true | undefined;
  readonly metadata?: MessageMetadata | undefined;
  readonly ephemeralFor?: string | undefined;
  readonly files?: Message['files'] | undefined;
}

const USERS: readonly PageUser[] = [
  { id: 'U01ALICE', name: 'alice', realName: 'Alice Agent' },
  { id: 'U02BOB', name: 'bob', realName: 'Bob Builder' },
  { id: 'U03CAROL', name: 'carol', realName: 'Carol Support' },
  { id: 'U04GIL', name: 'gil', realName: 'Gil Guest', guest: 'multi-channel' },
  { id: 'U05OLGA', name: 'olga', realName: 'Olga Outside', teamId: 'T1OUTSIDE' },
];

const channelIn = (id: string, name: string, topic: string, is: Partial<PageChannel> = {}): PageChannel => ({
  id,
  name,
  topic,
  isArchived: false,
  isPrivate: false,
  botIsMember: false,
  ...is,
});

const CHANNELS: readonly PageChannel[] = [
  channelIn('C01DOMAINS', 'domains', 'Customers’ domains on Closte', { botIsMember: true }),
  channelIn('C02GENERAL', 'general', 'Everything else'),
  channelIn('C03OPS', 'private-ops', 'Invitation only', { isPrivate: true }),
  channelIn('C04ARCHIVE', 'archive', 'Closed', { isArchived: true, botIsMember: true }),
];

/** What a workspace knows: people, channels, messages, dialogs. Emits each change under the page's event names. */
export class Workspace {
  readonly settings = defaultSettings();
  readonly users: PageUser[] = [...USERS];
  readonly userGroups = new Map(USER_GROUPS.map((group) => [group.id, group]));
  readonly channels = new Map(CHANNELS.map((each) => [each.id, { ...each }]));
  readonly views = new Map<string, { readonly user: string; view: PageView }>();
  /** What each person sees on the app's Home tab. */
  readonly homes = new Map<string, JsonObject>();
  /** What the app may have subscribed to. */
  readonly happened = new EventEmitter<{ event: [JsonObject] }>();
  readonly changes = new EventEmitter<{ [Name in keyof PageEvents]: [PageEvents[Name]] }>();
  readonly #messages = new Map<string, Map<string, Message>>();
  #lastMicros = 0;
  #lastId = 0;

  constructor(private readonly now: () => number) {
    this.changes.setMaxListeners(100);
  }

  /** The direct message of two people, or the group of more; the same one each time. */
  openDirect(users: readonly string[]): PageChannel {
    const direct = directWith(users, this.users);
    const open = this.channels.get(direct.id);
    return open ?? this.changeChannel(direct, {});
  }

  changeChannel(channel: PageChannel, change: Partial<PageChannel>): PageChannel {
    const changed = { ...channel, ...change };
    this.channels.set(channel.id, changed);
    this.changes.emit('channel', changed);
    return changed;
  }

  /** The channel goes on under another ID, with its messages, as when a workspace joins an Enterprise organization. */
  renumber(channel: PageChannel, id: string): PageChannel {
    const messages = this.#in(channel.id);
    for (const message of messages.values()) Object.assign(message, { channel: id });
    this.channels.delete(channel.id);
    this.#messages.delete(channel.id);
    this.#messages.set(id, messages);
    return this.changeChannel({ ...channel, id }, {});
  }

  /** False if nobody has that ID. */
  changeUser(id: string, change: Partial<PageUser>): boolean {
    const at = this.users.findIndex((user) => user.id === id);
    const user = this.users[at];
    if (!user) return false;
    const changed = { ...user, ...change };
    this.users[at] = changed;
    this.changes.emit('user', changed);
    return true;
  }

  /** May this person see the channel? A guest only where they were invited. */
  isIn(user: PageUser, channel: PageChannel): boolean {
    if (channel.members && !channel.members.includes(user.id)) return false;
    return user.channels === undefined || user.channels.includes(channel.id) || channel.members !== undefined;
  }

  /** A message id: seconds and microseconds, never twice. */
  newTs(): string {
    this.#lastMicros = Math.max(this.#lastMicros + 1, Math.floor(this.now()) * 1000);
    return `${Math.floor(this.#lastMicros / 1e6)}.${String(this.#lastMicros % 1e6).padStart(6, '0')}`;
  }

  newId(prefix: string): string {
    return `${prefix}${(++this.#lastId).toString(36).toUpperCase().padStart(8, '0')}`;
  }

  /** Oldest first, with replies and ephemeral messages. */
  messages(channelId: string): readonly Message[] {
    return [...this.#in(channelId).values()];
  }

  find(channelId: string, ts: string): Message | undefined {
    return this.#in(channelId).get(ts);
  }

  post(draft: NewMessage): Message {
    const { channel: channelId, threadTs, ephemeralFor } = draft;
    const message = this.#compose(draft);
    const all = this.#in(channelId);
    all.set(message.ts, message);
    const [oldest] = all.keys();
    if (all.size > MAX_MESSAGES_PER_CHANNEL && oldest !== undefined) all.delete(oldest);
    this.changes.emit('message', message);
    const parent = threadTs === undefined ? undefined : this.find(channelId, threadTs);
    if (parent && ephemeralFor === undefined)
      this.change(parent, { threadTs: parent.ts, replyCount: (parent.replyCount ?? 0) + 1 });
    return message;
  }

  /** An empty list of blocks removes the message's blocks. */
  change(message: Message, change: Partial<Message>): void {
    Object.assign(message, change);
    if (change.blocks?.length === 0) delete message.blocks;
    else if (change.blocks) message.blocks = this.named(change.blocks);
    this.changes.emit('message', message);
  }

  /** Removes a message; a parent with replies leaves a tombstone. */
  remove(message: Message): void {
    if (message.replyCount) {
      delete message.metadata;
      return this.change(message, { deleted: true, text: 'This message was deleted.', blocks: [] });
    }
    this.#in(message.channel).delete(message.ts);
    this.changes.emit('deleted', { channel: message.channel, ts: message.ts });
    const parent = message.threadTs === undefined ? undefined : this.find(message.channel, message.threadTs);
    if (parent && message.ephemeralFor === undefined)
      this.change(parent, { replyCount: (parent.replyCount ?? 1) - 1 });
  }

  /** Blocks, and buttons in rows, without an id get one, as in Slack. */
  named(blocks: readonly JsonObject[]): JsonObject[] {
    return blocks.map((block) => ({
      ...block,
      block_id: block['block_id'] ?? this.newId('b'),
      ...(block['type'] === 'actions' && Array.isArray(block['elements'])
        ? { elements: block['elements'].map((element: JsonObject) => this.#withActionId(element)) }
        : {}),
    }));
  }

  #withActionId(element: JsonObject): JsonObject {
    return { ...element, action_id: element['action_id'] ?? this.newId('a') };
  }

  #in(channelId: string): Map<string, Message> {
    const all = this.#messages.get(channelId) ?? new Map<string, Message>();
    if (this.channels.has(channelId)) this.#messages.set(channelId, all);
    return all;
  }

  #compose({ channel: channelId, user, text, ...rest }: NewMessage): Message {
    const { botId, blocks, threadTs, broadcast, metadata, ephemeralFor, files } = rest;
    return {
      ts: this.newTs(),
      channel: channelId,
      user,
      text,
      ...(botId === undefined ? {} : { botId }),
      ...(blocks?.length ? { blocks: this.named(blocks) } : {}),
      ...(threadTs === undefined ? {} : { threadTs }),
      ...(broadcast ? { broadcast } : {}),
      ...(metadata === undefined || ephemeralFor !== undefined ? {} : { metadata }),
      ...(ephemeralFor === undefined ? {} : { ephemeralFor }),
      ...(files === undefined ? {} : { files }),
    };
  }
}

/** A direct message's ID and name follow from its members; no name contains the bot's. */
export function directWith(users: readonly string[], known: readonly PageUser[] = []): PageChannel {
  const people = users.filter((id) => id !== BOT.userId).sort();
  const names = people.map((id) => known.find((user) => user.id === id)?.name ?? id);
  const isGroup = users.length > 2;
  const botIsMember = people.length < users.length;
  const one = botIsMember ? people.join('').slice(1) : `X${people.map((id) => id.slice(1)).join('')}`;
  return {
    id: isGroup ? `G${one}` : `D${one}`,
    name: isGroup ? `mpdm-${names.join('--')}-1` : names.join(', '),
    topic: isGroup ? 'Group direct message' : 'Direct message',
    isArchived: false,
    isPrivate: true,
    botIsMember,
    members: people,
    ...(isGroup ? { isGroupDirect: true as const } : {}),
  };
}
