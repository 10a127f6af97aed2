import { z } from 'zod';
import { epochMs } from '../instant.js';

const nothing = z.object({});

export const unmapEvents = {
  'unmap.requested': nothing,
  /** `until`: the deadline for a second person's approval. */
  'unmap.proposed': z.object({ until: epochMs }),
  'unmap.approved': nothing,
  /** `requester`: the Slack user ID of whoever proposed it. */
  'unmap.declined': z.object({ requester: z.string().optional() }),
  /** By the person who requested it. */
  'unmap.withdrawn': nothing,
  'unmap.expired': z.object({ requester: z.string().optional() }),
  /** The mapping whose card it shares was unmapped. */
  'unmap.followed': nothing,
};
