import { z } from 'zod';
import { htmlText } from '../../util/html-text.js';
import { parseJson } from '../../util/parse-json.js';
import { MultisiteError } from '../multisite.js';

export interface RestAnswer {
  /** The URL that was asked for, without its query. */
  readonly url: string;
  readonly status: number;
  readonly json: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The error form of WordPress's REST API and of Ultimate Multisite; the plugin's own refusals have no `data`. */
const restRefusal = z.object({
  code: z.string(),
  message: z.string().optional(),
  data: z.object({ status: z.number().optional() }).nullish().catch(undefined),
});

/** Ultimate Multisite's answer to a wrong key. */
const WRONG_KEY = 'rest_forbidden';
/** JSON begins within this distance, whatever PHP printed before it. */
const MAX_STARTS = 40;
const API_PATH = '/wp-json/wu/v2';

/**
 * The JSON in a body; skips a PHP notice before it and a plugin's comment after it. Undefined if there is none: not in a
 * web page, whose scripts have lists and objects of their own, and not in the middle of an answer that was cut off,
 * where an inner `[]` would read as "no records".
 */
export function jsonIn(text: string): unknown {
  const whole = parseJson(text.trim(), z.unknown());
  if (whole !== undefined) return whole;
  if (WEB_PAGE.test(text)) return undefined;
  const ends = [Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')), text.search(JSON_END)];
  let starts = 0;
  for (const { index, 0: before } of text.matchAll(JSON_START)) {
    for (const end of ends) {
      const found = parseJson(text.slice(index + before.length, end + 1), z.unknown());
      if (found !== undefined) return found;
    }
    if (++starts === MAX_STARTS) break;
  }
  const bare = /(?:^|>)[ \t]*(true|1)[ \t]*(?:$|<)/m.exec(text)?.[1];
  return bare === undefined ? undefined : parseJson(bare, z.unknown());
}

const WEB_PAGE = /<(?:!doctype|html|head|body|script)\b/i;
/** At the beginning of a line or behind a tag. */
const JSON_START = /(?:^|>)[ \t]*(?=[[{])/gm;
/** Before a comment or another tag. */
const JSON_END = /[\]}](?=\s*<)/;

/** Returns a successful response's JSON; throws for any other. `hide` removes secrets from foreign text. */
export function acceptedAnswer(answer: RestAnswer, hide: (text: string) => string): RestAnswer {
  const { status, json } = answer;
  if (status >= 300 && status < 400) throw redirected(answer);
  if (status < 300) {
    if (json !== undefined) return answer;
    throw new MultisiteError('wrong-shape', 'Ultimate Multisite sent an answer that isn’t JSON.', {
      status,
    });
  }
  const said = restRefusal.safeParse(json).data;
  const facts = { said: hide(htmlText(said?.message || said?.code || '')), status };
  if (said?.code === 'rest_no_route')
    throw new MultisiteError(
      'no-api',
      'Ultimate Multisite’s REST API is not there: switch it on under Settings > API & Webhooks, and check that MULTISITE_URL is the network’s main address.',
      { status },
    );
  const isClosed = status === 401 || (status === 403 && (!said || said.code.startsWith('rest_')));
  if (isClosed && said?.code !== WRONG_KEY)
    throw new MultisiteError(
      'http-status',
      `Something in front of Ultimate Multisite, such as a firewall, a password or another plugin, answered with HTTP ${status}: let it pass requests to ${API_PATH}.`,
      said ? facts : { status },
    );
  if (isClosed)
    throw new MultisiteError(
      'unauthorised',
      `Ultimate Multisite doesn’t accept this key (HTTP ${status}).`,
      facts,
    );
  if (isRefusal(status, said))
    throw new MultisiteError('refused', `Ultimate Multisite refused: ${facts.said}`, facts);
  // The text of a PHP error is HTML for the site's admin, so it is left out.
  throw new MultisiteError('http-status', `Ultimate Multisite answered with HTTP ${status}.`, { status });
}

/** The plugin's refusals are HTTP 500 with its own code and without data; WordPress's errors have a status. */
function isRefusal(status: number, said: z.output<typeof restRefusal> | undefined): boolean {
  if (!said || status === 429 || said.code === 'internal_server_error') return false;
  return status < 500 || (status === 500 && said.data?.status === undefined);
}

/** The network's error code, if it sent one. */
export const restCodeOf = ({ json }: RestAnswer): string | undefined =>
  restRefusal.safeParse(json).data?.code;

const MAX_REDIRECT_TARGET = 200;

/** Another address helps only if the whole request would arrive there. */
function redirected({ url, status, headers }: RestAnswer): MultisiteError {
  const location = String(headers['location'] ?? '').slice(0, MAX_REDIRECT_TARGET);
  const to = URL.canParse(location, url) ? new URL(location, url) : undefined;
  const base = to && networkOfApi(to);
  if (to?.pathname.endsWith('/wp-login.php'))
    return new MultisiteError(
      'redirected',
      `WordPress sends requests to its API to the login page: let ${API_PATH} pass without a login.`,
      { status },
    );
  if (base !== undefined && base !== networkOfApi(new URL(url)))
    return new MultisiteError(
      'redirected',
      `MULTISITE_URL redirects to ${base}: put that address into MULTISITE_URL.`,
      { status },
    );
  const where = to ? `${to.origin}${to.pathname}` : location;
  return new MultisiteError(
    'redirected',
    `Something in front of Ultimate Multisite, such as a firewall, a login or another plugin, redirects requests to ${where} (HTTP ${status}): let it pass requests to ${API_PATH}.`,
    { status },
  );
}

/** The network's address in an address of its API; undefined for other addresses. */
function networkOfApi({ origin, pathname }: URL): string | undefined {
  const at = pathname.indexOf(API_PATH);
  return at === -1 ? undefined : `${origin}${pathname.slice(0, at)}`;
}
