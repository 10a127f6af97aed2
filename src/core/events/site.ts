import { z } from 'zod';
import { unroutedReasons } from '../mapping.js';

/** WordPress's blog id. */
const site = { site: z.number().optional() };

export const siteEvents = {
  /** `location`: where visitors land instead. `stage`: the domain record's. `gaveUpAt`: when that was set, epoch ms. */
  'site.unrouted': z.object({
    reason: z.enum(unroutedReasons),
    ...site,
    location: z.string().optional(),
    stage: z.string().optional(),
    gaveUpAt: z.number().optional(),
  }),
  'site.routed': z.object(site),
};
