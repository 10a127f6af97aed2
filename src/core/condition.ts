import type { Finding } from './diagnosis/findings/finding.js';
import { findingsOf } from './diagnosis/findings/findings.js';
import type { WhoActs } from './diagnosis/findings/table.js';
import { unusualAt } from './lifecycle/open-findings.js';
import type { Policy } from './lifecycle/policy.js';
import type { Mapping, Stage } from './mapping.js';
import type { Target } from './ports/provider-facts.js';
import { isMuted } from './reporting/reporting.js';
import {
  type AlarmAxis,
  alarmOf,
  checkedUntil,
  isFailed,
  isFinal,
  isOnlyUnrouted,
  isPublished,
  type Setback,
  type ShownStage,
} from './stage.js';

/**
 * `good`: Ready; `waiting`: in progress, nothing unusual; `blocked`: in progress, but waiting alone won't fix
 * it; `alarm`: was Ready and no longer is; `failed`: not Ready in time; `removed`.
 */
export type Health = 'good' | 'waiting' | 'blocked' | 'alarm' | 'failed' | 'removed';

/** The stage as people read it on cards, in lists and in counts. */
export function shownStage(stage: Stage, setback: Setback | undefined, health: Health): ShownStage {
  if (health === 'good') return stage;
  return setback ?? (health === 'alarm' ? 'disturbed' : stage);
}

/** A mapping's health; every view uses it. Moments are epoch ms. */
export interface Condition {
  readonly stage: Stage;
  readonly health: Health;
  /** After Ready: the axis that is no longer right. */
  readonly alarm: AlarmAxis | undefined;
  /** The worst finding, with its evidence and fixes: a problem before a warning, never a note. */
  readonly finding: Finding | undefined;
  /** When this condition began. */
  readonly since: number;
  readonly whoActs: WhoActs;
  /** `at` is null when there are no more checks; `until`: when the checks end, if known. */
  readonly nextCheck: { readonly at: number | null; readonly until: number | undefined };
}

/** What a condition depends on besides the mapping. */
export interface ConditionContext {
  readonly now: number;
  readonly target: Target;
  readonly policy: Policy;
}

export function conditionOf(mapping: Mapping, { now, target, policy }: ConditionContext): Condition {
  const all = mapping.alias.intent === 'remove' ? [] : findingsOf(mapping, target, { now, policy });
  const findings = all.filter(({ code }) => !isMuted(mapping, code));
  const finding = worstOf(findings, mapping);
  const alarm = alarmAmong(mapping, all, findings);
  const health = conditionHealth(mapping, finding, alarm, { now, target, policy });
  return {
    stage: mapping.stage,
    health,
    alarm: health === 'alarm' ? (alarm ?? finding?.axis) : undefined,
    finding,
    since: conditionSince(mapping, health, finding),
    // Nobody is asked to act while it is snoozed.
    whoActs: mapping.snooze ? 'nobody' : conditionActor(mapping, health, finding),
    nextCheck: { at: isFinal(mapping) ? null : (mapping.nextCheckAt ?? null), until: checkedUntil(mapping) },
  };
}

/** The axis that is no longer right, unless everything wrong with it is muted. */
function alarmAmong(
  mapping: Mapping,
  all: readonly Finding[],
  heard: readonly Finding[],
): AlarmAxis | undefined {
  const axis = alarmOf(mapping);
  const isOnIt = (finding: Finding) => finding.axis === axis && finding.severity === 'problem';
  return all.some(isOnIt) && !heard.some(isOnIt) ? undefined : axis;
}

/** Nobody has to do anything any more. */
export const isCalm = ({ health, whoActs }: Pick<Condition, 'health' | 'whoActs'>): boolean =>
  health === 'removed' || (health === 'good' && whoActs === 'nobody');

const SEVERITIES = ['problem', 'warning'] as const;

/** A problem before a warning. Of warnings, the late renewal of a certificate comes first: it alone has a deadline. */
function worstOf(findings: readonly Finding[], { ssl }: Mapping): Finding | undefined {
  const [worst] = SEVERITIES.flatMap(
    (severity) => findings.find((finding) => finding.severity === severity) ?? [],
  );
  const isLate = ssl.state === 'expiring' && worst?.severity === 'warning';
  return isLate
    ? (findings.find(({ axis, severity }) => axis === 'ssl' && severity === 'warning') ?? worst)
    : worst;
}

function conditionHealth(
  mapping: Mapping,
  finding: Finding | undefined,
  alarm: AlarmAxis | undefined,
  context: ConditionContext,
): Health {
  const { alias, outcome } = mapping;
  if (alias.state === 'removed') return 'removed';
  if (alias.state === 'refused') return 'blocked';
  if (alias.intent === 'remove' || alias.state !== 'accepted') return 'waiting';
  if (isFailed(mapping)) return 'failed';
  const isBlocked = finding?.severity === 'problem' && isUnusual(mapping, finding, context);
  if (outcome) return alarm !== undefined || isBlocked ? 'alarm' : 'good';
  return isBlocked || isOnlyUnrouted(mapping) ? 'blocked' : 'waiting';
}

/**
 * A wait that every new domain goes through, for no longer than usual: for the customer's record or for the
 * certificate.
 */
export function isExpectedWait(mapping: Mapping, finding: Finding, context: ConditionContext): boolean {
  if (mapping.outcome !== undefined || mapping.alias.intent === 'remove') return false;
  const isWait = finding.axis === 'ssl' || finding.code === 'record-missing';
  return isWait && !isUnusual(mapping, finding, context);
}

const isUnusual = (mapping: Mapping, finding: Finding, { now, policy }: ConditionContext): boolean =>
  now >= unusualAt(finding, openFindingBehind(mapping, finding)?.since ?? now, mapping, { policy });

const openFindingBehind = ({ openFindings }: Mapping, { code }: Finding) =>
  openFindings.find((openFinding) => openFinding.code === code);

function conditionSince(mapping: Mapping, health: Health, finding: Finding | undefined): number {
  const { alias, dns, ssl, outcome } = mapping;
  const alarm = alarmOf(mapping);
  if (alias.state !== 'accepted') return alias.since;
  if (outcome && outcome.stage !== 'done') return outcome.at;
  if (health === 'alarm' && alarm !== undefined) return mapping[alarm].since;
  if (isOnlyUnrouted(mapping)) return mapping.site.since;
  if (health === 'alarm' || health === 'blocked')
    return (finding && openFindingBehind(mapping, finding)?.since) ?? dns.since;
  if (outcome) return outcome.at;
  return isPublished(dns) ? (ssl.startedAt ?? dns.since) : (dns.startedAt ?? alias.since);
}

function conditionActor(mapping: Mapping, health: Health, finding: Finding | undefined): WhoActs {
  const { alias, dns, ssl, approval, outcome } = mapping;
  if (health === 'removed') return 'nobody';
  if (alias.state === 'refused' || approval) return 'agency';
  if (alias.state !== 'accepted' || alias.intent === 'remove') return 'nobody';
  // Ready for as long as the certificate holds, whose renewal is late.
  if (health === 'good')
    return ssl.state === 'expiring' && finding?.axis === 'ssl' ? finding.whoActs : 'nobody';
  if (health === 'waiting') return isPublished(dns) || dns.state === 'unknown' ? 'nobody' : 'customer';
  if (isOnlyUnrouted(mapping)) return 'agency';
  if (finding?.severity === 'problem') return finding.whoActs;
  return outcome?.stage === 'ssl-failed' || alarmOf(mapping) === 'ssl' ? 'host' : 'agency';
}
