import { expect, it } from 'vitest';
import type { Multisite } from '../../src/multisite/multisite.js';
import { readRouting } from '../../src/multisite/routing.js';
import { sharedReads } from '../../src/multisite/shared-reads.js';
import { newStoredMapping } from '../store/typical-mapping.js';

const SITES = 20;

/** A network of sites with two names each, of which only one has a record. */
function countingNetwork() {
  const calls: Record<string, number> = {};
  const count = (name: string) => {
    calls[name] = (calls[name] ?? 0) + 1;
  };
  const siteOf = (hostname: string) => Number(/(\d+)/.exec(hostname)?.[1]);
  const record = (siteId: number) => ({
    id: siteId,
    domain: `shop${siteId}.example.com`,
    siteId,
    stage: 'done',
    isActive: true,
    isPrimary: true,
    isSecure: true,
  });
  const rest = {
    findDomainRecord: async (hostname: string) => {
      count('findDomainRecord');
      return hostname.startsWith('www.') ? undefined : record(siteOf(hostname));
    },
    getSite: async (id: number) => {
      count('getSite');
      return { id, title: 'A shop', address: `site${id}.network.example.com` };
    },
    listSiteRecords: async (id: number) => {
      count('listSiteRecords');
      return [record(id)];
    },
    setStage: async (id: number) => record(id),
  } as unknown as Multisite;
  return { rest, calls };
}

const mappingOf = (hostname: string) => newStoredMapping(hostname, { hostname }).mapping;

it('a round of checks asks once for each name and site, and the next one only for names', async () => {
  let now = 0;
  const { rest, calls } = countingNetwork();
  const shared = sharedReads(rest, () => now);
  const names = Array.from({ length: SITES }, (_, at) => [
    `shop${at}.example.com`,
    `www.shop${at}.example.com`,
  ]);
  const round = () => Promise.all(names.flat().map((name) => readRouting(shared, mappingOf(name))));
  const readings = await round();
  expect(readings.every(({ addresses }) => addresses.length > 0)).toBe(true);
  // 40 checks: unshared, 140 calls.
  expect(calls).toEqual({ findDomainRecord: 2 * SITES, getSite: SITES, listSiteRecords: SITES });
  now = 30_000;
  await round();
  expect(calls).toEqual({ findDomainRecord: 4 * SITES, getSite: SITES, listSiteRecords: SITES });
});

it('a change, and a person who waits, make it ask again', async () => {
  const { rest, calls } = countingNetwork();
  const shared = sharedReads(rest, () => 0);
  await shared.findDomainRecord('shop1.example.com');
  await shared.setStage(1, 'done');
  await shared.findDomainRecord('shop1.example.com');
  shared.forget();
  await shared.findDomainRecord('shop1.example.com');
  await shared.findDomainRecord('shop1.example.com');
  expect(calls).toEqual({ findDomainRecord: 3 });
});

it('what was read before a change is not kept after it', async () => {
  const { rest, calls } = countingNetwork();
  let answer = () => {};
  const slow = {
    ...rest,
    findDomainRecord: async (hostname: string) => {
      const found = await rest.findDomainRecord(hostname);
      if (calls['findDomainRecord'] === 1)
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
      return found;
    },
  };
  const shared = sharedReads(slow, () => 0);
  const early = shared.findDomainRecord('shop1.example.com');
  await shared.setStage(1, 'done');
  await shared.findDomainRecord('shop1.example.com');
  answer();
  await early;
  await shared.findDomainRecord('shop1.example.com');
  expect(calls).toEqual({ findDomainRecord: 2 });
});

it('a failure is not kept', async () => {
  let isDown = true;
  const { rest } = countingNetwork();
  const shared = sharedReads(
    {
      ...rest,
      getSite: async (id) => {
        if (isDown) throw new Error('down');
        return rest.getSite(id);
      },
    },
    () => 0,
  );
  await expect(shared.getSite(1)).rejects.toThrow('down');
  isDown = false;
  expect(await shared.getSite(1)).toMatchObject({ id: 1 });
});
