import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPreferences } from '../../src/settings/preferences.js';
import type { Store } from '../../src/store/store.js';
import { openStore, temporaryFolder } from '../store/temporary.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
beforeEach(async () => {
  folder = await temporaryFolder();
  store = await openStore(folder.path, Date.now);
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

it('keeps each person’s choice across restarts, also when many choose at once', async () => {
  const preferences = openPreferences(store.documents);
  expect(await preferences.approvalMessages()).toEqual([]);
  await Promise.all(['UA', 'UB', 'UA'].map((user) => preferences.setApprovalMessages(user, true)));
  await preferences.setApprovalMessages('UB', false);
  await store.close();
  store = await openStore(folder.path, Date.now);
  expect(await openPreferences(store.documents).approvalMessages()).toEqual(['UA']);
});
