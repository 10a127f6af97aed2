import { randomUUID } from 'node:crypto';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.js';
import type { Judge } from '../../../src/store/store.js';
import { benchOf, storeContract } from '../contract.js';
import { silentLog, temporaryFolder } from '../temporary.js';
import { NOON } from '../typical-mapping.js';

storeContract('lowdb', async (firstJudge) => {
  const folder = await temporaryFolder();
  const open = (judge?: Judge) =>
    openLowdbStore({ dataDir: folder.path, now: () => NOON, newToken: randomUUID, log: silentLog, judge });
  return benchOf(open, firstJudge, folder.remove);
});
