import type { FindingCode } from '../../core/diagnosis/findings/table.js';
import type { Mapping } from '../../core/mapping.js';
import type { Actor } from '../actor.js';
import type { AuthorizeDeps } from '../authorize.js';
import { type Pair, pair } from '../domains/find.js';
import { UserError } from '../errors.js';
import { type ConditionDeps, conditionIn } from '../shared/conditions.js';
import type { TransitionDeps } from '../shared/transition.js';
import { transitionPair } from '../shared/transition.js';
import { attended, type Which } from './team.js';

export type AttentionDeps = AuthorizeDeps & TransitionDeps & ConditionDeps;

/** A mapping and the finding that somebody acknowledged or muted. */
export interface Noticed {
  readonly mapping: Mapping;
  readonly finding: FindingCode;
}

/** What is muted; without `finding` the worst one. `until`: epoch ms. */
export interface MuteRequest {
  readonly until: number;
  readonly reason: string;
  readonly finding?: FindingCode | undefined;
}

/** Both mappings on a card, for a person who may take care of them. Throws `UserError`. */
export async function attendedPair(deps: AttentionDeps, which: Which, actor: Actor): Promise<Pair> {
  const { id, primary } = await attended(deps, which, actor);
  return pair(deps, primary ?? id, actor);
}

/** Keeps a hostname's card quiet until a moment (epoch ms), or until something changes. Throws `UserError`. */
export async function snooze(
  deps: AttentionDeps,
  which: Which,
  until: number | undefined,
  actor: Actor,
): Promise<Mapping> {
  const { id, primary } = await attended(deps, which, actor);
  const input = { type: 'domain.snoozed', by: actor.user, until } as const;
  return (await transitionPair(deps, primary ?? id, input, actor.requestId)).mapping;
}

/** Ends a snooze. Throws `UserError`. */
export async function endSnooze(deps: AttentionDeps, which: Which, actor: Actor): Promise<Mapping> {
  const { id, primary } = await attended(deps, which, actor);
  const input = { type: 'snooze.ended', by: actor.user } as const;
  return (await transitionPair(deps, primary ?? id, input, actor.requestId)).mapping;
}

/** Acknowledges a finding, the worst unless named, so that nobody is reminded of it. Throws `UserError`. */
export async function acknowledge(
  deps: AttentionDeps,
  which: Which,
  named: FindingCode | undefined,
  actor: Actor,
): Promise<Noticed> {
  const { before, finding } = await meantFinding(deps, which, named, actor);
  const input = { type: 'finding.acknowledged', by: actor.user, finding } as const;
  return { mapping: (await transitionPair(deps, before.id, input, actor.requestId)).mapping, finding };
}

/** Lets people be reminded again, of one finding or of all. Throws `UserError`. */
export async function endAcknowledgement(
  deps: AttentionDeps,
  which: Which,
  named: FindingCode | undefined,
  actor: Actor,
): Promise<Mapping> {
  const before = await nameWith(deps, await attended(deps, which, actor), actor, isAcknowledged);
  const known = before.openFindings.filter(({ acknowledgedBy }) => acknowledgedBy !== undefined);
  let mapping = before;
  for (const { code: finding } of known) {
    if (named !== undefined && finding !== named) continue;
    const input = { type: 'finding.unacknowledged', by: actor.user, finding } as const;
    const after = await transitionPair(deps, before.id, input, `${actor.requestId}-${finding}`);
    mapping = after.mapping;
  }
  return mapping;
}

/** Mutes a finding until a moment. Throws `UserError`. */
export async function mute(
  deps: AttentionDeps,
  which: Which,
  { until, reason, finding: named }: MuteRequest,
  actor: Actor,
): Promise<Noticed> {
  const { before, finding } = await meantFinding(deps, which, named, actor);
  const input = { type: 'finding.muted', by: actor.user, finding, reason, until } as const;
  return { mapping: (await transitionPair(deps, before.id, input, actor.requestId)).mapping, finding };
}

/** Ends the mute of one finding, or all mutes of a mapping. Throws `UserError`. */
export async function endMutes(
  deps: AttentionDeps,
  which: Which,
  finding: FindingCode | undefined,
  actor: Actor,
): Promise<Mapping> {
  const { id } = await nameWith(deps, await attended(deps, which, actor), actor, hasMutes);
  const input = { type: 'mutes.ended', by: actor.user, finding } as const;
  return (await transitionPair(deps, id, input, actor.requestId)).mapping;
}

/** The named finding, or else the worst: of the name that was typed, or of its www name, which is on the same card. */
async function meantFinding(
  deps: AttentionDeps,
  which: Which,
  named: FindingCode | undefined,
  actor: Actor,
): Promise<{ readonly before: Mapping; readonly finding: FindingCode }> {
  const before = await attended(deps, which, actor);
  if (named) return { before, finding: named };
  const own = conditionIn(deps, before).finding;
  if (own) return { before, finding: own.code };
  const { www } = await pair(deps, before.id, actor);
  const ofWww = www && conditionIn(deps, www).finding;
  if (!www || !ofWww) throw new UserError({ code: 'nothing-wrong', hostname: before.hostname });
  return { before: www, finding: ofWww.code };
}

const hasMutes = ({ mutes = [] }: Mapping): boolean => mutes.length > 0;
const isAcknowledged = ({ openFindings }: Mapping): boolean =>
  openFindings.some(({ acknowledgedBy }) => acknowledgedBy !== undefined);

/** The mapping, or its www name if only that has what is to end: `meantFinding` may have chosen it. */
async function nameWith(
  deps: AttentionDeps,
  mapping: Mapping,
  actor: Actor,
  hasIt: (mapping: Mapping) => boolean,
): Promise<Mapping> {
  if (hasIt(mapping)) return mapping;
  const { www } = await pair(deps, mapping.id, actor);
  return www && hasIt(www) ? www : mapping;
}
