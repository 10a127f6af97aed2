import type { Actor } from './actor.js';
import { type AuthorizeDeps, authorize } from './authorize.js';
import type { Ports } from './ports.js';

export type ApprovalsDeps = AuthorizeDeps & Pick<Ports, 'preferences'>;

/**
 * Chooses whether the actor gets a direct message when an unmapping waits for approval; undefined only asks. Resolves
 * with what holds then. Throws `UserError`.
 */
export async function approvalMessages(
  deps: ApprovalsDeps,
  isWanted: boolean | undefined,
  actor: Actor,
): Promise<boolean> {
  await authorize(deps, actor, 'approve');
  if (isWanted !== undefined) await deps.preferences.setApprovalMessages(actor.user, isWanted);
  return (await deps.preferences.approvalMessages()).includes(actor.user);
}
