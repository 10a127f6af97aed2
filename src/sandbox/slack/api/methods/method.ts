import type { JsonObject, Message, PageChannel } from '../../page-api.js';
import { SlackFailure } from '../../rules/request-error.js';
import type { Workspace } from '../../workspace.js';
import type { Arguments } from '../arguments.js';
import { textOf } from '../arguments.js';
import type { Files } from '../files.js';
import type { Triggers } from '../triggers.js';

export interface MethodContext {
  readonly workspace: Workspace;
  readonly triggers: Triggers;
  /** The sandbox's own address, without a slash at its end. */
  readonly url: string;
  /** What the bot token may do. */
  readonly scopes: ReadonlySet<string>;
  readonly files: Files;
  readonly now: () => number;
  /** A fresh WebSocket address for Socket Mode. */
  readonly openSocket: () => string;
}

export interface Method {
  /** Throws `SlackFailure`. */
  readonly run: (args: Arguments, context: MethodContext) => JsonObject;
  /** The scope without which Slack answers `missing_scope`, unless it depends on the channel. */
  readonly scope?: string;
  /** The bot's token unless given. */
  readonly token?: 'app';
}

export function requireScope(scopes: ReadonlySet<string>, needed: string): void {
  if (!scopes.has(needed))
    throw new SlackFailure('missing_scope', { needed, provided: [...scopes].join(',') });
}

/** A direct message of two. */
export const isDirectChannel = ({ id }: PageChannel): boolean => id.startsWith('D');

/** The scope for a kind of channel: `channels:history`, `groups:history`, `im:history`, `mpim:history`. */
export function channelScope(channel: PageChannel, right: 'read' | 'history'): string {
  const { isPrivate, isGroupDirect } = channel;
  if (isDirectChannel(channel)) return `im:${right}`;
  if (isGroupDirect) return `mpim:${right}`;
  return `${isPrivate ? 'groups' : 'channels'}:${right}`;
}

/** A private channel that the bot isn't in doesn't exist for it. */
export function visibleChannel(workspace: Workspace, args: Arguments, name = 'channel'): PageChannel {
  const wanted = textOf(args, name);
  const channel =
    workspace.channels.get(wanted) ??
    [...workspace.channels.values()].find((each) => wanted === `#${each.name}` || wanted === each.name);
  if (!channel || (channel.isPrivate && !channel.botIsMember)) throw new SlackFailure('channel_not_found');
  return channel;
}

/** A message that the Web API knows: ephemeral ones are not kept. */
export function keptMessage(workspace: Workspace, channel: string, ts: string): Message | undefined {
  const message = workspace.find(channel, ts);
  return message?.ephemeralFor === undefined ? message : undefined;
}
