import { upgradeEvent, upgradeMapping } from '../../core/events/legacy.js';
import type { Form, StoredJson } from './form.js';

const upgradedEvents = (events: unknown): unknown =>
  Array.isArray(events) ? events.map(upgradeEvent) : events;

function withSite(mapping: unknown): unknown {
  if (typeof mapping !== 'object' || mapping === null || 'site' in mapping) return mapping;
  const { requestedAt } = mapping as StoredJson;
  return { ...mapping, site: { state: 'unwatched', since: requestedAt, contradictions: 0 } };
}

function withEarlierCards(card: unknown): unknown {
  if (typeof card !== 'object' || card === null || !('replaces' in card)) return card;
  const { replaces: ts, replacedBecause: because = 'deleted', channel, ...rest } = card as StoredJson;
  return { ...rest, channel, earlier: [{ channel, ts, because }] };
}

/** The form of a mapping's record. */
export const mappingForm: Form = {
  schema: 11,
  migrations: new Map<number, (stored: StoredJson) => StoredJson>([
    // Undeliverable events are recorded from here on.
    [1, (stored) => ({ ...stored, undeliverable: [] })],
    // The standard terms: alias, domain record, www and primary, open findings, outbox.
    [
      2,
      ({ deliveries, mapping, events, ...stored }) => ({
        ...stored,
        outbox: deliveries,
        mapping: upgradeMapping(mapping),
        events: upgradedEvents(events),
      }),
    ],
    // Details of events by the standard terms: domainRecord, dnsRecords, wwwHostname; moments as numbers.
    [3, ({ events, ...stored }) => ({ ...stored, events: upgradedEvents(events) })],
    // The site axis: a Ready mapping stays Ready until a check contradicts it.
    [4, ({ mapping, ...stored }) => ({ ...stored, mapping: withSite(mapping) })],
    // The message sent to the customer is recorded from here on.
    [5, (stored) => stored],
    // Every earlier card, with its channel: a card can move.
    [6, ({ card, ...stored }) => ({ ...stored, card: withEarlierCards(card) })],
    // What the card holds by a channel's setting, and until when quiet hours hold a reply.
    [7, (stored) => stored],
    // Findings about an appended domain have names that say so.
    [
      8,
      ({ mapping, events, ...stored }) => ({
        ...stored,
        mapping: upgradeMapping(mapping),
        events: upgradedEvents(events),
      }),
    ],
    // The same term in a finding's parameters, and in what a check saw beside the hostname.
    [
      9,
      ({ mapping, events, ...stored }) => ({
        ...stored,
        mapping: upgradeMapping(mapping),
        events: upgradedEvents(events),
      }),
    ],
    // Checks can end in answers that don't arrive over TCP, chains without an end, and pages that say to come back later.
    // From here on what a check saw may have values of a newer version, so that further ones need no number.
    [10, (stored) => stored],
  ]),
};
