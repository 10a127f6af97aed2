import type { FetchedPage } from './exchange.js';
import { isScriptTest, textAlone } from './site-marks.js';
import { newStrictHosts, noStrictHosts, type StrictHosts } from './strict-hosts.js';

/** Which redirects a client follows, and what it keeps on the way. */
export interface WebClient {
  readonly maxRedirects: number;
  readonly statuses: ReadonlySet<number>;
  /** Where a page leads by itself, as in a `Location`. */
  readonly refreshOf: (page: FetchedPage) => string | undefined;
  /** The part of a page that arrived counts as the page. */
  readonly takesPart: boolean;
  /** Firewalls turn away clients that send none of these (OWASP Core Rule Set, 920300). */
  readonly headers: Readonly<Record<string, string>>;
  /** For one walk. */
  readonly newCookies: () => Cookies;
  readonly newStrictHosts: () => StrictHosts;
}

/** By host: a cookie's domain, path and end don't matter to a walk of a few seconds. */
export interface Cookies {
  keep(host: string, headers: FetchedPage['headers']): void;
  /** As in a `Cookie` header; empty if there is none. */
  of(host: string): string;
}

const MAX_COOKIES = 50;
const MAX_COOKIE = 4_096;
/** Longer ones are read before they lead away. */
const MAX_REFRESH_S = 10;

/** Certificate authorities don't follow 303 (CA/Browser Forum Baseline Requirements 3.2.2.4.19), nor do they keep cookies. */
export const AUTHORITY: WebClient = {
  maxRedirects: 10,
  statuses: new Set([301, 302, 307, 308]),
  refreshOf: () => undefined,
  takesPart: false,
  headers: { accept: '*/*' },
  newCookies: () => ({ keep: () => undefined, of: () => '' }),
  newStrictHosts: noStrictHosts,
};

export const BROWSER: WebClient = {
  maxRedirects: 20,
  statuses: new Set([301, 302, 303, 307, 308]),
  refreshOf,
  takesPart: true,
  headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': 'en' },
  newCookies,
  newStrictHosts,
};

function newCookies(): Cookies {
  const byHost = new Map<string, Map<string, string>>();
  return {
    keep: (host, headers) => {
      const kept = byHost.get(host) ?? new Map<string, string>();
      byHost.set(host, kept);
      for (const line of [headers['set-cookie'] ?? []].flat().slice(0, MAX_COOKIES)) {
        const [, name, value] = /^([^=;]+)=([^;]*)/.exec(line.slice(0, MAX_COOKIE)) ?? [];
        if (name !== undefined && value !== undefined && kept.size < MAX_COOKIES)
          kept.set(name.trim(), value);
      }
    },
    of: (host) => [...(byHost.get(host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; '),
  };
}

/** `location = '…'`, `window.location.href = '…'`, `location.replace('…')`. */
const SCRIPTED =
  /(?:^|[^\w.])(?:(?:window|document|top|self|parent)\.)?location(?:\.href)?(?:\s*=\s*|\.(?:replace|assign)\(\s*)["']([^"']{1,500})["']/;

const MOVING_TEXT = /^(?:.{0,100}(?:redirec|redirig|reindirizz|weiterleit|weitergeleitet|moved).{0,200})?$/is;

/** Of a page that has nothing else to show. One that sets a cookie tests the browser, and `if` leads only some away. */
function scriptedMove(page: FetchedPage): string | undefined {
  const { body } = page;
  // Quicker than the rest, and true of most pages.
  if (!body.includes('location')) return undefined;
  if (isScriptTest(page) || /document\.cookie|\bif\s*\(/.test(body)) return undefined;
  return MOVING_TEXT.test(textAlone(page) ?? 'more') ? SCRIPTED.exec(body)?.[1] : undefined;
}

/**
 * A `Refresh` header (HTML standard, 7.4.6), else `<meta http-equiv="refresh">` apart from what a comment hides and what is
 * for browsers without scripts; else what a script does that is all there is.
 */
function refreshOf(page: FetchedPage): string | undefined {
  const { headers, body } = page;
  const header = headers['refresh'];
  if (header !== undefined) return refreshUrl(String(header));
  // Quicker than the rest, and true of most pages.
  if (!/http-equiv/i.test(body)) return scriptedMove(page);
  const shown = body.replace(/<!--[\s\S]*?(?:-->|$)|<noscript[\s>][\s\S]*?(?:<\/noscript>|$)/gi, '');
  const tags = [...shown.matchAll(/<meta\s[^>]{1,1000}>/gi)].map(([tag]) => tag);
  const refresh = tags.find((tag) => /http-equiv=["']?refresh["'\s/>]/i.test(tag));
  const content = /content=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(refresh ?? '');
  return refreshUrl(content?.[1] ?? content?.[2] ?? content?.[3] ?? '') ?? scriptedMove(page);
}

function refreshUrl(text: string): string | undefined {
  const [, seconds, url] = /^\s*(\d{1,6})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(text) ?? [];
  return url !== undefined && Number(seconds) <= MAX_REFRESH_S ? url.trim() : undefined;
}
