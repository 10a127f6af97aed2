import { z } from 'zod';
import { DAY_MS } from '../../core/instant.js';
import { type DigestPlan, digestPeriod } from '../../core/telling/digest-period.js';
import { type DocumentKind, openDocument } from '../../store/documents.js';
import type { MappingSummary } from '../../store/store.js';
import type { Ports } from '../ports.js';
import { EXPIRING_MS } from '../reports/home.js';
import { type ListedMapping, listedMappings } from '../reports/list.js';
import type { Overview } from '../reports/overview.js';
import {
  byUrgency,
  type ConditionDeps,
  groupOf,
  type Ranked,
  rankOf,
  scanSummaries,
} from '../shared/conditions.js';

const MAX_DIGEST_LINES = 8;

/** What one channel should know of one app's domains. */
export interface Digest extends Overview {
  readonly app: string;
  readonly channel: string;
  readonly period: DigestPlan['digest'];
  /** Ready since the last one, the latest first. */
  readonly ready: readonly ListedMapping[];
  /** The first to end first; `validTo` in epoch ms. */
  readonly expiring: readonly (ListedMapping & { readonly validTo: number })[];
}

export type DigestDeps = ConditionDeps & Pick<Ports, 'appSettings' | 'log'>;
/** Resolves to false if Slack certainly hasn't got it; rejects if it may have. */
export type PostDigest = (digest: Digest) => Promise<boolean>;

/** The period last seen to, by channel. */
const seenPeriods = z.object({ channels: z.record(z.string(), z.string()) });
const digestsKind: DocumentKind<z.output<typeof seenPeriods>> = {
  name: 'digests',
  form: { schema: 1, migrations: new Map() },
  content: seenPeriods,
};

/**
 * Posts the summaries of an app that are due, one for each channel with its cards. A period is stored before its post,
 * so that none is ever posted twice, and again only if Slack certainly hasn't got it. A channel's first is the one after
 * it got its first card. Rejects with what the post threw.
 */
export async function postDigests(deps: DigestDeps, post: PostDigest, app: string): Promise<void> {
  const plan = digestPlanOf(deps, app);
  if (!plan) return;
  const due = digestPeriod(plan, deps.now());
  const document = openDocument(deps.store.documents, digestsKind, app);
  let channels = (await document.read())?.channels ?? {};
  const digests = await digestsOf(deps, app, plan);
  for (const digest of digests) {
    const before = channels[digest.channel];
    if (before === due) continue;
    channels = { ...channels, [digest.channel]: due };
    await document.write({ channels });
    if (before === undefined || !isWorthTelling(digest) || (await post(digest))) continue;
    channels = { ...channels, [digest.channel]: before };
    await document.write({ channels });
  }
}

function digestPlanOf({ appSettings }: DigestDeps, app: string): DigestPlan | undefined {
  const values = { ...appSettings.defaultsOf(app), ...appSettings.overridesOf(app) };
  const { digest, 'digest-hour': hour, 'time-zone': timeZone } = values;
  if (digest !== 'daily' && digest !== 'weekly') return undefined;
  return { digest, hour: String(hour), timeZone: String(timeZone) };
}

const isWorthTelling = ({ urgent, ready, expiring }: Digest): boolean =>
  urgent.length + ready.length + expiring.length > 0;

interface Gathered {
  readonly counts: { -readonly [Group in keyof Overview['counts']]: number };
  readonly acting: Ranked[];
  readonly ready: { readonly id: string; readonly at: number }[];
  readonly expiring: { readonly id: string; readonly at: number }[];
  total: number;
}

async function digestsOf(deps: DigestDeps, app: string, { digest: period }: DigestPlan): Promise<Digest[]> {
  const now = deps.now();
  const since = now - (period === 'weekly' ? 7 : 1) * DAY_MS;
  const byChannel = new Map<string, Gathered>();
  await scanSummaries(deps, { app }, (summary, urgency) => {
    const gathered = byChannel.get(summary.channel) ?? nothingYet();
    byChannel.set(summary.channel, gathered);
    const group = groupOf(urgency);
    gathered.total += 1;
    gathered.counts[group] += 1;
    if (group === urgency.whoActs) gathered.acting.push(rankOf(summary, urgency));
    gatherDates(gathered, summary, { since, now });
  });
  const digests: Digest[] = [];
  for (const [channel, { counts, total, acting, ready, expiring }] of byChannel) {
    const soonest = expiring.sort((one, other) => one.at - other.at).slice(0, MAX_DIGEST_LINES);
    const latest = ready.sort((one, other) => other.at - one.at).slice(0, MAX_DIGEST_LINES);
    const ends = new Map(soonest.map(({ id, at }) => [id, at]));
    digests.push({
      app,
      channel,
      period,
      counts,
      total,
      urgent: await listedMappings(deps, acting.sort(byUrgency).slice(0, MAX_DIGEST_LINES)),
      ready: await listedMappings(deps, latest),
      expiring: (await listedMappings(deps, soonest)).map((listed) => ({
        ...listed,
        validTo: ends.get(listed.mapping.id) ?? now,
      })),
    });
  }
  return digests;
}

const nothingYet = (): Gathered => ({
  counts: { agency: 0, customer: 0, host: 0, underway: 0, ready: 0 },
  acting: [],
  ready: [],
  expiring: [],
  total: 0,
});

function gatherDates(
  { ready, expiring }: Gathered,
  { id, readyAt, certificateEnd }: MappingSummary,
  { since, now }: { readonly since: number; readonly now: number },
): void {
  if (readyAt !== undefined && readyAt >= since) ready.push({ id, at: readyAt });
  if (certificateEnd !== undefined && certificateEnd - now < EXPIRING_MS)
    expiring.push({ id, at: certificateEnd });
}
