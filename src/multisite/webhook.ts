import { z } from 'zod';
import { wholeNumberOf } from './multisite.js';

/** The events the bot listens to; each needs a webhook of its own. */
export const webhookEvents = ['domain_created', 'site_published'] as const;

/** A webhook's facts about a domain, without personal data. */
export interface Notice {
  /** As sent. */
  readonly domain: string;
  readonly siteId: number;
  /** Absent in `site_published`. */
  readonly domainRecordId?: number | undefined;
}

const positiveId = wholeNumberOf.refine((value) => value > 0);

const domainCreatedShape = z.object({
  domain_id: positiveId,
  domain_domain: z.string().min(1).max(255),
  domain_site_id: positiveId,
});
/** The payload of "Send Test Event": a made-up domain or site, with IDs that no record has. */
const testEvent = z.union([
  z.object({ domain_id: z.literal([0, '0']), domain_domain: z.string() }),
  z.object({ site_id: z.null(), site_url: z.string(), domain_id: z.undefined().optional() }),
]);

const sitePublishedShape = z.object({
  site_id: positiveId,
  site_url: z.url({ protocol: /^https?$/ }).max(500),
});

/**
 * Parses `domain_created` or `site_published`, distinguished by their keys: the body names no event. `test` is Ultimate
 * Multisite's own test event. Undefined for all others.
 */
export function readWebhook(body: unknown): Notice | 'test' | undefined {
  if (testEvent.safeParse(body).success) return 'test';
  const created = domainCreatedShape.safeParse(body).data;
  if (created)
    return {
      domain: created.domain_domain.toLowerCase(),
      siteId: created.domain_site_id,
      domainRecordId: created.domain_id,
    };
  const published = sitePublishedShape.safeParse(body).data;
  return published && { domain: new URL(published.site_url).hostname, siteId: published.site_id };
}
