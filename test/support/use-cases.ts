import { randomUUID } from 'node:crypto';
import type { HostingProvider } from '../../src/hosting/provider.js';
import type { Deps } from '../../src/use-cases/deps.js';
import { createDomainService, type DomainService } from '../../src/use-cases/domain-service.js';
import { silentLog } from '../store/temporary.js';
import { POLICY, TARGET } from './observations.js';

type Parts = Pick<Deps, 'store' | 'dns' | 'tls' | 'http' | 'now'> &
  Partial<Deps> & { readonly provider: HostingProvider };

/** A service of one app, in which everybody is an operator and nothing happens by itself. */
export const serviceOf = (parts: Parts): DomainService => createDomainService(depsOf(parts));

/** What such a service works with. */
export const depsOf = ({ provider, ...parts }: Parts): Deps => ({
  apps: new Map([
    [
      'default',
      {
        name: 'default',
        target: TARGET,
        www: 'never',
        intervalMs: (parts.policy ?? POLICY).intervalMs,
        provider,
      },
    ],
  ]),
  roles: { roleOf: async () => 'operator', toAsk: [] },
  channels: [],
  wakeUp: { check() {}, deliver() {} },
  verify: async () => ({
    mappings: 0,
    events: 0,
    messages: 0,
    differences: [],
    unread: [],
    outOfReach: 0,
    unusable: 0,
  }),
  diagnose: async () => [],
  policy: POLICY,
  log: silentLog,
  settingChanges: () => [],
  changeInterval: async () => undefined,
  secrets: () => [],
  newId: randomUUID,
  random: () => 0.5,
  ...parts,
});
