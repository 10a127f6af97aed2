import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.js';
import type { Judge } from '../../../src/store/store.js';
import { benchOf, storeContract } from '../contracts/store-contract.js';
import { silentLog, temporaryFolder } from '../temporary.js';
import { NOON, newStoredMapping } from '../typical-mapping.js';

storeContract('lowdb', async (firstJudge) => {
  const folder = await temporaryFolder();
  const open = (judge?: Judge) =>
    openLowdbStore({ dataDir: folder.path, now: () => NOON, newToken: randomUUID, log: silentLog, judge });
  const pathOf = async (id: string) => {
    const mappings = join(folder.path, 'mappings');
    const name = (await readdir(mappings)).find((each) => each.endsWith(`${id}.json`));
    return join(mappings, name ?? id);
  };
  const written = async (id: string) => JSON.parse(await readFile(await pathOf(id), 'utf8'));
  return benchOf(open, firstJudge, folder.remove, {
    written,
    rewrite: async (id, edit) => {
      const json = await written(id);
      edit(json);
      await writeFile(await pathOf(id), JSON.stringify(json));
    },
  });
});

const HEARTBEAT_MS = 10_000;
const LEASE_MS = 120_000;

test('a folder that another process took over hands out no more work, and what was claimed isn’t held', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const { path, remove } = await temporaryFolder();
  onTestFinished(remove);
  const store = await openLowdbStore({
    dataDir: path,
    now: () => NOON,
    newToken: randomUUID,
    log: silentLog,
  });
  for (const id of ['m1', 'm2']) await store.create(newStoredMapping(id));
  const claims = await store.claimOutbox(NOON, 1, LEASE_MS);
  expect(await Promise.all(claims.map(store.isHeld))).toEqual([true]);

  await rename(join(path, 'lock.1'), join(path, 'lock.2'));
  vi.advanceTimersByTime(HEARTBEAT_MS);
  await vi.waitFor(async () => expect(await store.isMine('digests')).toBe(false));
  expect(await Promise.all(claims.map(store.isHeld))).toEqual([false]);
  expect(await store.claimOutbox(NOON, 2, LEASE_MS)).toEqual([]);
  expect(await store.claimChecks(NOON, 2, LEASE_MS)).toEqual([]);
  expect(await store.claimCheck('m2', NOON, LEASE_MS)).toBeUndefined();
  await store.close();
});
