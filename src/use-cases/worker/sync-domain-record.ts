import type { SiteLinkInput } from '../../core/lifecycle/inputs/site-link.js';
import type { Mapping, SiteLink } from '../../core/mapping.js';
import { siteAddress } from '../../core/own-names.js';
import { isRecordOf, type Multisite, MultisiteError } from '../../multisite/multisite.js';

/** Creates or deletes a mapping's domain record in Ultimate Multisite; treats an already correct one as done. */
export async function syncDomainRecord(
  { hostname }: Mapping,
  siteLink: SiteLink,
  work: 'create' | 'delete',
  rest: Multisite | undefined,
): Promise<SiteLinkInput> {
  if (!rest) return notConfigured;
  try {
    return work === 'create'
      ? await createDomainRecord(rest, hostname, siteLink.siteId)
      : await deleteDomainRecord(rest, hostname, siteLink.domainRecordId ?? 0);
  } catch (error) {
    if (!(error instanceof MultisiteError)) throw error;
    const { code, message, facts } = error;
    // A person has to fix a refused key; the requested change stays stored until then.
    return {
      type: code === 'refused' ? 'domain_record.refused' : 'domain_record.unreached',
      code,
      message: facts.said || message,
    };
  }
}

/** Reads the record first: an earlier attempt may have succeeded without its response. */
async function createDomainRecord(rest: Multisite, hostname: string, siteId: number): Promise<SiteLinkInput> {
  const existing = await rest.findDomainRecord(hostname);
  if (existing && existing.siteId !== siteId)
    return {
      type: 'domain_record.refused',
      code: 'on-other-site',
      message: `the domain is on site ${existing.siteId} there.`,
    };
  const site = await rest.getSite(siteId);
  if (!site)
    return { type: 'domain_record.refused', code: 'no-site', message: `the network has no site ${siteId}.` };
  const { id } = existing ?? (await rest.createDomainRecord(hostname, siteId));
  return {
    type: 'domain_record.created',
    domainRecordId: id,
    already: existing !== undefined,
    title: site.title,
    address: siteAddress(site),
  };
}

/** Reads the record first: what was renamed meanwhile is another domain's. */
async function deleteDomainRecord(rest: Multisite, hostname: string, id: number): Promise<SiteLinkInput> {
  const existing = await rest.getDomainRecord(id);
  if (existing && !isRecordOf(existing, hostname))
    return { type: 'domain_record.renamed', to: existing.domain };
  const already = !existing || (await rest.deleteDomainRecord(id)) === 'already';
  return { type: 'domain_record.removed', already };
}

const notConfigured: SiteLinkInput = {
  type: 'domain_record.refused',
  code: 'not-configured',
  message: 'its REST API is not configured any more.',
};
