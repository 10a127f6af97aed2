import { describe, expect, onTestFinished, test } from 'vitest';
import type { Mapping } from '../../../src/core/mapping.js';
import type { StoredJson } from '../../../src/store/format/form.js';
import {
  HostnameTaken,
  type Judge,
  type MappingSummary,
  RecordUnreadable,
  StaleVersion,
  type Store,
  type StoredMapping,
} from '../../../src/store/store.js';
import { summaryOf } from '../../../src/store/summary.js';
import { NOON, newStoredMapping, typicalMapping } from '../typical-mapping.js';
import { documentsContract } from './documents-contract.js';
import { unknownFieldsContract } from './unknown-fields-contract.js';

/** A record's JSON as it is stored. */
export interface WrittenRecords {
  written(id: string): Promise<StoredJson>;
  /** Changes it in its place, as another version of the bot might have written it. */
  rewrite(id: string, edit: (json: StoredJson) => void): Promise<void>;
}

/** An empty store, and the same data opened by a new process. */
export interface Bench extends WrittenRecords {
  readonly store: Store;
  reopen(judge?: Judge): Promise<Store>;
  /** Closes what is open and forgets the data. */
  dispose(): Promise<void>;
}

/** A bench whose stores are opened by `open`, each after the ones before were closed. */
export async function benchOf(
  open: (judge?: Judge) => Promise<Store>,
  firstJudge: Judge | undefined,
  forget: () => Promise<void>,
  records: WrittenRecords,
): Promise<Bench> {
  const store = await open(firstJudge);
  const opened = [store];
  const closeAll = () => Promise.all(opened.map((each) => each.close()));
  return {
    ...records,
    store,
    reopen: async (judge) => {
      await closeAll();
      const again = await open(judge);
      opened.push(again);
      return again;
    },
    dispose: async () => {
      await closeAll();
      await forget();
    },
  };
}

/** The store, and then the one of a new process: the first is closed by then. */
export async function* nowAndLater(store: Store, reopen: () => Promise<Store>): AsyncGenerator<Store> {
  yield store;
  yield await reopen();
}

const LEASE_MS = 60_000;
const ids = (claims: readonly { readonly mapping: string }[]) => claims.map(({ mapping }) => mapping);

/** What every implementation of `Store` must do. */
export function storeContract(name: string, open: (judge?: Judge) => Promise<Bench>): void {
  documentsContract(name, open);
  unknownFieldsContract(name, open);

  async function opened(judge?: Judge): Promise<Bench> {
    const bench = await open(judge);
    onTestFinished(() => bench.dispose());
    return bench;
  }
  const add = (store: Store, id: string, changes: Partial<Mapping> = {}) =>
    store.create(newStoredMapping(id, changes));
  const change = (store: Store, stored: StoredMapping, changes: Partial<Mapping>) =>
    store.save({ ...stored, mapping: { ...stored.mapping, ...changes } });

  describe(`${name}: records`, () => {
    test('what was created is there, now and after a restart, to the last field', async () => {
      const { store, reopen } = await opened();
      const created = await store.create(typicalMapping('m1'));
      expect(created).toEqual({ ...typicalMapping('m1'), version: 1 });
      expect(await store.load('m1')).toEqual(created);
      expect(await (await reopen()).load('m1')).toEqual(created);
    });

    test('an unknown id is undefined', async () => {
      const { store } = await opened();
      expect(await store.load('nobody')).toBeUndefined();
      expect(await store.findLive('nobody.example.com')).toBeUndefined();
    });

    test('a save raises the version and is there after a restart', async () => {
      const { store, reopen } = await opened();
      const saved = await change(store, await add(store, 'm1'), { revision: 7 });
      expect(saved).toMatchObject({ version: 2, mapping: { revision: 7 } });
      expect(await store.load('m1')).toEqual(saved);
      expect(await (await reopen()).load('m1')).toEqual(saved);
    });

    test('a check without news is there after a restart: when it was, when the next one is due, its version', async () => {
      const { store, reopen } = await opened();
      const { mapping } = await store.create(typicalMapping('m1'));
      const at = NOON + 60_000;
      const { dns, ssl } = mapping;
      const stored = await store.load('m1');
      if (!stored) throw new Error('m1 is gone');
      const saved = await change(store, stored, {
        nextCheckAt: at + 1,
        dns: { ...dns, contradictions: 1, observation: dns.observation && { ...dns.observation, at } },
        ssl: { ...ssl, observation: ssl.observation && { ...ssl.observation, at } },
      });
      for await (const each of nowAndLater(store, reopen)) {
        expect(await each.load('m1')).toEqual(saved);
        expect(await each.claimChecks(at, 9, 1)).toEqual([]);
        await expect(each.save(stored)).rejects.toThrow(StaleVersion);
      }
    });

    test('what is saved upon a check without news has both', async () => {
      const { store, reopen } = await opened();
      const checked = await change(store, await add(store, 'm1'), { nextCheckAt: NOON + 60_000 });
      const noted = await change(store, checked, { note: 'call first' });
      const again = await change(store, noted, { nextCheckAt: NOON + 120_000 });
      for await (const each of nowAndLater(store, reopen)) expect(await each.load('m1')).toEqual(again);
    });

    test('are all posted once, the removed ones too', async () => {
      const { store } = await opened();
      await add(store, 'm1');
      await add(store, 'm2', { stage: 'removed' });
      const all: string[] = [];
      for await (const { mapping } of store.all()) all.push(mapping.id);
      expect(all.sort()).toEqual(['m1', 'm2']);
    });

    test('a removed one can be created beside a live one of the same hostname', async () => {
      const { store } = await opened();
      const { mapping } = await add(store, 'm1');
      await add(store, 'm2', { hostname: mapping.hostname, stage: 'removed' });
      expect((await store.findLive(mapping.hostname))?.mapping.id).toBe('m1');
      expect((await store.findIndexed(mapping.hostname))?.id).toBe('m1');
    });

    test('what is indexed of a hostname is what its record says', async () => {
      const { store, reopen } = await opened();
      const { mapping } = await change(store, await add(store, 'm1', { app: 'blog' }), {
        channel: 'C0MOVED',
        alias: { intent: 'remove', state: 'removing', since: NOON, attempts: 0 },
      });
      for await (const each of nowAndLater(store, reopen)) {
        const { app, channel, alias } = (await each.findIndexed(mapping.hostname)) ?? {};
        expect({ app, channel, intent: alias?.intent }).toEqual({
          app: 'blog',
          channel: 'C0MOVED',
          intent: 'remove',
        });
        expect(await each.findIndexed('nobody.example.com')).toBeUndefined();
      }
    });

    test('can be counted by channel', async () => {
      const { store } = await opened();
      const { card } = await add(store, 'm1');
      const count = async (channel: string) => (await store.list({ channel, offset: 0, limit: 0 })).total;
      expect([await count(card.channel), await count('C0ELSEWHERE')]).toEqual([1, 0]);
    });

    test('a save of an older version is refused and changes nothing', async () => {
      const { store } = await opened();
      const first = await add(store, 'm1');
      const second = await change(store, first, { revision: 1 });
      await expect(change(store, first, { revision: 99 })).rejects.toThrow(StaleVersion);
      expect(await store.load('m1')).toEqual(second);
    });

    test('a save of a mapping that is not there is refused', async () => {
      const { store } = await opened();
      await expect(store.save({ ...newStoredMapping('m1'), version: 1 })).rejects.toThrow(StaleVersion);
    });

    test('of many saves of one version at once, one gets through', async () => {
      const { store } = await opened();
      const first = await add(store, 'm1');
      const tries = await Promise.allSettled(
        Array.from({ length: 20 }, (_, at) => change(store, first, { revision: at + 1 })),
      );
      const through = tries.filter((result) => result.status === 'fulfilled');
      expect(through).toHaveLength(1);
      expect(await store.load('m1')).toEqual(through[0]?.value);
    });
  });

  describe(`${name}: one live mapping for each hostname`, () => {
    const hostname = 'shop.example.com';

    test('a second one is refused with the first', async () => {
      const { store } = await opened();
      const first = await add(store, 'm1', { hostname });
      const refusal = await add(store, 'm2', { hostname }).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(HostnameTaken);
      expect(refusal).toMatchObject({ existing: first });
      expect(await store.load('m2')).toBeUndefined();
    });

    test('of many at once, one gets through', async () => {
      const { store } = await opened();
      const tries = await Promise.allSettled(
        Array.from({ length: 20 }, (_, at) => add(store, `m${at}`, { hostname })),
      );
      const through = tries.filter((result) => result.status === 'fulfilled');
      const refused = tries.filter((result) => result.status === 'rejected');
      expect(through).toHaveLength(1);
      expect(refused.every(({ reason }) => reason instanceof HostnameTaken)).toBe(true);
      expect(await store.findLive(hostname)).toEqual(through[0]?.value);
    });

    test('a removed one makes room; both records stay', async () => {
      const { store, reopen } = await opened();
      const first = await change(store, await add(store, 'm1', { hostname }), { stage: 'removed' });
      expect(await store.findLive(hostname)).toBeUndefined();
      const second = await add(store, 'm2', { hostname });
      for await (const each of nowAndLater(store, reopen)) {
        expect(await each.findLive(hostname)).toEqual(second);
        expect(await each.load('m1')).toEqual(first);
      }
    });
  });

  describe(`${name}: a record that can’t be read`, () => {
    const hostname = 'shop.example.com';
    const mappingIn = ({ mapping }: StoredJson) => mapping as Record<string, unknown>;
    const refusal = (work: Promise<unknown>) => work.catch((error: unknown) => error);
    const kinds: readonly [string, (json: StoredJson) => void][] = [
      ['of a newer version', (json) => Object.assign(mappingIn(json)['alias'] ?? {}, { state: 'weather' })],
      ['that is damaged', (json) => Object.assign(mappingIn(json), { requestedAt: 'yesterday' })],
    ];

    test.each(kinds)('%s keeps its hostname: that is neither mapped nor free', async (_, edit) => {
      const { store, reopen, rewrite } = await opened();
      const { mapping } = await add(store, 'm1', { hostname });
      await add(store, 'm2');
      await rewrite('m1', edit);
      const again = await reopen();
      const asked = [
        again.findLive(hostname),
        again.findIndexed(hostname),
        add(again, 'm3', { hostname }),
        add(again, 'm1', { hostname }),
        again.unreadable('m1'),
      ];
      for (const error of await Promise.all(asked.map(refusal))) {
        expect(error).toBeInstanceOf(RecordUnreadable);
        expect(error).toMatchObject({ hostname, channel: mapping.channel });
      }
      expect(await again.load('m3')).toBeUndefined();
      expect(again.setAside()).toHaveLength(1);
      expect(await again.unreadable('m2')).toBeUndefined();
      expect(await again.findLive('nobody.example.com')).toBeUndefined();
    });

    test.each(kinds)('%s makes room once it is removed, and keeps its ID', async (_, edit) => {
      const { store, reopen, rewrite } = await opened();
      await change(store, await add(store, 'm1', { hostname }), { stage: 'removed' });
      await rewrite('m1', edit);
      const again = await reopen();
      expect(await again.findLive(hostname)).toBeUndefined();
      expect(await again.findIndexed(hostname)).toBeUndefined();
      expect(await refusal(add(again, 'm1', { hostname }))).toBeInstanceOf(RecordUnreadable);
      const second = await add(again, 'm2', { hostname });
      expect(await again.findLive(hostname)).toEqual(second);
    });

    test('of a newer version is as it was after all attempts', async () => {
      const { store, reopen, written, rewrite } = await opened();
      await add(store, 'm1', { hostname });
      await rewrite('m1', (json) => Object.assign(mappingIn(json)['alias'] ?? {}, { state: 'weather' }));
      const before = await written('m1');
      const again = await reopen();
      for (const id of ['m1', 'm2']) await refusal(add(again, id, { hostname }));
      expect(await written('m1')).toEqual(before);
    });
  });

  describe(`${name}: list`, () => {
    async function filled(): Promise<Store> {
      const { store } = await opened();
      await add(store, 'm1', { hostname: 'c.example.com', app: 'shop', stage: 'done' });
      await add(store, 'm2', { hostname: 'a.example.com', app: 'blog', stage: 'failed' });
      await add(store, 'm3', { hostname: 'b.example.org', app: 'shop', stage: 'checking-dns' });
      await change(store, await add(store, 'm4', { hostname: 'd.example.com' }), { stage: 'removed' });
      return store;
    }

    test.each([
      ['everything live, by hostname', {}, ['m2', 'm3', 'm1'], 3],
      ['a page', { offset: 1, limit: 1 }, ['m3'], 3],
      ['beyond the end', { offset: 5 }, [], 3],
      ['of an app', { app: 'shop' }, ['m3', 'm1'], 2],
      ['of a stage', { stage: 'failed' }, ['m2'], 1],
      ['removed ones when asked for', { stage: 'removed' }, ['m4'], 1],
      ['by part of the hostname', { text: 'example.c' }, ['m2', 'm1'], 2],
      ['all filters at once', { app: 'shop', stage: 'done', text: 'c.' }, ['m1'], 1],
    ] as const)('%s', async (_, query, expected, total) => {
      const store = await filled();
      const page = await store.list({ offset: 0, limit: 10, ...query });
      expect(page.mappings.map(({ id }) => id)).toEqual(expected);
      expect(page.total).toBe(total);
    });

    test('shows what was saved last', async () => {
      const store = await filled();
      const stored = await store.load('m2');
      if (stored) await change(store, stored, { stage: 'done' });
      const { mappings } = await store.list({ offset: 0, limit: 1 });
      expect(mappings[0]).toMatchObject({ id: 'm2', stage: 'done' });
    });
  });

  describe(`${name}: summaries`, () => {
    type Query = Parameters<Store['summaries']>[0];
    async function summaries(store: Store, query: Query = {}) {
      const found: MappingSummary[] = [];
      for await (const batch of store.summaries(query)) found.push(...batch);
      return found.sort((one, other) => (one.id < other.id ? -1 : 1));
    }
    const summary = async (store: Store) => (await summaries(store))[0];

    test.each([
      ['every live mapping once', {}, ['m1', 'm2']],
      ['those of an app', { app: 'blog' }, ['m2']],
      ['the removed ones', { stage: 'removed' }, ['m3']],
    ] as const)('%s', async (_, query, expected) => {
      const { store, reopen } = await opened();
      await add(store, 'm1');
      await add(store, 'm2', { app: 'blog' });
      await change(store, await add(store, 'm3'), { stage: 'removed' });
      for await (const each of nowAndLater(store, reopen))
        expect((await summaries(each, query)).map(({ id }) => id)).toEqual(expected);
    });

    test('of more mappings than a batch holds, each once', async () => {
      const { store } = await opened();
      const many = Array.from({ length: 300 }, (_, at) => `m${at}`);
      await Promise.all(many.map((id) => add(store, id)));
      expect((await summaries(store)).map(({ id }) => id)).toEqual(many.sort());
    });

    test('say what was saved last, now and after a restart', async () => {
      const { store, reopen } = await opened();
      const watched = { fingerprint: 'AB', validTo: NOON + 9 };
      const saved = await change(store, await add(store, 'm1'), {
        stage: 'done',
        channel: 'C0MOVED',
        assignee: 'UBOB',
        outcome: { stage: 'done', at: NOON + 5 },
        ssl: { state: 'valid', since: NOON, contradictions: 0, watched },
      });
      for await (const each of nowAndLater(store, reopen)) {
        const { judgement: _, ...seen } = summaryOf(saved.mapping, undefined);
        expect(await summary(each)).toMatchObject(seen);
        expect(seen).toMatchObject({
          channel: 'C0MOVED',
          responsible: 'UBOB',
          readyAt: NOON + 5,
          certificateEnd: NOON + 9,
        });
      }
    });

    /** Judges by the revision, so that it shows what was judged. */
    const judgeBy =
      (basis: string): Judge =>
      ({ revision }) => ({ health: 'waiting', whoActs: 'nobody', since: revision, from: 0, until: 1, basis });

    test('carry the judge’s latest judgement, renewed by a save and after a restart', async () => {
      const { store, reopen } = await opened(judgeBy('a'));
      const stored = await add(store, 'm1', { revision: 3 });
      expect((await summary(store))?.judgement).toEqual(judgeBy('a')(stored.mapping));
      await change(store, stored, { revision: 4 });
      expect((await summary(store))?.judgement?.since).toBe(4);
      const again = await reopen(judgeBy('b'));
      // A store that keeps what it judged shows its old basis until the record is read again.
      await again.load('m1');
      expect((await summary(again))?.judgement).toMatchObject({ since: 4, basis: 'b' });
    });

    test('judge again what is read again', async () => {
      let basis = 'a';
      const judge: Judge = (mapping) => judgeBy(basis)(mapping);
      const { store, reopen } = await opened(judge);
      await add(store, 'm1');
      const again = await reopen(judge);
      basis = 'b';
      expect((await summary(again))?.judgement?.basis).toBe('a');
      await again.load('m1');
      expect((await summary(again))?.judgement?.basis).toBe('b');
    });

    test('have no judgement in a store that judges nothing', async () => {
      const { store } = await opened();
      await add(store, 'm1');
      expect((await summary(store))?.judgement).toBeUndefined();
    });
  });

  describe(`${name}: checks that are due`, () => {
    test('longest overdue first, no more than asked for, none before its time', async () => {
      const { store } = await opened();
      await add(store, 'm1', { nextCheckAt: NOON + 2 });
      await add(store, 'm2', { nextCheckAt: NOON });
      await add(store, 'm3', { nextCheckAt: NOON + 1 });
      await add(store, 'm4', { nextCheckAt: NOON + 3 });
      expect(ids(await store.claimChecks(NOON - 1, 9, LEASE_MS))).toEqual([]);
      expect(ids(await store.claimChecks(NOON + 2, 2, LEASE_MS))).toEqual(['m2', 'm3']);
      expect(ids(await store.claimChecks(NOON + 2, 2, LEASE_MS))).toEqual(['m1']);
    });

    test('a mapping without a time waits for a person', async () => {
      const { store } = await opened();
      const stored = await add(store, 'm1');
      expect(await store.watched()).toBe(1);
      await change(store, stored, { nextCheckAt: undefined });
      expect(await store.watched()).toBe(0);
      expect(await store.claimChecks(NOON * 2, 9, LEASE_MS)).toEqual([]);
    });

    test('held until released', async () => {
      const { store } = await opened();
      await add(store, 'm1');
      const [claim] = await store.claimChecks(NOON, 9, LEASE_MS);
      expect(claim).toMatchObject({ mapping: 'm1', until: NOON + LEASE_MS });
      expect(await store.claimChecks(NOON, 9, LEASE_MS)).toEqual([]);
      if (claim) await store.release(claim);
      expect(ids(await store.claimChecks(NOON, 9, LEASE_MS))).toEqual(['m1']);
    });

    test('soon, whatever a clock that was years ahead wrote', async () => {
      const { store } = await opened();
      await add(store, 'm1', { nextCheckAt: NOON + 20 * 365 * 86_400_000 });
      expect(ids(await store.claimChecks(NOON + 8 * 3_600_000, 9, LEASE_MS))).toEqual(['m1']);
    });

    test('held until the lease ends; then the old claim has no say', async () => {
      const { store } = await opened();
      await add(store, 'm1');
      const [first] = await store.claimChecks(NOON, 9, LEASE_MS);
      expect(await store.claimChecks(NOON + LEASE_MS - 1, 9, LEASE_MS)).toEqual([]);
      const [second] = await store.claimChecks(NOON + LEASE_MS, 9, LEASE_MS);
      expect(second?.mapping).toBe('m1');
      expect(second?.token).not.toBe(first?.token);
      if (first) await store.release(first);
      expect(await store.claimChecks(NOON + LEASE_MS, 9, LEASE_MS)).toEqual([]);
    });

    test('a save under a claim does not hand the mapping out a second time', async () => {
      const { store } = await opened();
      const stored = await add(store, 'm1');
      const [claim] = await store.claimChecks(NOON, 9, LEASE_MS);
      await change(store, stored, { nextCheckAt: NOON + 5 });
      expect(await store.claimChecks(NOON + 5, 9, LEASE_MS)).toEqual([]);
      if (claim) await store.release(claim);
      expect(ids(await store.claimChecks(NOON + 5, 9, LEASE_MS))).toEqual(['m1']);
    });

    test('one can be claimed before its time, unless another worker has it', async () => {
      const { store } = await opened();
      await add(store, 'm1', { nextCheckAt: NOON + 1000 });
      expect(await store.claimCheck('m1', NOON, LEASE_MS)).toMatchObject({ mapping: 'm1' });
      expect(await store.claimCheck('m1', NOON, LEASE_MS)).toBeUndefined();
      expect(await store.claimChecks(NOON + 1000, 9, LEASE_MS)).toEqual([]);
      expect(await store.claimCheck('nobody', NOON, LEASE_MS)).toBeUndefined();
    });

    test('a check in progress does not hold up deliveries', async () => {
      const { store } = await opened();
      await add(store, 'm1');
      await store.claimChecks(NOON, 9, LEASE_MS);
      expect(ids(await store.claimOutbox(NOON, 9, LEASE_MS))).toEqual(['m1']);
    });
  });

  describe(`${name}: deliveries that are due`, () => {
    const pending = (event: string, notBefore: number) => ({ event, attempts: 0, notBefore });
    const failed = (event: string, notBefore: number) => ({ event, attempts: 1, notBefore });
    const posted = { channel: 'C1', ts: '1.0', shownRevision: 0, notBefore: NOON };
    const shown = { ...posted, shownRevision: 1 };

    test.each([
      ['the first is due', [pending('e1', NOON), pending('e2', NOON + 9)], posted, true],
      ['a failed one holds up the next', [failed('e1', NOON + 1), pending('e2', NOON)], shown, false],
      ['one that waits goes with the next', [pending('e1', NOON + 1), pending('e2', NOON)], shown, true],
      ['the only one waits', [pending('e1', NOON + 1)], shown, false],
      ['nothing pending, the card is fresh', [], { ...posted, shownRevision: 1 }, false],
      ['nothing pending, the card is stale', [], posted, true],
      ['the card is stale, but paused', [], { ...posted, notBefore: NOON + 1 }, false],
      ['a stale card does not wait for a delivery that does', [pending('e1', NOON + 1)], posted, true],
      ['nothing pending and no card to update', [], { ...posted, ts: undefined }, false],
    ] as const)('%s', async (_, outbox, card, isDue) => {
      const { store } = await opened();
      await store.create({ ...newStoredMapping('m1', { revision: 1 }), outbox, card });
      expect(ids(await store.claimOutbox(NOON, 9, LEASE_MS))).toEqual(isDue ? ['m1'] : []);
    });

    test('oldest first; also those of removed mappings', async () => {
      const { store } = await opened();
      const late = await add(store, 'm1');
      await store.save({ ...late, outbox: [pending('e1', NOON + 1)] });
      await add(store, 'm2', { stage: 'removed', nextCheckAt: undefined });
      expect(ids(await store.claimOutbox(NOON + 1, 9, LEASE_MS))).toEqual(['m2', 'm1']);
    });
  });

  describe(`${name}: many cards to update`, () => {
    test('don’t hold up a reply that is due later', async () => {
      const { store } = await opened();
      const card = { channel: 'C1', ts: '1.0', shownRevision: 0, notBefore: 0 };
      for (let count = 0; count < 20; count++)
        await store.create({ ...newStoredMapping(`m${count}`, { revision: 1 }), outbox: [], card });
      await store.create({ ...newStoredMapping('reported'), card: { ...card, shownRevision: 1 } });
      expect(ids(await store.claimOutbox(NOON, 1, LEASE_MS))).toEqual(['reported']);
    });
  });

  describe(`${name}: mappings with a pending event`, () => {
    test('are known, removed ones included, until nothing is pending', async () => {
      const { store } = await opened();
      await store.create(newStoredMapping('waiting'));
      await store.create({ ...newStoredMapping('posted'), outbox: [] });
      const removed = await store.create(newStoredMapping('removed', { stage: 'removed' }));
      expect((await store.pendingMappings()).toSorted()).toEqual(['removed', 'waiting']);
      await store.save({ ...removed, outbox: [] });
      expect(await store.pendingMappings()).toEqual(['waiting']);
    });
  });

  describe(`${name}: a reply`, () => {
    const FIRST = 'm1-event-5';
    const SECOND = 'm1-event-7';
    const withPending = (store: Store) =>
      store.create({
        ...typicalMapping('m1'),
        outbox: [FIRST, SECOND].map((event) => ({ event, attempts: 0, notBefore: NOON })),
      });

    test('finds what it takes, now and after a restart, and nothing of a mapping that is not there', async () => {
      const { store, reopen } = await opened();
      const created = await withPending(store);
      for await (const each of nowAndLater(store, reopen)) {
        const part = await each.loadReplyPart('m1');
        expect(part).toMatchObject({ version: 1, outbox: created.outbox, card: created.card });
        expect(part?.events).toEqual(
          expect.arrayContaining(created.events.filter(({ id }) => [FIRST, SECOND].includes(id))),
        );
        expect(await each.loadReplyPart('nobody')).toBeUndefined();
      }
    });

    test('that was accepted is in the whole record, now and after a restart', async () => {
      const { store, reopen } = await opened();
      const created = await withPending(store);
      const again = await reopen();
      const part = await again.markPosted('m1', [FIRST], '2.0');
      expect(part).toMatchObject({ version: 2, outbox: [{ event: SECOND }] });
      await again.markPosted('m1', [SECOND], '3.0');
      const messages = { ...created.messages, [FIRST]: '2.0', [SECOND]: '3.0' };
      for await (const each of nowAndLater(again, reopen)) {
        expect(await each.load('m1')).toEqual({ ...created, version: 3, outbox: [], messages });
        expect(await each.claimOutbox(NOON, 9, LEASE_MS)).toEqual([]);
      }
    });

    test('is marked whatever was saved in between, and what was loaded before it is out of date', async () => {
      const { store } = await opened();
      const created = await withPending(store);
      await store.loadReplyPart('m1');
      await change(store, created, { note: 'call first' });
      const noted = await store.load('m1');
      await Promise.all([store.markPosted('m1', [FIRST], '2.0'), store.markPosted('m1', [SECOND], '3.0')]);
      expect(await store.load('m1')).toMatchObject({
        version: 4,
        mapping: { note: 'call first' },
        outbox: [],
        messages: { [FIRST]: '2.0', [SECOND]: '3.0' },
      });
      await expect(store.save(noted ?? created)).rejects.toThrow(StaleVersion);
    });

    test('of a mapping that is not there is an error', async () => {
      const { store } = await opened();
      await expect(store.markPosted('nobody', ['e1'], '1.0')).rejects.toThrow('nobody');
    });
  });

  describe(`${name}: deliveries of several channels`, () => {
    const inChannel = (id: string, channel: string) => {
      const stored = newStoredMapping(id);
      return { ...stored, card: { ...stored.card, channel } };
    };

    test('a channel’s long queue holds up no other', async () => {
      const { store } = await opened();
      for (let count = 0; count < 50; count++) await store.create(inChannel(`m${count}`, 'C1'));
      await store.create(inChannel('other', 'C2'));
      const claims = await store.claimOutbox(NOON, 2, LEASE_MS);
      expect(claims).toHaveLength(3);
      expect(ids(claims)).toContain('other');
      expect(await store.claimOutbox(NOON, 2, LEASE_MS)).toEqual([]);
      for (const claim of claims.slice(0, 1)) await store.release(claim);
      expect(await store.claimOutbox(NOON, 2, LEASE_MS)).toHaveLength(1);
      expect(await store.claimOutbox(NOON + LEASE_MS, 2, LEASE_MS)).toHaveLength(3);
    });
  });

  describe(`${name}: a claimed delivery`, () => {
    test('is held until it is released, and by nobody else', async () => {
      const { store } = await opened();
      await store.create(newStoredMapping('m1'));
      const [claim] = await store.claimOutbox(NOON, 2, LEASE_MS);
      if (!claim) throw new Error('nothing was claimed');
      expect(await store.isHeld(claim)).toBe(true);
      expect(await store.isHeld({ ...claim, token: `${claim.token}0`.replace(' ', '0 ') })).toBe(false);
      await store.release(claim);
      expect(await store.isHeld(claim)).toBe(false);
      const [next] = await store.claimOutbox(NOON, 2, LEASE_MS);
      expect(next && (await store.isHeld(next))).toBe(true);
      expect(await store.isHeld(claim)).toBe(false);
    });
  });

  describe(`${name}: work that may have got somewhere`, () => {
    const claimOutboxOf = async (store: Store) => (await store.claimOutbox(NOON, 1, LEASE_MS))[0];
    const claimCheck = async (store: Store) => (await store.claimChecks(NOON, 1, LEASE_MS))[0];
    const two = (id: string) => ({
      ...newStoredMapping(id),
      outbox: ['e1', 'e2'].map((event) => ({ event, attempts: 0, notBefore: NOON })),
    });

    test('a delivery is repeated when it was claimed before and is still the first', async () => {
      const { store } = await opened();
      let stored = await store.create(two('m1'));
      const first = await claimOutboxOf(store);
      expect(first?.repeated).toBe(false);
      stored = await change(store, stored, { revision: 1 });
      if (first) await store.release(first);
      const second = await claimOutboxOf(store);
      expect(second?.repeated).toBe(true);
      await store.save({ ...stored, outbox: stored.outbox.slice(1) });
      if (second) await store.release(second);
      expect((await claimOutboxOf(store))?.repeated).toBe(false);
    });

    test('a check is repeated until a save moves its time', async () => {
      const { store } = await opened();
      const stored = await add(store, 'm1');
      const first = await claimCheck(store);
      expect(first?.repeated).toBe(false);
      if (first) await store.release(first);
      const second = await claimCheck(store);
      expect(second?.repeated).toBe(true);
      await change(store, stored, { nextCheckAt: NOON - 1 });
      if (second) await store.release(second);
      expect((await claimCheck(store))?.repeated).toBe(false);
    });

    test('after a restart what was claimed is repeated, and what comes after it is not', async () => {
      const { store, reopen } = await opened();
      const stored = await store.create(two('m1'));
      await claimOutboxOf(store);
      await claimCheck(store);
      const again = await reopen();
      const claim = await claimOutboxOf(again);
      expect(claim?.repeated).toBe(true);
      expect((await claimCheck(again))?.repeated).toBe(true);
      await again.save({ ...stored, outbox: stored.outbox.slice(1) });
      if (claim) await again.release(claim);
      expect((await claimOutboxOf(again))?.repeated).toBe(false);
    });
  });

  describe(`${name}: the end`, () => {
    test('closing waits for writes under way and takes no more', async () => {
      const { store, reopen } = await opened();
      const stored = await add(store, 'm1');
      const saving = change(store, stored, { revision: 5 });
      await store.close();
      const saved = await saving;
      await expect(change(store, saved, { revision: 6 })).rejects.toThrow();
      await expect(add(store, 'm2')).rejects.toThrow();
      expect(await (await reopen()).load('m1')).toEqual(saved);
    });

    test('can be closed twice', async () => {
      const { store } = await opened();
      await store.close();
      await store.close();
    });
  });
}
