import { z } from 'zod';
import { unroutedReasons } from '../mapping.js';

/** WordPress's blog id. */
const siteAxisDetails = { site: z.number().optional() };

export const siteEvents = {
  /** `location`: where visitors land instead. `stage`: the domain record's. `gaveUpAt`: when that was set, epoch ms. */
  'site.unrouted': z.object({
    reason: z.enum(unroutedReasons),
    ...siteAxisDetails,
    location: z.string().optional(),
    stage: z.string().optional(),
    gaveUpAt: z.number().optional(),
  }),
  'site.routed': z.object(siteAxisDetails),
};
