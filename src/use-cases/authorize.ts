import type { Mapping } from '../core/mapping.js';
import type { Actor, Permission, Subject } from './actor.js';
import { UserError, type UserProblem } from './errors.js';
import type { Ports, Role } from './ports.js';
import type { DeniedAttempts } from './shared/denied-attempts.js';

/** The lowest role with each permission. Outsiders can only view, and only in our channels. */
const ROLE_FOR = {
  view: 'outsider',
  check: 'member',
  assign: 'member',
  map: 'operator',
  unmap: 'operator',
  move: 'operator',
  approve: 'operator',
  audit: 'operator',
  configure: 'admin',
} as const satisfies Record<Permission, Role>;

const RANK: Readonly<Record<Role, number>> = { unsure: 0, outsider: 0, member: 1, operator: 2, admin: 3 };

export type AuthorizeDeps = Pick<Ports, 'channels' | 'guestsMayView' | 'log' | 'roles' | 'store'> & {
  readonly deniedAttempts: DeniedAttempts;
};

/** What an actor can see: one channel's mappings, or all. */
export interface Reach {
  readonly channel?: string;
}

export const isWithinChannel = ({ channel }: Reach, mapping: Pick<Mapping, 'channel'>): boolean =>
  channel === undefined || mapping.channel === channel;

/**
 * Throws `UserError` unless the actor has the permission. Rights are checked nowhere else. A denied attempt goes into
 * the audit trail of its mapping, or of the bot. `asked`: what the actor really wants, if that is more; a denial names
 * it.
 */
export async function authorize(
  deps: AuthorizeDeps,
  actor: Actor,
  permission: Permission,
  subject?: Subject,
  asked: Permission = permission,
): Promise<Reach> {
  const { problem, reach = {} } = await ruleOn(deps, actor, permission, asked);
  if (!problem) return reach;
  const { user, team, channel } = actor;
  deps.log.warn({ user, team, channel, permission: asked, problem: problem.code }, 'permission denied');
  // Not denied for their role, so there is nothing to audit.
  if (problem.code !== 'unsure') await deps.deniedAttempts.record(subject, asked, actor);
  throw new UserError(problem);
}

/** Whether a person's role lets them approve an unmapping. */
export const mayApprove = async (
  { roleOf }: Pick<Ports['roles'], 'roleOf'>,
  user: string,
): Promise<boolean> => RANK[await roleOf(user)] >= RANK[ROLE_FOR.approve];

/** Whether a domain can be assigned to a person; undefined while Slack can't say. */
export async function mayTakeCare(
  { roles }: Pick<Ports, 'roles'>,
  user: string,
): Promise<boolean | undefined> {
  const role = await roles.roleOf(user);
  return role === 'unsure' ? undefined : RANK[role] >= RANK[ROLE_FOR.assign];
}

/** Whether an actor has a permission, to decide what to offer; records nothing. */
export const hasPermission = async (
  deps: AuthorizeDeps,
  actor: Actor,
  permission: Permission,
): Promise<boolean> => (await ruleOn(deps, actor, permission, permission)).problem === undefined;

interface Ruling {
  /** Absent if the actor has the permission. */
  readonly problem?: UserProblem;
  readonly reach?: Reach;
}

async function ruleOn(
  deps: AuthorizeDeps,
  actor: Actor,
  permission: Permission,
  asked: Permission,
): Promise<Ruling> {
  const { channels, roles, guestsMayView } = deps;
  // The Home tab and global shortcuts are in no channel.
  if (channels.length > 0 && actor.channel !== '' && !channels.includes(actor.channel))
    return { problem: { code: 'wrong-channel', channels } };
  const role = await roles.roleOf(actor.user);
  if (role === 'unsure') return { problem: { code: 'unsure' } };
  if (RANK[role] < RANK[ROLE_FOR[permission]]) return { problem: denied(roles, actor, asked) };
  if (role !== 'outsider' || guestsMayView) return {};
  if (!(await isOurs(deps, actor.channel))) return { problem: denied(roles, actor, asked) };
  return { reach: { channel: actor.channel } };
}

/** Names who has the permission, never the actor who lacks it. */
function denied({ operators, admins }: Ports['roles'], { user }: Actor, permission: Permission): UserProblem {
  const isAdmins = permission === 'configure' && admins.length > 0;
  const who = isAdmins ? admins : [...operators, ...(operators.length > 0 ? admins : [])];
  const ask = [...new Set(who)].filter((id) => id !== user);
  return { code: 'not-allowed', permission, ask };
}

/** A channel is ours if it is configured or has a card. */
async function isOurs(
  { channels, store }: Pick<Ports, 'channels' | 'store'>,
  channel: string,
): Promise<boolean> {
  if (channel === '') return false;
  return channels.includes(channel) || (await store.list({ channel, offset: 0, limit: 0 })).total > 0;
}
