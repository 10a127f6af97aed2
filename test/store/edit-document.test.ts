import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import type { DocumentKind, Documents } from '../../src/store/documents.js';
import { editDocument } from '../../src/store/edit-document.js';
import { StaleVersion, type Store } from '../../src/store/store.js';
import { temporaryStores } from './temporary.js';
import { NOON } from './typical-mapping.js';

interface List {
  readonly items: readonly string[];
}
const kind: DocumentKind<List> = {
  name: 'list',
  form: { schema: 1, migrations: new Map() },
  content: z.object({ items: z.array(z.string()) }),
};

let stores: Awaited<ReturnType<typeof temporaryStores>>;
let store: Store;
beforeEach(async () => {
  stores = await temporaryStores(() => NOON);
  store = await stores.open(stores.path);
});
afterEach(() => stores.close());

const adding = (item: string) => (list: List | undefined) => ({ items: [...(list?.items ?? []), item] });
const stored = async () => (await store.documents.read(kind, 'all'))?.value.items;

it('runs again on what another one wrote meanwhile', async () => {
  let hasRead = false;
  await editDocument(store.documents, kind, 'all', adding('first'));
  const edited = await editDocument(
    {
      read: async (...args) => {
        const found = await store.documents.read(...args);
        if (!hasRead) await editDocument(store.documents, kind, 'all', adding('theirs'));
        hasRead = true;
        return found;
      },
      write: (...args) => store.documents.write(...args),
    },
    kind,
    'all',
    adding('mine'),
  );
  expect(edited?.items).toEqual(['first', 'theirs', 'mine']);
  expect(await stored()).toEqual(['first', 'theirs', 'mine']);
});

it('writes nothing where nothing changes', async () => {
  const refuse: Documents['write'] = () => Promise.reject(new Error('written'));
  const documents: Documents = { ...store.documents, write: refuse };
  expect(await editDocument(documents, kind, 'all', (list) => list)).toBeUndefined();
  await editDocument(store.documents, kind, 'all', adding('first'));
  expect(await editDocument(documents, kind, 'all', (list) => list)).toEqual({ items: ['first'] });
});

it('gives up on a document that others keep writing', async () => {
  const documents: Documents = { ...store.documents, write: () => Promise.reject(new StaleVersion('again')) };
  await expect(editDocument(documents, kind, 'all', adding('mine'))).rejects.toThrow(StaleVersion);
});
