import { randomUUID } from 'node:crypto';
import { NOTHING_SET } from '../../src/app/app-settings.js';
import { NO_TEMPLATE } from '../../src/core/customer/template.js';
import { closte } from '../../src/hosting/closte/closte.js';
import type { HostingProvider } from '../../src/hosting/provider.js';
import { openBatches } from '../../src/use-cases/batch/batches.js';
import type { Ports } from '../../src/use-cases/ports.js';
import { NetworkPauses } from '../../src/use-cases/shared/network-pauses.js';
import { createMappingProbe } from '../../src/use-cases/shared/probe-mapping.js';
import { createUseCases, type UseCases } from '../../src/use-cases/use-cases.js';
import { advance } from '../../src/use-cases/worker/advance.js';
import { AliasLists } from '../../src/use-cases/worker/alias-lists.js';
import { silentLog } from '../store/temporary.js';
import { POLICY, TARGET } from './observations.js';

export type Parts = Pick<Ports, 'store' | 'dns' | 'tls' | 'http' | 'now'> &
  Partial<Ports> & { readonly provider: HostingProvider };

export interface TestUseCases extends UseCases {
  /** The worker's: takes a mapping one step on. */
  advance(mapping: string): Promise<void>;
}

/** Use cases of one app, in which everybody is an operator and nothing happens by itself. */
export const useCasesOf = (parts: Parts): TestUseCases => useCasesFrom(portsOf(parts));

export function useCasesFrom(ports: Ports): TestUseCases {
  const networkPauses = new NetworkPauses(ports.now, ports.random);
  const probeMapping = createMappingProbe({ ...ports, networkPauses });
  const deps = { ...ports, networkPauses, aliasLists: new AliasLists(ports.now) };
  return {
    ...createUseCases(ports, probeMapping),
    advance: (mapping) => advance(deps, probeMapping, mapping),
  };
}

/** What such use cases work with. */
export const portsOf = ({ provider, ...parts }: Parts): Ports => ({
  apps: new Map([
    [
      'default',
      {
        name: 'default',
        target: TARGET,
        hosting: closte,
        www: 'never',
        intervalMs: (parts.policy ?? POLICY).intervalMs,
        provider,
      },
    ],
  ]),
  roles: { roleOf: async () => 'operator', operators: [], admins: [] },
  unusableChannels: () => [],
  guestsMayView: false,
  deniedJournal: { add: async () => undefined, entries: async () => [] },
  places: {
    check: async () => 'usable',
    prepare: async () => 'usable',
    forget() {},
  },
  channels: [],
  preferences: { approvalMessages: async () => [], setApprovalMessages: async () => undefined },
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
  batches: openBatches({
    read: (...args) => parts.store.documents.read(...args),
    write: (...args) => parts.store.documents.write(...args),
  }),
  policy: POLICY,
  log: silentLog,
  monotonic: parts.now,
  settingChanges: () => [],
  appSettings: {
    ...NOTHING_SET,
    defaultsOf: () => undefined,
    defaultTextsOf: () => NO_TEMPLATE,
    change: async () => undefined,
  },
  secrets: () => [],
  newId: randomUUID,
  random: () => 0.5,
  ...parts,
});
