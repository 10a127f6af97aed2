import { randomUUID } from 'node:crypto';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.js';
import { storeContract } from '../contract.js';
import { silentLog, temporaryFolder } from '../temporary.js';
import { NOON } from '../typical-mapping.js';

storeContract('lowdb', async () => {
  const folder = await temporaryFolder();
  const open = () =>
    openLowdbStore({ dataDir: folder.path, now: () => NOON, newToken: randomUUID, log: silentLog });
  const store = await open();
  const opened = [store];
  return {
    store,
    reopen: async () => {
      await Promise.all(opened.map((each) => each.close()));
      const again = await open();
      opened.push(again);
      return again;
    },
    dispose: async () => {
      await Promise.all(opened.map((each) => each.close()));
      await folder.remove();
    },
  };
});
