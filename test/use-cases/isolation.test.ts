import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { compact } from '../../src/audit/compact.js';
import type { Store } from '../../src/store/store.js';
import { liveMappings } from '../../src/use-cases/shared/live-mappings.js';
import { createErrorReporter } from '../../src/use-cases/worker/error-reporter.js';
import { handleLogEntry } from '../../src/use-cases/worker/handle-log-entry.js';
import { openStore, recordingLog, silentLog, temporaryFolder } from '../store/temporary.js';
import { NOON, newStoredMapping, typicalMapping } from '../store/typical-mapping.js';
import { blindDns, START } from '../support/observations.js';
import { translatorFor } from '../support/translator.js';
import { portsOf, useCasesFrom } from '../support/use-cases.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
beforeEach(async () => {
  folder = await temporaryFolder();
  store = await openStore(folder.path, () => NOON);
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

const partsOf = (changes: object = {}) =>
  portsOf({
    store,
    provider: {
      addAlias: async () => 'added' as const,
      removeAlias: async () => 'removed' as const,
      listAliases: async () => [],
      testConnection: async () => undefined,
    },
    dns: { authoritative: async () => blindDns(START), resolvers: async () => [], addresses: async () => [] },
    tls: { handshake: async (queried) => ({ queried, edges: [] }) },
    http: {
      probe: async () => ({ ssl: { edges: [] }, http: { challenge: [], site: [] } }) as never,
      front: async () => undefined,
    },
    now: () => NOON,
    ...changes,
  });

/** Five mappings, of which the third can't be read any more. */
async function withDamage(): Promise<void> {
  for (const id of ['m1', 'm2', 'm3', 'm4', 'm5']) await store.create(typicalMapping(id));
  await store.close();
  store = await openStore(folder.path, () => NOON);
  const mappings = join(folder.path, 'mappings');
  const name = (await readdir(mappings)).find((each) => each.endsWith('.m3.json')) ?? '';
  await writeFile(join(mappings, name), '{');
}

const ACTOR = { user: 'UALICE', team: 'T1', channel: 'C1', requestId: 'd1' };
const useCases = () => useCasesFrom(partsOf());

const OTHERS = ['m1', 'm2', 'm4', 'm5'];

it('a mapping that can’t be read keeps no list from showing the others', async () => {
  await withDamage();
  const listed = await useCases().list({}, '', 0, ACTOR);
  expect(listed.mappings.map(({ mapping }) => mapping.id).sort()).toEqual(OTHERS);
});

it('a mapping that can’t be read does not stop the audit', async () => {
  await withDamage();
  const found = await useCases().auditAll({}, ACTOR);
  expect([...new Set(found.map(({ event }) => event.mapping))].sort()).toEqual(OTHERS);
});

it('a mapping that can’t be read does not stop the network’s reading, which needs no record', async () => {
  await withDamage();
  const load = vi.spyOn(store, 'load');
  const found = [...(await liveMappings({ store }, 'shop')).entries()];
  expect(found.map(([, { id }]) => id).sort()).toEqual([...OTHERS, 'm3'].sort());
  expect(load).not.toHaveBeenCalled();
});

it('a mapping that can’t be read or saved does not stop the nightly compaction', async () => {
  for (const id of ['m1', 'm2', 'm3']) {
    const stored = typicalMapping(id);
    const alias = { ...stored.mapping.alias, state: 'removed' as const, since: 0 };
    await store.create({ ...stored, mapping: { ...stored.mapping, stage: 'removed', alias } });
  }
  const saved: string[] = [];
  const failing: Store = {
    ...store,
    save: async (stored) => {
      if (stored.mapping.id === 'm2') throw new Error('EIO');
      saved.push(stored.mapping.id);
      return store.save(stored);
    },
  };
  expect(await compact({ store: failing, retentionMs: 1, now: () => NOON, log: silentLog })).toBe(2);
  expect(saved.sort()).toEqual(['m1', 'm3']);
});

it('a hostname of a log line that can’t be reported stops neither the line’s others nor the file', async () => {
  for (const id of ['m1', 'm2']) await store.create(newStoredMapping(id, { app: 'default' }));
  const { log, lines } = recordingLog();
  const failing: Store = {
    ...store,
    findLive: async (hostname) => {
      if (hostname === 'm1.example.com') throw new Error('EIO');
      return store.findLive(hostname);
    },
  };
  const deps = partsOf({ store: failing, log });
  const app = deps.apps.get('default');
  if (!app) throw new Error('no app');
  const entry = { at: '2026-11-20 12:00:00', message: 'm1.example.com and m2.example.com failed' };
  const logged = { id: 'l1', file: 'integration-closte.log', entry } as never;
  await handleLogEntry(deps, createErrorReporter(deps), app, logged);
  expect((await store.load('m2'))?.events.at(-1)?.type).toBe('error.logged');
  expect(lines.map(({ level }) => level)).toEqual(['error']);
});

it('repeated errors of a mapping that is gone do not stop the counting of others', async () => {
  await store.create(newStoredMapping('m1', { app: 'default' }));
  let now = NOON;
  let isGone = false;
  const load: Store['load'] = async (id) =>
    isGone && id === 'm0' ? undefined : store.load(id === 'm0' ? 'm1' : id);
  const errorReporter = createErrorReporter(partsOf({ store: { ...store, load }, now: () => now }));
  const report = (mapping: string, id: string) =>
    errorReporter.report({ mapping, source: mapping, message: 'x', kind: 'k', id });
  for (const id of ['1', '2']) await report('m0', `a${id}`);
  for (const id of ['1', '2']) await report('m1', `b${id}`);
  isGone = true;
  now += 3_600_000;
  await errorReporter.sweep();
  const reported = (await store.load('m1'))?.events.filter(
    (event) => event.type === 'error.logged' && event.details.again === 1,
  );
  expect(reported).toHaveLength(1);
});

it('of two verifications that were allowed at once, one works', async () => {
  let running = 0;
  const verification = { mappings: 0, events: 0, messages: 0, differences: [], unread: [] };
  const verify = async () => {
    if (running > 0) return 'running' as const;
    running++;
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    return { ...verification, outOfReach: 0, unusable: 0 };
  };
  const { assertMayVerify, verifyAudit } = useCasesFrom(partsOf({ verify }));
  await Promise.all([assertMayVerify(ACTOR), assertMayVerify(ACTOR)]);
  const both = [verifyAudit(() => undefined, ACTOR), verifyAudit(() => undefined, ACTOR)];
  const outcomes = await Promise.allSettled(both);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  await expect(verifyAudit(() => undefined, ACTOR)).resolves.toMatchObject(verification);
});

it('a hostname is found in the history behind a thousand of its subdomains', async () => {
  const removed = { stage: 'removed' as const, nextCheckAt: undefined };
  await store.create(newStoredMapping('own', { ...removed, hostname: 'z.example.com' }));
  const subdomains = Array.from({ length: 1_010 }, (_, at) =>
    newStoredMapping(`s${at}`, { ...removed, hostname: `a${at}.z.example.com` }),
  );
  await Promise.all(subdomains.map((each) => store.create(each)));
  const found = await useCases().history('z.example.com', 0, ACTOR);
  expect(found.entries.map(({ event }) => event.mapping)).toEqual(['own']);
});

it('links to replies name their thread, as chat.getPermalink does', async () => {
  const { permalink } = translatorFor();
  expect(permalink('C1', '1700000001.000200')).toBe('https://team.slack.test/archives/C1/p1700000001000200');
  expect(permalink('C1', '1700000001.000200', '1700000000.000100')).toBe(
    'https://team.slack.test/archives/C1/p1700000001000200?thread_ts=1700000000.000100&cid=C1',
  );
  const stored = typicalMapping('m1');
  const { events } = stored;
  const messages = { [events[1]?.id ?? '']: '1763630000.000100', [events[2]?.id ?? '']: '1763650000.000100' };
  const earlier = [{ channel: 'C9', ts: '1763620000.000100', because: 'moved' }] as const;
  const card = { ...stored.card, ts: '1763640000.000100', earlier };
  await store.create({ ...stored, messages, card });
  const { entries } = await useCases().history('m1.example.com', 0, ACTOR);
  const placeOf = (at: number) => {
    const { channel, threadTs } = entries.find(({ event }) => event.id === events[at]?.id) ?? {};
    return [channel, threadTs];
  };
  expect([placeOf(0), placeOf(1), placeOf(2)]).toEqual([
    [card.channel, undefined],
    ['C9', earlier[0].ts],
    [card.channel, card.ts],
  ]);
});
