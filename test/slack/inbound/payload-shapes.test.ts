import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALICE, BOB, DOMAINS, type Lab } from '../../support/lab.js';
import { commandFields, interaction, openHttpLab } from '../../support/signed.js';

/** Payloads as Slack's reference shows them (docs.slack.dev/reference), in our own words. */

const PORT = 28_957;
const JSON_TYPE = 'application/json';
const HOSTNAME = 'shop.example.com';

let open: Awaited<ReturnType<typeof openHttpLab>>;
let lab: Lab;
beforeAll(async () => {
  open = await openHttpLab(PORT);
  ({ lab } = open);
  await lab.type(`/domain map ${HOSTNAME}`, BOB);
  await lab.until(() => lab.thread(HOSTNAME).includes('alias.added'));
});
afterAll(() => open.close());

const send: typeof open.send = (...request) => open.send(...request);

let count = 0;
const TEAM = { id: 'T0SANDBOX', domain: 'sandbox' };
const USER = { id: ALICE, username: 'alice', name: 'alice', team_id: 'T0SANDBOX' };
const CHANNEL = { id: DOMAINS, name: 'domains' };
const envelope = (event: object, more: object = {}) =>
  JSON.stringify({
    token: 'verification-token',
    team_id: 'T0SANDBOX',
    api_app_id: 'A0SANDBOX',
    event,
    type: 'event_callback',
    event_id: `Ev${++count}`,
    event_time: 1_700_000_000,
    authorizations: [
      {
        enterprise_id: null,
        team_id: 'T0SANDBOX',
        user_id: 'U0DOMAINS',
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: '4-abc',
    ...more,
  });
const acted = (type: string, more: object = {}) =>
  interaction({
    type,
    team: TEAM,
    user: USER,
    channel: CHANNEL,
    api_app_id: 'A0SANDBOX',
    token: 'verification-token',
    trigger_id: `shape.${++count}`,
    ...more,
  });

/** Whatever it is, it changes nothing and says nothing in a channel. */
async function changesNothing(deliver: () => Promise<{ status: number }>): Promise<void> {
  const messages = lab.messages().filter(({ ephemeralFor }) => ephemeralFor === undefined).length;
  const changes = lab.world.closte.calls().filter(({ path }) => /add|remove/.test(path)).length;
  const errors = () => lab.lines.filter((line) => line.includes('"level":"error"'));
  const before = errors().length;
  const startedAt = performance.now();
  expect((await deliver()).status).toBe(200);
  // Slack gives up after 3 s.
  expect(performance.now() - startedAt).toBeLessThan(2_500);
  expect(lab.messages().filter(({ ephemeralFor }) => ephemeralFor === undefined)).toHaveLength(messages);
  expect(lab.world.closte.calls().filter(({ path }) => /add|remove/.test(path))).toHaveLength(changes);
  expect(errors().slice(before)).toEqual([]);
  expect(open.unhandled).toEqual([]);
}

describe('events that the bot has no use for', () => {
  it.each<[string, object]>([
    [
      'a message',
      { type: 'message', channel: DOMAINS, user: ALICE, text: 'hi', ts: '1.2', channel_type: 'channel' },
    ],
    [
      'a message that was edited',
      { type: 'message', subtype: 'message_changed', channel: DOMAINS, ts: '1.2', message: {}, hidden: true },
    ],
    [
      'a message that was deleted',
      { type: 'message', subtype: 'message_deleted', channel: DOMAINS, deleted_ts: '1.1', ts: '1.2' },
    ],
    [
      'its own message',
      { type: 'message', subtype: 'bot_message', bot_id: 'B0DOMAINS', channel: DOMAINS, ts: '1.2' },
    ],
    ['a mention without its fields', { type: 'app_mention', channel: DOMAINS }],
    [
      'a reaction',
      {
        type: 'reaction_added',
        user: ALICE,
        reaction: 'eyes',
        item: { type: 'message', channel: DOMAINS, ts: '1.2' },
      },
    ],
    [
      'a link',
      {
        type: 'link_shared',
        user: ALICE,
        channel: DOMAINS,
        message_ts: '1.2',
        links: [{ domain: 'example.com', url: 'https://example.com' }],
      },
    ],
    ['a person who joined the workspace', { type: 'team_join', user: { id: 'U77', team_id: 'T0SANDBOX' } }],
    ['a person who changed', { type: 'user_change', user: { id: ALICE, deleted: true } }],
    ['a user group', { type: 'subteam_updated', subteam: { id: 'S01OPERATORS', users: [] } }],
    ['a channel that was made', { type: 'channel_created', channel: { id: 'C99', name: 'new' } }],
    ['a channel that was shared', { type: 'channel_shared', channel: DOMAINS, connected_team_id: 'T9' }],
    ['a channel with a new id', { type: 'channel_id_changed', old_channel_id: 'G1', new_channel_id: 'C1' }],
    [
      'a function',
      {
        type: 'function_executed',
        function: { id: 'Fn1', callback_id: 'x' },
        inputs: {},
        function_execution_id: 'Fx1',
      },
    ],
    [
      'metadata',
      {
        type: 'message_metadata_posted',
        channel_id: DOMAINS,
        metadata: { event_type: 'domain_event', event_payload: { id: 'x' } },
      },
    ],
    ['one from the future', { type: 'holographic_meeting_started', payload: [{ deep: { er: null } }] }],
  ])('%s', async (_, event) => {
    await changesNothing(() => send(envelope(event), JSON_TYPE));
  });

  it.each<[string, object]>([
    [
      'somebody else joined',
      { type: 'member_joined_channel', user: ALICE, channel: DOMAINS, channel_type: 'C', team: 'T0SANDBOX' },
    ],
    [
      'somebody else left',
      { type: 'member_left_channel', user: ALICE, channel: DOMAINS, channel_type: 'C', team: 'T0SANDBOX' },
    ],
    ['a joining without an inviter', { type: 'member_joined_channel', user: 'U0DOMAINS', channel: DOMAINS }],
    [
      'a channel that nobody knows',
      { type: 'channel_archive', channel: 'C404', user: ALICE, is_moved: 0, event_ts: '1.2' },
    ],
    [
      'a rename with fields of tomorrow',
      {
        type: 'channel_rename',
        channel: { id: DOMAINS, name: 'x', name_normalized: 'x', created: 1, is_future: true },
      },
    ],
    ['tokens of people only', { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: [] } }],
    ['tokens without a list of bots', { type: 'tokens_revoked', tokens: { oauth: ['U1'] } }],
  ])('and what it knows, in another shape: %s', async (_, event) => {
    await changesNothing(() => send(envelope(event), JSON_TYPE));
  });

  it.each<[string, object]>([
    ['without authorizations', { authorizations: undefined }],
    [
      'of a channel shared with others',
      { is_ext_shared_channel: true, context_team_id: 'T9', authed_users: ['U0DOMAINS'] },
    ],
    ['of an organisation', { enterprise_id: 'E1', is_enterprise_install: true }],
  ])('in an envelope %s', async (_, more) => {
    await changesNothing(() =>
      send(envelope({ type: 'reaction_added', user: ALICE, channel: DOMAINS, ts: '1' }, more), JSON_TYPE),
    );
  });
});

describe('payloads of other types', () => {
  it.each<[string, string, object]>([
    [
      'a menu that asks for options',
      'block_suggestion',
      { action_id: 'x', block_id: 'b', value: 'exa', container: { type: 'message' } },
    ],
    [
      'a dialog that was closed',
      'view_closed',
      { view: { id: 'V1', callback_id: 'unmap-confirm', type: 'modal' }, is_cleared: false },
    ],
    [
      'a dialog of another app’s version',
      'view_closed',
      { view: { id: 'V1', callback_id: 'old', type: 'modal' }, is_cleared: true },
    ],
    [
      'a legacy button',
      'interactive_message',
      {
        callback_id: 'old',
        actions: [{ name: 'a', type: 'button', value: '1' }],
        action_ts: '1',
        message_ts: '1',
        attachment_id: '1',
      },
    ],
    ['a legacy dialog', 'dialog_submission', { callback_id: 'old', submission: { a: 'b' }, action_ts: '1' }],
    [
      'a button that opens a page',
      'block_actions',
      { actions: [{ type: 'button', action_id: 'docs', block_id: 'b', url: 'https://example.com' }] },
    ],
    [
      'a menu in a dialog',
      'block_actions',
      {
        view: { id: 'V1', type: 'modal' },
        actions: [{ type: 'static_select', action_id: 'x', block_id: 'b', selected_option: null }],
      },
    ],
  ])('%s', async (_, type, more) => {
    await changesNothing(() => send(acted(type, more)));
  });

  it('a challenge is answered with itself', async () => {
    const { status, text } = await send(
      JSON.stringify({ type: 'url_verification', token: 't', challenge: 'a-challenge' }),
      JSON_TYPE,
    );
    expect(status).toBe(200);
    expect(text).toContain('a-challenge');
  });

  it('a certificate check is answered', async () => {
    expect((await send(new URLSearchParams({ ssl_check: '1', token: 't' }).toString())).status).toBe(200);
  });
});

describe('a command', () => {
  const command = (more: Record<string, string | undefined> = {}) => {
    const url = lab.world.slack.openResponseUrl(DOMAINS, ALICE);
    const given = { responseUrl: url, triggerId: `command.${++count}` };
    const fields = { ...commandFields(`status ${HOSTNAME}`, given), ...more };
    const sent = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return new URLSearchParams(sent).toString();
  };

  it.each<[string, Record<string, string | undefined>]>([
    ['as it is today', {}],
    ['with fields of tomorrow', { context_team_id: 'T0SANDBOX', thread_context: '{"a":1}' }],
    ['without names', { user_name: undefined, channel_name: undefined, team_domain: undefined }],
    ['without a trigger', { trigger_id: undefined }],
    ['of an organisation', { enterprise_id: 'E1', enterprise_name: 'Org', is_enterprise_install: 'true' }],
    ['of a shared channel', { is_ext_shared_channel: 'true' }],
  ])('%s is answered', async (_, more) => {
    const before = lab.privately().length;
    const { status, text } = await send(command(more));
    expect(status).toBe(200);
    const answer = text || (await lab.until(() => lab.privately()[before]));
    expect(JSON.stringify(answer)).toContain(HOSTNAME);
  });

  it('without a text is the overview', async () => {
    const { status, text } = await send(command({ text: undefined }));
    expect(status).toBe(200);
    expect(text).toContain('1 domain');
  });
});
