import type { EventDraft } from '../event.js';
import type { Mapping } from '../mapping.js';
import { domainRecordWork, isFailed, isFinal } from '../stage.js';
import type { Policy } from './policy.js';

/** What a decision may know besides the mapping and the input. `random` is in [0, 1). */
export interface Context {
  readonly now: number;
  readonly newId: () => string;
  readonly random: number;
  readonly policy: Policy;
}

/** A mapping on its way to `Decision`, with what is to be told of it. */
export interface Step {
  readonly mapping: Mapping;
  readonly report: readonly EventDraft[];
}

export const unchanged = (mapping: Mapping): Step => ({ mapping, report: [] });

/**
 * When a mapping needs the clock next: never once it is final. A wish that waits for approval is looked after even where nothing else is,
 * and so is a record that is still to be made.
 */
export function dueAt(mapping: Mapping): number | undefined {
  const { approval, siteLink, nextCheckAt } = mapping;
  const isWorkLeft = domainRecordWork(mapping) !== undefined;
  const next = isFinal(mapping) && !isWorkLeft ? undefined : (nextCheckAt ?? siteLink?.notBefore);
  if (!approval) return next;
  return next === undefined ? approval.until : Math.min(next, approval.until);
}

/** An axis that a look told nothing about: only since when is kept. */
export const unchecked = <Axis extends { readonly uncheckedSince?: number | undefined }>(
  axis: Axis,
  now: number,
): Axis => ({ ...axis, uncheckedSince: axis.uncheckedSince ?? now });

/** A success after the mapping had failed says so. */
export const lateness = (mapping: Mapping): { readonly late?: true } =>
  isFailed(mapping) ? { late: true } : {};
