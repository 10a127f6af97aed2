import { EventEmitter } from 'node:events';
import type {
  JsonObject,
  Message,
  MessageMetadata,
  PageChannel,
  PageEvents,
  PageUser,
  View,
} from './page-api.js';

export const TEAM = { id: 'T0SANDBOX', name: 'Sandbox', domain: 'sandbox' } as const;
export const APP_ID = 'A0SANDBOX';
export const BOT = { id: 'B0DOMAINS', userId: 'U0DOMAINS', name: 'closte-domains' } as const;

export interface NewMessage {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly botId?: string | undefined;
  readonly blocks?: JsonObject[] | undefined;
  readonly threadTs?: string | undefined;
  readonly metadata?: MessageMetadata | undefined;
  readonly ephemeralFor?: string | undefined;
}

const USERS: readonly PageUser[] = [
  { id: 'U01ALICE', name: 'alice', realName: 'Alice Agent' },
  { id: 'U02BOB', name: 'bob', realName: 'Bob Builder' },
  { id: 'U03CAROL', name: 'carol', realName: 'Carol Support' },
];

const channel = (id: string, name: string, topic: string, is: Partial<PageChannel> = {}): PageChannel => ({
  id,
  name,
  topic,
  isArchived: false,
  isPrivate: false,
  botIsMember: false,
  ...is,
});

const CHANNELS: readonly PageChannel[] = [
  channel('C01DOMAINS', 'domains', 'Customers’ domains on Closte', { botIsMember: true }),
  channel('C02GENERAL', 'general', 'Everything else'),
  channel('C03OPS', 'private-ops', 'Invitation only', { isPrivate: true }),
  channel('C04ARCHIVE', 'archive', 'Closed', { isArchived: true, botIsMember: true }),
];

/** What a workspace knows: people, channels, messages, dialogs. Tells of each change under the page's event names. */
export class Workspace {
  readonly users = USERS;
  readonly channels = new Map(CHANNELS.map((each) => [each.id, { ...each }]));
  readonly views = new Map<string, { readonly user: string; view: View }>();
  readonly changes = new EventEmitter<{ [Name in keyof PageEvents]: [PageEvents[Name]] }>();
  readonly #messages = new Map<string, Message[]>(CHANNELS.map(({ id }) => [id, []]));
  #lastMicros = 0;
  #lastId = 0;

  constructor(private readonly now: () => number) {
    this.changes.setMaxListeners(100);
  }

  /** A message id: seconds and microseconds, never twice. */
  newTs(): string {
    this.#lastMicros = Math.max(this.#lastMicros + 1, this.now() * 1000);
    return `${Math.floor(this.#lastMicros / 1e6)}.${String(this.#lastMicros % 1e6).padStart(6, '0')}`;
  }

  newId(prefix: string): string {
    return `${prefix}${(++this.#lastId).toString(36).toUpperCase().padStart(8, '0')}`;
  }

  messages(channelId: string): readonly Message[] {
    return this.#messages.get(channelId) ?? [];
  }

  find(channelId: string, ts: string): Message | undefined {
    return this.#messages.get(channelId)?.find((message) => message.ts === ts);
  }

  post({
    channel: channelId,
    user,
    text,
    botId,
    blocks,
    threadTs,
    metadata,
    ephemeralFor,
  }: NewMessage): Message {
    const message: Message = {
      ts: this.newTs(),
      channel: channelId,
      user,
      text,
      ...(botId === undefined ? {} : { botId }),
      ...(blocks === undefined ? {} : { blocks: this.#named(blocks) }),
      ...(threadTs === undefined ? {} : { threadTs }),
      ...(metadata === undefined || ephemeralFor !== undefined ? {} : { metadata }),
      ...(ephemeralFor === undefined ? {} : { ephemeralFor }),
    };
    this.#messages.get(channelId)?.push(message);
    this.changes.emit('message', message);
    const parent = threadTs === undefined ? undefined : this.find(channelId, threadTs);
    if (parent) this.change(parent, { threadTs: parent.ts, replyCount: (parent.replyCount ?? 0) + 1 });
    return message;
  }

  change(message: Message, change: Partial<Message>): void {
    Object.assign(message, change);
    if (change.blocks) message.blocks = this.#named(change.blocks);
    this.changes.emit('message', message);
  }

  remove(message: Message): void {
    const all = this.#messages.get(message.channel) ?? [];
    if (message.replyCount)
      return this.change(message, { deleted: true, text: 'This message was deleted.', blocks: [] });
    all.splice(all.indexOf(message), 1);
    this.changes.emit('deleted', { channel: message.channel, ts: message.ts });
  }

  /** Blocks and buttons without an id get one, as in Slack. */
  #named(blocks: readonly JsonObject[]): JsonObject[] {
    return blocks.map((block) => ({ ...block, block_id: block['block_id'] ?? this.newId('b') }));
  }
}
