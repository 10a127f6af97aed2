import { hash } from 'node:crypto';
import { isoTime } from '../instant.js';
import {
  anyDetails,
  type DomainEvent,
  type EventDraft,
  type EventOf,
  type EventType,
  eventName,
} from './event.js';

/** Who caused a new event, and what it is about. */
export interface EventContext {
  readonly newId: () => string;
  readonly mapping: string;
  readonly hostname: string;
  /** Epoch ms. */
  readonly at: number;
  readonly by: string;
}

/** With its other fields an event stays near 2 kB, which fits a message's metadata. */
const MAX_DETAIL_BYTES = 1_200;

type Details = Readonly<Record<string, unknown>>;

/** Links new events to the one whose hash is `lastHash`, and returns the new last hash. */
export function chained(
  lastHash: string,
  drafts: readonly EventDraft[],
  { newId, mapping, hostname, at, by }: EventContext,
): { events: DomainEvent[]; lastHash: string } {
  const events: DomainEvent[] = [];
  let previous = lastHash;
  for (const [type, details] of drafts) {
    const facts = { id: newId(), mapping, hostname, at, by, previous };
    const event = { ...facts, type, details: fitted(details) } as EventOf<EventType>;
    events.push(event);
    previous = hashOf(event);
  }
  return { events, lastHash: previous };
}

/** The hash the next event refers to: SHA-256 of the whole event in a fixed order. */
export function hashOf(event: DomainEvent): string {
  const { id, mapping, hostname, at, by, previous } = event;
  const { type, details } = event.writtenAs ?? { type: eventName(event), details: anyDetails(event) };
  const facts = Object.entries(details).sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify([previous, id, mapping, hostname, type, isoTime(at), by, facts]);
  return hash('sha256', text, 'base64url');
}

export interface EventChain {
  /** Oldest first. */
  readonly events: readonly DomainEvent[];
  /** How many after the first were dropped. */
  readonly compacted: number;
  /** The hash of the last one dropped. */
  readonly anchor?: string | undefined;
  /** The hash of the last event. */
  readonly lastHash: string;
}

/** Events that don't follow the one before, or aren't the last that was written. Events from before there were hashes have no link. */
export function chainBreaks({ events, compacted, anchor, lastHash }: EventChain): readonly DomainEvent[] {
  const broken = events.filter((event, at) => {
    const before = events[at - 1];
    if (!before) return false;
    // Compaction keeps the first event and the hash of the last dropped one.
    if (at === 1 && compacted > 0) return anchor !== undefined && event.previous !== anchor;
    return event.previous !== hashOf(before) && !(event.previous === '' && before.previous === '');
  });
  const last = events.at(-1);
  const isOpen = last !== undefined && lastHash !== '' && lastHash !== hashOf(last);
  return isOpen ? [...broken, last] : broken;
}

/**
 * Makes details safe for a message: no control characters or lone surrogates; long texts cut, the longest
 * first.
 */
function fitted(details: Details): Details {
  const given = Object.entries(details).filter(([, value]) => value !== undefined);
  let fitting = withTexts(Object.fromEntries(given), clean);
  for (
    let most = MAX_DETAIL_BYTES;
    bytes(fitting) > MAX_DETAIL_BYTES && most > 1;
    most = Math.floor(most / 2)
  )
    fitting = withTexts(fitting, (text) => cutDetail(text, most));
  return fitting;
}

const withTexts = (details: Details, change: (text: string) => string): Details =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === 'string' ? change(value) : value]),
  );

const clean = (text: string): string =>
  new TextDecoder().decode(new TextEncoder().encode(text)).replaceAll(/[^\P{Cc}\n]/gu, ' ');

/** Cuts at the end of a line if there is one. */
function cutDetail(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  const lines = start.lastIndexOf('\n');
  return lines > 0 ? start.slice(0, lines) : `${start}…`;
}

const bytes = (details: Details): number => new TextEncoder().encode(JSON.stringify(details)).length;
