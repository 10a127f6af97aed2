import { expect, it, onTestFinished, vi } from 'vitest';
import { type Multisite, MultisiteError } from '../../../src/multisite/multisite.js';
import type { App } from '../../../src/use-cases/ports.js';
import { NetworkPauses } from '../../../src/use-cases/shared/network-pauses.js';
import { createMappingProbe, type ProbeDeps } from '../../../src/use-cases/shared/probe-mapping.js';
import { advance } from '../../../src/use-cases/worker/advance.js';
import { AliasLists } from '../../../src/use-cases/worker/alias-lists.js';
import { openStore, temporaryFolder } from '../../store/temporary.js';
import { newStoredMapping } from '../../store/typical-mapping.js';
import { blindDns, dnsSeen, right, START, TARGET } from '../../support/observations.js';
import { portsOf } from '../../support/use-cases.js';

const ALL = 20;
const INTERVAL_MS = 60_000;

/** An app whose network never answers, and what happened when its mappings were advanced. */
async function appWithDeadNetwork() {
  const folder = await temporaryFolder();
  const store = await openStore(folder.path, () => START);
  onTestFinished(async () => {
    await store.close();
    await folder.remove();
  });
  let asked = 0;
  const never = async () => {
    asked++;
    throw new MultisiteError('timed-out', 'no answer');
  };
  const app = {
    name: 'default',
    target: TARGET,
    www: 'never',
    intervalMs: INTERVAL_MS,
    multisite: { rest: { findDomainRecord: never, getDomainRecord: never } },
  } as unknown as App;
  const ports = portsOf({
    store,
    apps: new Map([['default', app]]),
    now: () => START,
    provider: {},
    dns: {},
    tls: {},
    http: {},
  } as unknown as Parameters<typeof portsOf>[0]);
  const checked: string[] = [];
  const probe = async ({ id }: { readonly id: string }) => {
    checked.push(id);
    return { type: 'observed', target: TARGET, dns: blindDns(START) } as const;
  };
  const networkPauses = new NetworkPauses(
    () => START,
    () => 0.5,
  );
  const deps = { ...ports, networkPauses, aliasLists: new AliasLists(() => START) };
  return { store, checked, asked: () => asked, advanceOn: (id: string) => advance(deps, probe, id) };
}

it('a network that never answers is asked by one mapping; the others are checked meanwhile', async () => {
  const { store, advanceOn, asked, checked } = await appWithDeadNetwork();
  for (let at = 0; at < ALL; at++)
    await store.create(
      newStoredMapping(`m${at}`, {
        app: 'default',
        nextCheckAt: START,
        stage: 'checking-dns',
        alias: { intent: 'add', state: 'accepted', since: START, attempts: 0 },
        siteLink: { siteId: 7, state: 'requested', attempts: 0, notBefore: START },
      }),
    );
  for (let at = 0; at < ALL; at++) await advanceOn(`m${at}`);
  expect([asked(), checked.length]).toEqual([1, 0]);
  // All are due at once in the lane of checks, not in the network's few slots.
  const lanes = await store.claimChecks(START, ALL, 60_000, {
    lane: 'checks',
    perApp: Number.POSITIVE_INFINITY,
    first: [],
  });
  expect(lanes).toHaveLength(ALL);
  for (let at = 1; at < ALL; at++) await advanceOn(`m${at}`);
  expect([asked(), checked.length]).toEqual([1, ALL - 1]);
});

it('a network that never answers delays no check of its own app by more than one interval', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  let now = 0;
  const networkPauses = new NetworkPauses(
    () => now,
    () => 0.5,
  );
  const never = () => new Promise<never>(() => undefined);
  const app = {
    target: TARGET,
    multisite: { rest: { findDomainRecord: never } as unknown as Multisite },
  };
  const probe = createMappingProbe({
    dns: { authoritative: async () => dnsSeen(START, [right()]), resolvers: async () => [] },
    http: { probe: async () => ({}), front: async () => undefined },
    now: () => START,
    random: () => 0.5,
    networkPauses,
  } as unknown as ProbeDeps);
  // One after the other, as on a lane with a single slot: sixty checks within a minute.
  const waits: number[] = [];
  for (let at = 0; at < 60; at++) {
    const startedAt = Date.now();
    const probing = probe(newStoredMapping(`m${at}`, { app: 'default' }).mapping, app);
    await vi.advanceTimersByTimeAsync(0);
    await vi.runAllTimersAsync();
    expect(await probing).toMatchObject({ type: 'observed', network: 'unread' });
    waits.push(Date.now() - startedAt);
    now += 1_000;
  }
  const total = waits.reduce((sum, ms) => sum + ms, 0);
  expect(waits[0]).toBe(5_000);
  expect(total).toBeLessThanOrEqual(INTERVAL_MS);
});

it('deletions of records wait for the end of the pause and hold no slot', async () => {
  const { advanceOn, store, asked } = await appWithDeadNetwork();
  for (let at = 0; at < ALL; at++)
    await store.create(
      newStoredMapping(`m${at}`, {
        app: 'default',
        nextCheckAt: START,
        stage: 'removing',
        alias: { intent: 'remove', state: 'accepted', since: START, attempts: 0 },
        siteLink: { siteId: 7, domainRecordId: at + 1, state: 'present', attempts: 0, notBefore: START },
      }),
    );
  for (let at = 0; at < ALL; at++) await advanceOn(`m${at}`);
  expect(asked()).toBe(1);
  expect((await store.load('m5'))?.mapping).toMatchObject({
    nextCheckAt: START + 10_000,
    siteLink: { state: 'present', attempts: 0 },
  });
});

it('after a growing pause one asks again, and an answer ends the pauses', async () => {
  let now = 0;
  const pauses = new NetworkPauses(
    () => now,
    () => 0.5,
  );
  let asked = 0;
  const silent = async () => {
    asked++;
    throw new MultisiteError('timed-out', `no answer ${asked}`);
  };
  const answers = async () => 'well';
  await expect(pauses.ask('a', silent)).rejects.toThrow('no answer 1');
  const waits: number[] = [];
  for (let failures = 1; failures < 8; failures++) {
    const from = now;
    while (pauses.pauseOf('a')) now += 1_000;
    waits.push(now - from);
    // One asks; those beside it and after it hear what it heard last.
    const asking = pauses.ask('a', silent);
    await expect(pauses.ask('a', answers)).rejects.toThrow(`no answer ${failures}`);
    await expect(asking).rejects.toThrow(`no answer ${failures + 1}`);
  }
  expect(waits).toEqual(waits.toSorted((one, other) => one - other));
  expect(Math.max(...waits)).toBeLessThanOrEqual(11 * 60_000);
  expect(await pauses.ask('b', answers)).toBe('well');
  now += 11 * 60_000;
  expect([await pauses.ask('a', answers), await pauses.ask('a', answers)]).toEqual(['well', 'well']);
});

it('a network that refuses has answered: it is asked again at once', async () => {
  const pauses = new NetworkPauses(
    () => 0,
    () => 0.5,
  );
  const refusing = async () => {
    throw new MultisiteError('unauthorised', 'wrong key');
  };
  await expect(pauses.ask('a', refusing)).rejects.toThrow('wrong key');
  expect(pauses.pauseOf('a')).toBeUndefined();
});

it('every call of an app’s network counts: its list, its sites, its stages', async () => {
  let asked = 0;
  const never = async () => {
    asked++;
    throw new MultisiteError('unreachable', 'no route');
  };
  const rest = { listDomainRecords: never, getSite: never, setStage: never } as unknown as Multisite;
  const pauses = new NetworkPauses(
    () => 0,
    () => 0.5,
  );
  const guarded = pauses.guarded({ name: 'a', multisite: { rest } } as unknown as App).multisite?.rest;
  await expect(guarded?.getSite(7)).rejects.toThrow('no route');
  await expect(guarded?.listDomainRecords()).rejects.toThrow('no route');
  await expect(guarded?.setStage(1, 'done')).rejects.toThrow('no route');
  expect(asked).toBe(1);
});
