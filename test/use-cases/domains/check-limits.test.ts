import { expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../../src/use-cases/errors.js';
import { openStore, temporaryFolder } from '../../store/temporary.js';
import { newStoredMapping } from '../../store/typical-mapping.js';
import { blindDns, START } from '../../support/observations.js';
import { useCasesOf } from '../../support/use-cases.js';

const MINUTE_MS = 60_000;

async function bench() {
  const folder = await temporaryFolder();
  let now = START;
  const store = await openStore(folder.path, () => now);
  onTestFinished(async () => {
    await store.close();
    await folder.remove();
  });
  let probes = 0;
  const useCases = useCasesOf({
    store,
    provider: {},
    now: () => now,
    tls: {},
    http: {},
    dns: {
      authoritative: async () => {
        probes++;
        return blindDns(now);
      },
    },
  } as unknown as Parameters<typeof useCasesOf>[0]);
  let asked = 0;
  const actor = (user: string, requestId = `r${asked++}`) => ({ user, team: 'T1', channel: 'C1', requestId });
  const mapped = (id: string) =>
    store.create(
      newStoredMapping(id, {
        app: 'default',
        channel: 'C1',
        stage: 'checking-dns',
        alias: { intent: 'add', state: 'accepted', since: START, attempts: 0 },
      }),
    );
  /** How often it was allowed. */
  async function press(id: string, user: string, times: number): Promise<number> {
    let allowed = 0;
    for (let at = 0; at < times; at++)
      try {
        await useCases.requestCheck(id, actor(user));
        allowed++;
      } catch (error) {
        expect(error instanceof UserError && error.problem).toMatchObject({ code: 'too-fast' });
      }
    return allowed;
  }
  const pass = (ms: number) => {
    now += ms;
  };
  return { store, useCases, actor, mapped, press, pass, probes: () => probes };
}

it('“Check now” pressed fifty times checks a few times, and again after a while', async () => {
  const { store, mapped, press, pass } = await bench();
  await mapped('shop');
  expect(await press('shop', 'U1', 50)).toBe(5);
  expect((await store.load('shop'))?.events.filter(({ type }) => type === 'check.requested')).toHaveLength(5);
  pass(MINUTE_MS);
  expect(await press('shop', 'U1', 50)).toBe(5);
});

it('twenty people share the limit of a mapping, and one person has one over all mappings', async () => {
  const { mapped, press } = await bench();
  for (let at = 0; at < 20; at++) await mapped(`m${at}`);
  let ofMapping = 0;
  for (let at = 0; at < 20; at++) ofMapping += await press('m0', `U${at}`, 2);
  let ofPerson = 0;
  for (let at = 1; at < 20; at++) ofPerson += await press(`m${at}`, 'U99', 4);
  expect([ofMapping, ofPerson]).toEqual([5, 30]);
});

it('a request that Slack delivers again counts once', async () => {
  const { mapped, useCases, actor } = await bench();
  await mapped('shop');
  for (let at = 0; at < 20; at++) await useCases.requestCheck('shop', actor('U1', 'the same'));
});

it('a status asked for fifty times is answered each time, and probed a few times', async () => {
  const { mapped, useCases, actor, probes } = await bench();
  await mapped('shop');
  for (let at = 0; at < 50; at++)
    expect((await useCases.status('shop.example.com', actor('U1'))).stored.mapping.id).toBe('shop');
  expect(probes()).toBe(5);
});
