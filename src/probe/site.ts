import type { SiteAnswer } from '../mapping/observation-http.js';
import type { Page } from './http-exchange.js';
import type { Walk } from './http-walk.js';

const MOST_TITLE = 120;

interface Front {
  readonly walked: Walk;
  readonly name: string;
}

/** Which site answers on the front page. `strangers` is what the same address shows for a name that nobody has. */
export async function siteOf(
  address: string,
  { walked, name }: Front,
  strangers: () => Promise<Front>,
): Promise<SiteAnswer> {
  const { end } = walked;
  if (typeof end === 'string')
    return { address, kind: end.endsWith('redirects') || end.endsWith('loop') ? 'error' : 'none' };
  const facts = { address, status: end.status, ...titleOf(end) };
  if (end.status === 401 || end.status === 403) return { ...facts, kind: 'login' };
  if (end.status >= 500) return { ...facts, kind: 'error' };
  if (isWordPress(walked, end)) return { ...facts, kind: 'wordpress' };
  const other = await strangers();
  return { ...facts, kind: isSame(end, name, other) ? 'default-page' : 'other' };
}

/** Marks that a WordPress leaves in headers, redirects and its pages (wp-includes/default-filters.php). */
function isWordPress({ location = '' }: Walk, { headers, body }: Page): boolean {
  return (
    String(headers['link'] ?? '').includes('https://api.w.org/') ||
    headers['x-pingback'] !== undefined ||
    /\/wp-(?:login|signup|activate)\.php/.test(location) ||
    /\/wp-(?:content|includes)\/|name="generator" content="WordPress/.test(body)
  );
}

/** The same page for both names, but for the names themselves: the host does not tell them apart. */
function isSame(page: Page, name: string, { walked, name: stranger }: Front): boolean {
  if (typeof walked.end === 'string') return false;
  return (
    walked.end.status === page.status &&
    walked.end.body.replaceAll(stranger, '') === page.body.replaceAll(name, '')
  );
}

function titleOf({ body }: Page): { readonly title?: string } {
  const title = /<title[^>]{0,200}>([^<]{0,1000})/i.exec(body)?.[1]?.replace(/\s+/g, ' ').trim();
  return title ? { title: title.slice(0, MOST_TITLE) } : {};
}
