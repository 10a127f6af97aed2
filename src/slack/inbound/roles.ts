import type { UsersInfoResponse, WebClient } from '@slack/web-api';
import type { Role, Roles } from '../../use-cases/ports.js';
import { createCache } from '../../util/cache.js';
import type { Log } from '../../util/log.js';
import { reasonOf } from '../outbound/errors.js';

const FRESH_MS = 5 * 60_000;
const STALE_MS = 15 * 60_000;
const MAX_USERS = 10_000;
const isGroup = (id: string): boolean => id.startsWith('S');

export interface RolesOptions {
  readonly client: WebClient;
  /** Our workspace's id. */
  readonly team: string;
  /** User ids and user-group ids; empty means every member. */
  readonly operators: readonly string[];
  /** Empty means the operators. */
  readonly admins: readonly string[];
  readonly now: () => number;
  readonly log: Log;
}

/** Who is who in Slack. People and members of groups are remembered for some minutes, and longer while Slack is away. */
export function createRoles({ client, team, operators, admins, now, log }: RolesOptions): Roles {
  const cached = <Value>(load: (key: string) => Promise<Value>) =>
    createCache({
      load,
      now,
      freshMs: FRESH_MS,
      staleMs: STALE_MS,
      max: MAX_USERS,
      onFailure: (error) =>
        log.warn({ reason: reasonOf(error) }, 'Slack could not identify the user; using what it said last'),
    });
  const insiders = cached(async (user) => {
    const answer = await client.users.info({ user });
    return isInsider(answer.user, team);
  });
  const members = cached(async (usergroup) => {
    const answer = await client.usergroups.users.list({ usergroup });
    return new Set(answer.users ?? []);
  });

  async function isAmong(ids: readonly string[], user: string): Promise<boolean> {
    if (ids.includes(user)) return true;
    const groups = await Promise.all(ids.filter(isGroup).map((id) => members.get(id)));
    return groups.some((group) => group.has(user));
  }

  async function roleOf(user: string, userTeam: string): Promise<Role> {
    if (userTeam !== team || !(await insiders.get(user))) return 'outsider';
    if (await isAmong(admins, user)) return 'admin';
    if (operators.length > 0 && !(await isAmong(operators, user))) return 'member';
    return admins.length === 0 ? 'admin' : 'operator';
  }

  return {
    toAsk: [...new Set([...operators, ...admins])],
    async roleOf(user, userTeam) {
      try {
        return await roleOf(user, userTeam);
      } catch (error) {
        log.error({ reason: reasonOf(error), user }, 'Slack could not identify the user; denying everything');
        return 'unsure';
      }
    },
  };
}

/** Guests, bots and people of other workspaces are not; in Enterprise Grid a member may have another home. */
function isInsider(user: UsersInfoResponse['user'], team: string): boolean {
  if (!user || user.deleted || user.is_bot || user.is_restricted || user.is_ultra_restricted) return false;
  return user.team_id === team || user.enterprise_user?.teams?.includes(team) === true;
}
