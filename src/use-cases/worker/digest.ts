import { HOUR_MS } from '../../core/instant.js';
import {
  type DigestPlan,
  digestPeriod,
  digestSpanMs,
  MAX_SPAN_MS,
} from '../../core/reporting/digest-period.js';
import { isQuietAt, type QuietHours } from '../../core/reporting/quiet-hours.js';
import { resolveSettings } from '../../settings/resolve.js';
import { openDocument } from '../../store/documents.js';
import type { MappingSummary } from '../../store/store.js';
import { Ranking } from '../../util/collections.js';
import { type Ports, reportingRulesOf } from '../ports.js';
import { EXPIRING_MS } from '../reports/home.js';
import { type ListedMapping, listedMappings } from '../reports/list.js';
import type { Overview } from '../reports/overview.js';
import {
  byUrgency,
  type ConditionDeps,
  groupOf,
  noCounts,
  type Ranked,
  rankOf,
  scanSummaries,
} from '../shared/conditions.js';
import {
  type DigestPost,
  type DigestSeen,
  type DigestsOfApp,
  digestsKind,
  MAX_DIGEST_POSTS,
} from '../shared/digest-posts.js';

const DIGEST_LINES = { offset: 0, limit: 8 };

/** What one channel should know about one app's domains. */
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

/** A summary's message. `id` marks it, so that it is found again; `at`: when it was first tried, epoch ms. */
export interface DigestMark {
  readonly id: string;
  readonly at: number;
  readonly period: string;
}

export interface DigestPoster {
  /** The message's `ts`; undefined if Slack certainly hasn't got it. Rejects if it may have. */
  post(digest: Digest, mark: DigestMark): Promise<string | undefined>;
  /** The `ts` of the message with the mark, if the channel has it. */
  find(channel: string, mark: DigestMark): Promise<string | undefined>;
}

/**
 * Posts the summaries of an app that are due, one for each channel with its cards, by the channel's settings: none in
 * its quiet hours, and none without anything to say. The attempt is stored before the post; what an earlier process or
 * call may have posted is looked up first, so that each is posted once. A channel's first is the one after it got its
 * first card. Once all channels had their turn, rejects with what the first failed post threw.
 */
export async function postDigests(deps: DigestDeps, poster: DigestPoster, app: string): Promise<void> {
  const { now, appSettings } = deps;
  const isOn = [undefined, ...appSettings.channels()].some((channel) => settingsAt(deps, app, channel).plan);
  if (!isOn) return;
  const document = openDocument(deps.store.documents, digestsKind, app);
  let known: DigestsOfApp = (await document.read()) ?? { channels: {}, posted: [] };
  const keep = async (channel: string, seen: DigestSeen, posted?: DigestPost): Promise<void> => {
    const all = posted ? [...known.posted, posted].slice(-MAX_DIGEST_POSTS) : known.posted;
    known = { channels: { ...known.channels, [channel]: seen }, posted: all };
    await document.write(known);
  };
  const failures: unknown[] = [];
  for (const [channel, gathered] of await gatheredOf(deps, app)) {
    const { plan, quietHours } = settingsAt(deps, app, channel);
    if (!plan || isQuietAt(quietHours, now())) continue;
    try {
      await post(channel, gathered, plan);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];

  async function post(channel: string, gathered: Gathered, plan: DigestPlan): Promise<void> {
    const due = digestPeriod(plan, now());
    const seen = known.channels[channel];
    if (!seen) return keep(channel, { period: due });
    const { period: before, open } = seen;
    if (open) {
      const ts = await poster.find(channel, open);
      if (ts !== undefined) return keep(channel, { period: open.period }, { ...open, channel, ts });
    }
    if (before === due || isSoonAgain(plan, due)) return;
    const since = now() - digestSpanMs(plan, before, due);
    const digest = await digestOf(deps, { app, channel, period: plan.digest }, gathered, since);
    if (!isWorthPosting(digest)) return keep(channel, { period: due });
    const mark = open?.period === due ? open : { id: deps.newId(), at: now(), period: due };
    await keep(channel, { period: before, open: mark });
    const ts = await poster.post(digest, mark);
    await (ts === undefined
      ? keep(channel, { period: before })
      : keep(channel, { period: due }, { ...mark, channel, ts }));
  }

  /** A late summary waits for the next one, rather than both coming within two hours. */
  function isSoonAgain(plan: DigestPlan, due: string): boolean {
    return digestPeriod(plan, now() + SOON_AGAIN_MS) !== due;
  }
}

const SOON_AGAIN_MS = 2 * HOUR_MS;

interface SettingsAt {
  readonly plan: DigestPlan | undefined;
  readonly quietHours: QuietHours;
}

/** An app's settings in a channel. */
function settingsAt({ appSettings, apps }: DigestDeps, app: string, channel: string | undefined): SettingsAt {
  const { quietHours } = reportingRulesOf(apps, { app, channel: channel ?? '' });
  const defaults = appSettings.defaultsOf(app);
  if (!defaults) return { plan: undefined, quietHours };
  const values = resolveSettings({
    defaults,
    app: appSettings.overridesOf(app),
    channel: channel === undefined ? undefined : appSettings.channelOverridesOf(channel),
  });
  const { digest, 'digest-hour': hour, 'time-zone': timeZone } = values;
  const isOn = digest === 'daily' || digest === 'weekly';
  return { plan: isOn ? { digest, hour: String(hour), timeZone: String(timeZone) } : undefined, quietHours };
}

const isWorthPosting = ({ urgent, ready, expiring }: Digest): boolean =>
  urgent.length + ready.length + expiring.length > 0;

interface DatedMapping {
  readonly id: string;
  readonly at: number;
}

interface Gathered {
  readonly counts: ReturnType<typeof noCounts>;
  readonly acting: Ranking<Ranked>;
  readonly ready: Ranking<DatedMapping>;
  readonly expiring: Ranking<DatedMapping>;
  total: number;
}

/** The state of the app's domains, by channel. */
async function gatheredOf(deps: DigestDeps, app: string): Promise<ReadonlyMap<string, Gathered>> {
  const now = deps.now();
  const byChannel = new Map<string, Gathered>();
  await scanSummaries(deps, { app }, (summary, urgency) => {
    const gathered = byChannel.get(summary.channel) ?? nothingYet();
    byChannel.set(summary.channel, gathered);
    const group = groupOf(urgency);
    gathered.total += 1;
    gathered.counts[group] += 1;
    if (group === urgency.whoActs) gathered.acting.add(rankOf(summary, urgency));
    gatherDates(gathered, summary, now);
  });
  return byChannel;
}

async function digestOf(
  deps: DigestDeps,
  about: Pick<Digest, 'app' | 'channel' | 'period'>,
  { counts, total, acting, ready, expiring }: Gathered,
  since: number,
): Promise<Digest> {
  const soonest = expiring.page();
  const latest = ready.page().filter(({ at }) => at >= since);
  const ends = new Map(soonest.map(({ id, at }) => [id, at]));
  return {
    ...about,
    counts,
    total,
    urgent: await listedMappings(deps, acting.page()),
    ready: await listedMappings(deps, latest),
    expiring: (await listedMappings(deps, soonest)).map((listed) => ({
      ...listed,
      validTo: ends.get(listed.mapping.id) ?? deps.now(),
    })),
  };
}

const nothingYet = (): Gathered => ({
  counts: noCounts(),
  acting: new Ranking(byUrgency, DIGEST_LINES),
  ready: new Ranking((one, other) => other.at - one.at, DIGEST_LINES),
  expiring: new Ranking((one, other) => one.at - other.at, DIGEST_LINES),
  total: 0,
});

function gatherDates(
  { ready, expiring }: Gathered,
  { id, readyAt, certificateEnd }: MappingSummary,
  now: number,
): void {
  if (readyAt !== undefined && now - readyAt <= MAX_SPAN_MS) ready.add({ id, at: readyAt });
  if (certificateEnd !== undefined && certificateEnd - now < EXPIRING_MS)
    expiring.add({ id, at: certificateEnd });
}
