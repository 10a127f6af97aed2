import type { EventDraft } from '../../events/event.js';
import type { Mapping } from '../../mapping.js';
import { type Step, unchanged } from '../step.js';

/** What people say about how much attention a mapping needs; `by` is a Slack user id, moments are epoch ms. */
export type AttentionInput =
  /** `until` undefined: until something changes. */
  | { readonly type: 'domain.snoozed'; readonly by: string; readonly until: number | undefined }
  | { readonly type: 'snooze.ended'; readonly by: string }
  | { readonly type: 'finding.acknowledged'; readonly by: string; readonly finding: string }
  | { readonly type: 'finding.unacknowledged'; readonly by: string; readonly finding: string }
  | {
      readonly type: 'finding.muted';
      readonly by: string;
      readonly finding: string;
      readonly reason: string;
      readonly until: number;
    }
  /** Of one finding, or of all. */
  | { readonly type: 'mutes.ended'; readonly by: string; readonly finding?: string | undefined };

export function decideAttention(mapping: Mapping, input: AttentionInput): Step {
  if (mapping.alias.intent === 'remove') return unchanged(mapping);
  switch (input.type) {
    case 'domain.snoozed':
      return snoozed(mapping, input.by, input.until);
    case 'snooze.ended':
      return mapping.snooze ? awake({ mapping, report: [] }, 'person') : unchanged(mapping);
    case 'finding.acknowledged':
      return acknowledged(mapping, input.by, input.finding);
    case 'finding.unacknowledged':
      return unacknowledged(mapping, input.finding);
    case 'finding.muted':
      return muted(mapping, input);
    case 'mutes.ended':
      return unmuted({ mapping, report: [] }, ({ code }) => (input.finding ?? code) === code);
  }
}

/** Ends a snooze when its time is over or something changes, and a mute when its time is over. */
export function stepAttention(step: Step, now: number): Step {
  const { snooze, alias } = step.mapping;
  if (alias.intent === 'remove') return step;
  const rested = unmuted(step, ({ until }) => until <= now);
  if (!snooze || !endsSnooze(snooze, step.report, now)) return rested;
  return awake(rested, snooze.until !== undefined && snooze.until <= now ? 'time' : 'change');
}

const CHANGE = /^(?:dns|ssl|site|alias|domain_connect)\./;

function endsSnooze(
  { until }: NonNullable<Mapping['snooze']>,
  report: readonly EventDraft[],
  now: number,
): boolean {
  if (report.some(([type]) => type === 'domain.done')) return true;
  return until === undefined ? report.some(([type]) => CHANGE.test(type)) : until <= now;
}

function snoozed(mapping: Mapping, by: string, until: number | undefined): Step {
  const { snooze } = mapping;
  if (snooze && snooze.until === until) return unchanged(mapping);
  const ends = until === undefined ? {} : { until };
  return { mapping: { ...mapping, snooze: { by, ...ends } }, report: [['domain.snoozed', ends]] };
}

function awake({ mapping, report }: Step, why: 'time' | 'change' | 'person'): Step {
  const { by: snoozedBy = '' } = mapping.snooze ?? {};
  return {
    mapping: { ...mapping, snooze: undefined },
    report: [...report, ['domain.snooze_ended', { why, snoozedBy }]],
  };
}

function acknowledged(mapping: Mapping, by: string, finding: string): Step {
  const open = mapping.openFindings.find(({ code }) => code === finding);
  if (!open || open.acknowledgedBy !== undefined) return unchanged(mapping);
  const openFindings = mapping.openFindings.map((each) =>
    each === open ? { ...each, acknowledgedBy: by } : each,
  );
  return { mapping: { ...mapping, openFindings }, report: [['finding.acknowledged', { finding }]] };
}

function unacknowledged(mapping: Mapping, finding: string): Step {
  const known = mapping.openFindings.find(({ code }) => code === finding);
  if (known?.acknowledgedBy === undefined) return unchanged(mapping);
  const { acknowledgedBy: _, ...unknown } = known;
  const openFindings = mapping.openFindings.map((each) => (each === known ? unknown : each));
  return { mapping: { ...mapping, openFindings }, report: [['finding.unacknowledged', { finding }]] };
}

/** A later mute of the same finding replaces the earlier one. */
function muted(
  mapping: Mapping,
  { by, finding, reason, until }: Extract<AttentionInput, { type: 'finding.muted' }>,
): Step {
  const others = (mapping.mutes ?? []).filter(({ code }) => code !== finding);
  return {
    mapping: { ...mapping, mutes: [...others, { code: finding, by, reason, until }] },
    report: [['finding.muted', { finding, muteReason: reason, until }]],
  };
}

function unmuted(
  { mapping, report }: Step,
  isOver: (mute: NonNullable<Mapping['mutes']>[number]) => boolean,
): Step {
  const { mutes = [] } = mapping;
  const over = mutes.filter(isOver);
  if (over.length === 0) return { mapping, report };
  return {
    mapping: { ...mapping, mutes: mutes.filter((mute) => !isOver(mute)) },
    report: [...report, ...over.map(({ code }): EventDraft => ['finding.unmuted', { finding: code }])],
  };
}
