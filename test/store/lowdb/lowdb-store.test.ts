import { randomUUID } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.js';
import type { Judge } from '../../../src/store/store.js';
import { benchOf, storeContract } from '../contracts/store-contract.js';
import { silentLog, temporaryFolder } from '../temporary.js';
import { NOON } from '../typical-mapping.js';

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
