import { expect, it } from 'vitest';
import type { JsonObject } from '../../../../src/sandbox/slack/page-api.js';
import { ALICE, DOMAINS, openSlack, PRIVATE, section } from '../sandbox.js';

async function opened(channel = DOMAINS) {
  let now = 1_800_000_000_000;
  const { slack } = await openSlack({ now: () => now });
  const url = slack.openResponseUrl(channel, ALICE);
  const post = async (body: JsonObject | string) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(url, { method: 'POST', body: text });
    return { status: response.status, text: await response.text() };
  };
  const pass = (ms: number) => {
    now += ms;
  };
  return { slack, post, pass, messages: () => slack.workspace.messages(channel) };
}

it('answers the one who asked, even where the bot is not a member', async () => {
  const { post, messages } = await opened(PRIVATE);
  expect(await post({ text: 'psst', blocks: [section('psst')] })).toEqual({ status: 200, text: 'ok' });
  expect(messages()).toMatchObject([{ text: 'psst', ephemeralFor: ALICE, botId: 'B0DOMAINS' }]);
});

it('answers everybody on request', async () => {
  const { post, messages } = await opened();
  await post({ text: 'hear, hear', response_type: 'in_channel' });
  expect(messages()[0]).not.toHaveProperty('ephemeralFor');
});

it('takes five posts', async () => {
  const { post, messages } = await opened();
  for (let count = 0; count < 5; count++) expect((await post({ text: 'x' })).status).toBe(200);
  expect(await post({ text: 'x' })).toMatchObject({ status: 404, text: expect.stringContaining('used_url') });
  expect(messages()).toHaveLength(5);
});

it('takes posts for half an hour', async () => {
  const { post, pass } = await opened();
  pass(30 * 60_000);
  expect((await post({ text: 'x' })).status).toBe(200);
  pass(1);
  expect(await post({ text: 'x' })).toMatchObject({
    status: 404,
    text: expect.stringContaining('expired_url'),
  });
});

it.each<[string, JsonObject | string]>([
  ['no_text', { text: '' }],
  ['invalid_blocks', { text: 'x', blocks: [{ type: 'no' }] }],
  ['invalid_payload', 'text=x'],
])('%s costs no post', async (error, body) => {
  const { post, messages } = await opened();
  expect(await post(body)).toMatchObject({ status: 400, text: expect.stringContaining(error) });
  for (let count = 0; count < 5; count++) await post({ text: 'x' });
  expect(messages()).toHaveLength(5);
});

it('takes more block text than chat.postMessage does', async () => {
  const { post } = await opened();
  const blocks = Array.from({ length: 5 }, () => section('x'.repeat(2700)));
  expect((await post({ text: 'x', blocks })).status).toBe(200);
});
