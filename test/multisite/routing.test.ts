import { describe, expect, it } from 'vitest';
import { judgeSite } from '../../src/core/lifecycle/site.js';
import type { HttpObservation } from '../../src/core/observation/http.js';
import type { DomainRecord, Multisite, NetworkSite } from '../../src/multisite/multisite.js';
import { readRouting } from '../../src/multisite/routing.js';
import { HOSTNAME, START } from '../support/observations.js';
import { Story } from '../support/story.js';

const RECORD: DomainRecord = {
  id: 101,
  domain: HOSTNAME,
  siteId: 2,
  stage: 'done',
  isActive: true,
  isPrimary: false,
  isSecure: true,
};

const SITE = { address: 'shop.network.example', path: '/' };

/** What the network says of a mapping with the first of a site's records. */
function routingOf(site: Pick<NetworkSite, 'address' | 'path'>, records: readonly DomainRecord[] = [RECORD]) {
  const rest: Partial<Multisite> = {
    findDomainRecord: async () => records[0],
    listSiteRecords: async () => records,
    getSite: async (id) => ({ id, title: 'Shop', ...site }),
  };
  return readRouting(rest as Multisite, new Story().added().mapping);
}

/** Visitors end on a page that strangers' names lead to, too. */
const ledTo = (finalHost: string): HttpObservation => ({
  at: START,
  queried: HOSTNAME,
  challenge: [],
  site: [{ address: '203.0.113.10', kind: 'wordpress', served: 'network-main', finalHost }],
});

describe('what a network says of a hostname', () => {
  it('counts the site’s own address, where visitors may be sent', async () => {
    const routing = await routingOf({ address: 'shop.network.example', path: '/' });
    expect(routing.addresses).toEqual([HOSTNAME, 'shop.network.example']);
    expect(judgeSite(HOSTNAME, routing, ledTo('shop.network.example'))).toMatchObject({ state: 'routed' });
  });

  it('goes by one record of a name and its www, which decides for both', async () => {
    const failed = { ...RECORD, stage: 'failed', isSecure: false };
    const www = { ...RECORD, id: 102, domain: `www.${HOSTNAME}` };
    const stateBy = async (...records: DomainRecord[]) =>
      judgeSite(HOSTNAME, await routingOf(SITE, records), undefined).state;
    expect(await stateBy(failed)).toBe('unrouted');
    expect(await stateBy(failed, www)).toBe('routed');
    expect(await stateBy({ ...failed, isPrimary: true }, www)).toBe('unrouted');
    const wwwFailed = { ...www, stage: 'failed', isPrimary: true };
    expect((await routingOf(SITE, [RECORD, wwwFailed])).addresses).toEqual(['shop.network.example']);
  });

  it('does not take the network’s main site for a site in a subdirectory', async () => {
    const routing = await routingOf({ address: 'network.example', path: '/shop/' });
    expect(routing.addresses).toEqual([HOSTNAME]);
    // Where WordPress sends a name that it routes to no site, without subdomains (wp-includes/ms-load.php).
    expect(judgeSite(HOSTNAME, routing, ledTo('network.example'))).toMatchObject({
      state: 'unrouted',
      reason: 'network-main',
    });
  });
});
