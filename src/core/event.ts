import { z } from 'zod';
import { instant } from './instant.js';

export const eventTypes = [
  'domain.requested',
  'alias.added',
  'alias.refused',
  'alias.lost',
  'dns.published',
  'dns.propagated',
  'dns.failed',
  'dns.stuck',
  'dns.cleared',
  'dns.drifted',
  'dns.restored',
  'ssl.issued',
  'ssl.failed',
  'ssl.stuck',
  'ssl.cleared',
  'ssl.expiring',
  'ssl.renewed',
  'domain.done',
  'check.requested',
  'unmap.proposed',
  'unmap.approved',
  'unmap.declined',
  'unmap.withdrawn',
  'unmap.expired',
  'unmap.requested',
  'unmap.followed',
  'alias.removed',
  'alias.remove_refused',
  'domain_record.requested',
  'domain_record.created',
  'domain_record.found',
  'domain_record.removed',
  'domain_record.refused',
  'domain_record.vanished',
  'domain_record.renamed',
  'card.moved',
  'access.denied',
  'error.logged',
  'setting.changed',
] as const;

const details = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/**
 * An immutable fact about a mapping. `by` is a Slack user id or `system`.
 * `details` holds what the sentence about it needs: plain values only, foreign text unescaped, small enough for a
 * message's metadata. `previous` is the hash of the mapping's event before it; empty for the first.
 */
export const domainEvent = z.object({
  id: z.string(),
  mapping: z.string(),
  hostname: z.string(),
  type: z.enum(eventTypes),
  at: instant,
  by: z.string(),
  details,
  previous: z.string().default(''),
  /** The words of an older version, which the hash covers. */
  writtenAs: z.object({ type: z.string(), details }).optional(),
});

export type EventType = (typeof eventTypes)[number];
export type DomainEvent = z.infer<typeof domainEvent>;
export const SYSTEM = 'system';
