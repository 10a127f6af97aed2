import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/sandbox/slack/page-api.js';
import type { SlackOptions } from '../../../../src/sandbox/slack/server.js';
import { type Connect, overRequests, overSocket } from '../bolt.js';
import { ALICE, BOB, DOMAINS, GENERAL, PRIVATE, until } from '../sandbox.js';

const BOT_USER = 'U0DOMAINS';

async function listening(connect: Connect, options: Partial<SlackOptions> = {}) {
  const events: JsonObject[] = [];
  const connected = await connect(
    (app) => app.event(/.*/, async ({ event }) => void events.push(event as unknown as JsonObject)),
    options,
  );
  const heard = (count: number) => until(() => events.length >= count && events);
  return { ...connected, events, heard };
}

describe.each<[string, Connect]>([
  ['Socket Mode', overSocket],
  ['signed requests', overRequests],
])('events over %s', (_, connect) => {
  it('tell of channels: invited, somebody joined, renamed, archived, removed', async () => {
    const { slack, heard } = await listening(connect);
    slack.admin.invite(PRIVATE, ALICE);
    slack.admin.join(PRIVATE, BOB);
    slack.admin.rename(GENERAL, 'everything');
    slack.admin.archive(DOMAINS, ALICE);
    slack.admin.kick(PRIVATE, BOB);
    const events = await heard(5);
    const byType = (type: string) => events.filter((event) => event['type'] === type);
    expect(byType('member_joined_channel').sort((one) => (one['user'] === BOB ? 1 : -1))).toMatchObject([
      { user: BOT_USER, channel: PRIVATE, channel_type: 'G', inviter: ALICE, team: 'T0SANDBOX' },
      { user: BOB, channel: PRIVATE },
    ]);
    expect(byType('channel_rename')).toMatchObject([{ channel: { id: GENERAL, name: 'everything' } }]);
    expect(byType('channel_archive')).toMatchObject([{ channel: DOMAINS, user: ALICE }]);
    expect(byType('group_left')).toMatchObject([{ channel: PRIVATE, actor_id: BOB }]);
  });

  it('tell of /invite typed on the page', async () => {
    const { slack, heard } = await listening(connect);
    const request = { user: ALICE, channel: GENERAL, text: '/invite @closte-domains' };
    expect(await slack.people.command(request)).toEqual({ ok: true });
    expect(await heard(1)).toMatchObject([{ type: 'member_joined_channel', user: BOT_USER, inviter: ALICE }]);
    expect(slack.workspace.channels.get(GENERAL)?.botIsMember).toBe(true);
  });

  it('tell the app that it was taken off, and then its token is worth nothing', async () => {
    const { slack, heard, call } = await listening(connect);
    slack.admin.uninstall();
    const types = (await heard(2)).map(({ type }) => type).sort();
    expect(types).toEqual(['app_uninstalled', 'tokens_revoked']);
    expect(await call('auth.test')).toMatchObject({ ok: false, error: 'account_inactive' });
    const typed = { user: ALICE, channel: DOMAINS, text: '/domain list' };
    expect(await slack.people.command(typed)).toMatchObject({ error: 'unknown_command' });
  });
});

it('of joining by itself the bot hears, too; of a second time it does not', async () => {
  const { slack, events, heard, call } = await listening(overSocket);
  await call('conversations.join', { channel: GENERAL });
  await call('conversations.join', { channel: GENERAL });
  await heard(1);
  slack.admin.openHome(ALICE);
  await heard(2);
  expect(events).toMatchObject([
    { type: 'member_joined_channel', user: BOT_USER, channel: GENERAL },
    { type: 'app_home_opened', user: ALICE, tab: 'home' },
  ]);
});

it('a private channel without the bot sends no event, nor does what was not subscribed to', async () => {
  const { slack, events, heard } = await listening(overSocket, {
    botEvents: ['group_rename', 'tokens_revoked'],
  });
  slack.admin.rename(PRIVATE, 'secret');
  slack.admin.rename(GENERAL, 'everything');
  slack.admin.revokeToken();
  await heard(1);
  expect(events.map(({ type }) => type)).toEqual(['tokens_revoked']);
});

describe('shortcuts', () => {
  it('a global one has neither channel nor response URL, one on a message has both', async () => {
    const bodies: JsonObject[] = [];
    const { slack, call } = await overSocket((app) =>
      app.shortcut(/.*/, async ({ ack, body }) => {
        bodies.push(body as unknown as JsonObject);
        await ack();
      }),
    );
    const messageTs = String((await call('chat.postMessage', { channel: DOMAINS, text: 'card' }))['ts']);
    const global = await slack.people.shortcut({ user: ALICE, callbackId: 'map' });
    const on = { channel: DOMAINS, messageTs };
    expect(await slack.people.shortcut({ user: ALICE, callbackId: 'check', on })).toMatchObject({ ok: true });
    expect(bodies).toMatchObject([
      { type: 'shortcut', callback_id: 'map', trigger_id: global.triggerId, user: { id: ALICE } },
      {
        type: 'message_action',
        callback_id: 'check',
        channel: { id: DOMAINS, name: 'domains' },
        message_ts: messageTs,
        message: { text: 'card' },
        response_url: expect.stringContaining(`${slack.url}/actions/`),
      },
    ]);
    expect(bodies[0]).not.toHaveProperty('channel');
    expect(bodies[0]).not.toHaveProperty('response_url');
  });
});
