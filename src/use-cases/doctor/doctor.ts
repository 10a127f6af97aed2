import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize } from '../authorize.js';
import type { Ports } from '../ports.js';
import type { DoctorResult } from './result.js';

/** Checks that everything the bot needs works; takes seconds. Throws `UserError`. */
export async function doctor(
  deps: AuthorizeDeps & Pick<Ports, 'diagnose'>,
  actor: Actor,
): Promise<readonly DoctorResult[]> {
  await authorize(deps, actor, 'audit');
  return deps.diagnose();
}
