import { WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';
import type { JsonObject } from '../../../src/sandbox/slack/page-api.js';
import { type SandboxSlack, type SlackOptions, startSlack } from '../../../src/sandbox/slack/server.js';
import { botScopes } from '../../../src/util/version.js';

export const TOKENS = { botToken: 'xoxb-test', appToken: 'xapp-test', signingSecret: 'a-secret' } as const;
export const ALICE = 'U01ALICE';
export const BOB = 'U02BOB';
export const DOMAINS = 'C01DOMAINS';
export const GENERAL = 'C02GENERAL';
export const PRIVATE = 'C03OPS';
export const ARCHIVE = 'C04ARCHIVE';

export const EVERY_SCOPE = [...botScopes, 'chat:write.public', 'im:read', 'im:history', 'mpim:read'];

export interface Opened {
  readonly slack: SandboxSlack;
  readonly client: WebClient;
  /** Calls a method with a JSON body; resolves with what Slack says, `ok` or not. */
  call(method: string, body?: JsonObject): Promise<JsonObject>;
}

/** A Slack that ends with the test, with every scope and no rate limits to speak of unless given. */
export async function openSlack(options: Partial<SlackOptions> = {}): Promise<Opened> {
  const slack = await startSlack({ ...TOKENS, scopes: EVERY_SCOPE, rateScale: 1000, ...options });
  onTestFinished(() => slack.stop());
  const client = new WebClient(TOKENS.botToken, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const call = async (method: string, body: JsonObject = {}): Promise<JsonObject> => {
    const response = await fetch(`${slack.apiUrl}${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKENS.botToken}` },
      body: JSON.stringify(body),
    });
    return (await response.json()) as JsonObject;
  };
  return { slack, client, call };
}

export const section = (text: string): JsonObject => ({ type: 'section', text: { type: 'mrkdwn', text } });
export const button = (extra: JsonObject = {}): JsonObject => ({
  type: 'button',
  text: { type: 'plain_text', text: 'Press' },
  action_id: 'press',
  ...extra,
});
export const modal = (extra: JsonObject = {}): JsonObject => ({
  type: 'modal',
  title: { type: 'plain_text', text: 'Sure?' },
  submit: { type: 'plain_text', text: 'Yes' },
  blocks: [section('Think.')],
  ...extra,
});

export async function until<T>(probe: () => T | undefined | false, patienceMs = 5000): Promise<T> {
  const endsAt = Date.now() + patienceMs;
  for (;;) {
    const seen = probe();
    if (seen) return seen;
    if (Date.now() > endsAt) throw new Error(`not seen within ${patienceMs} ms: ${probe}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
