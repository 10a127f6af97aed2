import { groupBy } from '../group-by.js';
import type { DomainEvent } from '../mapping/event.js';
import { hashOf } from '../mapping/event-chain.js';
import type { Mapping, Note } from '../mapping/mapping.js';
import type { Policy } from '../mapping/policy.js';
import { replay } from '../mapping/replay.js';
import type { MappingRecord } from '../store/store.js';
import type { ToldMessage } from './history-reader.js';

export interface Rebuilt {
  readonly records: readonly Omit<MappingRecord, 'version'>[];
  /** Hostnames whose history has no beginning any more: somebody deleted the card. */
  readonly lost: readonly string[];
}

/** The store's records, made anew from what the messages carry. */
export function rebuildRecords(messages: readonly ToldMessage[], policy: Policy): Rebuilt {
  const ours = messages.filter(({ isOurs, event }) => isOurs && event);
  const byMapping = groupBy(ours, ({ event }) => event?.mapping ?? '');
  const records: Omit<MappingRecord, 'version'>[] = [];
  const lost: string[] = [];
  for (const told of byMapping.values()) {
    const record = rebuiltOrLost(told, policy);
    if (record) records.push(record);
    else lost.push(told[0]?.event?.hostname ?? '');
  }
  return { records, lost };
}

/** One whose events nobody can follow any more costs no other its record. */
function rebuiltOrLost(
  told: readonly ToldMessage[],
  policy: Policy,
): Omit<MappingRecord, 'version'> | undefined {
  try {
    return rebuildOne(told, policy);
  } catch {
    return undefined;
  }
}

function rebuildOne(
  told: readonly ToldMessage[],
  policy: Policy,
): Omit<MappingRecord, 'version'> | undefined {
  const card = told
    .filter(({ isReply }) => !isReply)
    .sort(byTime)
    .at(-1);
  const firsts = new Map(told.toSorted(byTime).map(({ event, ts }) => [event?.id ?? '', { event, ts }]));
  const events = inOrder([...firsts.values()].flatMap(({ event }) => event ?? []));
  const channel = (card ?? told[0])?.channel ?? '';
  const mapping = card ? mappingOf(card, events, policy) : replay(events, undefined, { channel, policy });
  // What stands on another's card has only replies, of which the first says so.
  if (!mapping || (!card && mapping.under === undefined)) return undefined;
  return {
    mapping,
    events,
    deliveries: [],
    card: {
      channel,
      ...(card ? { ts: card.ts } : {}),
      shownRevision: card?.mapping?.head === mapping.head ? mapping.revision : -1,
      notBefore: 0,
    },
    messages: Object.fromEntries([...firsts].map(([id, { ts }]) => [id, ts])),
    requests: [],
    compacted: 0,
  };
}

const byTime = (one: ToldMessage, other: ToldMessage): number => Number(one.ts) - Number(other.ts);

/** Along the chain; where a message is gone, the later part follows the earlier one. */
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

/** What the card says, and what happened after it was brought up to date last. */
function mappingOf(
  { channel, mapping: shown }: ToldMessage,
  events: readonly DomainEvent[],
  policy: Policy,
): Mapping | undefined {
  if (!shown) return replay(events, undefined, { channel, policy });
  const known = events.findIndex((event) => hashOf(event) === shown.head);
  // A card can know of an event whose message was still to come.
  const since = known === -1 ? [] : events.slice(known + 1);
  const base = { ...shown, notes: shown.notes.map((note) => withParams(note, events)) };
  return replay(since, base, { channel, policy });
}

/** A card has no room for what a finding was told with; the reply that told it has. */
function withParams(note: Note, events: readonly DomainEvent[]): Note {
  const told = events.findLast(
    ({ type, details }) => type === `${note.axis}.stuck` && details['finding'] === note.code,
  );
  if (!note.told || !told) return note;
  const { finding: _, records: __, ...params } = told.details;
  return {
    ...note,
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
  };
}
