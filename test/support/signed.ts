import { createHmac } from 'node:crypto';

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
export const interaction = (payload: unknown): string =>
  new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
