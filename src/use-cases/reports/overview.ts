import { Ranking } from '../../util/collections.js';
import type { Actor } from '../actor.js';
import { authorize, isWithinChannel } from '../authorize.js';
import {
  byUrgency,
  type GroupCounts,
  groupOf,
  noCounts,
  type Ranked,
  rankOf,
  scanSummaries,
} from '../shared/conditions.js';
import { countSetAside, type ListDeps, type ListedMapping, listedMappings } from './list.js';

const MAX_URGENT = 5;

/** Who needs what. */
export interface Overview {
  readonly counts: GroupCounts;
  /** The most urgent mappings that somebody has to act on. */
  readonly urgent: readonly ListedMapping[];
  readonly total: number;
  readonly setAside?: number;
}

/** Counts every mapping that isn't removed by who has to act. Throws `UserError`. */
export async function overview(deps: ListDeps, actor: Actor): Promise<Overview> {
  const reach = await authorize(deps, actor, 'view');
  if (deps.tally && reach.channel === undefined) {
    const { counts, total, first } = await deps.tally.read(MAX_URGENT);
    return { counts, total, urgent: await listedMappings(deps, first), ...countSetAside(deps) };
  }
  const counts = noCounts();
  const acting = new Ranking<Ranked>(byUrgency, { offset: 0, limit: MAX_URGENT });
  let total = 0;
  await scanSummaries(deps, {}, (summary, urgency) => {
    if (!isWithinChannel(reach, summary)) return;
    total += 1;
    counts[groupOf(urgency)] += 1;
    if (groupOf(urgency) === urgency.whoActs) acting.add(rankOf(summary, urgency));
  });
  const urgent = await listedMappings(deps, acting.page());
  return { counts, urgent, total, ...countSetAside(deps) };
}
