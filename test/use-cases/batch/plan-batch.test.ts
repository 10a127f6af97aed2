import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HostingProvider } from '../../../src/hosting/provider.js';
import type { Store } from '../../../src/store/store.js';
import { createBatchRunner } from '../../../src/use-cases/batch/run-batch.js';
import type { App } from '../../../src/use-cases/ports.js';
import { createMappingProbe } from '../../../src/use-cases/shared/probe-mapping.js';
import { openStore, temporaryFolder } from '../../store/temporary.js';
import { START } from '../../support/observations.js';
import { portsOf, useCasesFrom } from '../../support/use-cases.js';

const alice = { user: 'U01ALICE', team: 'T1', channel: 'C1', requestId: 'r1' };
const unused = async () => {
  throw new Error('not part of this test');
};
const provider: HostingProvider = {
  addAlias: async () => 'added',
  removeAlias: unused,
  listAliases: async () => [],
  testConnection: unused,
};

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
beforeEach(async () => {
  folder = await temporaryFolder();
  store = await openStore(folder.path, () => START);
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

/** Two apps; the network of `blog` has site 12 alone. */
function world() {
  const ports = portsOf({
    store,
    provider,
    dns: { probe: unused } as never,
    tls: { probe: unused } as never,
    http: { probe: unused } as never,
    now: () => START,
  });
  const [app] = ports.apps.values();
  const rest = { getSite: async (id: number) => (id === 12 ? { id } : undefined) };
  const apps = new Map([
    ['default', app as App],
    ['blog', { ...(app as App), name: 'blog', multisite: { rest } as never }],
  ]);
  return { ...ports, apps };
}

it('each row of a file has its own app, site and note, as the cards show later', async () => {
  const ports = world();
  const useCases = useCasesFrom(ports);
  const rows = [
    { hostname: 'a.example.com', app: 'Blog', site: '12', note: 'call first' },
    { hostname: 'b.example.com', app: 'default' },
    { hostname: 'c.example.com', app: 'shop' },
    { hostname: 'd.example.com', app: 'blog', site: '13' },
    { hostname: 'e.example.com', app: 'blog', site: 'twelve' },
    { hostname: 'f.example.com', app: 'default', site: '12' },
  ];
  const { id, lines } = await useCases.planBatch({ kind: 'map', hostnames: [], rows }, alice);
  expect(lines.map(({ problem, forecast }) => problem?.code ?? forecast)).toEqual([
    'ready',
    'ready',
    'unknown-app',
    'no-site',
    'not-a-site',
    'no-network',
  ]);
  await useCases.startBatch(id, alice);
  await createBatchRunner(ports, createMappingProbe(ports))(id);
  const [a, b] = await Promise.all(['a', 'b'].map((name) => store.findLive(`${name}.example.com`)));
  expect(a?.mapping).toMatchObject({ app: 'blog', note: 'call first', siteLink: { siteId: 12 } });
  expect(b?.mapping).toMatchObject({ app: 'default' });
});

it('a row without an app needs one from the dialog, if there are several', async () => {
  const useCases = useCasesFrom(world());
  const rows = [{ hostname: 'a.example.com', app: 'blog' }, { hostname: 'b.example.com' }];
  const plan = (app?: string) => useCases.planBatch({ kind: 'map', hostnames: [], rows, app }, alice);
  await expect(plan()).rejects.toMatchObject({ problem: { code: 'app-needed' } });
  expect((await plan('default')).lines.map(({ onApp }) => onApp)).toEqual(['blog', undefined]);
});
