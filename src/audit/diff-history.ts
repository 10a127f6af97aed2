import { type DomainEvent, eventName } from '../core/events/event.js';
import { chainBreaks, hashOf } from '../core/events/event-chain.js';
import { messagePlace } from '../store/cards.js';
import type { StoredMapping } from '../store/store.js';
import { groupBy } from '../util/collections.js';
import type { PostedMessage } from './history-reader.js';
import type { OutOfReach } from './horizon.js';

/**
 * `missing`: stored as posted, but there never was a message. `deleted`: the message was deleted. `edited`:
 * somebody changed a reply's text. `altered`: the message differs from the store. `duplicated`: posted twice.
 * `foreign`: another app's message that claims to be ours. `unknown`: a message of ours that the store
 * doesn't know. `broken`: the event doesn't follow the one before it. `out-of-order`: posted before an
 * earlier event.
 */
export const differenceKinds = [
  'missing',
  'deleted',
  'edited',
  'altered',
  'duplicated',
  'foreign',
  'unknown',
  'broken',
  'out-of-order',
] as const;

/** One difference between the store and the channel history. */
export interface Difference {
  readonly kind: (typeof differenceKinds)[number];
  readonly hostname: string;
  readonly channel: string;
  /** The event's id and type, if known. */
  readonly event?: string | undefined;
  readonly type?: string | undefined;
  /** The message, if there is or was one. */
  readonly ts?: string | undefined;
}

/**
 * Compares in both directions: each posted event with its message, each message with its event. Leaves out
 * what happened after `readAt` (epoch ms, when reading began) and what Slack hides.
 */
export function diffHistory(
  storedMappings: readonly StoredMapping[],
  messages: readonly PostedMessage[],
  readAt: number,
  isHidden: OutOfReach = () => false,
): Difference[] {
  const ours = messages.filter(({ isOurs, event }) => isOurs && event);
  const idOf = ({ event }: PostedMessage) => event?.id ?? '';
  const reported = groupBy(
    ours.filter(({ isHeld }) => !isHeld),
    idOf,
  );
  const held = groupBy(
    ours.filter(({ isHeld }) => isHeld),
    idOf,
  );
  const byTs = new Map(messages.map((message) => [placeOfDifference(message.channel, message.ts), message]));
  const stored = storedMappings.flatMap(({ events }) => events);
  const known = new Set(stored.map(({ id }) => id));
  const compacted = new Set(
    storedMappings.filter((stored) => stored.compacted > 0).map(({ mapping }) => mapping.id),
  );
  const read = messages.flatMap(({ event }) => event ?? []);
  const linked = new Set([...stored, ...read].map(({ previous }) => previous));
  /** The store dropped the event, and the events after it still confirm it. */
  const isCompacted = (event: DomainEvent) => compacted.has(event.mapping) && linked.has(hashOf(event));
  return [
    ...storedMappings.flatMap((stored) => [
      ...brokenLinks(stored),
      ...stored.events.flatMap((event) => {
        const ts = stored.messages[event.id];
        const found = reported.get(event.id) ?? [];
        if (found.length === 0 && ts !== undefined && isHidden(stored, ts)) return [];
        const isAltered = held.get(event.id)?.some((message) => isOther(message, event));
        return [
          ...(isAltered ? [alteredOnCard(stored, event)] : []),
          ...ofEvent(stored, event, found, byTs, readAt),
        ];
      }),
      ...outOfOrder(stored, reported),
    ]),
    ...messages.flatMap((message) => ofMessage(message, known, isCompacted, readAt)),
  ];
}

const placeOfDifference = (channel: string, ts: string): string => `${channel} ${ts}`;

function ofEvent(
  { outbox, messages, card, mapping }: StoredMapping,
  event: DomainEvent,
  found: readonly PostedMessage[],
  byTs: ReadonlyMap<string, PostedMessage>,
  readAt: number,
): Difference[] {
  const ts = messages[event.id];
  const { channel } = (ts === undefined ? undefined : messagePlace(card, ts)) ?? card;
  const difference = (kind: Difference['kind'], at: string | undefined): Difference => ({
    kind,
    hostname: mapping.hostname,
    channel,
    event: event.id,
    type: eventName(event),
    ts: at,
  });
  if (outbox.some((item) => item.event === event.id)) return [];
  if (event.at >= readAt || (ts !== undefined && Number(ts) * 1_000 >= readAt)) return [];
  const earlier = new Set(card.earlier?.map((each) => placeOfDifference(each.channel, each.ts)));
  // Every card carries the first event.
  const present = found.filter((message) => !earlier.has(placeOfDifference(message.channel, message.ts)));
  const [first] = found;
  if (!first) {
    if (ts === undefined) return [difference('missing', undefined)];
    return [difference(byTs.has(placeOfDifference(channel, ts)) ? 'altered' : 'deleted', ts)];
  }
  return [
    ...(present.length > 1 ? [difference('duplicated', present[1]?.ts)] : []),
    ...found.flatMap((message) => {
      if (isOther(message, event)) return [difference('altered', message.ts)];
      return message.isReply && message.isEdited ? [difference('edited', message.ts)] : [];
    }),
  ];
}

const isOther = (message: PostedMessage, event: DomainEvent): boolean =>
  hashOf(withDetailsOf(event, message)) !== hashOf(event);

/** The card's metadata holds another form of an event that waits for a reply. */
const alteredOnCard = ({ mapping, card }: StoredMapping, event: DomainEvent): Difference => ({
  kind: 'altered',
  hostname: mapping.hostname,
  channel: card.channel,
  event: event.id,
  type: eventName(event),
  ts: card.ts,
});

/** A message without details (Slack refused them) must match in everything else. */
const withDetailsOf = (
  event: DomainEvent,
  { event: reported = event, isReduced }: PostedMessage,
): DomainEvent =>
  isReduced && reported.type === event.type
    ? ({ ...reported, details: event.details, writtenAs: event.writtenAs } as DomainEvent)
    : reported;

const brokenLinks = ({ mapping, card, ...history }: StoredMapping): Difference[] =>
  chainBreaks({ ...history, lastHash: mapping.lastHash }).map((event) => ({
    kind: 'broken',
    hostname: mapping.hostname,
    channel: card.channel,
    event: event.id,
    type: eventName(event),
  }));

function outOfOrder(
  { events, mapping }: StoredMapping,
  reported: ReadonlyMap<string, readonly PostedMessage[]>,
): Difference[] {
  let newest = 0;
  return events.slice(1).flatMap((event) => {
    const { id } = event;
    const message = reported.get(id)?.[0];
    if (!message) return [];
    const time = Number(message.ts);
    const isLate = time >= newest;
    newest = Math.max(newest, time);
    const { channel, ts } = message;
    return isLate
      ? []
      : [
          {
            kind: 'out-of-order' as const,
            hostname: mapping.hostname,
            channel,
            event: id,
            type: eventName(event),
            ts,
          },
        ];
  });
}

function ofMessage(
  { channel, ts, isOurs, event }: PostedMessage,
  known: ReadonlySet<string>,
  isCompacted: (event: DomainEvent) => boolean,
  readAt: number,
): Difference[] {
  if (!event || event.at >= readAt) return [];
  const { hostname, id } = event;
  const type = eventName(event);
  if (!isOurs) return [{ kind: 'foreign', hostname, channel, event: id, type, ts }];
  if (known.has(id) || isCompacted(event)) return [];
  return [{ kind: 'unknown', hostname, channel, event: id, type, ts }];
}

const DIFFERENCE_WORDS: Readonly<Record<Difference['kind'], string>> = {
  missing: 'was never posted in the channel',
  deleted: 'had a message, which was deleted',
  edited: 'has a message that was edited',
  altered: 'has a message that says something else',
  duplicated: 'was posted twice',
  foreign: 'is claimed by a message of another app',
  unknown: 'is in the channel, but not in the store',
  broken: 'does not follow the event before it',
  'out-of-order': 'was posted after a later event',
};

/** One line for a terminal or a text file. */
export function describeDifference({ kind, hostname, channel, type, event, ts }: Difference): string {
  const message = ts === undefined ? '' : ` message ${ts}`;
  return `${kind}: ${hostname} ${type ?? ''} ${DIFFERENCE_WORDS[kind]} (${channel}${message}, event ${event ?? '?'})`;
}
