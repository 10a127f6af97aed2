import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.js';
import { createErrorReporter, type ErrorReporter } from '../../../src/use-cases/worker/error-reporter.js';
import { openStore, temporaryFolder } from '../../store/temporary.js';
import { blindDns, START } from '../../support/observations.js';
import { portsOf, useCasesFrom } from '../../support/use-cases.js';

const HOUR_MS = 3_600_000;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
let now: number;
/** What the clock on the wall was set by. */
let setByMs: number;
let errorReporter: ErrorReporter;
let mapping: string;

beforeEach(async () => {
  now = START;
  setByMs = 0;
  folder = await temporaryFolder();
  store = await openStore(folder.path, () => now);
  const provider = {
    addAlias: async () => 'added' as const,
    removeAlias: async () => 'removed' as const,
    listAliases: async () => [],
    testConnection: async () => undefined,
  };
  const deps = portsOf({
    store,
    provider,
    dns: { authoritative: async () => blindDns(now), resolvers: async () => [], addresses: async () => [] },
    tls: { handshake: async (queried) => ({ queried, edges: [] }) },
    http: {
      front: async () => undefined,
      probe: async () => ({ ssl: { edges: [] }, http: { challenge: [], site: [] } }) as never,
    },
    now: () => now + setByMs,
    monotonic: () => now,
  });
  errorReporter = createErrorReporter(deps);
  const actor = { user: 'UALICE', team: 'T1', channel: 'C1', requestId: 'd1' };
  const { stored } = await useCasesFrom(deps).map({ hostname: 'shop.example.com' }, actor);
  mapping = stored.mapping.id;
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

const report = (id: string, kind = 'k', message = `line ${id}`) =>
  errorReporter.report({ mapping, source: 'integration-closte', message, kind, id });
const reported = async () =>
  ((await store.load(mapping))?.events ?? [])
    .flatMap((event) => (event.type === 'error.logged' ? [event.details] : []))
    .map(({ message, again }) => [message, again]);

it('tells the first of a kind at once and the rest of the hour as one', async () => {
  for (const id of ['1', '2', '3']) await report(id);
  await report('4', 'other');
  expect(await reported()).toEqual([
    ['line 1', 0],
    ['line 4', 0],
  ]);
  now += HOUR_MS;
  await errorReporter.sweep();
  expect((await reported()).slice(2)).toEqual([['line 3', 2]]);
  await errorReporter.sweep();
  expect(await reported()).toHaveLength(3);
  await report('5');
  expect((await reported()).at(-1)).toEqual(['line 5', 0]);
});

it('the same entry that is read again after a crash is reported once', async () => {
  await report('1');
  now += HOUR_MS;
  await errorReporter.sweep();
  await report('1');
  expect(await reported()).toHaveLength(1);
});

it.each([2 * HOUR_MS, -2 * HOUR_MS])('a wall clock set by %i ms ends no hour', async (ms) => {
  await report('1');
  setByMs = ms;
  await report('2');
  await errorReporter.sweep();
  expect(await reported()).toEqual([['line 1', 0]]);
  now += HOUR_MS;
  await errorReporter.sweep();
  expect(await reported()).toHaveLength(2);
});
