import { createHmac } from 'node:crypto';
import { LIMITS } from './limits.js';
import type { JsonObject } from './page-api.js';
import type { Sockets } from './sockets.js';

/** What the app answered: its acknowledgement's body, or Slack's name for its failure to. */
export type Acknowledgement =
  | { readonly ok: true; readonly body: unknown; readonly ackMs: number }
  | { readonly ok: false; readonly error: 'dispatch_failed' | 'operation_timeout'; readonly ackMs: number };

export type ToApp = (kind: 'slash_commands' | 'interactive', payload: JsonObject) => Promise<Acknowledgement>;

/** Delivers over Socket Mode. */
export const overSockets =
  (sockets: Sockets): ToApp =>
  async (kind, payload) => {
    const startedAt = performance.now();
    if (sockets.count === 0) return { ok: false, error: 'dispatch_failed', ackMs: 0 };
    const answer = await sockets.deliver(kind, payload);
    const ackMs = performance.now() - startedAt;
    return answer
      ? { ok: true, body: answer.payload, ackMs }
      : { ok: false, error: 'operation_timeout', ackMs };
  };

/** Delivers as signed requests (docs: "Verifying requests from Slack"). */
export const overHttp =
  (requestUrl: string, signingSecret: string, now: () => number): ToApp =>
  async (kind, payload) => {
    const startedAt = performance.now();
    const body = new URLSearchParams(
      kind === 'slash_commands' ? (payload as Record<string, string>) : { payload: JSON.stringify(payload) },
    ).toString();
    const timestamp = String(Math.floor(now() / 1000));
    const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    const failed = (error: 'dispatch_failed' | 'operation_timeout'): Acknowledgement => ({
      ok: false,
      error,
      ackMs: performance.now() - startedAt,
    });
    try {
      const answer = await fetch(requestUrl, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${signature}`,
        },
        body,
        signal: AbortSignal.timeout(LIMITS.ackTimeoutMs),
      });
      const text = await answer.text();
      if (answer.status !== 200) return failed('dispatch_failed');
      return { ok: true, body: parseBody(text), ackMs: performance.now() - startedAt };
    } catch (error) {
      return failed(
        error instanceof Error && error.name === 'TimeoutError' ? 'operation_timeout' : 'dispatch_failed',
      );
    }
  };

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? undefined : { text };
  }
}
