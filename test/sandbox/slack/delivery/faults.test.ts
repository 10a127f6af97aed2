import { describe, expect, it } from 'vitest';
import { RateLimits } from '../../../../src/sandbox/slack/rules/rates.js';
import { ALICE, DOMAINS, openSlack, TOKENS } from '../sandbox.js';

const draft = { channel: DOMAINS, text: 'x' };

describe('a planned fault', () => {
  it('answers with an error so many times, then no more', async () => {
    const { slack, call } = await openSlack();
    slack.faults.plan('chat.postMessage', { error: 'fatal_error' }, 2);
    expect(await call('chat.postMessage', draft)).toEqual({ ok: false, error: 'fatal_error' });
    expect(await call('chat.postMessage', draft)).toEqual({ ok: false, error: 'fatal_error' });
    expect(await call('chat.postMessage', draft)).toMatchObject({ ok: true });
    expect(slack.workspace.messages(DOMAINS)).toHaveLength(1);
    expect(slack.calls).toEqual(['chat.postMessage', 'chat.postMessage', 'chat.postMessage']);
  });

  it('answers with a status, a web page, or a wait', async () => {
    const { slack, client } = await openSlack();
    slack.faults.plan('chat.postMessage', { status: 503 });
    await expect(client.chat.postMessage(draft)).rejects.toMatchObject({ statusCode: 503 });
    slack.faults.plan('chat.postMessage', { html: '<h1>Proxy</h1>' });
    await expect(client.chat.postMessage(draft)).rejects.toMatchObject({ data: { error: '<h1>Proxy</h1>' } });
    slack.faults.plan('chat.postMessage', { retryAfterS: 7 });
    await expect(client.chat.postMessage(draft)).rejects.toMatchObject({ retryAfter: 7 });
    slack.faults.plan('chat.postMessage', { delayMs: 60 });
    const startedAt = performance.now();
    await client.chat.postMessage(draft);
    expect(performance.now() - startedAt).toBeGreaterThan(55);
  });

  it('loses the answer of work that is done', async () => {
    const { slack, client } = await openSlack();
    slack.faults.plan('chat.postMessage', { dropAfterAccept: true });
    await expect(client.chat.postMessage(draft)).rejects.toThrow();
    expect(slack.workspace.messages(DOMAINS)).toHaveLength(1);
  });

  it('also meets response URLs', async () => {
    const { slack } = await openSlack();
    slack.faults.plan('response_url', { status: 500 });
    const url = slack.openResponseUrl(DOMAINS, ALICE);
    const post = () => fetch(url, { method: 'POST', body: '{"text":"x"}' });
    expect((await post()).status).toBe(500);
    expect((await post()).status).toBe(200);
  });
});

describe('rate limits', () => {
  it('let a short burst into a channel, then one a second', async () => {
    let now = 1_800_000_000_000;
    const { slack, client } = await openSlack({ rateScale: 1, now: () => now });
    for (let count = 0; count < 5; count++) await client.chat.postMessage(draft);
    await expect(client.chat.postMessage(draft)).rejects.toMatchObject({ retryAfter: 1 });
    now += 1000;
    await client.chat.postMessage(draft);
    await expect(client.chat.postMessage(draft)).rejects.toMatchObject({ retryAfter: 1 });
    expect(slack.workspace.messages(DOMAINS)).toHaveLength(6);
  });

  it('answer 429 with Retry-After', async () => {
    const { slack } = await openSlack({ rateScale: 0.2 });
    const body = new URLSearchParams({ ...draft, token: TOKENS.botToken });
    const post = () => fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', body });
    await post();
    const response = await post();
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('5');
    expect(await response.json()).toMatchObject({ ok: false, error: 'ratelimited' });
  });

  it.each([
    ['apps.connections.open', 10, 60],
    ['usergroups.list', 20, 3],
    ['chat.update', 20, 2],
    ['users.info', 40, 1],
  ])('%s: %i at once, then a wait of %i s', (method, burst, waitS) => {
    const limits = new RateLimits(() => 0, 1);
    for (let count = 0; count < burst; count++) expect(limits.take(method, '')).toBeUndefined();
    expect(limits.take(method, '')).toBe(waitS);
  });

  it('count each channel by itself, and the workspace as a whole', () => {
    const limits = new RateLimits(() => 0, 1);
    const posted = Array.from({ length: 20 }, (_, channel) =>
      Array.from({ length: 5 }, () => limits.take('chat.postMessage', `C${channel}`)),
    ).flat();
    expect(posted.filter((wait) => wait === undefined)).toHaveLength(50);
  });
});
