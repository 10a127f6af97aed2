import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.js';
import {
  type Claim,
  HostnameTaken,
  StaleVersion,
  type Store,
  type StoredMapping,
} from '../../src/store/store.js';
import { silentLog, temporaryFolder } from './temporary.js';
import { NOON, newStoredMapping } from './typical-mapping.js';

const LEASE_MS = 10;

/** What the store should hold, kept by following what it said. */
interface Model {
  readonly storedMappings: Map<string, StoredMapping>;
  readonly claims: Map<string, Claim>;
  now: number;
}

type Action = (store: Store, model: Model) => Promise<void>;

const id = fc.integer({ min: 0, max: 5 }).map((number) => `m${number}`);
const hostname = fc.constantFrom('a.example.com', 'b.example.com', '*.example.com');
const nextCheckAt = fc.option(fc.integer({ min: NOON, max: NOON + 50 }), { nil: undefined });

const isLive = ({ mapping }: StoredMapping): boolean => mapping.stage !== 'removed';

const create = fc.record({ id, hostname, nextCheckAt }).map(
  ({ id, ...changes }): Action =>
    async (store, { storedMappings }) => {
      if (storedMappings.has(id)) return;
      try {
        const created = await store.create(newStoredMapping(id, changes));
        expect(
          [...storedMappings.values()].filter(isLive).map(({ mapping }) => mapping.hostname),
        ).not.toContain(changes.hostname);
        expect(created.version).toBe(1);
        storedMappings.set(id, created);
      } catch (error) {
        expect(error).toBeInstanceOf(HostnameTaken);
        expect(storedMappings.get((error as HostnameTaken).existing.mapping.id)?.mapping.hostname).toBe(
          changes.hostname,
        );
      }
    },
);

/** Several workers save what they loaded, all at once. */
const saves = fc
  .record({ id, tries: fc.array(nextCheckAt, { minLength: 1, maxLength: 4 }), isStale: fc.boolean() })
  .map(
    ({ id, tries, isStale }): Action =>
      async (store, { storedMappings }) => {
        const loaded = await store.load(id);
        expect(loaded).toEqual(storedMappings.get(id));
        if (!loaded || !isLive(loaded)) return;
        const base = isStale ? { ...loaded, version: loaded.version - 1 } : loaded;
        const results = await Promise.allSettled(
          tries.map((at) => store.save({ ...base, mapping: { ...base.mapping, nextCheckAt: at } })),
        );
        const through = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
        for (const result of results)
          if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(StaleVersion);
        expect(through).toHaveLength(isStale ? 0 : 1);
        for (const saved of through) storedMappings.set(id, saved);
      },
  );

const remove = id.map(
  (id): Action =>
    async (store, { storedMappings }) => {
      const stored = storedMappings.get(id);
      if (!stored || !isLive(stored)) return;
      const mapping = { ...stored.mapping, stage: 'removed' as const, nextCheckAt: undefined };
      storedMappings.set(id, await store.save({ ...stored, mapping }));
    },
);

const claim = fc.integer({ min: 1, max: 3 }).map(
  (limit): Action =>
    async (store, { storedMappings, claims, now }) => {
      const taken = await store.claimChecks(now, limit, LEASE_MS);
      const dueAt = (id: string) => storedMappings.get(id)?.mapping.nextCheckAt ?? Number.POSITIVE_INFINITY;
      const due = [...storedMappings.keys()].filter(
        (each) => dueAt(each) <= now && (claims.get(each)?.until ?? 0) <= now,
      );
      expect(taken).toHaveLength(Math.min(limit, due.length));
      expect(taken.map(({ mapping }) => dueAt(mapping))).toEqual(
        due
          .map(dueAt)
          .sort((one, other) => one - other)
          .slice(0, limit),
      );
      for (const each of taken) {
        expect(due).toContain(each.mapping);
        claims.set(each.mapping, each);
      }
    },
);

const release = id.map(
  (id): Action =>
    async (store, { claims }) => {
      const held = claims.get(id);
      if (!held) return;
      await store.release(held);
      claims.delete(id);
    },
);

const wait = fc.integer({ min: 1, max: 15 }).map(
  (ms): Action =>
    async (_, model) => {
      model.now += ms;
    },
);

const action = fc.oneof(create, saves, remove, { arbitrary: claim, weight: 2 }, release, wait);

test('whatever is done in whatever order, the store is what its answers said, also after a restart', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 40 }), async (actions) => {
      const folder = await temporaryFolder();
      const open = () =>
        openLowdbStore({ dataDir: folder.path, now: () => NOON, newToken: randomUUID, log: silentLog });
      const store = await open();
      const model: Model = { storedMappings: new Map(), claims: new Map(), now: NOON };
      try {
        for (const act of actions) await act(store, model);
        await expectSame(store, model);
        await store.close();
        const again = await open();
        await expectSame(again, model);
        await again.close();
      } finally {
        await store.close();
        await folder.remove();
      }
    }),
    { numRuns: 60 },
  );
});

/** Nothing is awaited in between: creates, removals and claims cross each other on a few hostnames. */
test('whatever crosses whatever, a hostname has one live mapping and a mapping one holder', async () => {
  const step = fc.record({ worker: fc.nat(7), hostname });
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(step, { minLength: 5, maxLength: 25 }),
      async (scheduler, steps) => {
        const folder = await temporaryFolder();
        const options = { dataDir: folder.path, now: () => NOON, newToken: randomUUID, log: silentLog };
        const store = await openLowdbStore(options);
        const holders = new Map<string, string>();
        const live = new Map<string, string>();
        const run = async ({ hostname }: { hostname: string }, at: number) => {
          await scheduler.schedule(Promise.resolve());
          const created = await store
            .create(newStoredMapping(`m${at}`, { hostname }))
            .catch((error: unknown) => {
              expect(error).toBeInstanceOf(HostnameTaken);
            });
          if (created) {
            expect(live.has(hostname)).toBe(false);
            live.set(hostname, created.mapping.id);
          }
          for (const { mapping, token } of await store.claimChecks(NOON, 1, LEASE_MS)) {
            expect(holders.has(mapping)).toBe(false);
            holders.set(mapping, token);
          }
          await scheduler.schedule(Promise.resolve());
          if (!created) return;
          live.delete(hostname);
          await store.save({
            ...created,
            mapping: { ...created.mapping, stage: 'removed', nextCheckAt: undefined },
          });
        };
        try {
          const running = Promise.all(steps.map(run));
          await scheduler.waitFor(running);
          expect((await store.list({ offset: 0, limit: 100 })).total).toBe(0);
          expect(await store.watched()).toBe(0);
        } finally {
          await store.close();
          await folder.remove();
        }
      },
    ),
    { numRuns: 40 },
  );
});

async function expectSame(store: Store, { storedMappings }: Model): Promise<void> {
  for (const [id, stored] of storedMappings) expect(await store.load(id)).toEqual(stored);
  const live = [...storedMappings.values()].filter(isLive);
  for (const stored of live) expect(await store.findLive(stored.mapping.hostname)).toEqual(stored);
  const { mappings, total } = await store.list({ offset: 0, limit: 100 });
  expect(total).toBe(live.length);
  expect(mappings.map(({ hostname }) => hostname)).toEqual(
    live.map(({ mapping }) => mapping.hostname).sort(),
  );
  expect(await store.watched()).toBe(live.filter(({ mapping }) => mapping.nextCheckAt !== undefined).length);
}
