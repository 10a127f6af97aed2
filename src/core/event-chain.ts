import { createHash } from 'node:crypto';
import type { DomainEvent } from './event.js';
import { isoTime } from './instant.js';

type Draft = Omit<DomainEvent, 'previous'>;

/** With its other fields an event stays near 2 kB, which a message's metadata can hold. */
const MAX_DETAIL_BYTES = 1_200;

/** Links new events to the one whose hash is `head`, and says what the chain ends with then. */
export function chained(
  lastHash: string,
  drafts: readonly Draft[],
): { events: DomainEvent[]; lastHash: string } {
  const events: DomainEvent[] = [];
  let previous = lastHash;
  for (const draft of drafts) {
    const event = { ...draft, details: fitted(draft.details), previous };
    events.push(event);
    previous = hashOf(event);
  }
  return { events, lastHash: previous };
}

/** What the next event points back to: SHA-256 of everything that the event says, in one fixed order. */
export function hashOf({ id, mapping, hostname, at, by, previous, ...event }: DomainEvent): string {
  const { type, details } = event.writtenAs ?? event;
  const facts = Object.entries(details).sort(([one], [other]) => (one < other ? -1 : 1));
  const text = JSON.stringify([previous, id, mapping, hostname, type, isoTime(at), by, facts]);
  return createHash('sha256').update(text).digest('base64url');
}

/** What a message carries unharmed: no control characters or halves of them; long texts cut, the longest first. */
function fitted(details: DomainEvent['details']): DomainEvent['details'] {
  let fitting = withTexts(details, clean);
  for (
    let most = MAX_DETAIL_BYTES;
    bytes(fitting) > MAX_DETAIL_BYTES && most > 1;
    most = Math.floor(most / 2)
  )
    fitting = withTexts(fitting, (text) => cut(text, most));
  return fitting;
}

const withTexts = (
  details: DomainEvent['details'],
  change: (text: string) => string,
): DomainEvent['details'] =>
  Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, typeof value === 'string' ? change(value) : value]),
  );

const clean = (text: string): string =>
  new TextDecoder().decode(new TextEncoder().encode(text)).replaceAll(/[^\P{Cc}\n]/gu, ' ');

/** At the end of a line where there is one. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  const lines = start.lastIndexOf('\n');
  return lines > 0 ? start.slice(0, lines) : `${start}…`;
}

const bytes = (details: DomainEvent['details']): number =>
  new TextEncoder().encode(JSON.stringify(details)).length;
