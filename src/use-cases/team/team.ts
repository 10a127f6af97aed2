import { MAX_FOLLOWERS, type TeamInput } from '../../core/lifecycle/inputs/team.js';
import { MAX_NOTE, type Mapping } from '../../core/mapping.js';
import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize, mayTakeCare } from '../authorize.js';
import { findMapped, getLive } from '../domains/find.js';
import { UserError } from '../errors.js';
import type { TransitionDeps } from '../shared/transition.js';
import { transitionPair } from '../shared/transition.js';

export type TeamDeps = AuthorizeDeps & TransitionDeps;

/** Which mapping: by ID, from a button, or a typed hostname. */
export type Which = { readonly id: string } | { readonly hostname: string };

/** Lets `to` (a Slack user ID) take care of a mapping, or nobody. Throws `UserError`. */
export async function assign(
  deps: TeamDeps,
  which: Which,
  to: string | undefined,
  actor: Actor,
): Promise<Mapping> {
  const id = await onCard(deps, which, actor);
  if (to !== undefined && to !== actor.user) {
    const may = await mayTakeCare(deps, to);
    if (may === undefined) throw new UserError({ code: 'unsure' });
    if (!may) throw new UserError({ code: 'not-a-member', person: to });
  }
  return give(deps, id, { type: 'domain.assigned', by: actor.user, to }, actor);
}

/** Mentions the actor, too, from now on; `isOn` undefined turns it on or off. Throws `UserError`. */
export async function followDomain(
  deps: TeamDeps,
  which: Which,
  isOn: boolean | undefined,
  actor: Actor,
): Promise<Mapping> {
  const id = await onCard(deps, which, actor);
  const { mapping, requests } = await getLive(deps.store, id);
  if (requests.includes(actor.requestId)) return mapping;
  const { followers = [] } = mapping;
  const wanted = isOn ?? !followers.includes(actor.user);
  if (wanted && !followers.includes(actor.user) && followers.length >= MAX_FOLLOWERS)
    throw new UserError({ code: 'too-many-followers', most: MAX_FOLLOWERS });
  return give(deps, id, { type: 'domain.followed', by: actor.user, isOn: wanted }, actor);
}

/** Replaces the note for the team; empty text removes it. Throws `UserError`. */
export async function changeNote(deps: TeamDeps, which: Which, note: string, actor: Actor): Promise<Mapping> {
  const id = await onCard(deps, which, actor);
  if (note.length > MAX_NOTE) throw new UserError({ code: 'note-too-long', most: MAX_NOTE });
  return give(deps, id, { type: 'note.changed', by: actor.user, note }, actor);
}

/** A mapping, for a person who may take care of it: only members work on domains. Throws `UserError`. */
export async function attended(
  deps: AuthorizeDeps & Pick<TransitionDeps, 'store'>,
  which: Which,
  actor: Actor,
): Promise<Mapping> {
  const reach = await authorize(deps, actor, 'view', undefined, 'assign');
  const { mapping } =
    'id' in which
      ? await getLive(deps.store, which.id, reach)
      : await findMapped(deps.store, which.hostname, reach);
  await authorize(deps, actor, 'assign', { mapping: mapping.id });
  return mapping;
}

/** A www mapping shares its primary's card, so that one is meant. */
async function onCard(deps: TeamDeps, which: Which, actor: Actor): Promise<string> {
  const { id, primary } = await attended(deps, which, actor);
  return primary ?? id;
}

const give = async (deps: TeamDeps, id: string, input: TeamInput, { requestId }: Actor): Promise<Mapping> =>
  (await transitionPair(deps, id, input, requestId)).mapping;
