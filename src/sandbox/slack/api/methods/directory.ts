import type { JsonObject, PageUser } from '../../page-api.js';
import { SlackFailure } from '../../rules/request-error.js';
import { BOT, SLACK_APP_ID, TEAM, type Workspace } from '../../workspace.js';
import { type Arguments, isTrueArgument, textOf } from '../arguments.js';
import type { Method, MethodContext } from './method.js';

/** Who and what there is: a test of the connection, people, groups. */
export const DIRECTORY: Readonly<Record<string, Method>> = {
  'auth.test': { run: authTest },
  'apps.connections.open': { run: (_, { openSocket }) => ({ url: openSocket() }), token: 'app' },
  'bots.info': { run: botInfo, scope: 'users:read' },
  'users.info': { run: userInfo, scope: 'users:read' },
  'usergroups.list': { run: userGroups, scope: 'usergroups:read' },
  'usergroups.users.list': { run: userGroupMembers, scope: 'usergroups:read' },
};

function authTest(_: Arguments, { url, workspace }: MethodContext): JsonObject {
  const { enterprise } = workspace.settings;
  return {
    url: `${url}/`,
    team: TEAM.name,
    user: BOT.name,
    team_id: TEAM.id,
    user_id: BOT.userId,
    bot_id: BOT.id,
    ...(enterprise ? { enterprise_id: enterprise.id } : {}),
    is_enterprise_install: enterprise?.isOrgInstall ?? false,
  };
}

function botInfo(args: Arguments): JsonObject {
  if (textOf(args, 'bot') !== BOT.id) throw new SlackFailure('bot_not_found');
  const { id, name, userId } = BOT;
  return { bot: { id, deleted: false, name, app_id: SLACK_APP_ID, user_id: userId, icons: {} } };
}

function userInfo(args: Arguments, { workspace }: MethodContext): JsonObject {
  const wanted = textOf(args, 'user');
  const bot: PageUser = { id: BOT.userId, name: BOT.name, realName: BOT.name };
  const user = [...workspace.users, bot].find(({ id }) => id === wanted);
  if (!user) throw new SlackFailure('user_not_found');
  return {
    user: {
      id: user.id,
      team_id: user.teamId ?? TEAM.id,
      name: user.name,
      real_name: user.realName,
      deleted: false,
      is_bot: user.id === BOT.userId,
      is_restricted: user.guest !== undefined,
      is_ultra_restricted: user.guest === 'single-channel',
      ...identityOf(user, workspace),
      tz: 'Etc/UTC',
      tz_label: 'Coordinated Universal Time',
      tz_offset: 0,
      ...(isTrueArgument(args, 'include_locale') ? { locale: user.locale ?? 'en-US' } : {}),
      profile: { real_name: user.realName, display_name: user.name },
    },
  };
}

/**
 * Who comes from elsewhere: in Enterprise Grid the workspaces that somebody belongs to, and of a foreign workspace
 * whether they share a channel with the app.
 */
function identityOf(user: PageUser, workspace: Workspace): JsonObject {
  const { enterprise } = workspace.settings;
  if (enterprise && (user.teamId === undefined || user.gridTeams)) {
    const teams = user.gridTeams ?? [TEAM.id];
    const { id, name } = enterprise;
    return { enterprise_user: { id: user.id, enterprise_id: id, enterprise_name: name, teams } };
  }
  if (user.teamId === undefined) return {};
  const shared = [...workspace.channels.values()].filter(
    (channel) => channel.botIsMember || !channel.isPrivate,
  );
  return { is_stranger: !shared.some((channel) => workspace.isIn(user, channel)) };
}

function userGroups(args: Arguments, { workspace }: MethodContext): JsonObject {
  assertPaidPlan(workspace);
  return {
    usergroups: [...workspace.userGroups.values()].map(({ users, ...group }) => ({
      ...group,
      team_id: TEAM.id,
      is_usergroup: true,
      user_count: users.length,
      ...(isTrueArgument(args, 'include_users') ? { users } : {}),
    })),
  };
}

function userGroupMembers(args: Arguments, { workspace }: MethodContext): JsonObject {
  assertPaidPlan(workspace);
  const group = workspace.userGroups.get(textOf(args, 'usergroup'));
  if (!group) throw new SlackFailure('no_such_subteam');
  return { users: group.users };
}

function assertPaidPlan({ settings }: Workspace): void {
  if (!settings.hasUserGroups) throw new SlackFailure('plan_upgrade_required');
}
