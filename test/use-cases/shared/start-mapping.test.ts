import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rebuildMappings } from '../../../src/audit/rebuild.js';
import { closte } from '../../../src/hosting/closte/closte.js';
import { ProviderError } from '../../../src/hosting/provider.js';
import type { Store, StoredMapping } from '../../../src/store/store.js';
import { openStore, temporaryFolder } from '../../store/temporary.js';
import { blindDns, POLICY, START, TARGET } from '../../support/observations.js';
import { messagesOf } from '../../support/reported-mapping.js';
import type { TestUseCases } from '../../support/use-cases.js';
import { useCasesOf } from '../../support/use-cases.js';

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
    hosting: closte,
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
    http: {
      front: async () => undefined,
      probe: async () => ({ ssl: { edges: [] }, http: { challenge: [], site: [] } }) as never,
    },
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

it('a www mapping that a crash kept from being made is made by the next check', async () => {
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

it('the card knows of every change of the www mapping', async () => {
  await useCases.map({ hostname: APEX }, ACTOR);
  const www = await live(WWW);
  await useCases.advance(www.mapping.id);
  const [main, changed] = [await live(APEX), await live(WWW)];
  expect(changed.mapping.stage).toBe('checking-dns');
  expect(main.mapping.www?.revision).toBe(changed.mapping.revision);
  expect(main.mapping.revision).toBeGreaterThan(0);
});

it('a www name that somebody maps first becomes the www mapping', async () => {
  fails = 1;
  await useCases.map({ hostname: APEX }, ACTOR).catch(() => undefined);
  await useCases.map({ hostname: WWW }, { ...ACTOR, requestId: 'd2' });
  await useCases.advance((await live(APEX)).mapping.id);
  const [main, www] = [await live(APEX), await live(WWW)];
  expect(main.mapping.www).toMatchObject({ id: www.mapping.id, hostname: WWW });
  expect(www.mapping.primary).toBe(main.mapping.id);
  expect((await store.list({ offset: 0, limit: 10 })).total).toBe(2);
});

describe('a name and its www name are one pair on one card', () => {
  /** As if its card were in Slack. */
  async function withCard(hostname: string, ts: string): Promise<void> {
    const stored = await live(hostname);
    await store.save({ ...stored, outbox: [], card: { ...stored.card, ts, shownRevision: 0 } });
  }

  it('when www was first: it joins, its own card becomes an earlier one that points to the shared one', async () => {
    await useCases.map({ hostname: WWW }, ACTOR);
    await useCases.advance((await live(WWW)).mapping.id);
    await withCard(WWW, '1.000001');
    const before = await live(WWW);
    expect(before.mapping.primary).toBeUndefined();

    await useCases.map({ hostname: APEX }, { ...ACTOR, requestId: 'd2' });
    const [main, www] = [await live(APEX), await live(WWW)];
    expect(main.mapping.www).toMatchObject({ id: www.mapping.id, revision: www.mapping.revision });
    expect(www.mapping).toMatchObject({ id: before.mapping.id, primary: main.mapping.id });
    expect(www.events.at(-1)).toMatchObject({
      type: 'card.joined',
      details: { primary: main.mapping.id, primaryHostname: APEX },
    });
    expect(www.card.ts).toBeUndefined();
    expect(main.card.earlier).toMatchObject([
      { ts: '1.000001', because: 'joined', pointer: { attempts: 0 } },
    ]);
    expect((await store.list({ offset: 0, limit: 10 })).total).toBe(2);
    // Nothing changes again.
    await useCases.advance(main.mapping.id);
    expect((await live(APEX)).card.earlier).toHaveLength(1);
    expect((await live(WWW)).events.filter(({ type }) => type === 'card.joined')).toHaveLength(1);
  });

  it('when the apex was first, without www: the www shares its card', async () => {
    const main = await mapAlone(APEX);
    await useCases.map({ hostname: WWW }, { ...ACTOR, requestId: 'd2' });
    const www = await live(WWW);
    expect(www.mapping.primary).toBe(main);
    expect((await live(APEX)).mapping.www).toMatchObject({ id: www.mapping.id });
  });

  it('a www that was unmapped alone and comes back is on the same card', async () => {
    await useCases.map({ hostname: APEX }, ACTOR);
    const first = (await live(WWW)).mapping.id;
    await useCases.unmap(first, { ...ACTOR, requestId: 'd2' });
    await useCases.advance(first);
    await useCases.map({ hostname: WWW }, { ...ACTOR, requestId: 'd3' });
    const again = (await live(WWW)).mapping;
    expect(again.id).not.toBe(first);
    expect((await live(APEX)).mapping.www).toMatchObject({ id: again.id });
  });

  it('but not across channels: each keeps the card that was asked for there', async () => {
    await useCases.map({ hostname: WWW }, ACTOR);
    await useCases.map({ hostname: APEX }, { ...ACTOR, channel: 'C2', requestId: 'd2' });
    expect((await live(WWW)).mapping.primary).toBeUndefined();
    expect((await live(APEX)).mapping.www).toBeUndefined();
  });

  it('unmapping the apex takes a www along that joined it', async () => {
    await useCases.map({ hostname: WWW }, ACTOR);
    await useCases.map({ hostname: APEX }, { ...ACTOR, requestId: 'd2' });
    await useCases.unmap((await live(APEX)).mapping.id, { ...ACTOR, requestId: 'd3' });
    expect((await live(WWW)).mapping.alias.intent).toBe('remove');
  });

  it('a www that joined comes back from the messages as part of the pair', async () => {
    await useCases.map({ hostname: WWW }, ACTOR);
    await useCases.map({ hostname: APEX }, { ...ACTOR, requestId: 'd2' });
    const reported = async (hostname: string, at: number) => {
      const stored = await live(hostname);
      const messages = Object.fromEntries(stored.events.map(({ id }, nr) => [id, `${at + nr}.000001`]));
      return messagesOf({ ...stored, messages, card: { ...stored.card, ts: `${at}.000001` } });
    };
    const { storedMappings } = rebuildMappings(
      [...(await reported(WWW, 1)), ...(await reported(APEX, 10))],
      POLICY,
    );
    const found = new Map(storedMappings.map(({ mapping, card }) => [mapping.hostname, { mapping, card }]));
    expect(found.get(WWW)).toMatchObject({ mapping: { primary: found.get(APEX)?.mapping.id } });
    expect(found.get(WWW)?.card.ts).toBeUndefined();
  });

  /** Before www was wanted. */
  async function mapAlone(hostname: string): Promise<string> {
    await useCases.map({ hostname }, ACTOR);
    const { mapping } = await live(hostname);
    const www = await live(WWW);
    await useCases.unmap(www.mapping.id, { ...ACTOR, requestId: 'd0' });
    await useCases.advance(www.mapping.id);
    const stored = await live(hostname);
    await store.save({ ...stored, mapping: { ...stored.mapping, www: undefined } });
    return mapping.id;
  }
});

it('a www mapping that Closte refuses to remove is asked for once, not at every check', async () => {
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
