import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HostingProvider } from '../../../src/hosting/provider.js';
import type { App, Ports } from '../../../src/use-cases/ports.js';
import { reconcileAliases } from '../../../src/use-cases/worker/reconcile-aliases.js';
import { openStore, temporaryFolder } from '../../store/temporary.js';
import { NOON, newStoredMapping } from '../../store/typical-mapping.js';
import { portsOf } from '../../support/use-cases.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let deps: Ports;
let app: App;
let now = NOON;
let listed: readonly string[] | 'unreadable' = [];
let calls = 0;
const HOST = 'a.example.com';

beforeEach(async () => {
  folder = await temporaryFolder();
  [now, listed, calls] = [NOON, [], 0];
  const provider = {
    listAliases: async () => {
      calls++;
      return listed;
    },
  } as Partial<HostingProvider> as HostingProvider;
  const unused = {} as never;
  const store = await openStore(folder.path, () => now);
  deps = portsOf({ provider, store, now: () => now, dns: unused, tls: unused, http: unused });
  const [only] = deps.apps.values();
  if (!only) throw new Error('no app');
  app = only;
});
afterEach(async () => {
  await deps.store.close();
  await folder.remove();
});

async function accepted(...ids: readonly string[]): Promise<void> {
  const alias = { intent: 'add', state: 'accepted', since: NOON, attempts: 0 } as const;
  for (const id of ids)
    await deps.store.create(newStoredMapping(id, { app: app.name, alias, stage: 'checking-dns' }));
}
const stateOf = async (id: string) => (await deps.store.load(id))?.mapping.alias.state;
const typesOf = async (id: string) => (await deps.store.load(id))?.events.map(({ type }) => type);

it('a wanted alias that is gone is reported and requested again, after one list for all mappings', async () => {
  await accepted('a', 'b');
  listed = ['b.example.com'];
  now += 3_600_000;
  await reconcileAliases(deps, app);
  expect(calls).toBe(1);
  expect(await stateOf('a')).toBe('requested');
  expect(await typesOf('a')).toContain('alias.lost');
  expect(await stateOf('b')).toBe('accepted');
});

it('what was just added, and what can’t be read, is left alone', async () => {
  await accepted('a');
  now += 60_000;
  await reconcileAliases(deps, app);
  now += 3_600_000;
  listed = 'unreadable';
  await expect(reconcileAliases(deps, app)).rejects.toMatchObject({ code: 'wrong-shape' });
  expect(await stateOf('a')).toBe('accepted');
});

it('adds again three times a day at most, then says so', async () => {
  const vanishing: string[] = [];
  await accepted('a');
  for (let loss = 0; loss < 5; loss++) {
    now += 3_600_000;
    await reconcileAliases({ ...deps, vanishing: async (_, hostname) => void vanishing.push(hostname) }, app);
    const stored = await deps.store.load('a');
    if (!stored) throw new Error(`${HOST} is gone`);
    const alias = { intent: 'add', state: 'accepted', since: now, attempts: 0 } as const;
    await deps.store.save({ ...stored, mapping: { ...stored.mapping, alias } });
  }
  expect((await typesOf('a'))?.filter((type) => type === 'alias.lost')).toHaveLength(3);
  expect(vanishing).toEqual([HOST, HOST]);
});

it('the network’s own subdomains need no alias', async () => {
  const alias = { intent: 'add', state: 'accepted', since: NOON, attempts: 0 } as const;
  await deps.store.create({
    ...newStoredMapping('a', { app: app.name, alias, stage: 'checking-dns' }),
  });
  now += 3_600_000;
  await reconcileAliases(deps, { ...app, multisite: { host: 'example.com' } });
  expect(await stateOf('a')).toBe('accepted');
});

it('believes no list that lacks most of them at once', async () => {
  await accepted(...Array.from('abcdefgh'));
  now += 3_600_000;
  await expect(reconcileAliases(deps, app)).rejects.toMatchObject({
    name: 'ImplausibleList',
    gone: 8,
    of: 8,
  });
  expect(await stateOf('a')).toBe('accepted');
});
