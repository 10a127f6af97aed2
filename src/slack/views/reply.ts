import { isMessageKey, type MessageKey } from '../../locale/catalogue.js';
import { type DomainEvent, SYSTEM } from '../../mapping/event.js';
import type { MappingRecord } from '../../store/store.js';
import { context, section } from '../blocks.js';
import { code, type Mrkdwn, moment, person } from '../mrkdwn.js';
import type { View } from '../view.js';
import { displayName } from './display-name.js';
import type { Voice } from './voice.js';

/** The requester hears of the end of the watch; of what happens on the way only those who follow the thread. */
const FOR_THE_REQUESTER: ReadonlySet<DomainEvent['type']> = new Set([
  'domain.done',
  'dns.failed',
  'ssl.failed',
  'closte.refused',
  'closte.remove_refused',
]);

/** One event as one reply under the card, told from the event alone. */
export function replyView({ mapping }: MappingRecord, event: DomainEvent, voice: Voice): View {
  const params = Object.fromEntries(
    Object.entries(event.details).map(([name, value]) => [name, detail(name, value, voice)]),
  );
  const told = voice.say(`event.${event.type}`, {
    ...params,
    hostname: displayName(mapping.hostname),
    person: person(event.by),
  });
  const isForRequester = mapping.requestedBy !== SYSTEM && FOR_THE_REQUESTER.has(event.type);
  const text = isForRequester ? `${person(mapping.requestedBy).text} ${told}` : told;
  const why = whyKey(event);
  return {
    text,
    blocks: [section(text), ...(why === undefined ? [] : [context(voice.say(why, params))])],
  };
}

function whyKey({ type, details }: DomainEvent): MessageKey | undefined {
  const key = type === 'dns.failed' ? `dns.found.${details['found']}` : `ssl.served.${details['served']}`;
  return (type === 'dns.failed' || type === 'ssl.failed') && isMessageKey(key) ? key : undefined;
}

function detail(
  name: string,
  value: string | number | boolean,
  voice: Voice,
): string | number | boolean | Mrkdwn {
  if (name === 'afterMs') return voice.duration(Number(value));
  if (name === 'validTo') return moment(Number(value));
  return typeof value === 'string' ? code(value) : value;
}
