import { describe, expect, it } from 'vitest';
import { type Difference, diffHistory } from '../../src/audit/diff-history.js';
import type { PostedMessage } from '../../src/audit/history-reader.js';
import type { EventType } from '../../src/core/events/event.js';
import type { StoredMapping } from '../../src/store/store.js';
import { messagesOf, reportedMapping } from '../support/reported-mapping.js';

const LATER = Date.UTC(2030, 0);
const stored = reportedMapping();
const messages = messagesOf(stored);
const eventOf = (type: EventType) => {
  const event = stored.events.find((each) => each.type === type);
  if (!event) throw new Error(`the story has no ${type}`);
  return event;
};
const with_ = (
  type: EventType,
  change: (message: PostedMessage) => PostedMessage | undefined,
): PostedMessage[] =>
  messages.flatMap((message) => (message.event?.type === type ? (change(message) ?? []) : message));
const found = (
  storedMappings: readonly StoredMapping[],
  reported: readonly PostedMessage[],
  readAt = LATER,
) => diffHistory(storedMappings, reported, readAt).map(({ kind, type }: Difference) => `${kind} ${type}`);

it('finds nothing where nothing differs', () => {
  expect(stored.events.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['dns.stuck', 'dns.cleared', 'domain.done', 'alias.removed']),
  );
  expect(found([stored], messages)).toEqual([]);
});

describe('a message that', () => {
  it.each<[string, PostedMessage[], string[]]>([
    ['was deleted', with_('alias.added', () => undefined), ['deleted alias.added']],
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
      [...messages, { ...(messages[1] as PostedMessage), ts: '1999999999.000000' }],
      ['duplicated alias.added'],
    ],
    [
      'is another app’s and claims to be ours',
      [...messages, { ...(messages[1] as PostedMessage), ts: '9.9', isOurs: false }],
      ['foreign alias.added'],
    ],
    [
      'is ours and stands for nothing',
      [...messages, { ...(messages[1] as PostedMessage), event: { ...eventOf('alias.added'), id: 'e-x' } }],
      ['unknown alias.added'],
    ],
    [
      'came too early',
      with_('alias.removed', (each) => ({ ...each, ts: '1000000000.000000' })),
      ['out-of-order alias.removed'],
    ],
  ])('%s is found', (_, reported, expected) => {
    expect(found([stored], reported)).toEqual(expected);
  });

  it('updates a card is no edit', () => {
    expect(
      found(
        [stored],
        with_('domain.requested', (each) => ({ ...each, isEdited: true })),
      ),
    ).toEqual([]);
  });
});

describe('the store', () => {
  it('the store that forgot to tell an event is found out', () => {
    const { id } = eventOf('dns.published');
    const { [id]: _, ...rest } = stored.messages;
    expect(
      found(
        [{ ...stored, messages: rest }],
        with_('dns.published', () => undefined),
      ),
    ).toEqual(['missing dns.published']);
  });

  it('the store whose events were changed no longer holds together', () => {
    const events = stored.events.map((event) =>
      event.type === 'unmap.requested' ? { ...event, by: 'UMALLORY' } : event,
    );
    expect(found([{ ...stored, events }], messages)).toEqual([
      'broken alias.removed',
      'altered unmap.requested',
    ]);
  });

  it('the store whose last event was changed no longer ends where the mapping says', () => {
    const events = stored.events.map((event) =>
      event.type === 'alias.removed' ? { ...event, at: event.at + 1 } : event,
    );
    expect(found([{ ...stored, events }], messages)).toContain('broken alias.removed');
  });

  it('the store that is behind the channel is found out', () => {
    const events = stored.events.slice(0, -1);
    expect(found([{ ...stored, events }], messages)).toEqual([
      'broken unmap.requested',
      'unknown alias.removed',
    ]);
  });

  it('is not blamed for what is pending or happened since', () => {
    const { id, at } = eventOf('alias.removed');
    const reported = with_('alias.removed', () => undefined);
    const pending = { ...stored, outbox: [{ event: id, attempts: 0, notBefore: 0 }] };
    expect(found([pending], reported)).toEqual([]);
    expect(found([stored], reported, at)).toEqual([]);
  });

  it('from before there was a chain is not blamed for having none', () => {
    const events = stored.events.map((event) => ({ ...event, previous: '' }));
    const old = { ...stored, events, mapping: { ...stored.mapping, lastHash: '' } };
    expect(found([old], messagesOf(old))).toEqual([]);
  });
});
