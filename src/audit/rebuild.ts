import type { DomainEvent } from '../core/events/event.js';
import { hashOf } from '../core/events/event-chain.js';
import type { Policy } from '../core/lifecycle/policy.js';
import { replay } from '../core/lifecycle/replay.js';
import { paramsReported } from '../core/lifecycle/replay-seen.js';
import type { Mapping, OpenFinding } from '../core/mapping.js';
import { withCardMoved } from '../store/cards.js';
import type { EarlierCard, StoredMapping } from '../store/store.js';
import { groupBy } from '../util/collections.js';
import type { PostedMessage } from './history-reader.js';

export interface Rebuilt {
  readonly storedMappings: readonly Omit<StoredMapping, 'version'>[];
  /** Hostnames whose first event is missing because somebody deleted the card. */
  readonly lost: readonly string[];
}

/** Rebuilds the store's records from the metadata of the messages. */
export function rebuildMappings(messages: readonly PostedMessage[], policy: Policy): Rebuilt {
  const ours = messages.filter(({ isOurs, event }) => isOurs && event);
  const byMapping = groupBy(ours, ({ event }) => event?.mapping ?? '');
  const storedMappings: Omit<StoredMapping, 'version'>[] = [];
  const lost: string[] = [];
  for (const reported of byMapping.values()) {
    const stored = rebuiltOrLost(reported, policy);
    if (stored) storedMappings.push(stored);
    else lost.push(reported[0]?.event?.hostname ?? '');
  }
  return { storedMappings: inPrimaryChannel(storedMappings), lost };
}

/** A www mapping is where its primary's card is now. */
function inPrimaryChannel(
  rebuilt: readonly Omit<StoredMapping, 'version'>[],
): Omit<StoredMapping, 'version'>[] {
  const channels = new Map(rebuilt.map(({ mapping }) => [mapping.id, mapping.channel]));
  return rebuilt.map((stored) => {
    const channel = channels.get(stored.mapping.primary ?? '');
    if (channel === undefined) return stored;
    return { ...stored, mapping: { ...stored.mapping, channel }, card: { ...stored.card, channel } };
  });
}

/** A mapping whose events can't be replayed must not cost the others their records. */
function rebuiltOrLost(
  reported: readonly PostedMessage[],
  policy: Policy,
): Omit<StoredMapping, 'version'> | undefined {
  try {
    return rebuildOne(reported, policy);
  } catch {
    return undefined;
  }
}

function rebuildOne(
  reported: readonly PostedMessage[],
  policy: Policy,
): Omit<StoredMapping, 'version'> | undefined {
  const cards = reported.filter(({ isReply, isHeld }) => !isReply && !isHeld).sort(byTime);
  const card = cards.at(-1);
  const posted = new Map(
    reported
      .filter(({ isHeld }) => !isHeld)
      .sort(byTime)
      .map(({ event, ts }) => [event?.id ?? '', ts]),
  );
  const byId = new Map(reported.flatMap(({ event }) => (event ? [[event.id, event]] : [])));
  const events = inOrder([...byId.values()]);
  const channel = (card ?? reported[0])?.channel ?? '';
  const mapping = card ? mappingOf(card, events, policy) : replay(events, undefined, { channel, policy });
  // A www mapping has only replies under its primary's card; the first one names the primary.
  if (!mapping || (!card && mapping.primary === undefined)) return undefined;
  const rebuilt = {
    version: 0,
    mapping,
    events,
    // What only a card holds still waits for a reply.
    outbox: events.flatMap(({ id }) => (posted.has(id) ? [] : [{ event: id, attempts: 0, notBefore: 0 }])),
    card: {
      channel,
      // One that joined another's card left its own.
      ...(card && mapping.primary === undefined ? { ts: card.ts } : {}),
      ...(cards.length > 1 ? { earlier: earlierCards(cards) } : {}),
      shownRevision: card?.mapping?.lastHash === mapping.lastHash ? mapping.revision : -1,
      notBefore: 0,
    },
    messages: Object.fromEntries(posted),
    requests: [],
    compacted: 0,
  };
  // The card moved, but was deleted there.
  const { version: _, ...stored } =
    card && mapping.channel !== channel ? withCardMoved(rebuilt, mapping.channel) : rebuilt;
  return stored;
}

/** All but the last; a deleted one can't be seen. */
const earlierCards = (cards: readonly PostedMessage[]): EarlierCard[] =>
  cards.slice(0, -1).map(({ channel, ts }, at) => ({
    channel,
    ts,
    because: cards[at + 1]?.channel === channel ? 'locked' : 'moved',
  }));

const byTime = (one: PostedMessage, other: PostedMessage): number => Number(one.ts) - Number(other.ts);

/** In chain order; where a message is missing, the later part follows the earlier one. */
function inOrder(events: readonly DomainEvent[]): DomainEvent[] {
  const hashes = new Set(events.map(hashOf));
  const next = groupBy(events, ({ previous }) => previous);
  const waiting = events
    .filter(({ previous }) => !hashes.has(previous))
    .sort((one, other) => other.at - one.at);
  const ordered: DomainEvent[] = [];
  for (let event = waiting.pop(); event; event = waiting.pop()) {
    ordered.push(event);
    waiting.push(...(next.get(hashOf(event)) ?? []));
  }
  return ordered;
}

/** The card's state, plus the events after its last update. */
function mappingOf(
  { channel, mapping: shown }: PostedMessage,
  events: readonly DomainEvent[],
  policy: Policy,
): Mapping | undefined {
  if (!shown) return replay(events, undefined, { channel, policy });
  const known = events.findIndex((event) => hashOf(event) === shown.lastHash);
  // The card can include an event whose message was not posted yet.
  const since = known === -1 ? [] : events.slice(known + 1);
  const base = { ...shown, openFindings: shown.openFindings.map((note) => withParams(note, events)) };
  return replay(since, base, { channel, policy });
}

/** A card has no room for a finding's parameters; take them from the reply that reported it. */
function withParams(note: OpenFinding, events: readonly DomainEvent[]): OpenFinding {
  const reported = events.flatMap((event) =>
    (event.type === 'dns.stuck' || event.type === 'ssl.stuck') &&
    event.type === `${note.axis}.stuck` &&
    event.details.finding === note.code
      ? [paramsReported(event.details)]
      : [],
  );
  const params = reported.at(-1);
  return note.reported && params ? { ...note, params: { ...params } } : note;
}
