import type { FindingCode } from '../../core/diagnosis/findings/table.js';
import type { Mapping } from '../../core/mapping.js';
import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize } from '../authorize.js';
import { UserError } from '../errors.js';
import { type ConditionDeps, conditionIn } from '../shared/conditions.js';
import { findMapped } from '../shared/find-mapping.js';
import type { TransitionDeps } from '../shared/transition.js';
import { transitionPair } from '../shared/transition-pair.js';

export type AttentionDeps = AuthorizeDeps & TransitionDeps & ConditionDeps;

/** A mapping and the finding that somebody acknowledged or muted. */
export interface Noticed {
  readonly mapping: Mapping;
  readonly finding: FindingCode;
}

/** Keeps a hostname's card quiet until a moment (epoch ms), or until something changes. Throws `UserError`. */
export async function snooze(
  deps: AttentionDeps,
  hostname: string,
  until: number | undefined,
  actor: Actor,
): Promise<Mapping> {
  const { id, primary } = await attended(deps, hostname, actor);
  const input = { type: 'domain.snoozed', by: actor.user, until } as const;
  return (await transitionPair(deps, primary ?? id, input, actor.requestId)).mapping;
}

/** Throws `UserError`. */
export async function endSnooze(deps: AttentionDeps, hostname: string, actor: Actor): Promise<Mapping> {
  const { id, primary } = await attended(deps, hostname, actor);
  const input = { type: 'snooze.ended', by: actor.user } as const;
  return (await transitionPair(deps, primary ?? id, input, actor.requestId)).mapping;
}

/** Acknowledges the worst finding, so that nobody is reminded of it. Throws `UserError`. */
export async function acknowledge(deps: AttentionDeps, hostname: string, actor: Actor): Promise<Noticed> {
  const before = await attended(deps, hostname, actor);
  const finding = worstNow(deps, before);
  const input = { type: 'finding.acknowledged', by: actor.user, finding } as const;
  return { mapping: (await transitionPair(deps, before.id, input, actor.requestId)).mapping, finding };
}

/** Mutes the worst finding until a moment (epoch ms). Throws `UserError`. */
export async function mute(
  deps: AttentionDeps,
  hostname: string,
  { until, reason }: { readonly until: number; readonly reason: string },
  actor: Actor,
): Promise<Noticed> {
  const before = await attended(deps, hostname, actor);
  const finding = worstNow(deps, before);
  const input = { type: 'finding.muted', by: actor.user, finding, reason, until } as const;
  return { mapping: (await transitionPair(deps, before.id, input, actor.requestId)).mapping, finding };
}

/** Ends all mutes of a mapping. Throws `UserError`. */
export async function endMutes(deps: AttentionDeps, hostname: string, actor: Actor): Promise<Mapping> {
  const { id } = await attended(deps, hostname, actor);
  return (await transitionPair(deps, id, { type: 'mutes.ended', by: actor.user }, actor.requestId)).mapping;
}

async function attended(deps: AttentionDeps, hostname: string, actor: Actor): Promise<Mapping> {
  const { mapping } = await findMapped(
    deps.store,
    hostname,
    await authorize(deps, actor, 'view', undefined, 'assign'),
  );
  await authorize(deps, actor, 'assign', { mapping: mapping.id });
  return mapping;
}

function worstNow(deps: ConditionDeps, mapping: Mapping): FindingCode {
  const { finding } = conditionIn(deps, mapping);
  if (!finding) throw new UserError({ code: 'nothing-wrong', hostname: mapping.hostname });
  return finding.code;
}
