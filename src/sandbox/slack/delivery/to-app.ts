import { createHmac } from 'node:crypto';
import type { JsonObject } from '../page-api.js';
import type { Faults } from './faults.js';
import type { DeliveryKind, Sockets } from './sockets.js';

/** Slack's names for a delivery that was not acknowledged, or too late. */
export type DeliveryError = 'dispatch_failed' | 'operation_timeout';

/** What the app answered. `status`: its HTTP status, 200 over a socket, absent when nothing came. */
export type Acknowledgement =
  | { readonly ok: true; readonly status: number; readonly body: unknown; readonly ackMs: number }
  | { readonly ok: false; readonly status?: number; readonly error: DeliveryError; readonly ackMs: number };

export type ToApp = (kind: DeliveryKind, payload: JsonObject) => Promise<Acknowledgement>;

export interface RequestTarget {
  readonly requestUrl: string;
  readonly signingSecret: string;
  readonly now: () => number;
  readonly ackTimeoutMs: number;
}

/** Delivers over Socket Mode. */
export const overSockets =
  (sockets: Sockets): ToApp =>
  async (kind, payload) => {
    const startedAt = performance.now();
    if (sockets.count === 0) return { ok: false, error: 'dispatch_failed', ackMs: 0 };
    const answer = await sockets.deliver(kind, payload);
    const ackMs = performance.now() - startedAt;
    if (!answer) return { ok: false, error: 'operation_timeout', ackMs };
    return { ok: true, status: 200, body: answer.payload, ackMs };
  };

/** Delivers as signed requests (docs.slack.dev, "Verifying requests from Slack"). */
export const sendOverHttp =
  (target: RequestTarget): ToApp =>
  async (kind, payload) => {
    const startedAt = performance.now();
    const elapsedMs = (): number => performance.now() - startedAt;
    try {
      const answer = await fetch(target.requestUrl, signedRequest(target, requestBody(kind, payload)));
      const text = await answer.text();
      if (answer.status !== 200)
        return { ok: false, status: answer.status, error: 'dispatch_failed', ackMs: elapsedMs() };
      return { ok: true, status: 200, body: parseBody(text), ackMs: elapsedMs() };
    } catch (error) {
      const isLate = error instanceof Error && error.name === 'TimeoutError';
      return { ok: false, error: isLate ? 'operation_timeout' : 'dispatch_failed', ackMs: elapsedMs() };
    }
  };

/** Delivers twice what the faults say; ignores the second answer. */
export const withDuplicates =
  (deliver: ToApp, faults: Faults): ToApp =>
  async (kind, payload) => {
    const first = await deliver(kind, payload);
    if (faults.takeDuplicate()) await deliver(kind, payload);
    return first;
  };

interface Body {
  readonly type: string;
  readonly text: string;
}

function signedRequest({ signingSecret, now, ackTimeoutMs }: RequestTarget, body: Body): RequestInit {
  const timestamp = String(Math.floor(now() / 1000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body.text}`).digest('hex');
  return {
    method: 'POST',
    headers: {
      'content-type': body.type,
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body: body.text,
    redirect: 'manual',
    signal: AbortSignal.timeout(ackTimeoutMs),
  };
}

/** Commands are form fields, interactions JSON in the field `payload`, events a JSON body. */
function requestBody(kind: DeliveryKind, payload: JsonObject): Body {
  if (kind === 'events_api') return { type: 'application/json', text: JSON.stringify(payload) };
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : payload;
  const pairs = Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]);
  return { type: 'application/x-www-form-urlencoded', text: new URLSearchParams(pairs).toString() };
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? undefined : { text };
  }
}
