import type { StoredMapping } from '../../store/store.js';
import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize } from '../authorize.js';
import { UserError } from '../errors.js';
import { prefer } from '../shared/destination.js';
import type { TransitionDeps } from '../shared/transition.js';
import { transitionPair } from '../shared/transition.js';
import { getLive } from './find.js';

export type UnmapDeps = AuthorizeDeps & TransitionDeps;

/** What an unmapping would remove, for the confirmation dialog. Throws `UserError`. */
export async function previewUnmap(deps: AuthorizeDeps, id: string, actor: Actor): Promise<StoredMapping> {
  await authorize(deps, actor, 'unmap', { mapping: id });
  return getLive(deps.store, id);
}

/** Removes a mapping, or proposes it if a second person has to approve. Throws `UserError`. */
export async function unmap(deps: UnmapDeps, id: string, actor: Actor): Promise<StoredMapping> {
  await previewUnmap(deps, id, actor);
  const input = { type: 'unmap.requested', by: actor.user } as const;
  const stored = await transitionPair(deps, id, input, actor.requestId);
  prefer(deps, stored.mapping);
  deps.wakeUp.check(id);
  return stored;
}

/** Takes back one's own request that waits for a second person. Throws `UserError`. */
export async function withdrawUnmap(deps: UnmapDeps, id: string, actor: Actor): Promise<StoredMapping> {
  await authorize(deps, actor, 'unmap', { mapping: id });
  const { by } = await openApproval(deps, id);
  if (by !== actor.user) throw new UserError({ code: 'not-own-request', by });
  return transitionPair(deps, id, { type: 'unmap.withdrawn', by }, actor.requestId);
}

/** What waits for a second person. Throws `UserError` when nothing does. */
async function openApproval({ store, now }: Pick<UnmapDeps, 'store' | 'now'>, id: string) {
  const { approval } = (await getLive(store, id)).mapping;
  if (!approval || approval.until <= now()) throw new UserError({ code: 'not-open' });
  return approval;
}

/** Approves or declines an unmapping that waits for a second person. Throws `UserError`. */
export async function answerUnmap(
  deps: UnmapDeps,
  id: string,
  isApproved: boolean,
  actor: Actor,
): Promise<StoredMapping> {
  await authorize(deps, actor, 'approve', { mapping: id });
  const approval = await openApproval(deps, id);
  if (isApproved && approval.by === actor.user) {
    await deps.deniedAttempts.record({ mapping: id }, 'approve', actor);
    throw new UserError({ code: 'own-request' });
  }
  const type = isApproved ? 'unmap.approved' : 'unmap.declined';
  const stored = await transitionPair(deps, id, { type, by: actor.user }, actor.requestId);
  prefer(deps, stored.mapping);
  deps.wakeUp.check(id);
  return stored;
}
