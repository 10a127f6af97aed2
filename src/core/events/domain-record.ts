import { z } from 'zod';

/** WordPress's blog id. */
const siteDetails = { site: z.number() };
/** The domain record's id in Ultimate Multisite. */
const domainRecord = { domainRecord: z.number() };
const already = { already: z.boolean() };

export const domainRecordEvents = {
  'domain_record.requested': z.object(siteDetails),
  'domain_record.created': z.object({ ...siteDetails, ...domainRecord, ...already }),
  'domain_record.found': z.object({ ...siteDetails, ...domainRecord }),
  'domain_record.removed': z.object({ ...siteDetails, ...already }),
  /** `remove`: the deletion was refused, not the creation. */
  'domain_record.refused': z.object({
    ...siteDetails,
    code: z.string(),
    message: z.string(),
    remove: z.boolean(),
  }),
  'domain_record.vanished': z.object({ ...siteDetails, ...domainRecord }),
  /** A person set it to Ready in WordPress. `promoted`: that made it the site's primary domain. */
  'domain_record.updated': z.object({ stage: z.string(), secure: z.boolean(), promoted: z.boolean() }),
  /** `remove`: found while it was to be deleted, so it stays. */
  'domain_record.renamed': z.object({ to: z.string(), remove: z.boolean() }),
};
