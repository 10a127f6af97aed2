import type { KnownBlock } from '@slack/types';
import { anyDetails, type DomainEvent, type EventOf, SYSTEM } from '../../../core/events/event.js';
import { displayName } from '../../../core/hostname.js';
import { sourceIn } from '../../../core/lifecycle/decide.js';
import { type Mapping, responsibleFor } from '../../../core/mapping.js';
import { TEAM_TYPES } from '../../../core/reporting/reporting.js';
import { isMessageKey, type MessageKey } from '../../../locale/catalogue.js';
import type { ReplyThread } from '../../../outbox/chat.js';
import { quietIn } from '../../../store/pending.js';
import { actions, button, context, dangerButton, section } from '../../blocks/blocks.js';
import { Mrkdwn, person } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import { originLines, SET_READY_ACTION, UNMAP_ACTION } from '../card/card.js';
import { canSetReady } from '../card/next-step.js';
import { chooseSiteButton } from '../card/site-choice.js';
import { CUSTOMER_ACTION } from '../customer.js';
import { fixText } from '../findings.js';
import { recordTable, storedSteps } from '../records.js';
import type { Params, Translator } from '../translator.js';
import { paramsOf } from './event-params.js';
import { eventSentence, findingOf, sentenceParams } from './event-sentence.js';
import { type EventGroup, groupEvents, pairKey } from './grouping.js';
import { decisionOn, proposalParagraph } from './proposal.js';

/** Events as one reply under the card, from the events alone: a paragraph each, or one for both names of a pair. */
export function replyView(thread: ReplyThread, events: readonly DomainEvent[], translator: Translator): View {
  const { main, www } = thread;
  const isPair = www !== undefined || main.mapping.primary !== undefined;
  const isQuiet = quietIn(main, ...(www ? [www] : []));
  const groups = groupEvents(events, (pair) => canReportAsOne(pair, translator), isQuiet);
  const paragraphs = groups.map((each) => paragraph(each, { thread, isPair, translator }));
  const said = paragraphs.map(({ text }) => text).join('\n');
  const isForTeam = groups.some((each) => isNotified(each, main.mapping.id));
  const [proposer] = events.flatMap((event) => proposerOf(event) ?? []);
  const readers = isForTeam && !main.mapping.snooze ? teamOf(main.mapping) : [];
  const mentioned = readers.length > 0 || proposer === undefined ? readers : [proposer];
  // A sentence that names its reader mentions them already.
  const missing = mentioned.map((id) => person(id).text).filter((mention) => !said.includes(mention));
  const text = [...missing, said].join(' ');
  const isForCustomer =
    events.some(({ type }) => type === 'domain.done') && main.mapping.customerMessage !== undefined;
  return {
    text,
    blocks: [
      section(text),
      ...paragraphs.flatMap(({ blocks }) => blocks),
      ...(isForCustomer ? [messageButton('customer-dialog.tell', main.mapping.id, translator)] : []),
    ],
  };
}

/** Whoever takes care of the mapping, and who wants to know, too. */
const teamOf = (mapping: Mapping): string[] =>
  [...new Set([responsibleFor(mapping), ...(mapping.followers ?? [])])].filter((id) => id !== SYSTEM);

/** A pair is announced once, under its primary name. */
const isNotified = (groups: EventGroup, primary: string): boolean =>
  groups.some(
    ({ type, mapping }) =>
      type !== 'unknown' && TEAM_TYPES.has(type) && (type !== 'domain.done' || mapping === primary),
  );

/** Whether one sentence holds for both, apart from how long each took. */
function canReportAsOne([one, other]: EventGroup, translator: Translator): boolean {
  const key = pairKey(one.type);
  if (other === undefined || key === undefined) return false;
  const same = { hostname: '', other: '', afterMs: '' };
  const [first, second] = [one, other].map((event) =>
    translator.t(key, { ...sentenceParams(event, translator), ...same }),
  );
  return first === second;
}

interface ParagraphContext {
  readonly thread: ReplyThread;
  readonly isPair: boolean;
  readonly translator: Translator;
}

function paragraph(group: EventGroup, { thread, isPair, translator }: ParagraphContext): View {
  const [event, other] = group;
  const key = pairKey(event.type);
  if (other !== undefined && key !== undefined) {
    const [, slower] = [event, other].sort((one, two) => takenMs(one) - takenMs(two));
    const [first, second] = event.mapping === thread.main.mapping.id ? [event, other] : [other, event];
    const both = { hostname: displayName(first.hostname), other: displayName(second.hostname) };
    const text = translator.t(key, { ...sentenceParams(slower ?? event, translator), ...both });
    return { text, blocks: pairBlocks(group, thread, translator) };
  }
  const sentence = eventSentence(event, translator);
  const name = displayName(event.hostname);
  const text =
    isPair && !hasName(sentence, name)
      ? translator.t('reply.of-one', { hostname: name, reported: new Mrkdwn(sentence) })
      : sentence;
  if (event.type === 'unmap.proposed')
    return proposalParagraph(text, event, decisionOn(thread, event), translator);
  return { text, blocks: moreOf(event, paramsOf(event, translator), translator) };
}

/** For a sentence about both, the longer time is true of both. */
const takenMs = (event: DomainEvent): number => Number(anyDetails(event)['afterMs'] ?? 0);

/** Whether a sentence has the name already, and not as a part of a longer one. */
const hasName = (sentence: string, name: string): boolean =>
  sentence.split(name).some((before, at, parts) => at < parts.length - 1 && !/[\w.-]$/.test(before));

/** What follows a sentence about both, without repetition. */
function pairBlocks(group: EventGroup, { main }: ReplyThread, translator: Translator): KnownBlock[] {
  // One domain record routes both names: what to do about it is done for the primary.
  const isOnce = group[0].type === 'site.unrouted';
  const shown = isOnce ? group.filter(({ mapping }) => mapping === main.mapping.id) : group;
  const blocks = shown.flatMap((event) => moreOf(event, paramsOf(event, translator), translator));
  const seen = new Set<string>();
  return blocks.filter((block) => {
    const text = JSON.stringify(block);
    return !seen.has(text) && seen.add(text);
  });
}

/** Whoever proposed an unmapping learns how it ended. */
function proposerOf(event: DomainEvent): string | undefined {
  if (event.type !== 'unmap.declined' && event.type !== 'unmap.expired') return undefined;
  const { requester } = event.details;
  return requester === event.by ? undefined : requester;
}

/** What follows the sentence: why it failed, or what to do about a finding. */
function moreOf(event: DomainEvent, params: Params, translator: Translator): KnownBlock[] {
  const why = whyKey(event);
  if (why !== undefined) return [context(translator.t(why, params))];
  if (event.type === 'domain.requested') return originBlocks(event, translator);
  if (event.type === 'error.logged') return logBlocks(event, params, translator);
  if (event.type === 'domain_record.renamed' && !event.details.remove)
    return [leftBehindButton(event.mapping, translator)];
  if (event.type === 'site.unrouted') return unroutedBlocks(event, params, translator);
  if (event.type === 'customer_message.unanswered')
    return [messageButton('customer-dialog.follow-up', event.mapping, translator)];
  return event.type === 'dns.stuck' || event.type === 'ssl.stuck' ? fixBlocks(event, translator) : [];
}

function originBlocks({ details }: EventOf<'domain.requested'>, translator: Translator): KnownBlock[] {
  const lines = originLines({ note: details.note, source: sourceIn(details) }, translator);
  return lines.length === 0 ? [] : [context(...lines)];
}

function fixBlocks(event: EventOf<'dns.stuck' | 'ssl.stuck'>, translator: Translator): KnownBlock[] {
  const finding = findingOf(event);
  if (finding === undefined) return [];
  const fix = fixText(finding, anyDetails(event), translator);
  const steps = storedSteps(event.details.dnsRecords);
  return [section(steps.length === 0 ? fix : `${fix}\n${recordTable(steps, translator)}`)];
}

function logBlocks(
  { details }: EventOf<'error.logged'>,
  params: Params,
  translator: Translator,
): KnownBlock[] {
  const reason = `log.${details.reason}`;
  return [
    ...(isMessageKey(reason) ? [context(translator.t(reason))] : []),
    ...(details.loggedAt !== undefined
      ? [context(translator.t('log.at', { at: params['loggedAt'] ?? '' }))]
      : []),
  ];
}

/** The reason, and a button that fixes it if Ultimate Multisite has the domain. */
function unroutedBlocks(
  { details, mapping }: EventOf<'site.unrouted'>,
  params: Params,
  translator: Translator,
): KnownBlock[] {
  const { reason } = details;
  const key = `site.why.${reason}`;
  return [
    ...(isMessageKey(key) ? [context(translator.t(key, params))] : []),
    ...(canSetReady(reason)
      ? [actions(button(SET_READY_ACTION, translator.tPlain('card.set-ready'), mapping))]
      : []),
    ...(reason === 'no-record' ? [actions(chooseSiteButton(mapping, translator))] : []),
  ];
}

const messageButton = (
  label: 'customer-dialog.follow-up' | 'customer-dialog.tell',
  mapping: string,
  translator: Translator,
): KnownBlock => actions(button(CUSTOMER_ACTION, translator.tPlain(label), mapping));

const leftBehindButton = (mapping: string, translator: Translator): KnownBlock =>
  actions(dangerButton(UNMAP_ACTION, translator.tPlain('card.unmap'), mapping));

function whyKey(event: DomainEvent): MessageKey | undefined {
  const key = whyIn(event);
  return isMessageKey(key) ? key : undefined;
}

function whyIn(event: DomainEvent): string {
  switch (event.type) {
    case 'dns.failed':
    case 'dns.drifted':
      return `dns.found.${event.details.found}`;
    case 'ssl.failed':
      return `ssl.served.${event.details.served}`;
    default:
      return '';
  }
}
