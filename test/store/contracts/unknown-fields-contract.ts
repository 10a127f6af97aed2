import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { decide, type Input } from '../../../src/core/lifecycle/decide.js';
import type { Mapping } from '../../../src/core/mapping.js';
import { type DocumentKind, openDocument } from '../../../src/store/documents.js';
import type { StoredMapping } from '../../../src/store/store.js';
import { dnsSeen, POLICY, right, served, sslSeen, TARGET } from '../../support/observations.js';
import { NOON, typicalMapping } from '../typical-mapping.js';
import type { Bench } from './store-contract.js';

/** As it comes back from a file: no negative zero. */
const writtenValue = fc.json().map((text): unknown => JSON.parse(text));

const RUNS = 16;
const MINUTE_MS = 60_000;
/** What each check replaces, and what isn't an object with named fields. */
const REPLACED = new Set([
  'observation',
  'http',
  'watched',
  'messages',
  'params',
  'disproved',
  'details',
  'writtenAs',
]);

/** Has every part that a record can have. */
function wholeMapping(id: string): Omit<StoredMapping, 'version'> {
  const draft = typicalMapping(id);
  const [first, second] = draft.events;
  const failed = { code: 'E', message: 'what was said' };
  const mapping: Mapping = {
    ...draft.mapping,
    source: { channel: 'C1', ts: '1763640000.000001' },
    alias: { ...draft.mapping.alias, error: failed },
    ssl: {
      ...draft.mapping.ssl,
      watched: { fingerprint: 'AB', validTo: NOON + 90 * 24 * 60 * MINUTE_MS },
    },
    site: {
      ...draft.mapping.site,
      record: { id: 1, siteId: 7, stage: 'done', isActive: true, isSecure: true },
    },
    siteLink: { siteId: 7, state: 'refused', attempts: 1, notBefore: NOON, error: failed },
    www: { id: 'w1', hostname: 'www.example.com', revision: 1 },
    customerMessage: { by: 'U1', at: NOON, asked: 'hash' },
    snooze: { by: 'U1', until: NOON + 24 * 60 * MINUTE_MS },
    mutes: [{ code: 'ttl-long', by: 'U1', reason: 'known', until: NOON + 24 * 60 * MINUTE_MS }],
    approval: { by: 'U1', until: NOON + 24 * 60 * MINUTE_MS },
  };
  return {
    ...draft,
    mapping,
    outbox: [{ event: second?.id ?? '', attempts: 0, notBefore: NOON }],
    undeliverable: [{ event: first?.id ?? '', reason: 'msg_too_long', at: NOON }],
    card: {
      ...draft.card,
      earlier: [
        {
          channel: 'C0',
          ts: '1763640000.000000',
          because: 'moved',
          pointer: { attempts: 0, notBefore: NOON },
        },
      ],
    },
  };
}

type Place = readonly (string | number)[];

/** Where an object is in a record. */
function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([name, inner]) =>
    REPLACED.has(name) ? [] : placesIn(inner, [...at, Array.isArray(value) ? Number(name) : name]),
  );
  return Array.isArray(value) ? inside : [at, ...inside];
}

const objectAt = (json: unknown, place: Place): Record<string, unknown> | undefined =>
  place.reduce((value, name) => (value as Record<string, unknown> | undefined)?.[name], json) as
    | Record<string, unknown>
    | undefined;

const observed: Input = {
  type: 'observed',
  target: TARGET,
  dns: dnsSeen(NOON + MINUTE_MS, [right('ns1')], [right('r1'), right('r2')]),
  ssl: sslSeen(NOON + MINUTE_MS, served),
};
const context = { now: NOON + MINUTE_MS, newId: () => 'new', random: 0, policy: POLICY };

/** What the bot does with a record that it has read. */
const changes: Readonly<Record<string, (stored: StoredMapping) => StoredMapping>> = {
  'a note': (stored) => ({ ...stored, mapping: { ...stored.mapping, note: 'call first' } }),
  'a check without news': (stored) => ({
    ...stored,
    mapping: { ...stored.mapping, nextCheckAt: NOON + 9 * MINUTE_MS },
  }),
  'a delivery': (stored) => ({
    ...stored,
    outbox: [],
    messages: { ...stored.messages, [stored.outbox[0]?.event ?? '']: '1763640000.000009' },
    card: { ...stored.card, shownRevision: stored.mapping.revision },
  }),
  'an observation': (stored) => {
    const { mapping, events } = decide(stored.mapping, observed, context);
    return { ...stored, mapping, events: [...stored.events, ...events] };
  },
};

const newerKind: DocumentKind<{ readonly list: string[]; readonly later?: string | undefined }> = {
  name: 'listed',
  form: { schema: 1, migrations: new Map() },
  content: z.object({ list: z.array(z.string()), later: z.string().optional() }),
};
const olderKind: DocumentKind<{ readonly list: string[] }> = {
  ...newerKind,
  content: z.object({ list: z.array(z.string()) }),
};

/** An older version of the bot beside a newer one, whose additional fields need no other schema number. */
export function unknownFieldsContract(name: string, open: () => Promise<Bench>): void {
  async function opened(): Promise<Bench> {
    const bench = await open();
    onTestFinished(() => bench.dispose());
    return bench;
  }

  describe(`${name}: what only a newer version knows`, () => {
    test('stays wherever it is in a record, whatever this one saves', async () => {
      const { store, reopen, written, rewrite } = await opened();
      await store.create(wholeMapping('m0'));
      const places = placesIn(await written('m0'));
      expect(places.length).toBeGreaterThan(25);
      let current = store;
      let runs = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(fc.nat(places.length - 1), { minLength: 1, maxLength: 30 }),
          fc.oneof(writtenValue, fc.constant({ deep: [{ text: '\u0000 ü \ud800' }] })),
          fc.constantFrom(...Object.keys(changes)),
          async (chosen, value, change) => {
            const id = `m${++runs}`;
            await current.create(wholeMapping(id));
            const planted = places.filter((_, at) => chosen.includes(at));
            await rewrite(id, (json) => {
              for (const place of planted) Object.assign(objectAt(json, place) ?? {}, { later: value });
            });
            current = await reopen();
            expect(current.setAside()).toEqual([]);
            const loaded = await current.load(id);
            const saved = loaded && (await current.save(changes[change]?.(loaded) ?? loaded));
            current = await reopen();
            expect(await current.load(id)).toEqual(saved);
            const after = await written(id);
            // What the change removes is gone as a whole, such as the entry of what was posted.
            for (const place of planted) {
              const found = objectAt(after, place);
              if (found) expect([place, found['later']]).toEqual([place, value]);
            }
          },
        ),
        { numRuns: RUNS },
      );
    });

    test('is no reason to take a record for damaged, and a wrong value still is one', async () => {
      const { store, reopen, rewrite } = await opened();
      await store.create(wholeMapping('m1'));
      await store.create(wholeMapping('m2'));
      await rewrite('m1', (json) =>
        Object.assign(objectAt(json, ['mapping', 'siteLink']) ?? {}, { later: 1, siteId: 'x' }),
      );
      await rewrite('m2', (json) =>
        Object.assign(objectAt(json, ['mapping', 'siteLink']) ?? {}, { later: 1 }),
      );
      const again = await reopen();
      expect(await again.load('m1')).toBeUndefined();
      expect(await again.load('m2')).toBeDefined();
      expect(again.setAside()).toHaveLength(1);
    });

    test('stays in a document, also when a new value is written from nothing', async () => {
      const { store } = await opened();
      await store.documents.write(newerKind, 'all', { list: ['a'], later: 'kept' }, 0);
      const handle = openDocument(store.documents, olderKind, 'all');
      await handle.read();
      await handle.write({ list: ['b'] });
      expect(await store.documents.read(newerKind, 'all')).toMatchObject({
        value: { list: ['b'], later: 'kept' },
      });
      const found = await store.documents.read(olderKind, 'all');
      await store.documents.write(olderKind, 'all', { ...found?.value, list: ['c'] }, found?.version ?? 0);
      expect(await store.documents.read(newerKind, 'all')).toMatchObject({
        value: { list: ['c'], later: 'kept' },
      });
    });
  });
}
