import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { DamagedDocument, type DocumentKind } from '../../../src/store/documents.js';
import { NewerSchema } from '../../../src/store/format/form.js';
import { StaleVersion, type Store } from '../../../src/store/store.js';
import { type Bench, nowAndLater } from './store-contract.js';

interface Counted {
  readonly count: number;
}
const content = z.object({ count: z.number() });
const renamed = new Map([[1, ({ number }: Readonly<Record<string, unknown>>) => ({ count: number })]]);
const kind: DocumentKind<Counted> = { name: 'counted', form: { schema: 2, migrations: renamed }, content };
/** What earlier and later versions of the bot had and will have. */
const older: DocumentKind<{ readonly number: number }> = {
  name: 'counted',
  form: { schema: 1, migrations: new Map() },
  content: z.object({ number: z.number() }),
};
const newer: DocumentKind<Counted> = { ...kind, form: { schema: 3, migrations: renamed } };

const anyCount = z.object({ count: z.unknown() });
/** A document of parts, and what a person or a disk made of it. */
const parts: DocumentKind<{ readonly counts: Readonly<Record<string, number>> }> = {
  name: 'parts',
  form: older.form,
  content: z.object({ counts: z.record(z.string(), z.number()) }),
};
const anyParts: DocumentKind<{ readonly counts: unknown }> = {
  name: 'parts',
  form: older.form,
  content: z.object({ counts: z.unknown() }),
};

/** What every implementation of `Documents` and `Journals` must do. */
export function documentsContract(name: string, open: () => Promise<Bench>): void {
  async function opened(): Promise<{ readonly store: Store; readonly reopen: () => Promise<Store> }> {
    const bench = await open();
    onTestFinished(() => bench.dispose());
    return bench;
  }

  describe(`${name}: documents`, () => {
    test('there is none before the first write', async () => {
      const { store } = await opened();
      expect(await store.documents.read(kind, 'shop')).toBeUndefined();
    });

    test('what was written is there, now and after a restart, for its key alone', async () => {
      const { store, reopen } = await opened();
      expect(await store.documents.write(kind, 'shop', { count: 1 }, 0)).toBe(1);
      expect(await store.documents.write(kind, 'shop', { count: 2 }, 1)).toBe(2);
      for await (const each of nowAndLater(store, reopen)) {
        expect(await each.documents.read(kind, 'shop')).toEqual({ value: { count: 2 }, version: 2 });
        expect(await each.documents.read(kind, 'blog')).toBeUndefined();
      }
    });

    test.each([0, 2, 7])('a write upon version %i is refused and changes nothing', async (version) => {
      const { store } = await opened();
      await store.documents.write(kind, 'shop', { count: 1 }, 0);
      await expect(store.documents.write(kind, 'shop', { count: 9 }, version)).rejects.toThrow(StaleVersion);
      expect(await store.documents.read(kind, 'shop')).toEqual({ value: { count: 1 }, version: 1 });
    });

    test('of many writes upon one version at once, one gets through', async () => {
      const { store } = await opened();
      const tries = await Promise.allSettled(
        Array.from({ length: 10 }, (_, count) => store.documents.write(kind, 'shop', { count }, 0)),
      );
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    test('one of an older version is migrated, and written in the present form', async () => {
      const { store } = await opened();
      await store.documents.write(older, 'shop', { number: 5 }, 0);
      expect(await store.documents.read(kind, 'shop')).toEqual({ value: { count: 5 }, version: 1 });
      await store.documents.write(kind, 'shop', { count: 6 }, 1);
      await expect(store.documents.read(older, 'shop')).rejects.toThrow(NewerSchema);
    });

    test('one of a newer version is refused, read or written upon, and stays as it is', async () => {
      const { store } = await opened();
      await store.documents.write(newer, 'shop', { count: 5 }, 0);
      await expect(store.documents.read(kind, 'shop')).rejects.toThrow(
        /newer version .*start the newer version/,
      );
      await expect(store.documents.write(kind, 'shop', { count: 6 }, 1)).rejects.toThrow(NewerSchema);
      expect(await store.documents.read(newer, 'shop')).toEqual({ value: { count: 5 }, version: 1 });
    });

    test('an entry that can’t be read is left out and named; the others are there, and stay', async () => {
      const { store, reopen } = await opened();
      await store.documents.write(anyParts, 'shop', { counts: { a: 1, b: 'two', c: 3 } }, 0);
      const value = { counts: { a: 1, c: 3 } };
      for await (const each of nowAndLater(store, reopen))
        expect(await each.documents.read(parts, 'shop')).toEqual({
          value,
          version: 1,
          lost: [['counts', 'b']],
        });
      const again = await reopen();
      await again.documents.read(parts, 'shop');
      await again.documents.write(parts, 'shop', value, 1);
      expect(await again.documents.read(parts, 'shop')).toEqual({ value, version: 2 });
    });

    test('one without any part that can be read is damaged', async () => {
      const { store } = await opened();
      await store.documents.write(anyParts, 'shop', { counts: 7 }, 0);
      await expect(store.documents.read(parts, 'shop')).rejects.toThrow(DamagedDocument);
      expect(await store.documents.read(parts, 'shop')).toBeUndefined();
    });

    test.each(['../../escaped', 'a/b', '..', 'ü ß'])('the key %j is a name and no way', async (key) => {
      const { store } = await opened();
      await store.documents.write(kind, key, { count: 1 }, 0);
      expect(await store.documents.read(kind, key)).toMatchObject({ value: { count: 1 } });
      expect(await store.documents.read(kind, 'escaped')).toBeUndefined();
    });

    test('nothing is written once the store is closed', async () => {
      const { store } = await opened();
      await store.close();
      await expect(store.documents.write(kind, 'shop', { count: 1 }, 0)).rejects.toThrow('closed');
    });
  });

  describe(`${name}: journals`, () => {
    const add = async (store: Store, ...counts: number[]) => {
      for (const count of counts) await store.journals.append(kind, 'reading', { count });
    };

    test('hold what was appended, in order, after a restart too, until they are cleared', async () => {
      const { store, reopen } = await opened();
      await add(store, 1, 2);
      const again = await reopen();
      await add(again, 3);
      expect(await again.journals.read(kind, 'reading')).toEqual([{ count: 1 }, { count: 2 }, { count: 3 }]);
      expect(await again.journals.read(kind, 'other')).toEqual([]);
      await again.journals.clear(kind, 'reading');
      expect(await again.journals.read(kind, 'reading')).toEqual([]);
    });

    test('with an entry that can’t be read hold all others', async () => {
      const { store } = await opened();
      await add(store, 1);
      await store.journals.append(older, 'reading', { number: 2 });
      await store.journals.append({ name: kind.name, form: kind.form, content: anyCount }, 'reading', {
        count: 'three',
      });
      await add(store, 4);
      expect(await store.journals.read(kind, 'reading')).toEqual([{ count: 1 }, { count: 2 }, { count: 4 }]);
    });

    test('with entries of an older version are migrated; with those of a newer one, refused', async () => {
      const { store } = await opened();
      await store.journals.append(older, 'reading', { number: 1 });
      await add(store, 2);
      expect(await store.journals.read(kind, 'reading')).toEqual([{ count: 1 }, { count: 2 }]);
      await store.journals.append(newer, 'reading', { count: 3 });
      await expect(store.journals.read(kind, 'reading')).rejects.toThrow(NewerSchema);
    });
  });
}
