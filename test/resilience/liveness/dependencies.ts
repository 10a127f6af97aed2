import type { HostingProvider } from '../../../src/hosting/provider.js';
import { LANES } from '../../../src/scheduler/check-scheduler.js';
import type { Store } from '../../../src/store/store.js';
import { START } from '../../support/observations.js';
import type { VirtualTime } from '../../support/virtual-time.js';
import { ACCEPTED, type BadDependency, type Sabotage } from './run.js';

/** As long as a call to WordPress or the hosting provider may take. */
const CALL_MS = 45_000;

const silentFor = async (time: VirtualTime): Promise<never> => {
  await time.sleep(CALL_MS);
  throw new Error('no answer');
};
const unreadable = (store: Store): Store => ({
  ...store,
  load: async (id) => {
    if (id.startsWith('bad')) throw new SyntaxError('Unexpected end of JSON input');
    return store.load(id);
  },
});

/** Each stands beside the healthy mappings, which must not notice. */
export const dependencies: readonly BadDependency[] = [
  { name: 'a tarpit', count: 300, change: () => ACCEPTED, probeMs: 20_000 },
  { name: 'dead name servers', count: 500, change: () => ACCEPTED, probeMs: 8_000 },
  { name: 'a saturated pacer', count: 1_000, perMinute: 60 },
  {
    name: 'a hosting provider that never answers',
    count: 200,
    closte: (provider, time) => ({ ...provider, addAlias: () => silentFor(time) }),
    perMinute: 6_000,
  },
  {
    name: 'a network API that never answers',
    count: 200,
    change: () => ({
      ...ACCEPTED,
      siteLink: { siteId: 7, state: 'requested', attempts: 0, notBefore: START },
    }),
    rest: (time) =>
      ({ findDomainRecord: () => silentFor(time), createDomainRecord: () => silentFor(time) }) as never,
  },
  { name: 'unreadable records', count: 50, change: () => ACCEPTED, store: unreadable },
  {
    name: 'one poisoned app',
    count: 200,
    closte: (provider) => ({ ...provider, addAlias: poisoned }),
    perMinute: 6_000,
  },
];

const poisoned = async (): Promise<never> => {
  throw new TypeError('Cannot read properties of undefined');
};

/** What must be found out, or the harness proves nothing. */
export const sabotages: readonly {
  readonly name: string;
  readonly bad: string;
  readonly sabotage: Sabotage;
}[] = [
  {
    name: 'waiting for a turn inside a slot that all share',
    bad: 'a saturated pacer',
    sabotage: { ...shared(), closte: waitsInside },
  },
  { name: 'one lane of 16 slots for everything', bad: 'a tarpit', sabotage: shared() },
  {
    name: 'a throw in the loop over all claims',
    bad: 'unreadable records',
    sabotage: { store: throwsForAll },
  },
];

/** As it was: 16 slots for all kinds of work, which nothing that waits gives back. */
function shared(): Pick<Sabotage, 'lanes' | 'store'> {
  const slots = { limit: 16, slowLimit: 0, perApp: 16 };
  return {
    lanes: LANES.slice(0, 1).map((lane) => ({ ...lane, ...slots })),
    store: (store) => ({
      ...store,
      claimChecks: (now, limit, leaseMs) => store.claimChecks(now, limit, leaseMs),
    }),
  };
}

/** Whoever asks for a turn sleeps until it comes. */
function waitsInside(provider: HostingProvider, time: VirtualTime): HostingProvider {
  let nextAt = time.now;
  return {
    ...provider,
    addAlias: async () => {
      nextAt = Math.max(nextAt, time.now) + 1_000;
      await time.sleep(nextAt - time.now);
      return 'added';
    },
  };
}

function throwsForAll(store: Store): Store {
  const broken = unreadable(store);
  return {
    ...broken,
    claimChecks: async (...args) => {
      const claims = await store.claimChecks(...args);
      for (const { mapping } of claims) await broken.load(mapping);
      return claims;
    },
  };
}
