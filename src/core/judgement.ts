import { type Condition, type ConditionContext, conditionOf } from './condition.js';
import { certificateMoments } from './diagnosis/verdict-ssl.js';
import { sslLateMs } from './learning/durations.js';
import { unusualAt } from './lifecycle/open-findings.js';
import type { Policy } from './lifecycle/policy.js';
import type { Mapping } from './mapping.js';
import type { Target } from './ports/provider-facts.js';

/** What lists sort and count by. Moments are epoch ms. */
export type Urgency = Pick<Condition, 'health' | 'whoActs' | 'since'>;

/** An urgency, and what it depends on besides the mapping. */
export interface Judgement extends Urgency {
  /** The first moment at which it holds. */
  readonly from: number;
  /** The moment at which it no longer holds. */
  readonly until: number;
  /** The `basisOf` the target and policy behind it. */
  readonly basis: string;
}

const EVER = Number.MAX_SAFE_INTEGER;

/** The mapping's urgency, and how long time alone does not change it. */
export function judgementOf(mapping: Mapping, context: ConditionContext, basis: string): Judgement {
  const { now } = context;
  const condition = conditionOf(mapping, context);
  const { health, whoActs, since } = condition;
  const moments = momentsOf(mapping, condition, context);
  const from = Math.max(0, ...moments.filter((at) => at <= now));
  const until = Math.min(EVER, ...moments.filter((at) => at > now));
  return { health, whoActs, since, from, until, basis };
}

export const holdsAt = ({ from, until }: Judgement, now: number): boolean => from <= now && now < until;

/**
 * Equal for equal targets and policies. What is learned changes all the time and is left out: it only matters to waiting
 * mappings, whose next check judges them again.
 */
export const basisOf = (target: Target, { learned: _, ...policy }: Policy): string =>
  JSON.stringify([target, policy]);

/** When the findings or their weight change if nothing new is seen. */
function momentsOf(mapping: Mapping, { finding }: Condition, { policy }: ConditionContext): number[] {
  const { ssl, openFindings } = mapping;
  const moments = (ssl.observation?.edges ?? []).flatMap(({ certificate }) =>
    certificate ? certificateMoments(certificate) : [],
  );
  if (ssl.startedAt !== undefined && ssl.issuedAt === undefined)
    moments.push(ssl.startedAt + sslLateMs(policy));
  if (finding) {
    const open = openFindings.find(({ code }) => code === finding.code);
    moments.push(unusualAt(finding, open?.since ?? EVER, mapping, { policy }));
  }
  return moments;
}
