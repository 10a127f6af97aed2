import { type Arguments, isTrue, textOf } from '../arguments.js';
import { SlackFailure } from '../failure.js';
import type { JsonObject, PageUser } from '../page-api.js';
import { BOT, TEAM, USER_GROUPS } from '../workspace.js';
import { keptMessage, type Method, type MethodContext, visibleChannel } from './method.js';

/** Who and what there is: tests of the connection, people, groups, reactions. */
export const DIRECTORY: Readonly<Record<string, Method>> = {
  'api.test': { run: (args) => apiTest(args), token: 'none' },
  'auth.test': { run: authTest },
  'apps.connections.open': { run: (_, { openSocket }) => ({ url: openSocket() }), token: 'app' },
  'users.info': { run: userInfo, scope: 'users:read' },
  'usergroups.list': { run: userGroups, scope: 'usergroups:read' },
  'usergroups.users.list': { run: userGroupMembers, scope: 'usergroups:read' },
  'reactions.add': { run: addReaction, scope: 'reactions:write' },
};

function apiTest(args: Arguments): JsonObject {
  const error = textOf(args, 'error');
  if (error !== '') throw new SlackFailure(error, { args });
  return { args };
}

function authTest(_: Arguments, { url }: MethodContext): JsonObject {
  return {
    url: `${url}/`,
    team: TEAM.name,
    user: BOT.name,
    team_id: TEAM.id,
    user_id: BOT.userId,
    bot_id: BOT.id,
    is_enterprise_install: false,
  };
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
      is_restricted: user.isGuest === true,
      is_ultra_restricted: false,
      ...(user.teamId === undefined ? {} : { is_stranger: true }),
      tz: 'Etc/UTC',
      tz_label: 'Coordinated Universal Time',
      tz_offset: 0,
      ...(isTrue(args, 'include_locale') ? { locale: 'en-US' } : {}),
      profile: { real_name: user.realName, display_name: user.name },
    },
  };
}

function userGroups(args: Arguments): JsonObject {
  return {
    usergroups: USER_GROUPS.map(({ users, ...group }) => ({
      ...group,
      team_id: TEAM.id,
      is_usergroup: true,
      user_count: users.length,
      ...(isTrue(args, 'include_users') ? { users } : {}),
    })),
  };
}

function userGroupMembers(args: Arguments): JsonObject {
  const group = USER_GROUPS.find(({ id }) => id === textOf(args, 'usergroup'));
  if (!group) throw new SlackFailure('no_such_subteam');
  return { users: group.users };
}

function addReaction(args: Arguments, { workspace }: MethodContext): JsonObject {
  const name = textOf(args, 'name');
  if (!/^[\w+:-]{1,100}$/.test(name)) throw new SlackFailure('invalid_name');
  const channel = visibleChannel(workspace, args);
  const message = keptMessage(workspace, channel.id, textOf(args, 'timestamp'));
  if (!message) throw new SlackFailure('message_not_found');
  const reactions = message.reactions ?? [];
  const mine = reactions.find((reaction) => reaction.name === name);
  if (mine?.users.includes(BOT.userId)) throw new SlackFailure('already_reacted');
  const others = reactions.filter((reaction) => reaction !== mine);
  workspace.change(message, {
    reactions: [...others, { name, users: [...(mine?.users ?? []), BOT.userId] }],
  });
  return {};
}
