import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unusableKind } from '../../src/app/channels/channel-memory.js';
import { greetedKind } from '../../src/app/channels/greeter.js';
import { denialsKind } from '../../src/audit/denied-journal.js';
import { logPositionsKind } from '../../src/multisite/logs/positions.js';
import { networkSnapshotKind } from '../../src/multisite/network-snapshot.js';
import { reportedNoticesKind } from '../../src/multisite/reported-notices.js';
import { preferencesKind } from '../../src/settings/preferences.js';
import type { DocumentKind } from '../../src/store/documents.js';
import type { StoredJson } from '../../src/store/format/form.js';
import { readableContent } from '../../src/store/readable-parts.js';
import { batchesKind } from '../../src/use-cases/batch/batch.js';
import { digestsKind } from '../../src/use-cases/shared/digest-posts.js';

const at = '2026-11-20T12:00:00.000Z';
const denial = { at, by: 'U01BOB', channel: 'C01SHOP', permission: 'map' };
const line = { typed: 'a.example', hostname: 'a.example', forecast: 'ready' };
const batch = { kind: 'map', state: 'running', by: 'U01BOB', team: 'T1', askedIn: 'C1', at, channel: 'C1' };
const position = { inode: 1, offset: 2, size: 3 };

interface Example {
  readonly kind: DocumentKind<unknown>;
  /** With three entries in one place. */
  readonly stored: StoredJson;
  readonly place: string;
}
const example = <Value>(kind: DocumentKind<Value>, place: string, stored: StoredJson) =>
  [kind.name, { kind: kind as DocumentKind<unknown>, place, stored }] satisfies [string, Example];

const byKey = (value: unknown) => ({ a: value, b: value, c: value });
const EXAMPLES = [
  example(denialsKind, 'denials', { denials: ['a', 'b', 'c'].map((id) => ({ id, ...denial })) }),
  example(batchesKind, 'batches', {
    batches: ['a', 'b', 'c'].map((id) => ({ id, ...batch, lines: [line, line] })),
  }),
  example(logPositionsKind, 'files', { files: ['a', 'b', 'c'].map((file) => [file, position]) }),
  example(digestsKind, 'channels', { channels: byKey({ period: '2026-11-20' }), posted: [] }),
  example(preferencesKind, 'approvalMessages', { approvalMessages: ['U1', 'U2', 'U3'] }),
  example(unusableKind, 'channels', { channels: byKey('archived') }),
  example(greetedKind, 'channels', { channels: byKey({ at, isDone: true }) }),
  example(reportedNoticesKind, 'reported', { reported: ['network', 'logs', 'webhook'] }),
];

/** The entry at the index, of a list or a record, replaced. */
const withEntry = (entries: unknown, index: number, entry: unknown): unknown =>
  Array.isArray(entries)
    ? entries.map((each, place) => (place === index ? entry : each))
    : Object.fromEntries(
        Object.entries(entries as object).map(([key, each], place) => [key, place === index ? entry : each]),
      );
const without = (entries: unknown, index: number): unknown =>
  Array.isArray(entries)
    ? entries.filter((_, place) => place !== index)
    : Object.fromEntries(Object.entries(entries as object).filter((_, place) => place !== index));

it.each(EXAMPLES)('an entry of “%s” that is damaged costs no other', (_, { kind, place, stored }) => {
  const { lost, value } = readableContent(kind, stored);
  expect(lost).toBeUndefined();
  expect(value).toBeDefined();
  fc.assert(
    fc.property(fc.nat(2), fc.constantFrom(7, null, [], true, { at: 'never' }), (index, damage) => {
      const read = readableContent(kind, { ...stored, [place]: withEntry(stored[place], index, damage) });
      const others = readableContent(kind, { ...stored, [place]: without(stored[place], index) });
      expect(read.value).toEqual(others.value);
      expect(read.lost?.map((part) => part.slice(0, 1))).toEqual([[place]]);
    }),
    { numRuns: 30 },
  );
});

it('of a batch, a line that can’t be read costs neither the other lines nor the other batches', () => {
  const batches = ['a', 'b'].map((id) => ({ id, ...batch, lines: [line, { ...line, forecast: 7 }, line] }));
  const { value, lost } = readableContent(batchesKind, { batches });
  expect(value.batches.map(({ id, lines }) => [id, lines.length])).toEqual([
    ['a', 2],
    ['b', 2],
  ]);
  expect(lost).toEqual([0, 1].map((place) => ['batches', place, 'lines', 1]));
});

it('a network’s snapshot, which is read again from WordPress, is whole or none', () => {
  const domainRecords = [
    [1, 'a.example'],
    [2, 7],
  ];
  expect(() => readableContent(networkSnapshotKind, { domainRecords })).toThrow();
});

it('fields of a newer version are kept beside what is left out', () => {
  const stored = { approvalMessages: ['U1', 7], theme: 'dark' };
  expect(readableContent(preferencesKind, stored).value).toEqual({ approvalMessages: ['U1'], theme: 'dark' });
});
