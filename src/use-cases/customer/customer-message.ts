import type { CustomerTopic } from '../../core/customer/message.js';
import { hashOfSteps } from '../../core/customer/steps.js';
import type { StoredMapping } from '../../store/store.js';
import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize } from '../authorize.js';
import { getLive, type Pair, pair } from '../domains/find.js';
import { appAt } from '../ports.js';
import { transitionPair } from '../shared/transition.js';
import { customerMessageNow } from './message-now.js';
import { type OneClickDeps, oneClickLink } from './one-click.js';

export type CustomerDeps = AuthorizeDeps & OneClickDeps;

/** What a message says: its topic, and a hash of what it asks for. */
export interface MessageContent {
  readonly topic: CustomerTopic;
  /** The language it is written in; absent until that is chosen. */
  readonly language?: string | undefined;
  /** Undefined if it asks for nothing. */
  readonly asked: string | undefined;
}

/** What the message is written from. */
export interface CustomerDraft extends Pair {
  readonly content: MessageContent;
  /** A message was sent before, and nothing has changed since. */
  readonly isFollowUp: boolean;
  /** The link with which the customer lets the DNS provider make the changes. */
  readonly link?: string | undefined;
}

/** The message for the customer of a mapping, by the primary's ID. Throws `UserError`. */
export async function draftMessage(deps: CustomerDeps, id: string, actor: Actor): Promise<CustomerDraft> {
  const found = await pair(deps, id, actor);
  const { mapping } = found.stored;
  const names = [mapping, ...(found.www ? [found.www] : [])];
  const message = customerMessageNow(deps, names);
  const { topic } = message;
  const asked = hashOfSteps(message.steps);
  const isFollowUp = asked !== undefined && mapping.customerMessage?.asked === asked;
  const link = await oneClickLink(deps, names, message);
  return { ...found, content: { topic, asked }, isFollowUp, link };
}

/** Records that the actor sent the message; they are reminded if nothing changes. Throws `UserError`. */
export async function markMessageSent(
  deps: CustomerDeps,
  id: string,
  { topic, language, asked = '' }: MessageContent,
  actor: Actor,
): Promise<StoredMapping> {
  const reach = await authorize(deps, actor, 'check', { mapping: id });
  const { mapping } = await getLive(deps.store, id, reach);
  const { reminderMs } = appAt(deps.apps, mapping)?.customer ?? {};
  const remindMs = asked === '' ? undefined : reminderMs;
  const input = { type: 'customer_message.sent', by: actor.user, topic, language, asked, remindMs } as const;
  return transitionPair(deps, id, input, actor.requestId);
}
