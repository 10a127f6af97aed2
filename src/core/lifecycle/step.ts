import type { Finding } from '../diagnosis/findings/finding.js';
import type { EventDraft } from '../events/event.js';
import type { Mapping } from '../mapping.js';
import { attentionEndsAt } from '../reporting/reporting.js';
import { domainRecordWork, isFailed, isFinal } from '../stage.js';
import type { Policy } from './policy.js';

/** What a decision gets besides the mapping and the input. `random` is in [0, 1). */
export interface Context {
  readonly now: number;
  readonly newId: () => string;
  readonly random: number;
  readonly policy: Policy;
}

/** A mapping during a decision, with the events to report. */
export interface Step {
  readonly mapping: Mapping;
  readonly report: readonly EventDraft[];
  /** What a check found, with what is no problem. */
  readonly findings?: readonly Finding[] | undefined;
}

export const unchanged = (mapping: Mapping): Step => ({ mapping, report: [] });

/**
 * When a mapping is due next; undefined once it is final. A pending approval, a domain record still to be
 * created, a snooze or a mute keeps it due.
 */
export function dueAt(mapping: Mapping): number | undefined {
  const { approval, siteLink, nextCheckAt } = mapping;
  const isWorkLeft = domainRecordWork(mapping) !== undefined;
  const next = isFinal(mapping) && !isWorkLeft ? undefined : (nextCheckAt ?? siteLink?.notBefore);
  const ends = [next, approval?.until, attentionEndsAt(mapping)].filter((at) => at !== undefined);
  return ends.length === 0 ? undefined : Math.min(...ends);
}

/** Marks an axis that a check had no result for; only the start of that is stored. */
export const unchecked = <Axis extends { readonly uncheckedSince?: number | undefined }>(
  axis: Axis,
  now: number,
): Axis => ({ ...axis, uncheckedSince: axis.uncheckedSince ?? now });

/** Marks a success after the mapping had failed. */
export const lateness = (mapping: Mapping): { readonly late?: true } =>
  isFailed(mapping) ? { late: true } : {};
