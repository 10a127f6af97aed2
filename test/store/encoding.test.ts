import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { networkSnapshotKind } from '../../src/multisite/network-snapshot.js';
import { settingsKind } from '../../src/settings/stored-settings.js';
import { keptContentOf } from '../../src/store/documents.js';
import { encodedInTurns, jsonBytesInTurns, jsonPieces } from '../../src/store/encoding.js';
import { batchesKind } from '../../src/use-cases/batch/batch.js';

const jsonValue = fc.jsonValue({ maxDepth: 4 });
const content = fc.dictionary(fc.string(), fc.oneof(jsonValue, fc.array(jsonValue), fc.constant(undefined)));

it.each(['', '  '] as const)(
  'is the text that JSON.stringify makes with “%s” as its space, in pieces',
  (space) => {
    fc.assert(
      fc.property(content, (given) => {
        const text = JSON.stringify(given, undefined, space);
        expect([...jsonPieces(given, space)].join('')).toBe(text);
        const lazy = Object.entries(given).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.values() : value,
        ]);
        expect([...jsonPieces(Object.fromEntries(lazy), space)].join('')).toBe(text);
      }),
    );
  },
);

const manyEntries = Array.from({ length: 20_000 }, (_, at) => [at, `m${at}.example.com ü`]);

it('is cut into pieces of a size that takes no time', () => {
  const lengths = [...jsonPieces({ schema: 1, entries: manyEntries }, '  ')].map(({ length }) => length);
  expect(lengths.length).toBeGreaterThan(50);
  expect(Math.max(...lengths)).toBeLessThan(20_000);
});

it('is cut after each entry where entries are long themselves', () => {
  const long = {
    lines: Array.from({ length: 500 }, (_, at) => ({ typed: `m${at}.example.com`, forecast: 'ready' })),
  };
  const pieces = [...jsonPieces({ batches: Array.from({ length: 20 }, () => long) }, '  ')];
  const each = JSON.stringify(long, undefined, 2).length;
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(2 * each);
});

it('lets other work run while it makes the bytes of a long text', async () => {
  const long = { entries: Array.from({ length: 10 }, () => manyEntries).flat() };
  let turns = 0;
  const counting = setInterval(() => turns++);
  const bytes = await jsonBytesInTurns(long);
  clearInterval(counting);
  expect(bytes.toString()).toBe(JSON.stringify(long));
  expect(turns).toBeGreaterThan(0);
});

const line = {
  typed: 'a.example',
  forecast: 'ready',
  startedAt: 1_700_000_000_000,
  laterField: { kept: true },
};
const batch = {
  id: 'b',
  kind: 'check',
  state: 'running',
  by: 'U1',
  team: 'T1',
  askedIn: 'C1',
  at: 1_700_000_000_000,
  channel: '',
  lines: [line, line],
} as const;

it.each([
  ['batches', batchesKind, { batches: [batch, batch], fromLater: 1 }],
  ['no batches', batchesKind, { batches: [] }],
  [
    'a network',
    networkSnapshotKind,
    new Map([
      [7, 'a.example'],
      [9, 'b.example'],
    ]),
  ],
  ['settings', settingsKind, { apps: {}, channels: {}, changes: [], movedChannels: { C1: 'C2' } }],
])('encodes %s as the whole schema does', async (_, kind, value) => {
  const whole = z.encode(keptContentOf(kind as typeof batchesKind), value as never);
  const bytes = await jsonBytesInTurns(await encodedInTurns(kind as typeof batchesKind, value as never));
  expect(bytes.toString()).toBe(JSON.stringify(whole));
});

it('lets other work run while it writes a large network', async () => {
  const network = new Map(Array.from({ length: 300_000 }, (_, at) => [at, `m${at}.example`]));
  let turns = 0;
  const counting = setInterval(() => turns++);
  await jsonBytesInTurns(await encodedInTurns(networkSnapshotKind, network));
  clearInterval(counting);
  expect(turns).toBeGreaterThan(0);
});

it('refuses an entry that its schema refuses', async () => {
  const wrong = { batches: [{ ...batch, kind: 'other' }] };
  await expect(encodedInTurns(batchesKind, wrong as never)).rejects.toThrow(z.ZodError);
});
