import { afterEach, beforeEach, expect, it } from 'vitest';
import { rebuildMappings } from '../../src/audit/rebuild.js';
import { closteFacts } from '../../src/hosting/closte/facts.js';
import { ProviderError } from '../../src/hosting/provider.js';
import type { Store, StoredMapping } from '../../src/store/store.js';
import { openStore, temporaryFolder } from '../store/temporary.js';
import { blindDns, POLICY, START, TARGET } from '../support/observations.js';
import { messagesOf } from '../support/reported-mapping.js';
import type { TestUseCases } from '../support/use-cases.js';
import { useCasesOf } from '../support/use-cases.js';

const ACTOR = { user: 'UALICE', team: 'T1', channel: 'C1', requestId: 'd1' };
const APEX = 'example.com';
const WWW = 'www.example.com';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
let fails: number;
let refusesToRemove: boolean;
let useCases: TestUseCases;

beforeEach(async () => {
  folder = await temporaryFolder();
  store = await openStore(folder.path, () => START);
  fails = 0;
  refusesToRemove = false;
  const crashing: Store = {
    ...store,
    create: async (stored) => {
      if (stored.mapping.hostname === WWW && fails-- > 0) throw new Error('the power went out');
      return store.create(stored);
    },
  };
  const provider = {
    addAlias: async () => 'added' as const,
    removeAlias: async () => {
      if (!refusesToRemove) return 'removed' as const;
      throw new ProviderError('refused', 'no', { retryable: false, outcomeUnknown: false, said: 'no' });
    },
    listAliases: async () => [],
    testConnection: async () => undefined,
  };
  const app = {
    name: 'default',
    target: TARGET,
    hosting: closteFacts,
    www: 'main_only',
    intervalMs: 300_000,
    provider,
  } as const;
  useCases = useCasesOf({
    store: crashing,
    provider,
    apps: new Map([['default', app]]),
    dns: {
      authoritative: async () => blindDns(START),
      resolvers: async () => [],
      addresses: async () => [],
    },
    tls: { handshake: async (queried) => ({ queried, edges: [] }) },
    http: { front: async () => undefined, probe: async () => ({ challenge: [], site: [] }) as never },
    now: () => START,
  });
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

async function live(hostname: string): Promise<StoredMapping> {
  const stored = await store.findLive(hostname);
  if (!stored) throw new Error(`${hostname} is not mapped`);
  return stored;
}

it('a companion that a crash kept from being made is made by the next check', async () => {
  fails = 1;
  await expect(useCases.map({ hostname: APEX }, ACTOR)).rejects.toThrow('the power went out');
  const main = await live(APEX);
  expect(await store.findLive(WWW)).toBeUndefined();
  await useCases.advance(main.mapping.id);
  const www = await live(WWW);
  expect(www.mapping).toMatchObject({ primary: main.mapping.id, id: main.mapping.www?.id });
  await useCases.advance(main.mapping.id);
  expect((await store.list({ offset: 0, limit: 10 })).total).toBe(2);
});

it('the card knows of every change of the companion', async () => {
  await useCases.map({ hostname: APEX }, ACTOR);
  const www = await live(WWW);
  await useCases.advance(www.mapping.id);
  const [main, changed] = [await live(APEX), await live(WWW)];
  expect(changed.mapping.stage).toBe('checking-dns');
  expect(main.mapping.www?.revision).toBe(changed.mapping.revision);
  expect(main.mapping.revision).toBeGreaterThan(0);
});

it('a companion whose name was taken meanwhile is let go', async () => {
  fails = 1;
  await useCases.map({ hostname: APEX }, ACTOR).catch(() => undefined);
  await useCases.map({ hostname: WWW }, { ...ACTOR, requestId: 'd2' });
  const main = await live(APEX);
  await useCases.advance(main.mapping.id);
  expect((await live(APEX)).mapping.www).toBeUndefined();
  expect((await live(WWW)).mapping.primary).toBeUndefined();
});

it('a companion that Closte refuses to remove is asked for once, not at every check', async () => {
  await useCases.map({ hostname: APEX }, ACTOR);
  for (const hostname of [APEX, WWW]) await useCases.advance((await live(hostname)).mapping.id);
  refusesToRemove = true;
  await useCases.unmap((await live(APEX)).mapping.id, { ...ACTOR, requestId: 'd3' });
  const { id } = (await live(WWW)).mapping;
  for (let check = 0; check < 3; check++) await useCases.advance(id);
  const types = (await live(WWW)).events.map(({ type }) => type);
  expect(types.filter((type) => type === 'unmap.followed')).toHaveLength(1);
  expect(types.filter((type) => type === 'alias.remove_refused')).toHaveLength(1);
});

it('both come back from the messages alone', async () => {
  await useCases.map({ hostname: APEX }, ACTOR);
  for (const hostname of [APEX, WWW]) await useCases.advance((await live(hostname)).mapping.id);
  const reported = async (hostname: string, isWww: boolean) => {
    const stored = await live(hostname);
    const messages = Object.fromEntries(stored.events.map(({ id }, at) => [id, `${at + 1}.000001`]));
    const all = messagesOf({ ...stored, messages, card: { ...stored.card, ts: '1.000001' } });
    return isWww ? all.map((message) => ({ ...message, isReply: true, mapping: undefined })) : all;
  };
  const { storedMappings, lost } = rebuildMappings(
    [...(await reported(APEX, false)), ...(await reported(WWW, true))],
    POLICY,
  );
  expect(lost).toEqual([]);
  const found = new Map(storedMappings.map(({ mapping }) => [mapping.hostname, mapping]));
  expect(found.get(WWW)).toMatchObject({ primary: found.get(APEX)?.id, stage: 'checking-dns' });
  expect(found.get(APEX)?.www).toMatchObject({ id: found.get(WWW)?.id, hostname: WWW });
});
