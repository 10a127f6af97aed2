import { z } from 'zod';

/** A finding's parameters are stored beside the event's own details. */
const param = z.union([z.string(), z.number(), z.boolean()]).optional();

/** `dnsRecords`: what to change, as lines of a zone file. `again`: how often it was reported before. */
export const stuckFinding = z
  .object({ finding: z.string(), dnsRecords: z.string(), again: z.number().optional() })
  .catchall(param);

/** `now…`: what is true instead, so that the event can be read alone. */
export const clearedFinding = z
  .object({
    finding: z.string(),
    afterMs: z.number(),
    nowState: z.string().optional(),
    nowSeen: z.string().optional(),
    nowFinding: z.string().optional(),
  })
  .catchall(param);
