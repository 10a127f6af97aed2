import { expect, it } from 'vitest';
import { createPeople } from '../../../src/slack/inbound/people.js';
import { createRoles, type RolesOptions } from '../../../src/slack/inbound/roles.js';
import { openSlack } from '../../sandbox/slack/sandbox.js';
import { silentLog } from '../../store/temporary.js';

const [ALICE, BOB, CAROL] = ['U01ALICE', 'U02BOB', 'U03CAROL'];
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

async function rolesOf(change: Partial<RolesOptions> = {}) {
  const { slack, client } = await openSlack();
  const clock = { now: 0 };
  const now = () => clock.now;
  const people = createPeople(client, { now, log: silentLog });
  const options = { client, people, team: 'T0SANDBOX', operators: [], admins: [], log: silentLog };
  return { slack, clock, roles: createRoles({ ...options, now, ...change }) };
}

it('a group that is gone is nobody’s, and takes nothing from the others', async () => {
  const { roles } = await rolesOf({ operators: ['SGONE', 'S01OPERATORS', CAROL] });
  expect(await roles.roleOf(BOB)).toBe('admin');
  expect(await roles.roleOf(CAROL)).toBe('admin');
  expect(await roles.roleOf(ALICE)).toBe('member');
});

it.each(['plan_upgrade_required', 'missing_scope', 'subteam_disabled'])(
  'where Slack answers %s nobody is in the group',
  async (error) => {
    const { slack, roles } = await rolesOf({ operators: ['S01OPERATORS', CAROL] });
    slack.faults.plan('usergroups.users.list', { error });
    expect(await roles.roleOf(BOB)).toBe('member');
    expect(await roles.roleOf(CAROL)).toBe('admin');
  },
);

it('a group that is deleted while the bot runs gives no permission for long', async () => {
  const { slack, clock, roles } = await rolesOf({ operators: ['S01OPERATORS'] });
  expect(await roles.roleOf(BOB)).toBe('admin');
  slack.workspace.userGroups.delete('S01OPERATORS');
  clock.now += 16 * MINUTE_MS;
  expect(await roles.roleOf(BOB)).toBe('member');
});

it('a group that can’t be read hides nobody who is in another', async () => {
  const { slack, roles } = await rolesOf({ operators: ['S02ADMINS', 'S01OPERATORS'] });
  slack.faults.plan('usergroups.users.list', { status: 503 });
  expect(await roles.roleOf(BOB)).toBe('admin');
});

it('what Slack said last counts for a day while it can’t be asked, and no longer', async () => {
  const { slack, clock, roles } = await rolesOf({ operators: ['S01OPERATORS'] });
  expect(await roles.roleOf(BOB)).toBe('admin');
  for (const method of ['users.info', 'usergroups.users.list']) slack.faults.plan(method, { status: 503 }, 9);
  clock.now += 20 * MINUTE_MS;
  expect(await roles.roleOf(BOB)).toBe('admin');
  clock.now += 2 * DAY_MS;
  expect(await roles.roleOf(BOB)).toBe('unsure');
});

it.each(['user_not_found', 'user_not_visible'])(
  'whoever Slack answers %s about is an outsider, and is not asked to try again',
  async (error) => {
    const { slack, roles } = await rolesOf();
    slack.faults.plan('users.info', { error });
    expect(await roles.roleOf(ALICE)).toBe('outsider');
  },
);

it('in Enterprise Grid users.info decides, wherever people come from', async () => {
  for (const organisation of [undefined, 'E1']) {
    const { slack, roles } = await rolesOf({ organisation });
    const { workspace } = slack;
    workspace.settings.enterprise = { id: 'E1', name: 'Org', isOrgInstall: organisation !== undefined };
    const add = (id: string, gridTeams: string[]) =>
      workspace.users.push({ id, name: id.toLowerCase(), realName: id, teamId: 'T9HOME', gridTeams });
    add('U10GRID', ['T9HOME', 'T0SANDBOX']);
    add('U11ELSEWHERE', ['T9HOME']);
    expect(await roles.roleOf('U10GRID')).toBe('admin');
    expect(await roles.roleOf('U11ELSEWHERE')).toBe(organisation === undefined ? 'outsider' : 'admin');
    expect(await roles.roleOf('U04GIL')).toBe('outsider');
    expect(await roles.roleOf('U05OLGA')).toBe('outsider');
  }
});
