import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { openView } from '../../../../src/sandbox/slack/api/modals.js';
import type { JsonObject } from '../../../../src/sandbox/slack/page-api.js';
import { overSocket } from '../bolt.js';
import { ALICE, button, DOMAINS, EVERY_SCOPE, modal, openSlack, section, TOKENS, until } from '../sandbox.js';

const picker = {
  type: 'input',
  block_id: 'site',
  label: { type: 'plain_text', text: 'Site' },
  element: { type: 'external_select', action_id: 'site', min_query_length: 0 },
};
const option = (value: string) => ({ text: { type: 'plain_text' as const, text: value }, value });

/** A person with a dialog open, in front of a real Bolt app. */
async function opened(listen: (app: App) => void) {
  const connected = await overSocket(listen);
  const blocks = [picker, { type: 'actions', block_id: 'row', elements: [button()] }];
  const { id } = openView(connected.slack.workspace, ALICE, modal({ blocks }));
  return { ...connected, viewId: id };
}

describe('in a dialog', () => {
  it('a menu’s options are looked up by the app', async () => {
    const heard: unknown[] = [];
    const { slack, viewId } = await opened((app) =>
      app.options('site', async ({ ack, payload }) => {
        heard.push(payload.value);
        await ack({ options: [option(`found ${payload.value}`)] });
      }),
    );
    const typed = { user: ALICE, viewId, actionId: 'site', blockId: 'site', value: 'sh' };
    expect(await slack.people.suggestions(typed)).toMatchObject({ ok: true, options: [option('found sh')] });
    expect(heard).toEqual(['sh']);
  });

  it('a button tells the app which dialog it is in, without a channel', async () => {
    const heard: JsonObject[] = [];
    const { slack, viewId } = await opened((app) =>
      app.action('press', async ({ ack, body }) => {
        await ack();
        heard.push(body as unknown as JsonObject);
      }),
    );
    const values = { site: { site: { type: 'external_select', selected_option: option('7') } } };
    await slack.people.viewAction({ user: ALICE, viewId, actionId: 'press', blockId: 'row', values });
    await until(() => heard.length > 0);
    expect(heard[0]).toMatchObject({
      container: { type: 'view', view_id: viewId },
      view: { state: { values } },
    });
    expect(heard[0]).not.toHaveProperty('channel');
    expect(heard[0]).not.toHaveProperty('response_url');
  });
});

it('the Home tab’s buttons work like a dialog’s, and a person who opens it is an event', async () => {
  const heard: unknown[] = [];
  const { slack, call } = await overSocket((app) => {
    app.event('app_home_opened', async ({ event }) => void heard.push(event.tab));
    app.action('press', async ({ ack, body }) => {
      await ack();
      heard.push(body.type);
    });
  });
  expect(slack.people.openHome(ALICE)).toEqual({ ok: true });
  await until(() => heard.includes('home'));
  const home = {
    type: 'home',
    blocks: [section('x'), { type: 'actions', block_id: 'row', elements: [button()] }],
  };
  const { view } = await call('views.publish', { user_id: ALICE, view: home });
  const viewId = String((view as JsonObject)['id']);
  await slack.people.viewAction({ user: ALICE, viewId, actionId: 'press', blockId: 'row' });
  await until(() => heard.includes('block_actions'));
});

it('a mention in a channel of the bot, and a direct message, are events', async () => {
  const heard: JsonObject[] = [];
  const { slack } = await overSocket((app) => {
    app.event('app_mention', async ({ event }) => void heard.push(event as unknown as JsonObject));
    app.event('message', async ({ event }) => void heard.push(event as unknown as JsonObject));
  });
  slack.people.message({ user: ALICE, channel: DOMAINS, text: 'nobody is meant' });
  slack.people.message({ user: ALICE, channel: DOMAINS, text: '@closte-domains shop.example.com?' });
  const direct = slack.people.openDirect(ALICE, 'U0DOMAINS');
  slack.people.message({ user: ALICE, channel: direct, text: 'hello' });
  await until(() => heard.length === 2);
  expect(heard).toMatchObject([
    {
      type: 'app_mention',
      text: '<@U0DOMAINS> <http://shop.example.com|shop.example.com>?',
      channel: DOMAINS,
    },
    { type: 'message', channel_type: 'im', text: 'hello', channel: direct },
  ]);
});

describe('a file that a person puts into a dialog', () => {
  const read = (url: unknown, token: string) =>
    fetch(String(url), { headers: { authorization: `Bearer ${token}` } });

  it.each<[string, string, string[]]>([
    ['with the token', TOKENS.botToken, EVERY_SCOPE],
    ['a page to sign in without files:read', TOKENS.botToken, ['chat:write']],
    ['a page to sign in with another token', 'xoxb-other', EVERY_SCOPE],
  ])('%s', async (what, token, scopes) => {
    const { slack } = await openSlack({ scopes });
    const { file } = slack.people.upload({ user: ALICE, name: 'list.csv', text: 'a,b' });
    const text = await (await read(file?.['url_private_download'], token)).text();
    expect(text === 'a,b').toBe(what === 'with the token');
    expect(text.includes('Sign in')).toBe(what !== 'with the token');
  });
});

it('fields stand only in input blocks, and buttons in none', async () => {
  const { workspace } = (await openSlack()).slack;
  const field = { type: 'plain_text_input', action_id: 'a' };
  const odd = [
    { ...picker, element: button() },
    { type: 'actions', elements: [field] },
  ];
  for (const block of odd)
    expect(() => openView(workspace, ALICE, modal({ blocks: [block] }))).toThrow('invalid_arguments');
});
