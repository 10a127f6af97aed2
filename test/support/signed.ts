import { createHmac } from 'node:crypto';
import { ALICE, closeLab, DOMAINS, openLab } from './lab.js';

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

/** The form in which Slack sends what was pressed or submitted. */
export const interaction = (payload: unknown): string =>
  new URLSearchParams({ payload: JSON.stringify(payload) }).toString();

/** A lab whose bot Slack reaches over HTTP, and everything that it left unhandled. */
export async function openHttpLab(port: number) {
  const lab = await openLab({
    requestUrl: `http://127.0.0.1:${port}/slack/events`,
    change: (config) => ({ ...config, http: { host: '127.0.0.1', port } }),
  });
  await lab.start();
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => void unhandled.push(reason);
  process.on('unhandledRejection', note);
  return {
    lab,
    unhandled,
    /** Sends the bot a request that Slack signed. */
    async send(body: string, type?: string): Promise<{ readonly status: number; readonly text: string }> {
      const request = signed(body, lab.world.environment['SLACK_SIGNING_SECRET'] ?? '', type);
      const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', ...request });
      return { status: answer.status, text: await answer.text() };
    },
    async close(): Promise<void> {
      process.off('unhandledRejection', note);
      await closeLab(lab);
    },
  };
}
