import type { DomainRecordList } from './multisite.js';
import type { NetworkSnapshot, ReconcileStep } from './reconcile.js';

/** If more than this many, and more than half, vanish between two readings, something else is wrong. */
const FEW = 5;

/** A database that fails reads as a list without records, and then denies each record by its ID, too. */
export const isSuddenlyEmpty = (
  { domainRecords, unreadable }: DomainRecordList,
  known: NetworkSnapshot | undefined,
): boolean => domainRecords.length + unreadable.length === 0 && (known?.size ?? 0) > 1;

/** How many mappings' records are missing, if that is too many at once to conclude anything; 0 otherwise. */
export function implausiblyGone(
  steps: readonly ReconcileStep[],
  known: NetworkSnapshot | undefined,
  isEmptied: boolean,
): number {
  const gone = steps.filter(({ kind }) => kind === 'vanish').length;
  return isEmptied || (gone > FEW && gone * 2 > (known?.size ?? 0)) ? gone : 0;
}
