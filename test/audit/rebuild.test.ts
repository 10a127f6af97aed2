import { expect, it } from 'vitest';
import { rebuildMappings } from '../../src/audit/rebuild.js';
import type { StoredMapping } from '../../src/store/store.js';
import { POLICY } from '../support/observations.js';
import { messagesOf, recordOf, reportedMapping } from '../support/reported-mapping.js';
import { dnsWrong, ready, Story } from '../support/story.js';

/** A record without what is not in any message. */
const kept = ({ version: _, mapping: { dns, ssl, http: __, ...mapping }, ...record }: StoredMapping) => {
  const { observation: ___, ...dnsKept } = dns;
  const { observation: ____, ...sslKept } = ssl;
  return JSON.parse(JSON.stringify({ ...record, mapping: { ...mapping, dns: dnsKept, ssl: sslKept } }));
};
const stuck = () => {
  const story = new Story().added();
  for (let probe = 0; probe < 4; probe++) story.see(5, dnsWrong);
  return story;
};

it.each([
  ['removed', reportedMapping()],
  ['ready', recordOf(ready())],
  ['stuck', recordOf(stuck())],
  ['just asked for', recordOf(new Story())],
])('a mapping that is %s is rebuilt field by field', (_, stored) => {
  const { storedMappings, lost } = rebuildMappings(messagesOf(stored).reverse(), POLICY);
  expect(lost).toEqual([]);
  expect(storedMappings).toHaveLength(1);
  expect(kept({ ...(storedMappings[0] as StoredMapping) })).toEqual(kept(stored));
});

it('a card that was not brought up to date any more is brought there by the replies', () => {
  const story = stuck();
  const shown = messagesOf(recordOf(story))[0];
  story.give({ type: 'unmap.requested', by: 'UBOB' });
  story.give({ type: 'alias.removed', already: false });
  const [, ...replies] = messagesOf(recordOf(story));
  const { storedMappings } = rebuildMappings([...(shown ? [shown] : []), ...replies], POLICY);
  expect(storedMappings[0]?.mapping).toMatchObject({ stage: 'removed', lastHash: story.mapping.lastHash });
  expect(storedMappings[0]?.card.shownRevision).toBe(-1);
});

it('a card from before there were snapshots is replayed', () => {
  const stored = recordOf(ready());
  const messages = messagesOf(stored).map((message) => ({ ...message, mapping: undefined }));
  expect(rebuildMappings(messages, POLICY).storedMappings[0]?.mapping).toMatchObject({
    stage: 'done',
    lastHash: stored.mapping.lastHash,
    hostname: stored.mapping.hostname,
  });
});

it('a hole in the thread costs no more than what was in it', () => {
  const stored = reportedMapping();
  const messages = messagesOf(stored).filter(({ event }) => event?.type !== 'dns.stuck');
  const [again] = rebuildMappings(messages, POLICY).storedMappings;
  expect(again?.mapping.stage).toBe('removed');
  expect(again?.events.map(({ id }) => id)).toEqual(
    stored.events.filter(({ type }) => type !== 'dns.stuck').map(({ id }) => id),
  );
});

it('what other apps say is left out, and a thread without a card is reported as lost', () => {
  const messages = messagesOf(reportedMapping());
  expect(
    rebuildMappings(
      messages.map((each) => ({ ...each, isOurs: false })),
      POLICY,
    ).storedMappings,
  ).toEqual([]);
  expect(rebuildMappings(messages.slice(1), POLICY)).toEqual({
    storedMappings: [],
    lost: ['shop.example.com'],
  });
});

it('a card that moved is rebuilt in its new place, with its earlier one', () => {
  const story = stuck();
  const before = recordOf(story);
  const [old, ...oldReplies] = messagesOf(before);
  story.give({ type: 'card.moved', by: 'UBOB', to: 'C2' });
  const after = messagesOf(recordOf(story));
  const late = (seconds: number) => `${2_000_000_000 + seconds}.000100`;
  const [card] = after;
  const moved = after.at(-1);
  if (!old || !card || !moved) throw new Error('no messages');
  const messages = [
    old,
    ...oldReplies,
    { ...card, channel: 'C2', ts: late(0) },
    { ...moved, channel: 'C2', ts: late(1) },
  ];
  const [rebuilt] = rebuildMappings(messages, POLICY).storedMappings;
  expect(rebuilt?.mapping.channel).toBe('C2');
  expect(rebuilt?.card).toMatchObject({
    channel: 'C2',
    ts: late(0),
    earlier: [{ channel: 'C1', ts: old.ts, because: 'moved' }],
  });
  const [lost] = rebuildMappings([old, ...oldReplies, { ...moved, channel: 'C2' }], POLICY).storedMappings;
  expect(lost?.card).toMatchObject({ channel: 'C2', earlier: [{ channel: 'C1', ts: old.ts }] });
  expect(lost?.outbox.map(({ event }) => event)).toEqual([old.event?.id]);
});
