import type { KnownBlock } from '@slack/types';
import { isMessageKey, type MessageKey } from '../../locale/catalogue.js';
import { type DomainEvent, SYSTEM } from '../../mapping/event.js';
import { type FindingCode, findingCodes } from '../../mapping/findings/table.js';
import type { MappingRecord } from '../../store/store.js';
import { context, section } from '../blocks.js';
import { code, codeBlock, Mrkdwn, moment, person } from '../mrkdwn.js';
import type { View } from '../view.js';
import { displayName } from './display-name.js';
import { whatIs, whatToDo } from './findings.js';
import type { Params, Voice } from './voice.js';

/** The requester hears of the end of the watch; of what happens on the way only those who follow the thread. */
const FOR_THE_REQUESTER: ReadonlySet<DomainEvent['type']> = new Set([
  'domain.done',
  'dns.failed',
  'ssl.failed',
  'dns.drifted',
  'ssl.expiring',
  'closte.refused',
  'closte.remove_refused',
]);

/** One event as one reply under the card, told from the event alone. */
export function replyView({ mapping }: MappingRecord, event: DomainEvent, voice: Voice): View {
  const params = Object.fromEntries(
    Object.entries(event.details).map(([name, value]) => [name, detail(name, value, voice)]),
  );
  const finding = findingOf(event);
  const told = voice.say(`event.${event.type}`, {
    retried: false,
    ...params,
    ...(finding ? { finding: new Mrkdwn(whatIs(finding, event.details, voice)) } : {}),
    hostname: displayName(mapping.hostname),
    person: person(event.by),
  });
  const isForRequester = mapping.requestedBy !== SYSTEM && FOR_THE_REQUESTER.has(event.type);
  const text = isForRequester ? `${person(mapping.requestedBy).text} ${told}` : told;
  return { text, blocks: [section(text), ...moreOf(event, params, voice)] };
}

/** What follows the sentence: why it went wrong, or what to do about a finding. */
function moreOf(event: DomainEvent, params: Params, voice: Voice): KnownBlock[] {
  const why = whyKey(event);
  if (why !== undefined) return [context(voice.say(why, params))];
  const finding = findingOf(event);
  if (finding === undefined || !event.type.endsWith('.stuck')) return [];
  const fix = voice.say('finding.fix', { fix: new Mrkdwn(whatToDo(finding, event.details, voice)) });
  const records = String(event.details['records'] ?? '');
  return [section(records === '' ? fix : `${fix}\n${codeBlock(records.split('\n')).text}`)];
}

function findingOf({ details }: DomainEvent): FindingCode | undefined {
  const code = details['finding'];
  return findingCodes.find((each) => each === code);
}

function whyKey({ type, details }: DomainEvent): MessageKey | undefined {
  const isDns = type === 'dns.failed' || type === 'dns.drifted';
  const key = isDns ? `dns.found.${details['found']}` : `ssl.served.${details['served']}`;
  return (isDns || type === 'ssl.failed') && isMessageKey(key) ? key : undefined;
}

function detail(
  name: string,
  value: string | number | boolean,
  voice: Voice,
): string | number | boolean | Mrkdwn {
  if (name === 'afterMs' || name === 'leftMs') return voice.duration(Number(value));
  if (name === 'validTo') return moment(Number(value));
  return typeof value === 'string' ? code(value) : value;
}
