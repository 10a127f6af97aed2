import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagePlace, withCardMoved, withNewCard } from '../../src/store/cards.js';
import { migrateTo } from '../../src/store/format/form.js';
import { mappingForm } from '../../src/store/format/migrations.js';
import type { Card, StoredMapping } from '../../src/store/store.js';
import { reportedMapping } from '../support/reported-mapping.js';

const ts = (at: number) => `${1_700_000_000 + at}.000100`;
const card = (at: number, channel: string, earlier: Card['earlier'] = []): Card => ({
  channel,
  ts: ts(at),
  shownRevision: 0,
  notBefore: 0,
  earlier,
});

describe('where a message is', () => {
  const chain = card(30, 'C3', [
    { channel: 'C1', ts: ts(10), because: 'moved' },
    { channel: 'C2', ts: ts(20), because: 'locked' },
  ]);

  it.each([
    ['a reply under the first card', 15, { channel: 'C1', threadTs: ts(10) }],
    ['a reply under the second', 25, { channel: 'C2', threadTs: ts(20) }],
    ['a reply under the present one', 35, { channel: 'C3', threadTs: ts(30) }],
    ['an earlier card', 20, { channel: 'C2', threadTs: undefined }],
    ['the present card', 30, { channel: 'C3', threadTs: undefined }],
    ['a message under a forgotten card', 5, undefined],
  ])('%s', (_, at, place) => {
    expect(messagePlace(chain, ts(at))).toEqual(place);
  });

  it('each message stays where it was posted, however often the card moves', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('C1', 'C2', 'C3'), { maxLength: 19 }), (moves) => {
        let at = 0;
        let stored: StoredMapping = { ...reportedMapping(), card: card(at, 'C1') };
        const reported: { ts: string; channel: string; threadTs: string | undefined }[] = [];
        for (const channel of moves) {
          reported.push({ ts: ts(++at), channel: stored.card.channel, threadTs: stored.card.ts });
          stored = withCardMoved(stored, channel);
          stored = { ...stored, card: { ...stored.card, ts: ts(++at) } };
        }
        for (const { ts: each, ...place } of reported) expect(messagePlace(stored.card, each)).toEqual(place);
      }),
    );
  });
});

it('a chain of earlier cards has an end', () => {
  let stored: StoredMapping = { ...reportedMapping(), card: card(0, 'C1') };
  for (let at = 1; at < 100; at++)
    stored = withNewCard({ ...stored, card: { ...stored.card, ts: ts(at) } }, 'deleted');
  expect(stored.card.earlier).toHaveLength(20);
  expect(stored.card.earlier?.at(-1)).toMatchObject({ ts: ts(99) });
});

it('a card that was never posted leaves nothing behind, and a www mapping follows without a card', () => {
  const { ts: _, ...pending } = card(0, 'C1');
  expect(withCardMoved({ ...reportedMapping(), card: pending }, 'C2').card).toMatchObject({
    channel: 'C2',
    earlier: [],
  });
  const stored = reportedMapping();
  const www = { ...stored, mapping: { ...stored.mapping, primary: 'm0' } };
  expect(withCardMoved(www, 'C2')).toEqual({ ...www, card: { ...www.card, channel: 'C2' } });
});

it.each([
  [{ replaces: ts(1) }, 'deleted'],
  [{ replaces: ts(1), replacedBecause: 'locked' }, 'locked'],
])('a card of schema 6 keeps the one before it: %j', (replaced, because) => {
  const old = { channel: 'C1', ts: ts(2), shownRevision: 3, notBefore: '2026-11-20T12:00:00.000Z' };
  expect(migrateTo(mappingForm, { schema: 6, card: { ...old, ...replaced } })).toEqual({
    card: { ...old, earlier: [{ channel: 'C1', ts: ts(1), because }] },
  });
  expect(migrateTo(mappingForm, { schema: 6, card: old })).toEqual({ card: old });
});
