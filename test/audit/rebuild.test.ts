import { expect, it } from 'vitest';
import { rebuildRecords } from '../../src/audit/rebuild.js';
import type { MappingRecord } from '../../src/store/store.js';
import { POLICY } from '../support/observations.js';
import { dnsWrong, ready, Story } from '../support/story.js';
import { messagesOf, recordOf, toldRecord } from '../support/told-record.js';

/** A record without what is not in any message. */
const kept = ({ version: _, mapping: { dns, ssl, http: __, ...mapping }, ...record }: MappingRecord) => {
  const { observation: ___, ...dnsKept } = dns;
  const { observation: ____, ...sslKept } = ssl;
  return JSON.parse(JSON.stringify({ ...record, mapping: { ...mapping, dns: dnsKept, ssl: sslKept } }));
};
const stuck = () => {
  const story = new Story().added();
  for (let look = 0; look < 4; look++) story.see(5, dnsWrong);
  return story;
};

it.each([
  ['removed', toldRecord()],
  ['ready', recordOf(ready())],
  ['stuck', recordOf(stuck())],
  ['just asked for', recordOf(new Story())],
])('a mapping that is %s is made anew field by field', (_, record) => {
  const { records, lost } = rebuildRecords(messagesOf(record).reverse(), POLICY);
  expect(lost).toEqual([]);
  expect(records).toHaveLength(1);
  expect(kept({ ...(records[0] as MappingRecord) })).toEqual(kept(record));
});

it('a card that was not brought up to date any more is brought there by the replies', () => {
  const story = stuck();
  const shown = messagesOf(recordOf(story))[0];
  story.give({ type: 'unmap.requested', by: 'UBOB' });
  story.give({ type: 'host.removed', already: false });
  const [, ...replies] = messagesOf(recordOf(story));
  const { records } = rebuildRecords([...(shown ? [shown] : []), ...replies], POLICY);
  expect(records[0]?.mapping).toMatchObject({ stage: 'removed', head: story.mapping.head });
  expect(records[0]?.card.shownRevision).toBe(-1);
});

it('a card from before there were snapshots is replayed', () => {
  const record = recordOf(ready());
  const messages = messagesOf(record).map((message) => ({ ...message, mapping: undefined }));
  expect(rebuildRecords(messages, POLICY).records[0]?.mapping).toMatchObject({
    stage: 'done',
    head: record.mapping.head,
    hostname: record.mapping.hostname,
  });
});

it('a hole in the thread costs no more than what was in it', () => {
  const record = toldRecord();
  const messages = messagesOf(record).filter(({ event }) => event?.type !== 'dns.stuck');
  const [again] = rebuildRecords(messages, POLICY).records;
  expect(again?.mapping.stage).toBe('removed');
  expect(again?.events.map(({ id }) => id)).toEqual(
    record.events.filter(({ type }) => type !== 'dns.stuck').map(({ id }) => id),
  );
});

it('what other apps say is left out, and a thread without a card is told to be lost', () => {
  const messages = messagesOf(toldRecord());
  expect(
    rebuildRecords(
      messages.map((each) => ({ ...each, isOurs: false })),
      POLICY,
    ).records,
  ).toEqual([]);
  expect(rebuildRecords(messages.slice(1), POLICY)).toEqual({ records: [], lost: ['shop.example.com'] });
});
