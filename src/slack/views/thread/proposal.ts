import type { DomainEvent, EventOf } from '../../../core/events/event.js';
import { displayName } from '../../../core/hostname.js';
import { membersOf, type ReplyThread } from '../../../outbox/chat.js';
import type { StoredMapping } from '../../../store/store.js';
import { actions, button, context, dangerButton, section } from '../../blocks/blocks.js';
import { link, Mrkdwn, mention, moment, person } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import type { Translator } from '../translator.js';
import { paramsOf } from './event-params.js';

export const APPROVE_ACTION = 'unmap-approve';
export const DECLINE_ACTION = 'unmap-decline';
/** On replies of earlier versions; today the requester withdraws in a dialog that only they see. */
export const WITHDRAW_ACTION = 'unmap-withdraw';

export type Proposed = EventOf<'unmap.proposed'>;
/** How a proposed unmapping ended. */
export type Decided = EventOf<'unmap.approved' | 'unmap.declined' | 'unmap.withdrawn' | 'unmap.expired'>;

const DECIDED = ['unmap.approved', 'unmap.declined', 'unmap.withdrawn', 'unmap.expired'] as const;

export const isProposal = (event: DomainEvent): event is Proposed => event.type === 'unmap.proposed';

export const isDecided = (event: DomainEvent): event is Decided =>
  DECIDED.some((type) => type === event.type);

/** The proposal that a decision ends. */
export const proposalOf = (events: readonly DomainEvent[], decided: Decided): Proposed | undefined =>
  events
    .slice(
      0,
      events.findIndex(({ id }) => id === decided.id),
    )
    .findLast(isProposal);

/** How a proposal ended; undefined while it is open. */
export function decisionOn(thread: ReplyThread, { id, mapping }: DomainEvent): Decided | undefined {
  const { events = [] } = membersOf(thread).find((each) => each.mapping.id === mapping) ?? {};
  const at = events.findIndex((event) => event.id === id);
  return at < 0 ? undefined : events.slice(at + 1).find(isDecided);
}

/** A direct message to somebody who may approve it, with a link to its thread. */
export function proposalView(
  { mapping, card, messages }: StoredMapping,
  event: Proposed,
  translator: Translator,
): View {
  const ts = messages[event.id] ?? card.ts ?? '';
  const text = translator.t('approvals.message', {
    ...paramsOf(event, translator),
    person: person(event.by),
    hostname: displayName(mapping.hostname),
    app: mapping.app,
    thread: link(translator.permalink(card.channel, ts, card.ts), translator.t('approvals.thread')),
  });
  return { text, blocks: [section(text)] };
}

/** An open proposal asks those who can decide, with buttons; a decided one says who did. */
export function proposalParagraph(
  sentence: string,
  { by, mapping, hostname }: Proposed,
  decided: Decided | undefined,
  translator: Translator,
): View {
  if (decided)
    return {
      text: translator.t('event.unmap.requested', { person: person(by), hostname: displayName(hostname) }),
      blocks: [context(decisionText(decided, translator))],
    };
  const approve = dangerButton(APPROVE_ACTION, translator.tPlain('unmap.approve'), mapping);
  const decline = button(DECLINE_ACTION, translator.tPlain('unmap.decline'), mapping);
  const text = [sentence, ...whoMayApprove(by, translator)].join('\n');
  return { text, blocks: [actions(approve, decline)] };
}

/** The people who can act on a proposal; nobody by name if every member can. */
function whoMayApprove(by: string, translator: Translator): string[] {
  const ids = translator.approvers.filter((id) => id !== by);
  if (ids.length === 0) return [];
  const approvers = new Mrkdwn(translator.list(ids.map((id) => mention(id).text)));
  return [translator.t('unmap.approvers', { approvers })];
}

const decisionText = ({ type, by, at }: Decided, translator: Translator): string =>
  translator.t('unmap.decision', {
    decision: type.slice('unmap.'.length),
    person: person(by),
    at: moment(at),
  });
