import type { SiteReading } from '../core/lifecycle/site.js';
import type { Mapping } from '../core/mapping.js';
import { withTimeout } from '../util/clock.js';
import { type DomainRecord, type Multisite, MultisiteError, ownHostsOf } from './multisite.js';
import { readingOf } from './reconcile.js';

/** Timeout of the network during a check; its answer then comes with the next check. */
const WAIT_MS = 5_000;

/** Reads the network's routing of a mapping. Throws `MultisiteError`, `timed-out` after at most 5 s. */
export async function readRouting(rest: Multisite, mapping: Mapping): Promise<SiteReading> {
  const reading = await withTimeout(readSiteOf(rest, mapping), WAIT_MS);
  if (reading) return reading;
  throw new MultisiteError('timed-out', 'Ultimate Multisite didn’t answer in time.');
}

async function readSiteOf(rest: Multisite, { hostname, siteLink }: Mapping): Promise<SiteReading> {
  const record = await routingRecord(rest, hostname);
  const siteId = record?.siteId ?? siteLink?.siteId;
  if (siteId === undefined) return { addresses: [] };
  // Other names of the site: visitors may be redirected to its primary domain.
  const [site, ofSite] = await Promise.all([rest.getSite(siteId), rest.listSiteRecords(siteId)]);
  const own = ownHostsOf(site);
  return record ? readingOf(record, ofSite, own) : { addresses: own };
}

/** The plugin's router treats a name and its `www.` name as the same. */
async function routingRecord(rest: Multisite, hostname: string): Promise<DomainRecord | undefined> {
  const other = hostname.startsWith('www.') ? hostname.slice(4) : `www.${hostname}`;
  return (await rest.findDomainRecord(hostname)) ?? rest.findDomainRecord(other);
}
