import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Role, Roles } from '../../use-cases/ports.js';
import type { Log } from '../../util/log.js';
import { slackReasonOf } from '../outbound/errors.js';
import { createSlackCache, type Person, type SlackPeople } from './people.js';

const isGroup = (id: string): boolean => id.startsWith('S');

/** Permanent errors of usergroups.users.list: such a group has no members. */
const NOBODY: readonly string[] = [
  'no_such_subteam',
  'subteam_not_found',
  'subteam_disabled',
  'plan_upgrade_required',
  'missing_scope',
  'permission_denied',
  'not_allowed_token_type',
  'invalid_arguments',
];

export interface RolesOptions {
  readonly client: WebClient;
  readonly people: Pick<SlackPeople, 'get'>;
  /** The ID of our workspace. */
  readonly team: string;
  /** The organisation, if the app is installed organisation-wide. */
  readonly organisation?: string | undefined;
  /** User IDs and user-group IDs; empty means every member. */
  readonly operators: readonly string[];
  /** Empty means the operators. */
  readonly admins: readonly string[];
  readonly now: () => number;
  readonly log: Log;
}

/**
 * Roles of people in Slack. People and group members are cached for minutes, and up to a day while Slack is
 * unreachable.
 */
export function createRoles(options: RolesOptions): Roles {
  const { people, team, organisation, operators, admins, log } = options;
  const groups = createGroups(options);

  async function memberRole(user: string): Promise<Role> {
    const [admin, operator] = await Promise.allSettled([
      isAmong(admins, user, groups),
      operators.length === 0 ? true : isAmong(operators, user, groups),
    ]);
    if (admin.status === 'fulfilled' && admin.value) return 'admin';
    const isOperator = operator.status === 'fulfilled' && operator.value;
    if (isOperator) return admins.length === 0 ? 'admin' : 'operator';
    for (const asked of [admin, operator]) if (asked.status === 'rejected') throw asked.reason;
    return 'member';
  }

  return {
    operators,
    admins,
    async roleOf(user) {
      try {
        const isMember = isInsider(await people.get(user), team, organisation);
        return isMember ? await memberRole(user) : 'outsider';
      } catch (error) {
        log.error(
          { reason: slackReasonOf(error), user },
          'Slack could not identify the user; denying everything',
        );
        return 'unsure';
      }
    },
  };
}

type Groups = ReturnType<typeof createGroups>;

/** The members of user groups. */
const createGroups = ({ client, now, log }: Pick<RolesOptions, 'client' | 'now' | 'log'>) =>
  createSlackCache<ReadonlySet<string>>({ now, log }, async (usergroup) => {
    try {
      const answer = await client.usergroups.users.list({ usergroup });
      return new Set(answer.users ?? []);
    } catch (error) {
      const name = error instanceof WebAPIPlatformError ? error.data.error : '';
      if (!NOBODY.includes(name)) throw error;
      log.warn(
        { usergroup, reason: name },
        'a user group gives nobody permissions: Slack says that nobody is in it',
      );
      return new Set<string>();
    }
  });

/** An unreadable group doesn't affect members of other groups. Throws when it may decide the role. */
async function isAmong(ids: readonly string[], user: string, groups: Groups): Promise<boolean> {
  if (ids.includes(user)) return true;
  const read = await Promise.allSettled(ids.filter(isGroup).map((id) => groups.get(id)));
  if (read.some((group) => group.status === 'fulfilled' && group.value.has(user))) return true;
  const failed = read.find((group) => group.status === 'rejected');
  if (failed) throw failed.reason;
  return false;
}

/**
 * Guests, bots and people of other workspaces aren't members. In Enterprise Grid a member may have another home
 * workspace: what counts is whether ours is among theirs, or the app is installed in their organisation.
 */
function isInsider(user: Person | undefined, team: string, organisation: string | undefined): boolean {
  if (!user || user.deleted || user.is_bot || user.is_restricted || user.is_ultra_restricted) return false;
  const { teams, enterprise_id } = user.enterprise_user ?? {};
  if (user.team_id === team || teams?.includes(team)) return true;
  return organisation !== undefined && enterprise_id === organisation;
}
