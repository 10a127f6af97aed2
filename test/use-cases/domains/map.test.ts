import { expect, it } from 'vitest';
import { closte } from '../../../src/hosting/closte/closte.js';
import { openStore, temporaryFolder } from '../../store/temporary.js';
import { START, TARGET } from '../../support/observations.js';
import { portsOf, useCasesFrom } from '../../support/use-cases.js';

it.each([
  ['network.example.org', false],
  ['site.network.example.org', false],
  ['shop.example.org', true],
])('on the network network.example.org, %s can be mapped: %s', async (hostname, isAllowed) => {
  const folder = await temporaryFolder();
  const store = await openStore(folder.path, () => START);
  const provider = {
    addAlias: async () => 'added' as const,
    removeAlias: async () => 'removed' as const,
    listAliases: async () => [],
    testConnection: async () => undefined,
  };
  const multisite = { host: 'network.example.org' };
  const app = {
    name: 'default',
    target: TARGET,
    hosting: closte,
    www: 'never',
    intervalMs: 1,
    provider,
    multisite,
  } as const;
  const never = () => Promise.reject(new Error('nothing is probed'));
  const useCases = useCasesFrom(
    portsOf({
      store,
      provider,
      apps: new Map([['default', app]]),
      dns: { authoritative: never, resolvers: never, addresses: never },
      tls: { handshake: never },
      http: { front: async () => undefined, probe: never },
      now: () => START,
    }),
  );
  const actor = { user: 'UALICE', team: 'T1', channel: 'C1', requestId: 'd1' };
  const mapped = useCases.map({ hostname }, actor);
  if (isAllowed) expect((await mapped).isNew).toBe(true);
  else await expect(mapped).rejects.toMatchObject({ problem: { code: 'own-domain', app: 'default' } });
  await store.close();
  await folder.remove();
});

it('names the app first: one that does not exist is never taken for another that has the hostname', async () => {
  const folder = await temporaryFolder();
  const store = await openStore(folder.path, () => START);
  const never = () => Promise.reject(new Error('nothing is probed'));
  const provider = { addAlias: never, removeAlias: never, listAliases: never, testConnection: never };
  const app = (name: string) =>
    ({ name, target: TARGET, hosting: closte, www: 'never', intervalMs: 1, provider }) as const;
  const useCases = useCasesFrom(
    portsOf({
      store,
      provider,
      apps: new Map([
        ['default', app('default')],
        ['Second', app('Second')],
      ]),
      dns: { authoritative: never, resolvers: never, addresses: never },
      tls: { handshake: never },
      http: { probe: never, front: never },
      now: () => START,
    }),
  );
  const map = (name: string, requestId: string) =>
    useCases.map(
      { hostname: 'shop.example.org', app: name },
      { user: 'UALICE', team: 'T1', channel: 'C1', requestId },
    );
  expect((await map('DEFAULT', 'd1')).stored.mapping.app).toBe('default');
  expect((await map('Default', 'd2')).isNew).toBe(false);
  await expect(map('defualt', 'd3')).rejects.toMatchObject({
    problem: { code: 'unknown-app', app: 'defualt' },
  });
  await expect(map('second', 'd4')).rejects.toMatchObject({
    problem: { code: 'on-other-app', app: 'default' },
  });
  await store.close();
  await folder.remove();
});
