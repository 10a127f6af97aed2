import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDomainService } from '../../src/service/domain-service.js';
import { createTroubles, type Troubles } from '../../src/service/troubles.js';
import type { Store } from '../../src/store/store.js';
import { openStore, temporaryFolder } from '../store/temporary.js';
import { blindDns, START } from '../support/observations.js';
import { depsOf } from '../support/service.js';

const HOUR_MS = 3_600_000;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
let now: number;
let troubles: Troubles;
let mapping: string;

beforeEach(async () => {
  now = START;
  folder = await temporaryFolder();
  store = await openStore(folder.path, () => now);
  const closte = {
    addAlias: async () => 'added' as const,
    removeAlias: async () => 'removed' as const,
    listAliases: async () => [],
    testConnection: async () => undefined,
  };
  const deps = depsOf({
    store,
    closte,
    dns: { authoritative: async () => blindDns(now), resolvers: async () => [], addresses: async () => [] },
    tls: { handshake: async (queried) => ({ queried, edges: [] }) },
    http: { front: async () => undefined, look: async () => ({ challenge: [], site: [] }) as never },
    now: () => now,
  });
  troubles = createTroubles(deps);
  const asker = { user: 'UALICE', team: 'T1', channel: 'C1', delivery: 'd1' };
  const { record } = await createDomainService(deps).map({ hostname: 'shop.example.com' }, asker);
  mapping = record.mapping.id;
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

const tell = (id: string, kind = 'k', message = `line ${id}`) =>
  troubles.tell({ mapping, source: 'integration-closte', message, kind, id });
const told = async () =>
  ((await store.load(mapping))?.events ?? [])
    .filter(({ type }) => type === 'error.logged')
    .map(({ details }) => [details['message'], details['again']]);

it('tells the first of a kind at once and the rest of the hour as one', async () => {
  for (const id of ['1', '2', '3']) await tell(id);
  await tell('4', 'other');
  expect(await told()).toEqual([
    ['line 1', 0],
    ['line 4', 0],
  ]);
  now += HOUR_MS;
  await troubles.sweep();
  expect((await told()).slice(2)).toEqual([['line 3', 2]]);
  await troubles.sweep();
  expect(await told()).toHaveLength(3);
  await tell('5');
  expect((await told()).at(-1)).toEqual(['line 5', 0]);
});

it('the same entry that is read again after a crash is told once', async () => {
  await tell('1');
  now += HOUR_MS;
  await troubles.sweep();
  await tell('1');
  expect(await told()).toHaveLength(1);
});
