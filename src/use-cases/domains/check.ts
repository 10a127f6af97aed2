import { isFailed, isFinal } from '../../core/stage.js';
import type { StoredMapping } from '../../store/store.js';
import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize } from '../authorize.js';
import { UserError } from '../errors.js';
import { prefer } from '../shared/destination.js';
import type { TransitionDeps } from '../shared/transition.js';
import { transitionPair } from '../shared/transition.js';
import type { CheckLimits } from './check-limits.js';
import { getLive } from './find.js';

export type CheckDeps = AuthorizeDeps & TransitionDeps & { readonly checkLimits: CheckLimits };

/** Stores the request to check a mapping now; `checkNow` runs it. Throws `UserError`. */
export async function requestCheck(deps: CheckDeps, id: string, actor: Actor): Promise<StoredMapping> {
  await authorize(deps, actor, 'check', { mapping: id });
  const { mapping, requests } = await getLive(deps.store, id);
  const waitMs = requests.includes(actor.requestId) ? 0 : deps.checkLimits.take(id, actor.user);
  if (waitMs > 0) throw new UserError({ code: 'too-fast', waitMs });
  prefer(deps, mapping);
  const input = { type: 'check.requested', by: actor.user } as const;
  const stored = await transitionPair(deps, id, input, actor.requestId);
  if (stored.mapping.alias.state !== 'accepted') deps.wakeUp.check(id);
  await checkWww(deps, stored, actor);
  return stored;
}

/** The www mapping is checked with its primary; a failed one starts again. */
async function checkWww(deps: TransitionDeps, { mapping }: StoredMapping, { user }: Actor): Promise<void> {
  const www = mapping.www && (await deps.store.load(mapping.www.id))?.mapping;
  if (!www || www.stage === 'removed') return;
  if (isFailed(www) || isFinal(www))
    await transitionPair(deps, www.id, { type: 'check.requested', by: user });
  deps.wakeUp.check(www.id);
}
