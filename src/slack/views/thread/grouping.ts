import type { DomainEvent, EventType } from '../../../core/events/event.js';
import { isMessageKey, type MessageKey } from '../../../locale/catalogue.js';

/** Events that one paragraph of a reply reports: one, or the same step of both names on the card. */
export type EventGroup = readonly [DomainEvent] | readonly [DomainEvent, DomainEvent];

/** Events that a later one of the same mapping makes superfluous. */
const SUPERSEDED_BY: Partial<Readonly<Record<DomainEvent['type'], readonly EventType[]>>> = {
  'dns.cleared': ['dns.published', 'dns.restored', 'domain.done'],
  'dns.published': ['domain.done'],
  'ssl.cleared': ['ssl.issued', 'ssl.renewed', 'domain.done'],
  'ssl.issued': ['domain.done'],
  'site.routed': ['domain.done'],
};

/** The events of a reply that its text reports: quiet ones only if there are no others. */
export function groupEvents(
  events: readonly DomainEvent[],
  canMerge: (groups: EventGroup) => boolean,
  isQuiet: (event: DomainEvent) => boolean,
): EventGroup[] {
  const loud = events.filter((event) => !isQuiet(event));
  const said = loud.length > 0 ? loud.filter((event) => !isSuperseded(event, loud)) : events;
  const groups: EventGroup[] = [];
  const done = new Set<DomainEvent>();
  for (const event of said) {
    if (done.has(event)) continue;
    const other = said.find(
      (each) => !done.has(each) && each.mapping !== event.mapping && each.type === event.type,
    );
    const isOne = other !== undefined && canMerge([event, other]);
    groups.push(isOne ? [event, other] : [event]);
    done.add(event);
    if (isOne) done.add(other);
  }
  return groups;
}

function isSuperseded(event: DomainEvent, others: readonly DomainEvent[]): boolean {
  const by: readonly string[] = SUPERSEDED_BY[event.type] ?? [];
  return others.some(({ mapping, type }) => mapping === event.mapping && by.includes(type));
}

/** The sentence about both names of a pair; undefined if each needs its own. */
export function pairKey(type: DomainEvent['type']): MessageKey | undefined {
  const key = `pair.${type}`;
  return isMessageKey(key) ? key : undefined;
}
