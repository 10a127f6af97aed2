import type { DeniedPermission } from '../core/lifecycle/person.js';
import type { Actor } from './actor.js';
import type { Deps, Role } from './deps.js';
import { UserError, type UserProblem } from './errors.js';

/** What can be wished, and who may. Outsiders may only look, and only in channels of ours. */
const NEEDED = {
  view: 'outsider',
  check: 'member',
  map: 'operator',
  unmap: 'operator',
  approve: 'operator',
  audit: 'operator',
  doctor: 'operator',
  settings: 'admin',
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof NEEDED;

const RANK: Readonly<Record<Role, number>> = { unsure: 0, outsider: 0, member: 1, operator: 2, admin: 3 };

/** Why a wish is refused; undefined where it is not. The only place where rights are judged. */
export async function denialReason(
  deps: Deps,
  actor: Actor,
  permission: Permission,
): Promise<UserProblem | undefined> {
  const { channels, roles } = deps;
  if (channels.length > 0 && !channels.includes(actor.channel)) return { code: 'wrong-channel', channels };
  const roleOf = await roles.roleOf(actor.user, actor.team);
  if (RANK[roleOf] < RANK[NEEDED[permission]])
    return roleOf === 'unsure' ? { code: 'unsure' } : { code: 'not-allowed', permission, ask: roles.toAsk };
  const isWelcome = RANK[roleOf] > RANK.outsider || (await isOurs(deps, actor.channel));
  return isWelcome ? undefined : { code: 'not-allowed', permission, ask: roles.toAsk };
}

/** A channel is ours when it is configured, or when a card stands in it. */
async function isOurs({ channels, store }: Deps, channel: string): Promise<boolean> {
  return channels.includes(channel) || (await store.list({ channel, offset: 0, limit: 0 })).total > 0;
}

const changesMapping = (permission: Permission): permission is DeniedPermission =>
  permission !== 'view' && permission !== 'audit' && permission !== 'doctor' && permission !== 'settings';

/** Throws `UserError` when the wish is refused; one that would have changed a mapping is told in its thread. */
export async function authorize(
  deps: Deps,
  actor: Actor,
  permission: Permission,
  reported: (permission: DeniedPermission) => Promise<unknown> = async () => undefined,
): Promise<void> {
  const problem = await denialReason(deps, actor, permission);
  if (!problem) return;
  const { user, team, channel } = actor;
  deps.log.warn({ user, team, channel, permission, problem: problem.code }, 'a wish was refused');
  // Nobody was refused for who they are: there is nothing to audit.
  if (problem.code !== 'unsure' && changesMapping(permission)) await reported(permission);
  throw new UserError(problem);
}
