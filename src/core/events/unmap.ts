import { z } from 'zod';
import { epochMs } from '../instant.js';

const nothing = z.object({});

export const unmapEvents = {
  'unmap.requested': nothing,
  /** `until`: by when a second person has to approve. */
  'unmap.proposed': z.object({ until: epochMs }),
  'unmap.approved': nothing,
  'unmap.declined': nothing,
  /** By who had asked for it. */
  'unmap.withdrawn': nothing,
  'unmap.expired': nothing,
  /** The mapping on whose card it stands was unmapped. */
  'unmap.followed': nothing,
};
