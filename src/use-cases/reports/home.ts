import { shownStage } from '../../core/condition.js';
import { DAY_MS } from '../../core/instant.js';
import type { ShownStage } from '../../core/stage.js';
import { Ranking } from '../../util/collections.js';
import type { Actor } from '../actor.js';
import { authorize, hasPermission, isWithinChannel } from '../authorize.js';
import { byUrgency, groupOf, noCounts, type Ranked, rankOf, scanSummaries } from '../shared/conditions.js';
import { countSetAside, type ListDeps, type ListedMapping, listedMappings } from './list.js';
import type { Overview } from './overview.js';

const HOME_LINES = { offset: 0, limit: 6 };
const RECENT_MS = 7 * DAY_MS;
/** Certificates that end within this are shown. */
export const EXPIRING_MS = 21 * DAY_MS;

/** What a person sees of all domains when they come in. */
export interface Home extends Overview {
  /** The reader's own that somebody has to act on or that aren't ready. */
  readonly mine: readonly ListedMapping[];
  /** Ready within a week, the latest first. */
  readonly ready: readonly ListedMapping[];
  /** The first to end first; `validTo` in epoch ms. */
  readonly expiring: readonly (ListedMapping & { readonly validTo: number })[];
  readonly stages: Readonly<Partial<Record<ShownStage, number>>>;
  /** In the last seven days, and in the seven before. */
  readonly trend: Readonly<Record<'requested' | 'done', readonly [now: number, before: number]>>;
  readonly mayMap: boolean;
  readonly mayConfigure: boolean;
}

interface Dated {
  readonly id: string;
  readonly at: number;
}

/** Everything on the Home tab, within the reader's rights. Throws `UserError`. */
export async function home(deps: ListDeps, actor: Actor): Promise<Home> {
  const reach = await authorize(deps, actor, 'view');
  const now = deps.now();
  const counts = noCounts();
  const stages: Partial<Record<ShownStage, number>> = {};
  const trend: Record<'requested' | 'done', [number, number]> = { requested: [0, 0], done: [0, 0] };
  const acting = new Ranking<Ranked>(byUrgency, HOME_LINES);
  const mine = new Ranking<Ranked>(byUrgency, HOME_LINES);
  const ready = new Ranking<Dated>((one, other) => other.at - one.at, HOME_LINES);
  const expiring = new Ranking<Dated>((one, other) => one.at - other.at, HOME_LINES);
  let total = 0;
  await scanSummaries(deps, {}, (summary, urgency) => {
    if (!isWithinChannel(reach, summary)) return;
    const { id, requestedAt, responsible, readyAt, certificateEnd } = summary;
    const stage = shownStage(summary.stage, summary.setback, urgency.health);
    total += 1;
    const group = groupOf(urgency);
    counts[group] += 1;
    stages[stage] = (stages[stage] ?? 0) + 1;
    if (group === urgency.whoActs) acting.add(rankOf(summary, urgency));
    if (responsible === actor.user && group !== 'ready') mine.add(rankOf(summary, urgency));
    countWeek(trend.requested, now, requestedAt);
    if (readyAt !== undefined) countWeek(trend.done, now, readyAt);
    if (readyAt !== undefined && now - readyAt < RECENT_MS) ready.add({ id, at: readyAt });
    if (certificateEnd !== undefined && certificateEnd - now < EXPIRING_MS)
      expiring.add({ id, at: certificateEnd });
  });
  const first = <Item extends Pick<Ranked, 'id'>>(ranking: Ranking<Item>) =>
    listedMappings(deps, ranking.page());
  const soonest = expiring.page();
  const ends = new Map(soonest.map(({ id, at }) => [id, at]));
  return {
    counts,
    total,
    stages,
    trend,
    urgent: await first(acting),
    mine: await first(mine),
    ready: await first(ready),
    expiring: (await listedMappings(deps, soonest)).map((listed) => ({
      ...listed,
      validTo: ends.get(listed.mapping.id) ?? now,
    })),
    ...countSetAside(deps),
    mayMap: await hasPermission(deps, actor, 'map'),
    mayConfigure: await hasPermission(deps, actor, 'configure'),
  };
}

/** Counts a moment into the last seven days or the seven before. */
function countWeek(weeks: [number, number], now: number, at: number): void {
  const age = now - at;
  if (age < RECENT_MS) weeks[0] += 1;
  else if (age < 2 * RECENT_MS) weeks[1] += 1;
}
