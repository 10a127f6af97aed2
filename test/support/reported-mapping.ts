import type { PostedMessage } from '../../src/audit/history-reader.js';
import { type DomainEvent, readEvent, type WrittenEvent } from '../../src/core/events/event.js';
import { parseSnapshot, snapshotOf } from '../../src/slack/outbound/metadata.js';
import type { StoredMapping } from '../../src/store/store.js';
import { START } from './observations.js';
import { dnsEverywhere, dnsWrong, good, noCertificate, Story } from './story.js';

const CHANNEL = 'C1';

/** A mapping that got stuck, came right, was checked and unmapped: its record, as it is once all was posted. */
export function reportedMapping(): StoredMapping {
  const story = new Story().added();
  for (let probe = 0; probe < 4; probe++) story.see(5, dnsWrong);
  story.see(5, dnsEverywhere, noCertificate);
  story.see(5, dnsEverywhere, good);
  story.give({ type: 'check.requested', by: 'UBOB' });
  story.see(1, dnsEverywhere, good);
  story.give({ type: 'unmap.requested', by: 'UBOB' });
  story.give({ type: 'alias.removed', already: false });
  return recordOf(story);
}

export function recordOf({ mapping, all: events }: Story): StoredMapping {
  const messages = Object.fromEntries(events.map(({ id }, at) => [id, tsOf(events, at)]));
  return {
    version: 1,
    mapping,
    events,
    outbox: [],
    card: { channel: CHANNEL, ts: tsOf(events, 0), shownRevision: mapping.revision, notBefore: 0 },
    messages,
    requests: [],
    compacted: 0,
  };
}

const tsOf = (events: readonly DomainEvent[], at: number): string =>
  `${Math.floor((events[at]?.at ?? 0) / 1_000)}.${String(at).padStart(6, '0')}`;

/** The messages that showed a record. */
export function messagesOf({ events, mapping, messages }: StoredMapping): PostedMessage[] {
  return events.map((event, at) => ({
    channel: CHANNEL,
    ts: messages[event.id] ?? '',
    isOurs: true,
    isEdited: false,
    isReply: at > 0,
    event,
    ...(at === 0 ? { mapping: parseSnapshot(snapshotOf(mapping) ?? '') } : {}),
  }));
}

/** An event of any type and details, as it is written. */
export const writtenEvent = (
  type: string,
  details: Readonly<Record<string, unknown>> = {},
  by = 'UALICE',
): WrittenEvent => ({
  id: 'e1',
  mapping: 'm1',
  hostname: 'shop.example.com',
  type,
  at: START,
  by,
  details: { ...details },
  previous: '',
});

export const eventOf = (...written: Parameters<typeof writtenEvent>): DomainEvent =>
  readEvent(writtenEvent(...written));
