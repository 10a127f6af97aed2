import { describe, expect, it } from 'vitest';
import { compareHistory, type Difference } from '../../src/audit/compare.js';
import type { ToldMessage } from '../../src/audit/history-reader.js';
import type { EventType } from '../../src/mapping/event.js';
import type { MappingRecord } from '../../src/store/store.js';
import { messagesOf, toldRecord } from '../support/told-record.js';

const LATER = Date.UTC(2030, 0);
const record = toldRecord();
const messages = messagesOf(record);
const eventOf = (type: EventType) => {
  const event = record.events.find((each) => each.type === type);
  if (!event) throw new Error(`the story has no ${type}`);
  return event;
};
const with_ = (type: EventType, change: (message: ToldMessage) => ToldMessage | undefined): ToldMessage[] =>
  messages.flatMap((message) => (message.event?.type === type ? (change(message) ?? []) : message));
const found = (records: readonly MappingRecord[], told: readonly ToldMessage[], readAt = LATER) =>
  compareHistory(records, told, readAt).map(({ kind, type }: Difference) => `${kind} ${type}`);

it('finds nothing where nothing differs', () => {
  expect(record.events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['dns.stuck', 'dns.cleared', 'domain.done', 'closte.removed']),
  );
  expect(found([record], messages)).toEqual([]);
});

describe('a message that', () => {
  it.each<[string, ToldMessage[], string[]]>([
    ['was deleted', with_('closte.added', () => undefined), ['deleted closte.added']],
    ['is a card and was deleted', with_('domain.requested', () => undefined), ['deleted domain.requested']],
    ['was edited', with_('dns.stuck', (each) => ({ ...each, isEdited: true })), ['edited dns.stuck']],
    [
      'lost its metadata',
      with_('dns.published', (each) => ({ ...each, event: undefined })),
      ['altered dns.published'],
    ],
    [
      'names somebody else',
      with_('check.requested', (each) => ({
        ...each,
        event: each.event && { ...each.event, by: 'UMALLORY' },
      })),
      ['altered check.requested'],
    ],
    [
      'tells an event once more',
      [...messages, { ...(messages[1] as ToldMessage), ts: '1999999999.000000' }],
      ['doubled closte.added'],
    ],
    [
      'is another app’s and claims to be ours',
      [...messages, { ...(messages[1] as ToldMessage), ts: '9.9', isOurs: false }],
      ['foreign closte.added'],
    ],
    [
      'is ours and stands for nothing',
      [...messages, { ...(messages[1] as ToldMessage), event: { ...eventOf('closte.added'), id: 'e-x' } }],
      ['unknown closte.added'],
    ],
    [
      'came too early',
      with_('closte.removed', (each) => ({ ...each, ts: '1000000000.000000' })),
      ['misplaced closte.removed'],
    ],
  ])('%s is found', (_, told, expected) => {
    expect(found([record], told)).toEqual(expected);
  });

  it('updates a card is no edit', () => {
    expect(
      found(
        [record],
        with_('domain.requested', (each) => ({ ...each, isEdited: true })),
      ),
    ).toEqual([]);
  });
});

describe('the store', () => {
  it('that forgot to tell an event is found out', () => {
    const { id } = eventOf('dns.published');
    const { [id]: _, ...rest } = record.messages;
    expect(
      found(
        [{ ...record, messages: rest }],
        with_('dns.published', () => undefined),
      ),
    ).toEqual(['missing dns.published']);
  });

  it('whose events were changed no longer holds together', () => {
    const events = record.events.map((event) =>
      event.type === 'unmap.requested' ? { ...event, by: 'UMALLORY' } : event,
    );
    expect(found([{ ...record, events }], messages)).toEqual([
      'broken closte.removed',
      'altered unmap.requested',
    ]);
  });

  it('whose last event was changed no longer ends where the mapping says', () => {
    const events = record.events.map((event) =>
      event.type === 'closte.removed' ? { ...event, at: event.at + 1 } : event,
    );
    expect(found([{ ...record, events }], messages)).toContain('broken closte.removed');
  });

  it('that is behind the channel is found out', () => {
    const events = record.events.slice(0, -1);
    expect(found([{ ...record, events }], messages)).toEqual([
      'broken unmap.requested',
      'unknown closte.removed',
    ]);
  });

  it('is not blamed for what is pending or happened since', () => {
    const { id, at } = eventOf('closte.removed');
    const told = with_('closte.removed', () => undefined);
    const pending = { ...record, deliveries: [{ event: id, attempts: 0, notBefore: 0 }] };
    expect(found([pending], told)).toEqual([]);
    expect(found([record], told, at)).toEqual([]);
  });

  it('from before there was a chain is not blamed for having none', () => {
    const events = record.events.map((event) => ({ ...event, previous: '' }));
    const old = { ...record, events, mapping: { ...record.mapping, head: '' } };
    expect(found([old], messagesOf(old))).toEqual([]);
  });
});
