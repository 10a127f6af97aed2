import { randomUUID } from 'node:crypto';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.js';
import type { Judge } from '../../../src/store/store.js';
import { storeContract } from '../contract.js';
import { silentLog, temporaryFolder } from '../temporary.js';
import { NOON } from '../typical-mapping.js';

storeContract('lowdb', async (firstJudge) => {
  const folder = await temporaryFolder();
  const open = (judge?: Judge) =>
    openLowdbStore({ dataDir: folder.path, now: () => NOON, newToken: randomUUID, log: silentLog, judge });
  const store = await open(firstJudge);
  const opened = [store];
  return {
    store,
    reopen: async (judge) => {
      await Promise.all(opened.map((each) => each.close()));
      const again = await open(judge);
      opened.push(again);
      return again;
    },
    dispose: async () => {
      await Promise.all(opened.map((each) => each.close()));
      await folder.remove();
    },
  };
});
