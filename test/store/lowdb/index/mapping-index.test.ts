import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IndexEntry } from '../../../../src/store/lowdb/index/index-entry.js';
import { IndexOfMappings } from '../../../../src/store/lowdb/index/mapping-index.js';
import { plainSummary } from '../../../support/plain-summary.js';
import { anyEntry, plainEntry } from './entries.js';

/** As the store sets them: a live mapping has no other of its hostname beside it. Somebody may edit a file's hostname. */
type Change = { readonly set: IndexEntry } | { readonly delete: string };

const id = fc.constantFrom('m1', 'm2', 'm3', 'm4');
const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(id.chain(anyEntry), fc.constantFrom('', '.example.com'))
      .map(([entry, domain]) => ({ set: { ...entry, hostname: `${entry.id}${domain}` } })),
  },
  { weight: 1, arbitrary: id.map((gone) => ({ delete: gone })) },
);

const isLive = ({ stage }: IndexEntry): boolean => stage !== 'removed';
const names = (entries: readonly IndexEntry[]): readonly string[] => entries.map((each) => each.id).sort();

async function liveIn(index: IndexOfMappings, query: Parameters<IndexOfMappings['live']>[0]) {
  const found: string[] = [];
  for await (const batch of index.live(query)) found.push(...batch.map((entry) => entry.id));
  return found.sort();
}

test('whatever is set and deleted, the index knows what a map of the entries does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(changes, { maxLength: 30 }), async (all) => {
      const index = new IndexOfMappings();
      const model = new Map<string, IndexEntry>();
      const heard = new Map<string, unknown>();
      index.listen((id, entry) => heard.set(id, entry && plainSummary(entry)));
      for (const change of all) {
        if ('set' in change) {
          index.set(change.set);
          model.set(change.set.id, change.set);
        } else {
          index.delete(change.delete);
          model.delete(change.delete);
        }
      }
      const entries = [...model.values()];
      expect(index.size).toBe(model.size);
      expect([...index.values()].map(({ id }) => id).sort()).toEqual(names(entries));
      for (const id of ['m1', 'm2', 'm3', 'm4']) {
        const entry = model.get(id);
        expect(index.get(id)).toStrictEqual(entry);
        if (heard.has(id)) expect(entry ?? {}).toMatchObject(heard.get(id) ?? {});
        for (const hostname of [id, `${id}.example.com`]) {
          const isIts = entry && isLive(entry) && entry.hostname === hostname;
          expect(index.liveNamed(hostname)?.id).toBe(isIts ? id : undefined);
        }
      }
      expect(await liveIn(index, {})).toEqual(names(entries.filter(isLive)));
      const ones = entries.filter(({ app }) => app === 'one');
      expect(await liveIn(index, { app: 'one' })).toEqual(names(ones.filter(isLive)));
      expect(await liveIn(index, { app: 'one', stage: 'removed' })).toEqual(
        names(ones.filter((each) => !isLive(each))),
      );
      const page = { channel: 'two', text: 'm', offset: 0, limit: 9 };
      const ids = names(entries.filter((each) => isLive(each) && each.cardChannel === 'two'));
      expect(await index.select(page)).toEqual({ ids, total: ids.length });
      expect(index.pendingMappings().sort()).toEqual(names(entries.filter(({ pending }) => pending > 0)));
    }),
  );
});

test('an entry that was asked for stays as it was, and one that is listened to does not', () => {
  const index = new IndexOfMappings();
  const before = plainEntry('m1');
  index.set(before);
  let heard: string | undefined;
  index.listen((_, entry) => {
    heard ??= entry?.stage;
  });
  const asked = index.get('m1');
  index.set({ ...before, stage: 'done', version: 2 });
  expect(asked).toStrictEqual(before);
  expect(heard).toBe('adding');
  expect(index.get('m1')).toMatchObject({ stage: 'done', version: 2 });
});

test('a mapping that was deleted is still what it was for whoever holds it, also when it comes back', async () => {
  const index = new IndexOfMappings();
  index.set(plainEntry('m1'));
  const held = (await index.live({}).next()).value?.[0];
  index.delete('m1');
  index.set({ ...plainEntry('m2'), app: 'two' });
  index.set({ ...plainEntry('m1'), stage: 'done' });
  expect(held).toMatchObject({ id: 'm1', app: 'shop', stage: 'adding' });
  expect(index.size).toBe(2);
  expect([...index.values()].map(({ id }) => id)).toEqual(['m2', 'm1']);
});

test('many mappings get their rows, of which each keeps its own', async () => {
  const index = new IndexOfMappings();
  const entries = Array.from({ length: 9_000 }, (_, at) => ({
    ...plainEntry(`m${at}`),
    app: `app${at % 700}`,
    inode: at,
  }));
  for (const entry of entries) index.set(entry);
  for (const entry of entries) expect(index.get(entry.id)).toStrictEqual(entry);
  expect((await liveIn(index, { app: 'app5' })).length).toBe(13);
});
