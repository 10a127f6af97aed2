import { expect, it, onTestFinished } from 'vitest';
import { MultisiteError } from '../../../src/multisite/multisite.js';
import type { App } from '../../../src/use-cases/ports.js';
import { advance } from '../../../src/use-cases/worker/advance.js';
import { NetworkPauses } from '../../../src/use-cases/worker/network-pauses.js';
import { openStore, temporaryFolder } from '../../store/temporary.js';
import { newStoredMapping } from '../../store/typical-mapping.js';
import { blindDns, START, TARGET } from '../../support/observations.js';
import { portsOf } from '../../support/use-cases.js';

const ALL = 20;

it('a network that never answers is asked by one mapping; the others are checked meanwhile', async () => {
  const folder = await temporaryFolder();
  const store = await openStore(folder.path, () => START);
  onTestFinished(async () => {
    await store.close();
    await folder.remove();
  });
  let asked = 0;
  const findDomainRecord = async () => {
    asked++;
    throw new MultisiteError('timed-out', 'no answer');
  };
  const app = {
    name: 'default',
    target: TARGET,
    www: 'never',
    intervalMs: 60_000,
    multisite: { rest: { findDomainRecord } },
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
  const deps = {
    ...ports,
    networkPauses: new NetworkPauses(
      () => START,
      () => 0.5,
    ),
  };
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
  for (let at = 0; at < ALL; at++) await advance(deps, probe, `m${at}`);
  expect([asked, checked.length]).toEqual([1, ALL - 1]);
});

it('after a growing pause one asks again, and an answer ends the pauses', () => {
  let now = 0;
  const pauses = new NetworkPauses(
    () => now,
    () => 0.5,
  );
  const waits: number[] = [];
  for (let failures = 0; failures < 8; failures++) {
    pauses.failed('a');
    const from = now;
    while (!pauses.mayAsk('a')) now += 1_000;
    waits.push(now - from);
    expect(pauses.mayAsk('a')).toBe(false);
  }
  expect(waits).toEqual(waits.toSorted((one, other) => one - other));
  expect(Math.max(...waits)).toBeLessThanOrEqual(11 * 60_000);
  expect(pauses.mayAsk('b')).toBe(true);
  pauses.answered('a');
  expect([pauses.mayAsk('a'), pauses.mayAsk('a')]).toEqual([true, true]);
});
