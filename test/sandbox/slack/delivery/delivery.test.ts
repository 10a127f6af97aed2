import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/sandbox/slack/page-api.js';
import { type Connect, overRequests, overSocket } from '../bolt.js';
import { ALICE, BOB, button, DOMAINS, modal, openSlack, PRIVATE, until } from '../sandbox.js';

const typed = (text: string, channel = DOMAINS) => ({ user: ALICE, channel, text });
const input = (blockId: string): JsonObject => ({
  type: 'input',
  block_id: blockId,
  label: { type: 'plain_text', text: 'Name' },
  element: { type: 'plain_text_input', action_id: 'name' },
});

describe.each<[string, Connect]>([
  ['Socket Mode', overSocket],
  ['signed requests', overRequests],
])('over %s', (_, connect) => {
  it('a command is acknowledged and answered, posts a message, whose button opens a dialog, which is submitted', async () => {
    const submitted: unknown[] = [];
    const { slack } = await connect((app) => {
      app.command('/domain', async ({ ack, respond, client, command }) => {
        await ack();
        await respond({ text: `working on ${command.text}` });
        const blocks = [{ type: 'actions', block_id: 'row', elements: [button({ value: command.text })] }];
        await client.chat.postMessage({ channel: command.channel_id, text: 'card', blocks: blocks as never });
      });
      app.action('press', async ({ ack, body, client, action }) => {
        await ack();
        if (body.type !== 'block_actions' || action.type !== 'button') return;
        const view = modal({ callback_id: 'sure', private_metadata: action.value, blocks: [input('who')] });
        await client.views.open({ trigger_id: body.trigger_id, view: view as never });
      });
      app.view('sure', async ({ ack, view, body, client }) => {
        await ack();
        submitted.push([view.private_metadata, view.state.values]);
        await client.chat.postMessage({ channel: DOMAINS, text: `done by <@${body.user.id}>` });
      });
    });
    const messages = () => slack.workspace.messages(DOMAINS);

    const command = await slack.people.command(typed('/domain map shop.example.com'));
    expect(command).toMatchObject({ ok: true, acknowledgement: { ok: true, status: 200 } });
    const card = await until(() => messages().find(({ text }) => text === 'card'));
    expect(messages()[0]).toMatchObject({ text: 'working on map shop.example.com', ephemeralFor: ALICE });

    const press = { user: BOB, channel: DOMAINS, messageTs: card.ts, actionId: 'press', blockId: 'row' };
    expect(await slack.people.action(press)).toMatchObject({ ok: true });
    const { user, view } = await until(() => [...slack.workspace.views.values()][0]);
    expect([user, view.private_metadata]).toEqual([BOB, 'map shop.example.com']);

    const values = { who: { name: { type: 'plain_text_input', value: 'Ann' } } };
    const stranger = await slack.people.submit({ user: ALICE, viewId: view.id, values });
    expect(stranger).toEqual({ ok: false, error: 'not_found' });
    expect(await slack.people.submit({ user: BOB, viewId: view.id, values })).toMatchObject({ ok: true });
    await until(() => messages().find(({ text }) => text === `done by <@${BOB}>`));
    expect(submitted).toEqual([['map shop.example.com', values]]);
    expect(slack.workspace.views.size).toBe(0);
  });

  it('a command comes with Slack’s fields', async () => {
    const seen: object[] = [];
    const { slack } = await connect((app) => {
      app.command('/domain', async ({ ack, body }) => {
        seen.push(body);
        await ack();
      });
    });
    const { triggerId } = await slack.people.command(typed('/domain  map  a.example ', PRIVATE));
    expect(seen).toEqual([
      {
        token: expect.any(String),
        team_id: 'T0SANDBOX',
        team_domain: 'sandbox',
        channel_id: PRIVATE,
        channel_name: 'privategroup',
        user_id: ALICE,
        user_name: 'alice',
        command: '/domain',
        text: 'map  a.example',
        api_app_id: 'A0SANDBOX',
        is_enterprise_install: 'false',
        response_url: expect.stringContaining(`${slack.url}/commands/T0SANDBOX/`),
        trigger_id: triggerId,
      },
    ]);
  });

  it.each<[string, string | JsonObject, object[]]>([
    ['words', 'hello', [{ text: 'hello', ephemeralFor: ALICE }]],
    ['a message', { text: 'hello' }, [{ text: 'hello', ephemeralFor: ALICE }]],
    [
      'a message for all',
      { text: 'hello', response_type: 'in_channel' },
      [{ text: '/domain x', user: ALICE }, { text: 'hello' }],
    ],
    ['nothing', '', []],
    [
      'wrong blocks',
      { text: 'x', blocks: [{ type: 'no' }] },
      [{ user: 'USLACKBOT', text: '/domain failed with the error "invalid_blocks"' }],
    ],
  ])('an acknowledgement carries %s', async (_name, answer, expected) => {
    const { slack } = await connect((app) => {
      app.command('/domain', async ({ ack }) => {
        await (answer === '' ? ack() : ack(answer as never));
      });
    });
    await slack.people.command(typed('/domain x'));
    const messages = slack.workspace.messages(DOMAINS);
    expect(messages).toHaveLength(expected.length);
    expect(messages).toMatchObject(expected);
  });

  it('the typist sees operation_timeout when nobody acknowledges', async () => {
    const { slack } = await connect((app) => app.command('/domain', async () => undefined), {
      ackTimeoutMs: 80,
    });
    expect(await slack.people.command(typed('/domain x'))).toMatchObject({
      ok: false,
      error: 'operation_timeout',
    });
    expect(slack.workspace.messages(DOMAINS)).toMatchObject([
      { user: 'USLACKBOT', ephemeralFor: ALICE, text: '/domain failed with the error "operation_timeout"' },
    ]);
  });

  it('a delivery can come twice, with one trigger', async () => {
    const triggers: string[] = [];
    const { slack } = await connect((app) => {
      app.command('/domain', async ({ ack, body }) => {
        triggers.push(body.trigger_id);
        await ack();
      });
    });
    slack.faults.deliverTwice();
    const { triggerId } = await slack.people.command(typed('/domain x'));
    await slack.people.command(typed('/domain y'));
    expect(triggers).toHaveLength(3);
    expect(triggers.slice(0, 2)).toEqual([triggerId, triggerId]);
  });

  it.each<[string, JsonObject, object, number]>([
    [
      'errors',
      { response_action: 'errors', errors: { who: 'Unknown' } },
      { ok: false, errors: { who: 'Unknown' } },
      1,
    ],
    ['update', { response_action: 'update', view: modal({ callback_id: 'second' }) }, { ok: true }, 1],
    ['push', { response_action: 'push', view: modal({ callback_id: 'second' }) }, { ok: true }, 2],
    ['clear', { response_action: 'clear' }, { ok: true }, 0],
    ['a wrong view', { response_action: 'update', view: {} }, { ok: false, error: 'invalid_arguments' }, 1],
  ])('a submission is answered with %s', async (_name, answer, expected, left) => {
    const { slack, call } = await connect((app) => {
      app.command('/domain', async ({ ack }) => void (await ack()));
      app.view('first', async ({ ack }) => void (await ack(answer as never)));
    });
    const { triggerId } = await slack.people.command(typed('/domain x'));
    const view = modal({ callback_id: 'first', blocks: [input('who')] });
    const { view: opened } = await call('views.open', { trigger_id: triggerId, view });
    const { id } = opened as { id: string };
    expect(await slack.people.submit({ user: ALICE, viewId: id, values: {} })).toMatchObject(expected);
    expect(slack.workspace.views.size).toBe(left);
  });

  it('a dialog that asks for it gets an event when it is closed', async () => {
    const closed: string[] = [];
    const { slack, call } = await connect((app) => {
      app.command('/domain', async ({ ack }) => void (await ack()));
      app.view({ type: 'view_closed', callback_id: 'first' }, async ({ ack, view }) => {
        closed.push(view.private_metadata);
        await ack();
      });
    });
    const { triggerId } = await slack.people.command(typed('/domain x'));
    const view = modal({ callback_id: 'first', notify_on_close: true, private_metadata: 'p' });
    const { view: opened } = await call('views.open', { trigger_id: triggerId, view });
    const { id } = opened as { id: string };
    expect(await slack.people.close(ALICE, id)).toMatchObject({ ok: true });
    expect(closed).toEqual(['p']);
  });
});

describe('what a button sends', () => {
  const overflow = {
    type: 'overflow',
    action_id: 'more',
    options: [{ text: { type: 'plain_text', text: 'Unmap' }, value: 'unmap' }],
  };

  async function pressed(
    post: (call: (method: string, body: JsonObject) => Promise<JsonObject>) => Promise<JsonObject>,
  ) {
    const bodies: JsonObject[] = [];
    const { slack, call } = await overSocket((app) => {
      app.action(/.*/, async ({ ack, body, respond }) => {
        bodies.push(body as unknown as JsonObject);
        await ack();
        await respond({ text: 'replaced', replace_original: true });
      });
    });
    const answer = await post(call);
    const ts = String(answer['ts'] ?? answer['message_ts']);
    const press = (actionId: string, extra = {}) =>
      slack.people.action({
        user: ALICE,
        channel: DOMAINS,
        messageTs: ts,
        actionId,
        blockId: 'row',
        ...extra,
      });
    return { slack, press, bodies, find: () => slack.workspace.find(DOMAINS, ts) };
  }
  const row = (...elements: JsonObject[]) => [{ type: 'actions', block_id: 'row', elements }];

  it('is the element with what was chosen, and the message without its metadata', async () => {
    const { press, bodies, find } = await pressed((call) =>
      call('chat.postMessage', {
        channel: DOMAINS,
        text: 'x',
        blocks: row(button({ value: 'v' }), overflow),
        metadata: { event_type: 'e', event_payload: { id: '1' } },
      }),
    );
    const selectedOption = overflow.options[0];
    await press('more', { selectedOption });
    await press('press');
    expect(bodies[0]).toMatchObject({
      actions: [{ action_id: 'more', type: 'overflow', selected_option: selectedOption }],
    });
    expect(bodies[1]).toMatchObject({
      type: 'block_actions',
      user: { id: ALICE, team_id: 'T0SANDBOX' },
      container: { type: 'message', channel_id: DOMAINS, is_ephemeral: false },
      channel: { id: DOMAINS, name: 'domains' },
      message: { text: 'x', metadata: { event_type: 'e' } },
      actions: [{ action_id: 'press', block_id: 'row', value: 'v', type: 'button' }],
    });
    await until(() => find()?.text === 'replaced');
    expect(find()).not.toHaveProperty('blocks');
  });

  it('of an ephemeral message has no message, and may replace it', async () => {
    const { slack, press, bodies, find } = await pressed((call) =>
      call('chat.postEphemeral', { channel: DOMAINS, user: ALICE, text: 'x', blocks: row(button()) }),
    );
    const stranger = {
      user: BOB,
      channel: DOMAINS,
      messageTs: find()?.ts ?? '',
      actionId: 'press',
      blockId: 'row',
    };
    expect(await slack.people.action(stranger)).toMatchObject({ error: 'message_not_found' });
    expect(await press('none')).toMatchObject({ error: 'element_not_found' });
    await press('press');
    expect(bodies[0]).toMatchObject({ container: { is_ephemeral: true } });
    expect(bodies[0]).not.toHaveProperty('message');
    await until(() => find()?.text === 'replaced');
  });
});

describe('typed text', () => {
  it.each([
    [false, '/domain map shop.example.com', 'map shop.example.com'],
    [false, '/domain\tmap <x> & y', 'map <x> & y'],
    [true, '/domain map shop.example.com', 'map <http://shop.example.com|shop.example.com>'],
    [true, '/domain map bücher.example', 'map <http://bücher.example|bücher.example>'],
    [true, '/domain map https://a.example/x', 'map <https://a.example/x>'],
    [true, '/domain list #domains @alice', 'list <#C01DOMAINS|domains> <@U01ALICE|alice>'],
    [true, '/domain list #none a & b', 'list #none a &amp; b'],
    [true, '/domain list #private-ops', 'list <#C03OPS|>'],
    [true, '/domain audit @operators @here', 'audit <!subteam^S01OPERATORS|@operators> <!here>'],
    [true, '/domain map *shop.example.com*', 'map *<http://shop.example.com|shop.example.com>*'],
    [true, '/domain map _https://a.example/x_.', 'map _<https://a.example/x>_.'],
    [true, '/domain map *.example.com,', 'map *.<http://example.com|example.com>,'],
    [true, '/domain map a.b@example.com', 'map <mailto:a.b@example.com|a.b@example.com>'],
  ])('with should_escape:%s, %j arrives as %j', async (shouldEscape, line, text) => {
    const texts: string[] = [];
    const { slack } = await overSocket(
      (app) =>
        app.command('/domain', async ({ ack, command }) => {
          texts.push(command.text);
          await ack();
        }),
      { shouldEscape },
    );
    await slack.people.command(typed(line));
    expect(texts).toEqual([text]);
  });
});

describe('an app that is not there', () => {
  it('is dispatch_failed over Socket Mode', async () => {
    const { slack } = await openSlack();
    expect(await slack.people.command(typed('/domain x'))).toMatchObject({ error: 'dispatch_failed' });
  });

  it('is dispatch_failed over requests', async () => {
    const { slack } = await openSlack({ requestUrl: 'http://127.0.0.1:9/slack/events' });
    expect(await slack.people.command(typed('/domain x'))).toMatchObject({ error: 'dispatch_failed' });
  });

  it('is dispatch_failed when it refuses the signature', async () => {
    const { slack } = await overRequests(() => undefined, { signingSecret: 'another-secret' });
    expect(await slack.people.command(typed('/domain x'))).toMatchObject({
      error: 'dispatch_failed',
      acknowledgement: { status: 401 },
    });
  });
});
