import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { withTimeout } from '../util/clock.js';
import type { Log } from '../util/log.js';
import { parseJson } from '../util/parse-json.js';

export interface WebhookOptions<Notice> {
  /** What a payload says; `test` for a test event, undefined if it concerns no domain. */
  readonly read: (payload: unknown) => Notice | 'test' | undefined;
  /** The token of an app's webhook; undefined if it has none. */
  readonly tokenOf: (app: string) => string | undefined;
  readonly handle: (app: string, notice: Notice) => Promise<void>;
  /** Called for a test event from Ultimate Multisite. */
  readonly tested: (app: string) => Promise<void>;
  /** Called for an app's webhook with a wrong token. */
  readonly refused: (app: string) => Promise<void>;
  readonly log: Log;
}

/** Where an app's webhook arrives. */
export const webhookPath = (app: string, token: string): string => `/webhooks/${app}/${token}`;
const PATH = /^\/webhooks\/([a-z\d-]{1,40})\/([\w-]{1,200})$/;
/** A payload with all of a customer's fields is about 4 kB. */
const MAX_WEBHOOK_BYTES = 256 * 1024;
/** WordPress may block on the response: longer work continues in the background. */
const ANSWER_WITHIN_MS = 1_000;

/**
 * Ultimate Multisite's webhooks: `POST /webhooks/<app>/<token>`. It signs nothing, so the URL is the secret; a wrong
 * one gets a 404.
 */
export function createWebhookRoute<Notice extends object>({
  read,
  tokenOf,
  handle,
  tested,
  refused,
  log,
}: WebhookOptions<Notice>) {
  const inBackground = (work: Promise<void>, app: string): void =>
    void work.catch((err: unknown) => log.error({ err, app }, 'a webhook could not be reported'));
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [, app = '', token = ''] = PATH.exec((request.url ?? '').split('?')[0] ?? '') ?? [];
    const wanted = tokenOf(app);
    if (request.method !== 'POST' || wanted === undefined || !isSameToken(token, wanted)) {
      if (request.method === 'POST' && wanted !== undefined) inBackground(refused(app), app);
      response.writeHead(404).end();
      return;
    }
    const body = await readBody(request);
    if (body === undefined) {
      response.writeHead(413, { connection: 'close' }).end();
      return;
    }
    const notice = read(parseJson(body, z.unknown()));
    if (notice === 'test') {
      log.info({ app }, 'test event arrived');
      inBackground(tested(app), app);
    } else if (!notice) log.info({ app }, 'webhook ignored: it is not about a domain');
    else
      await withTimeout(
        handle(app, notice).catch((err) => log.error({ err, app }, 'webhook could not be processed')),
        ANSWER_WITHIN_MS,
      );
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}');
  };
}

/** Compares in constant time. */
const isSameToken = (one: string, other: string): boolean => timingSafeEqual(digest(one), digest(other));
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MAX_WEBHOOK_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
