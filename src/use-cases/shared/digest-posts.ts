import { z } from 'zod';
import type { DomainEvent } from '../../core/events/event.js';
import { SYSTEM } from '../../core/events/event.js';
import { instant } from '../../core/instant.js';
import { type DocumentKind, openDocument } from '../../store/documents.js';
import type { StoredJson } from '../../store/format/form.js';
import { withKeyMoved } from '../../util/collections.js';
import type { Ports } from '../ports.js';

/** A posted summary. `period`: the day it begins. */
const digestPost = z.object({
  id: z.string(),
  at: instant,
  channel: z.string(),
  period: z.string(),
  ts: z.string(),
});
export type DigestPost = z.infer<typeof digestPost>;

const seenBefore = z.object({
  /** The last period that was handled. */
  period: z.string(),
  /** A summary that may have been posted; only Slack knows. */
  open: z.object({ id: z.string(), at: instant, period: z.string() }).optional(),
});
export type DigestSeen = z.infer<typeof seenBefore>;

const digestsOfApp = z.object({
  /** By the channel's ID. */
  channels: z.record(z.string(), seenBefore),
  /** Oldest first. */
  posted: z.array(digestPost).default([]),
});
export type DigestsOfApp = z.infer<typeof digestsOfApp>;

/** Schema 1 had only the last period. */
function withOpenPosts({ channels, ...json }: StoredJson): StoredJson {
  const periods = z.record(z.string(), z.unknown()).parse(channels);
  const seen = Object.entries(periods).map(([channel, period]) => [channel, { period }]);
  return { ...json, channels: Object.fromEntries(seen), posted: [] };
}

/** By app. */
export const digestsKind: DocumentKind<DigestsOfApp> = {
  name: 'digests',
  form: { schema: 2, migrations: new Map([[1, withOpenPosts]]) },
  content: digestsOfApp,
};

/** A year of daily summaries. */
export const MAX_DIGEST_POSTS = 366;

/** Slack gave a channel another ID: its last summary stays the last one. */
export function digestsWithChannelId({ channels, posted, ...rest }: DigestsOfApp, from: string, to: string) {
  return {
    ...rest,
    channels: withKeyMoved(channels, from, to),
    posted: posted.map((post) => (post.channel === from ? { ...post, channel: to } : post)),
  };
}

/** The posted summaries as events of the audit trail; they belong to no mapping. */
export async function digestEvents({
  store,
  apps,
}: Pick<Ports, 'store' | 'apps'>): Promise<
  { readonly event: DomainEvent; readonly channel: string; readonly ts: string }[]
> {
  const all = [...apps.keys()].map(async (app) => {
    const document = await openDocument(store.documents, digestsKind, app).read();
    return (document?.posted ?? []).map(({ id, at, channel, period, ts }) => ({
      channel,
      ts,
      event: {
        id,
        mapping: '',
        hostname: app,
        type: 'digest.posted' as const,
        at,
        by: SYSTEM,
        details: { app, forChannel: channel, period },
        previous: '',
      },
    }));
  });
  return (await Promise.all(all)).flat();
}
