import { createHmac } from 'node:crypto';
import { ALICE, DOMAINS } from './lab.js';

export interface Signed {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A request as Slack would sign it. */
export function signed(body: string, secret: string, type = 'application/x-www-form-urlencoded'): Signed {
  const at = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': at,
      'x-slack-signature': `v0=${signature}`,
    },
  };
}

/** The form in which Slack sends what was pressed or submitted. */
/** The fields of a slash command as Slack sends them (docs: “Implementing slash commands”), typed by Alice. */
export const commandFields = (
  text: string,
  { responseUrl, triggerId }: { readonly responseUrl: string; readonly triggerId: string },
) => ({
  token: 'verification-token',
  team_id: 'T0SANDBOX',
  team_domain: 'sandbox',
  channel_id: DOMAINS,
  channel_name: 'domains',
  user_id: ALICE,
  user_name: 'alice',
  command: '/domain',
  text,
  api_app_id: 'A0SANDBOX',
  is_enterprise_install: 'false',
  response_url: responseUrl,
  trigger_id: triggerId,
});

export const interaction = (payload: unknown): string =>
  new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
