import { afterEach, beforeEach, expect, it } from 'vitest';
import { rebuildRecords } from '../../src/audit/rebuild.js';
import { ClosteError } from '../../src/closte/closte.js';
import type { DomainService } from '../../src/service/domain-service.js';
import type { MappingRecord, Store } from '../../src/store/store.js';
import { openStore, temporaryFolder } from '../store/temporary.js';
import { blindDns, POLICY, START, TARGET } from '../support/observations.js';
import { serviceOf } from '../support/service.js';
import { messagesOf } from '../support/told-record.js';

const ASKER = { user: 'UALICE', team: 'T1', channel: 'C1', delivery: 'd1' };
const APEX = 'example.com';
const WWW = 'www.example.com';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
let fails: number;
let refusesToRemove: boolean;
let service: DomainService;

beforeEach(async () => {
  folder = await temporaryFolder();
  store = await openStore(folder.path, () => START);
  fails = 0;
  refusesToRemove = false;
  const crashing: Store = {
    ...store,
    create: async (record) => {
      if (record.mapping.hostname === WWW && fails-- > 0) throw new Error('the power went out');
      return store.create(record);
    },
  };
  const closte = {
    addAlias: async () => 'added' as const,
    removeAlias: async () => {
      if (!refusesToRemove) return 'removed' as const;
      throw new ClosteError('refused', 'no', { retryable: false, outcomeUnknown: false, said: 'no' });
    },
    listAliases: async () => [],
    testConnection: async () => undefined,
  };
  const app = { name: 'default', target: TARGET, www: 'main_only', intervalMs: 300_000, closte } as const;
  service = serviceOf({
    store: crashing,
    closte,
    apps: new Map([['default', app]]),
    dns: {
      authoritative: async () => blindDns(START),
      resolvers: async () => [],
      addresses: async () => [],
    },
    tls: { handshake: async (queried) => ({ queried, edges: [] }) },
    http: { front: async () => undefined, look: async () => ({ challenge: [], site: [] }) as never },
    now: () => START,
  });
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

async function live(hostname: string): Promise<MappingRecord> {
  const record = await store.findLive(hostname);
  if (!record) throw new Error(`${hostname} is not mapped`);
  return record;
}

it('a companion that a crash kept from being made is made by the next check', async () => {
  fails = 1;
  await expect(service.map({ hostname: APEX }, ASKER)).rejects.toThrow('the power went out');
  const main = await live(APEX);
  expect(await store.findLive(WWW)).toBeUndefined();
  await service.advance(main.mapping.id);
  const companion = await live(WWW);
  expect(companion.mapping).toMatchObject({ under: main.mapping.id, id: main.mapping.companion?.id });
  await service.advance(main.mapping.id);
  expect((await store.list({ offset: 0, limit: 10 })).total).toBe(2);
});

it('the card knows of every change of the companion', async () => {
  await service.map({ hostname: APEX }, ASKER);
  const companion = await live(WWW);
  await service.advance(companion.mapping.id);
  const [main, changed] = [await live(APEX), await live(WWW)];
  expect(changed.mapping.stage).toBe('checking-dns');
  expect(main.mapping.companion?.revision).toBe(changed.mapping.revision);
  expect(main.mapping.revision).toBeGreaterThan(0);
});

it('a companion whose name was taken meanwhile is let go', async () => {
  fails = 1;
  await service.map({ hostname: APEX }, ASKER).catch(() => undefined);
  await service.map({ hostname: WWW }, { ...ASKER, delivery: 'd2' });
  const main = await live(APEX);
  await service.advance(main.mapping.id);
  expect((await live(APEX)).mapping.companion).toBeUndefined();
  expect((await live(WWW)).mapping.under).toBeUndefined();
});

it('a companion that Closte refuses to remove is asked for once, not at every check', async () => {
  await service.map({ hostname: APEX }, ASKER);
  for (const hostname of [APEX, WWW]) await service.advance((await live(hostname)).mapping.id);
  refusesToRemove = true;
  await service.unmap((await live(APEX)).mapping.id, { ...ASKER, delivery: 'd3' });
  const { id } = (await live(WWW)).mapping;
  for (let check = 0; check < 3; check++) await service.advance(id);
  const types = (await live(WWW)).events.map(({ type }) => type);
  expect(types.filter((type) => type === 'unmap.followed')).toHaveLength(1);
  expect(types.filter((type) => type === 'closte.remove_refused')).toHaveLength(1);
});

it('both come back from the messages alone', async () => {
  await service.map({ hostname: APEX }, ASKER);
  for (const hostname of [APEX, WWW]) await service.advance((await live(hostname)).mapping.id);
  const told = async (hostname: string, isCompanion: boolean) => {
    const record = await live(hostname);
    const messages = Object.fromEntries(record.events.map(({ id }, at) => [id, `${at + 1}.000001`]));
    const all = messagesOf({ ...record, messages, card: { ...record.card, ts: '1.000001' } });
    return isCompanion ? all.map((message) => ({ ...message, isReply: true, mapping: undefined })) : all;
  };
  const { records, lost } = rebuildRecords(
    [...(await told(APEX, false)), ...(await told(WWW, true))],
    POLICY,
  );
  expect(lost).toEqual([]);
  const found = new Map(records.map(({ mapping }) => [mapping.hostname, mapping]));
  expect(found.get(WWW)).toMatchObject({ under: found.get(APEX)?.id, stage: 'checking-dns' });
  expect(found.get(APEX)?.companion).toMatchObject({ id: found.get(WWW)?.id, hostname: WWW });
});
