import { expect, it, onTestFinished } from 'vitest';
import { repairPairs } from '../../../src/use-cases/worker/repair-pairs.js';
import { openStore, temporaryFolder } from '../../store/temporary.js';
import { newStoredMapping } from '../../store/typical-mapping.js';
import { START } from '../../support/observations.js';
import { portsOf } from '../../support/use-cases.js';

it('a crash between a www mapping and its primary is made good at the start, also for a removed one', async () => {
  const folder = await temporaryFolder();
  const store = await openStore(folder.path, () => START);
  onTestFinished(async () => {
    await store.close();
    await folder.remove();
  });
  const delivered: string[] = [];
  let hasFailed = false;
  const ports = portsOf({
    store,
    provider: {},
    dns: {},
    tls: {},
    http: {},
    now: () => START,
    wakeUp: { check() {}, deliver: (id: string) => void delivered.push(id) },
  } as unknown as Parameters<typeof portsOf>[0]);
  for (const [name, stage, shown] of [
    ['behind', 'checking-dns', 3],
    ['removed', 'removed', 3],
    ['together', 'checking-dns', 5],
  ] as const) {
    const www = { id: `www-${name}`, hostname: `www.${name}.example.com`, revision: shown };
    await store.create(newStoredMapping(name, { app: 'default', www, stage: 'checking-dns' }));
    const alias =
      stage === 'removed'
        ? ({ intent: 'remove', state: 'removed', since: START, attempts: 0 } as const)
        : ({ intent: 'add', state: 'accepted', since: START, attempts: 0 } as const);
    const changes = { app: 'default', hostname: www.hostname, primary: name, revision: 5, stage, alias };
    await store.create(newStoredMapping(www.id, changes));
  }
  await repairPairs({
    ...ports,
    store: {
      ...store,
      load: async (id) => {
        // One that can't be read stops no other.
        if (id === 'behind' && !hasFailed) {
          hasFailed = true;
          throw new Error('EIO');
        }
        return store.load(id);
      },
    },
  });
  await repairPairs(ports);
  const revisions = await Promise.all(
    ['behind', 'removed', 'together'].map(async (id) => (await store.load(id))?.mapping.www?.revision),
  );
  expect(revisions).toEqual([5, 5, 5]);
  expect(new Set(delivered)).toEqual(new Set(['behind', 'removed']));
});
