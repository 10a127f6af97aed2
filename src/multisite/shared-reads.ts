import { ExpiringMap, SingleFlight } from '../util/cache.js';
import type { Multisite } from './multisite.js';

/** Hostnames share a site, and a name and its `www.` name ask for each other's records. */
const READS_KEPT_MS = { findDomainRecord: 5_000, listSiteRecords: 60_000, getSite: 5 * 60_000 } as const;
type SharedRead = keyof typeof READS_KEPT_MS;
const MAX_SHARED = 20_000;

export interface SharedReads extends Multisite {
  /** The next reads query the network, because a person waits for the current state. */
  forget(): void;
}

/**
 * A network whose reads for checks are shared: concurrent ones at once, later ones for a while. A change through it
 * clears them. `now`: monotonic, ms.
 */
export function sharedReads(rest: Multisite, now: () => number): SharedReads {
  let known = new ExpiringMap<{ readonly result: unknown }>({ max: MAX_SHARED, now });
  let underWay = new SingleFlight<unknown>();

  function forget(): void {
    known = new ExpiringMap({ max: MAX_SHARED, now });
    underWay = new SingleFlight();
  }

  function shared<Key, Result>(name: SharedRead, read: (key: Key) => Promise<Result>) {
    return async (of: Key): Promise<Result> => {
      const key = `${name} ${of}`;
      const before = known.get(key);
      if (before) return before.result as Result;
      // A read from before a change must not be cached after it.
      const current = known;
      return underWay.run(key, async () => {
        const result = await read(of);
        current.set(key, { result }, READS_KEPT_MS[name]);
        return result;
      }) as Promise<Result>;
    };
  }

  const changing =
    <Args extends unknown[], Result>(change: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      try {
        return await change(...args);
      } finally {
        forget();
      }
    };

  return {
    ...rest,
    forget,
    findDomainRecord: shared('findDomainRecord', rest.findDomainRecord),
    listSiteRecords: shared('listSiteRecords', rest.listSiteRecords),
    getSite: shared('getSite', rest.getSite),
    createDomainRecord: changing(rest.createDomainRecord),
    deleteDomainRecord: changing(rest.deleteDomainRecord),
    setStage: changing(rest.setStage),
    setReady: changing(rest.setReady),
  };
}
