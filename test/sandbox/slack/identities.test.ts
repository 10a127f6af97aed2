import { describe, expect, it } from 'vitest';
import type { JsonObject, PageUser } from '../../../src/sandbox/slack/page-api.js';
import { overSocket } from './bolt.js';
import { ALICE, BOB, button, DOMAINS, GENERAL, openSlack } from './sandbox.js';

const ENTERPRISE = { id: 'E0ORG', name: 'Org', isOrgInstall: true } as const;
const GRACE: PageUser = {
  id: 'U07GRACE',
  name: 'grace',
  realName: 'Grace of the sister workspace',
  teamId: 'T2SISTER',
  gridTeams: ['T2SISTER', 'T0SANDBOX'],
};

describe('users.info', () => {
  const SINGLE: PageUser = {
    id: 'U08SID',
    name: 'sid',
    realName: 'Sid',
    guest: 'single-channel',
    channels: [DOMAINS],
  };
  const FAR: PageUser = { id: 'U09FAR', name: 'far', realName: 'Far', teamId: 'T9FAR', channels: ['C03OPS'] };

  it.each<[string, PageUser | undefined, string, JsonObject]>([
    ['a member', undefined, ALICE, { team_id: 'T0SANDBOX', is_restricted: false }],
    ['a guest of several channels', undefined, 'U04GIL', { is_restricted: true, is_ultra_restricted: false }],
    ['a guest of one channel', SINGLE, 'U08SID', { is_restricted: true, is_ultra_restricted: true }],
    ['somebody who shares a channel', undefined, 'U05OLGA', { team_id: 'T1OUTSIDE', is_stranger: false }],
    ['somebody who shares none', FAR, 'U09FAR', { team_id: 'T9FAR', is_stranger: true }],
  ])('%s', async (_, added, id, expected) => {
    const { slack, call } = await openSlack();
    if (added) slack.workspace.users.push(added);
    const { user } = await call('users.info', { user: id });
    expect(user).toMatchObject(expected);
    expect(user).not.toHaveProperty('locale');
    expect(user).not.toHaveProperty('enterprise_user');
  });

  it('tells the language when asked', async () => {
    const { slack, call } = await openSlack();
    slack.workspace.users.push({ id: 'U0JULIE', name: 'julie', realName: 'Julie', locale: 'fr-FR' });
    const answer = await call('users.info', { user: 'U0JULIE', include_locale: true });
    expect(answer).toMatchObject({ user: { locale: 'fr-FR' } });
  });

  it('in Enterprise Grid tells every workspace of a person; team_id is where they come from', async () => {
    const { slack, call } = await openSlack();
    slack.workspace.settings.enterprise = ENTERPRISE;
    slack.workspace.users.push(GRACE);
    expect(await call('users.info', { user: GRACE.id })).toMatchObject({
      user: {
        team_id: 'T2SISTER',
        enterprise_user: { enterprise_id: 'E0ORG', teams: ['T2SISTER', 'T0SANDBOX'] },
      },
    });
    expect(await call('users.info', { user: ALICE })).toMatchObject({
      user: { team_id: 'T0SANDBOX', enterprise_user: { teams: ['T0SANDBOX'] } },
    });
  });
});

it('an org-wide installation says so in auth.test and in every payload', async () => {
  const bodies: JsonObject[] = [];
  const { slack, call } = await overSocket((app) => {
    app.command('/domain', async ({ ack, body }) => {
      bodies.push({ ...body });
      await ack();
    });
    app.action('press', async ({ ack, body }) => {
      bodies.push(body as unknown as JsonObject);
      await ack();
    });
  });
  slack.workspace.settings.enterprise = ENTERPRISE;
  slack.workspace.users.push(GRACE);
  expect(await call('auth.test')).toMatchObject({ enterprise_id: 'E0ORG', is_enterprise_install: true });
  const blocks = [{ type: 'actions', block_id: 'row', elements: [button()] }];
  const { ts } = await call('chat.postMessage', { channel: DOMAINS, text: 'x', blocks });
  await slack.people.command({ user: GRACE.id, channel: DOMAINS, text: '/domain x' });
  const press = {
    user: GRACE.id,
    channel: DOMAINS,
    messageTs: String(ts),
    actionId: 'press',
    blockId: 'row',
  };
  expect(await slack.people.action(press)).toMatchObject({ ok: true });
  expect(bodies).toMatchObject([
    { team_id: 'T0SANDBOX', enterprise_id: 'E0ORG', is_enterprise_install: 'true' },
    {
      team: { id: 'T0SANDBOX', enterprise_id: 'E0ORG' },
      user: { team_id: 'T2SISTER' },
      enterprise: { id: 'E0ORG' },
      is_enterprise_install: true,
    },
  ]);
});

it('a guest acts only where they were invited', async () => {
  const { slack } = await openSlack();
  const guest = { id: 'U08SID', name: 'sid', realName: 'Sid', guest: 'single-channel', channels: [DOMAINS] };
  slack.workspace.users.push(guest as PageUser);
  const t = (channel: string) => slack.people.message({ user: guest.id, channel, text: 'x' });
  expect(t(DOMAINS)).toMatchObject({ ok: true });
  expect(t(GENERAL)).toMatchObject({ ok: false, error: 'not_in_channel' });
});

describe('user groups', () => {
  it('no_such_subteam for one that was deleted; the others go on', async () => {
    const { slack, call } = await openSlack();
    slack.workspace.userGroups.delete('S02ADMINS');
    const members = (usergroup: string) => call('usergroups.users.list', { usergroup });
    expect(await members('S02ADMINS')).toMatchObject({ ok: false, error: 'no_such_subteam' });
    expect(await members('S01OPERATORS')).toMatchObject({ ok: true, users: [BOB] });
  });

  it.each(['usergroups.list', 'usergroups.users.list'])(
    '%s: plan_upgrade_required on the free plan',
    async (method) => {
      const { slack, call } = await openSlack();
      slack.workspace.settings.hasUserGroups = false;
      expect(await call(method, { usergroup: 'S01OPERATORS' })).toMatchObject({
        error: 'plan_upgrade_required',
      });
    },
  );
});
