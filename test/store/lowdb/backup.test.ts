import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.js';
import { silentLog } from '../temporary.js';
import { NOON, newStoredMapping } from '../typical-mapping.js';

test('a copy of DATA_DIR that was made while the bot writes starts, with everything saved before it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'domain-bot-copied-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const open = async (name: string) => {
    const dataDir = join(folder, name);
    const store = await openLowdbStore({ dataDir, now: () => NOON, newToken: randomUUID, log: silentLog });
    onTestFinished(() => store.close());
    return store;
  };
  const store = await open('data');
  const ids = Array.from({ length: 30 }, (_, at) => `m${at}`);
  const saved = await Promise.all(ids.map((id) => store.create(newStoredMapping(id))));
  let isCopied = false;
  const copying = once(spawn('cp', ['-a', join(folder, 'data'), join(folder, 'copy')]), 'exit').then(() => {
    // It complains of files that were replaced while it read, and goes on.
    isCopied = true;
  });
  let latest = saved[0];
  while (!isCopied && latest)
    latest = await store.save({
      ...latest,
      mapping: { ...latest.mapping, revision: latest.mapping.revision + 1 },
    });
  await copying;
  await store.close();
  // Whoever starts the copy has ended the bot that wrote it; this process still lives.
  await rm(join(folder, 'copy', 'lock.1'));
  const copy = await open('copy');
  expect(copy.setAside()).toEqual([]);
  for (const each of saved.slice(1)) expect(await copy.load(each.mapping.id)).toEqual(each);
  const { version = 0 } = (await copy.load('m0')) ?? {};
  expect(version).toBeGreaterThanOrEqual(1);
  expect(version).toBeLessThanOrEqual(latest?.version ?? 0);
});
