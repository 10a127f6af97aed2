import { z } from 'zod';
import { epochMs } from '../instant.js';

const nothing = z.object({});

export const unmapEvents = {
  'unmap.requested': nothing,
  /** `until`: the deadline for a second person's approval. */
  'unmap.proposed': z.object({ until: epochMs }),
  'unmap.approved': nothing,
  'unmap.declined': nothing,
  /** By the person who requested it. */
  'unmap.withdrawn': nothing,
  'unmap.expired': nothing,
  /** The mapping whose card it shares was unmapped. */
  'unmap.followed': nothing,
};
