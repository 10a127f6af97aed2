import type { DeniedPermission } from '../core/lifecycle/person.js';
import type { Actor, Subject } from './actor.js';
import { UserError, type UserProblem } from './errors.js';
import type { Ports, Role } from './ports.js';
import type { DeniedAttempts } from './shared/denied-attempts.js';

/** The least role that has each permission. Outsiders may only view, and only in channels of ours. */
const ROLE_FOR = {
  view: 'outsider',
  check: 'member',
  map: 'operator',
  unmap: 'operator',
  approve: 'operator',
  audit: 'operator',
  configure: 'admin',
} as const satisfies Record<string, Role>;

export type Permission = keyof typeof ROLE_FOR;

const RANK: Readonly<Record<Role, number>> = { unsure: 0, outsider: 0, member: 1, operator: 2, admin: 3 };

export type AuthorizeDeps = Pick<Ports, 'channels' | 'log' | 'roles' | 'store'> & {
  readonly deniedAttempts: DeniedAttempts;
};

/**
 * Throws `UserError` unless the actor has the permission: the only place where rights are judged. A denied attempt to
 * change a mapping goes into its audit trail.
 */
export async function authorize(
  deps: AuthorizeDeps,
  actor: Actor,
  permission: Permission,
  subject?: Subject,
): Promise<void> {
  const problem = await denialReason(deps, actor, permission);
  if (!problem) return;
  const { user, team, channel } = actor;
  deps.log.warn({ user, team, channel, permission, problem: problem.code }, 'permission denied');
  // Nobody was denied for who they are: there is nothing to audit.
  if (problem.code !== 'unsure' && subject && changesMapping(permission))
    await deps.deniedAttempts.record(subject, permission, actor);
  throw new UserError(problem);
}

/** Undefined where the actor has the permission. */
async function denialReason(
  deps: AuthorizeDeps,
  actor: Actor,
  permission: Permission,
): Promise<UserProblem | undefined> {
  const { channels, roles } = deps;
  if (channels.length > 0 && !channels.includes(actor.channel)) return { code: 'wrong-channel', channels };
  const role = await roles.roleOf(actor.user, actor.team);
  if (RANK[role] < RANK[ROLE_FOR[permission]])
    return role === 'unsure' ? { code: 'unsure' } : { code: 'not-allowed', permission, ask: roles.toAsk };
  const isWelcome = RANK[role] > RANK.outsider || (await isOurs(deps, actor.channel));
  return isWelcome ? undefined : { code: 'not-allowed', permission, ask: roles.toAsk };
}

/** A channel is ours when it is configured, or when a card stands in it. */
async function isOurs(
  { channels, store }: Pick<Ports, 'channels' | 'store'>,
  channel: string,
): Promise<boolean> {
  return channels.includes(channel) || (await store.list({ channel, offset: 0, limit: 0 })).total > 0;
}

const changesMapping = (permission: Permission): permission is DeniedPermission =>
  permission === 'map' || permission === 'unmap' || permission === 'approve' || permission === 'check';
