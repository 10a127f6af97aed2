import { LargeMap } from '../util/large-map.js';
import type { DomainRecord, DomainRecordList } from './multisite.js';
import type { NetworkSnapshot, ReconcileStep } from './reconcile.js';

/** If more than this many, and more than this share, vanish between two readings, something else is wrong. */
const FEW = 5;
const MAX_SHARE = 0.1;

/**
 * Why a list isn't believed. `empty`: a database that fails reads as a list without records, and then denies each record
 * by its ID, too; nothing tells it from a network whose last record was deleted. `foreign`: it has none of the domains of
 * the last reading, as when MULTISITE_URL leads to another network, whose IDs also count from 1.
 */
export type Doubt = 'empty' | 'foreign';

export function doubtOf(list: DomainRecordList, known: NetworkSnapshot | undefined): Doubt | undefined {
  const { domainRecords, unreadable } = list;
  if (!known || known.size === 0) return undefined;
  if (domainRecords.length + unreadable.length === 0) return 'empty';
  const isComparable = known.size > FEW && domainRecords.length > 0;
  return isComparable && !sharesDomain(domainRecords, known) ? 'foreign' : undefined;
}

/** IDs change when a network moves. */
function sharesDomain(domainRecords: Iterable<DomainRecord>, known: NetworkSnapshot): boolean {
  for (const { id, domain } of domainRecords) if (known.get(id) === domain) return true;
  const domains = new LargeMap<string, true>(known.size);
  for (const [, domain] of known.entries()) domains.set(domain, true);
  for (const { domain } of domainRecords) if (domains.has(domain)) return true;
  return false;
}

/** The steps that would end or rename mappings, if they prove nothing: the list is doubted, or they are too many at once. */
export function implausibleSteps(
  steps: readonly ReconcileStep[],
  known: NetworkSnapshot | undefined,
  doubt: Doubt | undefined,
): readonly ReconcileStep[] {
  const ending = steps.filter(({ kind }) => kind === 'vanish' || (kind === 'rename' && doubt === 'foreign'));
  const isTooMany = ending.length > FEW && ending.length > (known?.size ?? 0) * MAX_SHARE;
  return doubt || isTooMany ? ending : [];
}
