import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HostingProvider } from '../../../src/hosting/provider.js';
import { rateLimited } from '../../../src/hosting/rate-limited.js';
import type { Store } from '../../../src/store/store.js';
import { createBatchRunner } from '../../../src/use-cases/batch/run-batch.js';
import { createMappingProbe } from '../../../src/use-cases/shared/probe-mapping.js';
import { openStore, temporaryFolder } from '../../store/temporary.js';
import { START } from '../../support/observations.js';
import { portsOf, useCasesFrom } from '../../support/use-cases.js';

const alice = { user: 'U01ALICE', team: 'T1', channel: 'C1', requestId: 'r1' };
const PER_MINUTE = 60;
const LINES = 500;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
let now = START;
beforeEach(async () => {
  now = START;
  folder = await temporaryFolder();
  store = await openStore(folder.path, () => now);
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

function world() {
  const added: { readonly hostname: string; readonly at: number }[] = [];
  const unused = async () => {
    throw new Error('not part of this test');
  };
  const provider: HostingProvider = {
    addAlias: async (hostname) => {
      added.push({ hostname, at: now });
      return 'added';
    },
    removeAlias: unused,
    listAliases: async () => [],
    testConnection: unused,
  };
  const ports = portsOf({
    store,
    provider: rateLimited(provider, { perMinute: PER_MINUTE, steady: () => now }),
    dns: { probe: unused } as never,
    tls: { probe: unused } as never,
    http: { probe: unused } as never,
    now: () => now,
  });
  const useCases = useCasesFrom(ports);
  const run = createBatchRunner(ports, createMappingProbe(ports));

  /** A second of the bot: the list goes on, and so does every mapping that waits for the provider. */
  async function second(batch: string, open: Set<string>): Promise<void> {
    now += 1_000;
    const { lines = [] } = (await run(batch)) ?? {};
    for (const { mapping, result } of lines)
      if (mapping !== undefined && result === undefined) open.add(mapping);
    for (const id of open) {
      const stored = await store.load(id);
      if (stored?.mapping.alias.state === 'accepted') open.delete(id);
      else if ((stored?.mapping.nextCheckAt ?? 0) <= now) await useCases.advance(id);
    }
  }
  return { added, useCases, run, second, ports };
}

it('500 hostnames keep the provider’s pace, each once; a person’s own domain goes ahead of them', async () => {
  const { added, useCases, second, ports } = world();
  const hostnames = Array.from({ length: LINES }, (_, at) => `shop${at}.example.com`);
  const { id } = await useCases.planBatch({ kind: 'map', hostnames }, alice);
  await useCases.startBatch(id, alice);
  const open = new Set<string>();
  let askedAt = 0;
  for (let seconds = 1; (await ports.batches.get(id))?.state === 'running'; seconds++) {
    expect(seconds).toBeLessThan(2 * LINES);
    if (seconds === 100) {
      askedAt = now;
      const bob = { ...alice, user: 'U02BOB', requestId: 'r2' };
      open.add((await useCases.map({ hostname: 'urgent.example.com' }, bob)).stored.mapping.id);
    }
    await second(id, open);
  }
  const urgent = added.find(({ hostname }) => hostname === 'urgent.example.com');
  expect((urgent?.at ?? Number.POSITIVE_INFINITY) - askedAt).toBeLessThanOrEqual(5_000);
  expect(new Set(added.map(({ hostname }) => hostname)).size).toBe(LINES + 1);
  expect(added).toHaveLength(LINES + 1);
  for (const [index, { at }] of added.entries()) {
    const minuteLater = added[index + PER_MINUTE + 5];
    if (minuteLater) expect(minuteLater.at - at).toBeGreaterThanOrEqual(59_000);
  }
}, 120_000);

it('a line that was started before a crash is not done twice', async () => {
  const { useCases, run, ports } = world();
  const { id } = await useCases.planBatch({ kind: 'map', hostnames: ['shop.example.com'] }, alice);
  await useCases.startBatch(id, alice);
  const before = await ports.batches.all();
  await run(id);
  // As if the process had died before it stored how far the list was.
  await ports.batches.change(() => before);
  const again = await run(id);
  expect(again?.lines[0]).toMatchObject({ mapping: expect.any(String) });
  expect((await store.list({ offset: 0, limit: 10 })).total).toBe(1);
});

it('whoever lost the permission meanwhile is refused line by line', async () => {
  const { useCases, run, ports } = world();
  const { id } = await useCases.planBatch({ kind: 'map', hostnames: ['shop.example.com'] }, alice);
  await useCases.startBatch(id, alice);
  Object.assign(ports.roles, { roleOf: async () => 'member' });
  const ended = await run(id);
  expect(ended?.lines[0]).toMatchObject({ result: 'failed', problem: { code: 'not-allowed' } });
  expect((await store.list({ offset: 0, limit: 10 })).total).toBe(0);
});

it('a line that Slack’s silence holds up is tried again, and fails only after minutes of it', async () => {
  const { useCases, run, ports } = world();
  const { id } = await useCases.planBatch({ kind: 'map', hostnames: ['shop.example.com'] }, alice);
  await useCases.startBatch(id, alice);
  const { roleOf } = ports.roles;
  Object.assign(ports.roles, { roleOf: async () => 'unsure' });
  expect(await run(id)).toMatchObject({ state: 'running', lines: [{ heldUpSince: now }] });
  Object.assign(ports.roles, { roleOf });
  now += 60_000;
  expect((await run(id))?.lines[0]).toMatchObject({ mapping: expect.any(String) });

  const { id: other } = await useCases.planBatch({ kind: 'map', hostnames: ['news.example.com'] }, alice);
  await useCases.startBatch(other, alice);
  Object.assign(ports.roles, { roleOf: async () => 'unsure' });
  await run(other);
  now += 11 * 60_000;
  const failed = [{ result: 'failed', problem: { code: 'unsure' } }];
  expect(await run(other)).toMatchObject({ state: 'ended', lines: failed });
});
