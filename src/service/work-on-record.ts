import type { SiteInput } from '../mapping/lifecycle-site.js';
import type { Mapping, Site } from '../mapping/mapping.js';
import { type Multisite, MultisiteError } from '../multisite/multisite.js';

/** Makes or deletes a mapping's domain record in Ultimate Multisite; what is so already counts as done. */
export async function workOnRecord(
  { hostname }: Mapping,
  site: Site,
  work: 'create' | 'delete',
  rest: Multisite | undefined,
): Promise<SiteInput> {
  if (!rest) return notConfigured;
  try {
    return work === 'create'
      ? await createRecord(rest, hostname, site.siteId)
      : { type: 'record.removed', already: (await rest.deleteRecord(site.recordId ?? 0)) === 'already' };
  } catch (error) {
    if (!(error instanceof MultisiteError)) throw error;
    const { code, message, facts } = error;
    // A key that is not accepted is put right by a person, who finds the wish still there.
    return {
      type: code === 'refused' ? 'record.refused' : 'record.unreached',
      code,
      message: facts.said || message,
    };
  }
}

/** Looked for first: an earlier try may have got there without our hearing of it. */
async function createRecord(rest: Multisite, hostname: string, siteId: number): Promise<SiteInput> {
  const existing = await rest.findRecord(hostname);
  if (existing && existing.siteId !== siteId)
    return {
      type: 'record.refused',
      code: 'on-other-site',
      message: `the domain is on site ${existing.siteId} there.`,
    };
  const { id } = existing ?? (await rest.createRecord(hostname, siteId));
  return { type: 'record.created', recordId: id, already: existing !== undefined };
}

const notConfigured: SiteInput = {
  type: 'record.refused',
  code: 'not-configured',
  message: 'its REST API is not configured any more.',
};
