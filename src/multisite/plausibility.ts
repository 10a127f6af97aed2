import { hasAnyInTurns, visitInTurns } from '../util/concurrency/event-loop.js';
import { LargeMap } from '../util/large-map.js';
import type { LongList } from '../util/parted-list.js';
import type { DomainRecord, DomainRecordList } from './multisite.js';
import type { NetworkSnapshot, ReconcileStep } from './reconcile.js';

/** If more than this many, and more than half, vanish between two readings, something else is wrong. */
const FEW = 5;
/** A network's only domain may well be replaced by another one. */
const COMPARABLE = 2;

/**
 * Why a list isn't believed. `empty`: a database that fails reads as a list without records, and then denies each record
 * by its ID, too; nothing tells it from a network whose last record was deleted. `foreign`: it has none of the domains of
 * the last reading, as when MULTISITE_URL leads to another network, whose IDs also count from 1. `denied`: the network
 * denies a record that it has just listed, so that the ones it denies otherwise may be there as well.
 */
export type Doubt = 'empty' | 'foreign' | 'denied';

export async function doubtOf(
  list: DomainRecordList,
  known: NetworkSnapshot | undefined,
): Promise<Exclude<Doubt, 'denied'> | undefined> {
  const { domainRecords, unreadable } = list;
  if (!known || known.size === 0) return undefined;
  if (domainRecords.length + unreadable.length === 0) return 'empty';
  const isComparable = known.size >= COMPARABLE && domainRecords.length > 0;
  return isComparable && !(await couldFollow(domainRecords, known)) ? 'foreign' : undefined;
}

/**
 * IDs change when a network moves. WordPress never gives one twice, so records that all came after the known ones may well
 * have replaced them.
 */
async function couldFollow(domainRecords: LongList<DomainRecord>, known: NetworkSnapshot): Promise<boolean> {
  if (await hasAnyInTurns(domainRecords, ({ id, domain }) => known.get(id) === domain)) return true;
  const domains = new LargeMap<string, true>(known.size);
  let latest = 0;
  await visitInTurns(known.entries(), ([id, domain]) => {
    domains.set(domain, true);
    latest = Math.max(latest, id);
  });
  if (await hasAnyInTurns(domainRecords, ({ domain }) => domains.has(domain))) return true;
  return !(await hasAnyInTurns(domainRecords, ({ id }) => id <= latest));
}

const areMany = (ending: readonly ReconcileStep[]): boolean => ending.length > FEW;

export const areManyGone = (steps: readonly ReconcileStep[]): boolean =>
  areMany(steps.filter(({ kind }) => kind === 'vanish'));

/** The steps that would end or rename mappings, if they prove nothing: the list is doubted, or they are too many at once. */
export function implausibleSteps(
  steps: readonly ReconcileStep[],
  known: NetworkSnapshot | undefined,
  doubt: Doubt | undefined,
): readonly ReconcileStep[] {
  const ending = steps.filter(({ kind }) => kind === 'vanish' || (kind === 'rename' && doubt === 'foreign'));
  const isTooMany = areMany(ending) && ending.length * 2 > (known?.size ?? 0);
  return doubt || isTooMany ? ending : [];
}
