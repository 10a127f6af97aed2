import type { DomainEvent, EventType } from '../core/events/event.js';
import type { Mapping } from '../core/mapping.js';
import type { ReplyPart } from './store.js';

/** What replies, and the search for one that may have been posted, refer to besides pending events. */
const REFERRED_TO: ReadonlySet<DomainEvent['type']> = new Set<EventType>([
  'unmap.approved',
  'unmap.declined',
  'unmap.withdrawn',
  'unmap.expired',
  'card.moved',
]);

/** The part of a record that replies take: a fraction of it. */
export function replyPartOf({ version, mapping, events, outbox, card, messages }: ReplyPart): ReplyPart {
  const pending = new Set(outbox.map(({ event }) => event));
  return {
    version,
    mapping: withoutSeen(mapping),
    events: events.filter(({ id, type }) => pending.has(id) || REFERRED_TO.has(type)),
    outbox,
    card,
    messages: latestOf(messages),
  };
}

function withoutSeen({ http: _, ...mapping }: Mapping): Mapping {
  const { observation: __, ...dns } = mapping.dns;
  const { observation: ___, ...ssl } = mapping.ssl;
  return { ...mapping, dns, ssl };
}

function latestOf(messages: ReplyPart['messages']): ReplyPart['messages'] {
  let latest: readonly [event: string, ts: string] | undefined;
  for (const each of Object.entries(messages))
    if (latest === undefined || Number(each[1]) > Number(latest[1])) latest = each;
  return latest === undefined ? {} : Object.fromEntries([latest]);
}
