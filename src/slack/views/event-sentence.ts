import { type DomainEvent, SYSTEM } from '../../mapping/event.js';
import { type FindingCode, findingCodes } from '../../mapping/findings/table.js';
import { code, Mrkdwn, moment, person } from '../mrkdwn.js';
import { displayName } from './display-name.js';
import { whatIs } from './findings.js';
import type { Params, Voice } from './voice.js';

/** What happened, in one sentence, from the event alone. */
export function eventSentence(event: DomainEvent, voice: Voice): string {
  const finding = findingOf(event);
  return voice.say(`event.${event.type}`, {
    retried: false,
    again: 0,
    isSystem: event.by === SYSTEM,
    ...paramsOf(event, voice),
    ...(finding ? { finding: new Mrkdwn(whatIs(finding, event.details, voice)) } : {}),
    hostname: displayName(event.hostname),
    person: person(event.by),
  });
}

/** The finding that an event is about, if any. */
export function findingOf({ details }: DomainEvent): FindingCode | undefined {
  const finding = details['finding'];
  return findingCodes.find((each) => each === finding);
}

/** The event's details, each made ready for a sentence. */
export const paramsOf = (event: DomainEvent, voice: Voice): Params =>
  Object.fromEntries(
    Object.entries(event.details).map(([name, value]) => [name, detail(name, value, voice)]),
  );

const DURATIONS: ReadonlySet<string> = new Set(['afterMs', 'leftMs', 'fromMs', 'toMs']);

function detail(
  name: string,
  value: string | number | boolean,
  voice: Voice,
): string | number | boolean | Mrkdwn {
  if (DURATIONS.has(name)) return voice.duration(Number(value));
  if (name === 'validTo' || name === 'validFrom' || name === 'until' || name === 'loggedAt')
    return dated(value);
  if (name === 'wish') return value;
  return typeof value === 'string' ? code(value) : value;
}

/** Certificate findings of earlier versions hold a day as text where later ones hold epoch milliseconds. */
function dated(value: string | number | boolean): Mrkdwn {
  const ms = typeof value === 'string' && !/^\d+$/.test(value) ? Date.parse(value) : Number(value);
  return Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? moment(ms) : code(String(value));
}
