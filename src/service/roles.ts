import type { Roles } from './deps.js';
import { UserError } from './user-error.js';

/** Throws `UserError` when the user may not change mappings. */
export async function assertOperator(roles: Roles, user: string): Promise<void> {
  if (!(await roles.mayOperate(user))) throw new UserError({ code: 'not-operator' });
}
