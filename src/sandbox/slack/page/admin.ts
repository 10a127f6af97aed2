import { sendHomeEvent } from '../api/message-events.js';
import { channelEvent, joinedEvent } from '../delivery/events.js';
import type { PageChannel } from '../page-api.js';
import { BOT, directWith, type Workspace } from '../workspace.js';

/** What people do with channels and with the app itself; each step sends the app an event. */
export class Admin {
  constructor(private readonly workspace: Workspace) {}

  /** `/invite` for the bot. */
  invite(channelId: string, inviter: string): void {
    const channel = this.#change(channelId, { botIsMember: true });
    this.#send(joinedEvent(channel, BOT.userId, inviter));
  }

  /** A person joins; the app gets an event where its bot is a member. */
  join(channelId: string, user: string): void {
    const channel = this.#channel(channelId);
    if (channel.members) this.#change(channelId, { members: [...channel.members, user] });
    if (channel.botIsMember) this.#send(joinedEvent(channel, user));
  }

  /** `/remove` for the bot. */
  kick(channelId: string, by: string): void {
    const channel = this.#change(channelId, { botIsMember: false });
    this.#send({ type: channelEvent(channel, 'left'), channel: channel.id, actor_id: by });
  }

  archive(channelId: string, by: string): void {
    const channel = this.#change(channelId, { isArchived: true });
    this.#tellOf(channel, { type: channelEvent(channel, 'archive'), channel: channel.id, user: by });
  }

  unarchive(channelId: string, by: string): void {
    const channel = this.#change(channelId, { isArchived: false });
    this.#tellOf(channel, { type: channelEvent(channel, 'unarchive'), channel: channel.id, user: by });
  }

  /** Slack Connect: people of another organization read the channel. */
  share(channelId: string): void {
    this.#change(channelId, { isShared: true });
  }

  delete(channelId: string): void {
    const channel = this.#channel(channelId);
    this.workspace.channels.delete(channelId);
    this.#tellOf(channel, { type: channelEvent(channel, 'deleted'), channel: channel.id });
  }

  rename(channelId: string, name: string): void {
    const channel = this.#change(channelId, { name });
    const renamed = { id: channel.id, name, name_normalized: name, created: 1_700_000_000 };
    this.#tellOf(channel, { type: channelEvent(channel, 'rename'), channel: renamed });
  }

  /** Slack gives the channel another ID. */
  renumber(channelId: string, id: string): void {
    const channel = this.workspace.renumber(this.#channel(channelId), id);
    this.#tellOf(channel, { type: 'channel_id_changed', old_channel_id: channelId, new_channel_id: id });
  }

  /** Replies under a message are no longer taken. */
  lockThread(channelId: string, ts: string): void {
    const message = this.workspace.find(channelId, ts);
    if (message) this.workspace.change(message, { locked: true });
  }

  /** A person opens the app in Slack's side bar. */
  openHome(user: string, tab: 'home' | 'messages' = 'home'): void {
    sendHomeEvent(this.workspace, user, tab);
  }

  /** Uninstalls the app: sends its last two events, and answers no further call. */
  uninstall(): void {
    this.#send({ type: 'tokens_revoked', tokens: { oauth: [], bot: [BOT.userId] } });
    this.#send({ type: 'app_uninstalled' });
    this.workspace.settings.tokenError = 'account_inactive';
  }

  /** Revokes only the bot's token. */
  revokeToken(): void {
    this.#send({ type: 'tokens_revoked', tokens: { oauth: [], bot: [BOT.userId] } });
    this.workspace.settings.tokenError = 'token_revoked';
  }

  #channel(id: string): PageChannel {
    const channel = this.workspace.channels.get(id);
    if (!channel) throw new Error(`there is no channel ${id} in the sandbox`);
    return channel;
  }

  #change(id: string, change: Partial<PageChannel>): PageChannel {
    return this.workspace.changeChannel(this.#channel(id), change);
  }

  #tellOf(channel: PageChannel, event: Record<string, unknown>): void {
    if (channel.botIsMember || !channel.isPrivate) this.#send(event);
  }

  #send(event: Record<string, unknown>): void {
    this.workspace.happened.emit('event', event);
  }
}

/** The direct message of the bot and one person. */
export const botDirect = (user: string): string => directWith([user, BOT.userId]).id;
