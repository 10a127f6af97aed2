import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createDeniedJournal, type Denial } from '../../src/audit/denied-journal.js';
import type { Documents } from '../../src/store/documents.js';
import type { Store } from '../../src/store/store.js';
import { openStore, silentLog, temporaryFolder } from '../store/temporary.js';

const AT = Date.UTC(2026, 10, 20, 12);
const attempt = (id: string): Denial => ({
  id,
  at: AT,
  by: 'U03CAROL',
  channel: 'C01DOMAINS',
  permission: 'map',
});

async function storeWith(denied?: string): Promise<{ readonly store: Store; readonly file: string }> {
  const { path, remove } = await temporaryFolder();
  const file = join(path, 'denied.json');
  if (denied !== undefined) await writeFile(file, denied);
  const store = await openStore(path, () => AT);
  onTestFinished(async () => {
    await store.close();
    await remove();
  });
  return { store, file };
}

it('goes on with the file that earlier versions wrote by themselves', async () => {
  const old = { ...attempt('old'), at: new Date(AT).toISOString(), hostname: 'shop.example.com' };
  const { store, file } = await storeWith(JSON.stringify({ denials: [old] }));
  await createDeniedJournal(store.documents, silentLog).add(attempt('new'));
  const all = [{ ...attempt('old'), hostname: 'shop.example.com' }, attempt('new')];
  expect(await createDeniedJournal(store.documents, silentLog).entries()).toEqual(all);
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    schema: 1,
    denials: [old, { id: 'new' }],
  });
});

it('keeps every attempt of several processes that write at once', async () => {
  const { store } = await storeWith();
  const journals = [1, 2, 3].map(() => createDeniedJournal(store.documents, silentLog));
  await Promise.all(journals.map((journal, at) => journal.add(attempt(`d${at}`))));
  const ids = (await journals[0]?.entries())?.map(({ id }) => id);
  expect(ids?.toSorted()).toEqual(['d0', 'd1', 'd2']);
});

it('drops the oldest beyond 5,000', async () => {
  const denials = Array.from({ length: 5_000 }, (_, at) => ({
    ...attempt(`d${at}`),
    at: new Date(AT).toISOString(),
  }));
  const { store } = await storeWith(JSON.stringify({ denials }));
  const journal = createDeniedJournal(store.documents, silentLog);
  await journal.add(attempt('last'));
  const entries = await journal.entries();
  expect([entries.length, entries[0]?.id, entries.at(-1)?.id]).toEqual([5_000, 'd1', 'last']);
});

it('begins again behind a damaged file, which is kept', async () => {
  const { store } = await storeWith('{"denials": [');
  const journal = createDeniedJournal(store.documents, silentLog);
  await journal.add(attempt('first'));
  expect(await journal.entries()).toEqual([attempt('first')]);
});

it('leaves a newer version’s file as it is, and knows what happened since the start', async () => {
  const newer = '{"schema":9,"version":3,"refusals":[]}';
  const { store, file } = await storeWith(newer);
  const journal = createDeniedJournal(store.documents, silentLog);
  await journal.add(attempt('first'));
  expect([await journal.entries(), await readFile(file, 'utf8')]).toEqual([[attempt('first')], newer]);
});

it('writes with the next what a full disk refused', async () => {
  const { store } = await storeWith();
  let isFull = true;
  const documents: Documents = {
    ...store.documents,
    write: async (...args) => {
      if (isFull) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      return store.documents.write(...args);
    },
  };
  const journal = createDeniedJournal(documents, silentLog);
  await journal.add(attempt('refused'));
  expect(await journal.entries()).toEqual([attempt('refused')]);
  isFull = false;
  await journal.add(attempt('taken'));
  const again = createDeniedJournal(store.documents, silentLog);
  expect((await again.entries()).map(({ id }) => id)).toEqual(['refused', 'taken']);
});
