import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../util/log.js';
import type { Route } from './health.js';

/** What the page says; plain text. */
export interface ReturnPage {
  readonly title: string;
  readonly text: string;
  /** Language of the page, such as `en`. */
  readonly language: string;
}

export interface ReturnRouteOptions {
  /** Records the return. Undefined while the bot is still starting. */
  readonly take: (
    state: string,
    error: string | undefined,
  ) => Promise<{ readonly isKnown: boolean; readonly page: ReturnPage }> | undefined;
  readonly log: Log;
}

export const RETURN_PATH = '/domain-connect/return';
const MAX_URL_LENGTH_HERE = 4_000;
/** The page shows nothing of the request, runs no script, loads nothing, and can't be framed. */
const RETURN_PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'cache-control': 'no-store',
};

/** Where customers come back from their DNS provider (Domain Connect's `redirect_uri`). It never redirects. */
export const createReturnRoute = ({ take, log }: ReturnRouteOptions): Route => ({
  method: 'GET',
  path: RETURN_PATH,
  handler: async (request: IncomingMessage, response: ServerResponse) => {
    const { url = '' } = request;
    if (url.length > MAX_URL_LENGTH_HERE) return void response.writeHead(414).end();
    const query = new URL(url, 'http://localhost').searchParams;
    const taken = take(query.get('state') ?? '', query.get('error') ?? undefined);
    if (!taken) return void response.writeHead(503, { 'retry-after': '10' }).end();
    const { isKnown, page } = await taken;
    log.info({ isKnown }, 'a customer came back from their DNS provider');
    response.writeHead(isKnown ? 200 : 404, RETURN_PAGE_HEADERS).end(htmlOf(page));
  },
});

const htmlOf = ({ title, text, language }: ReturnPage): string => `<!doctype html>
<html lang="${escaped(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>body{font:18px/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1.5rem;color-scheme:light dark}</style>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
</html>
`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
