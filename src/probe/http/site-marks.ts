import { createHash } from 'node:crypto';
import { htmlText } from '../../util/html-text.js';
import { bareHost } from './connections.js';
import type { FetchedPage } from './exchange.js';

/** Where a walk led last. */
interface Led {
  readonly location?: string;
  readonly url?: URL;
}

const MAX_TITLE = 120;

/** Traces of WordPress in headers, redirects and pages (wp-includes/default-filters.php). */
export const isWordPress = ({ location = '' }: Led, { headers, body }: FetchedPage): boolean =>
  linkHeader(headers).includes('https://api.w.org/') ||
  headers['x-pingback'] !== undefined ||
  /\/wp-(?:login|activate)\.php/.test(location) ||
  /\/wp-(?:content|includes)\/|name="generator" content="WordPress|\bwp-(?:block-|site-blocks)/.test(body) ||
  /rel=["']?https:\/\/api\.w\.org\//.test(body);

/** Where a network redirects a hostname of none of its sites (wp-includes/ms-settings.php). */
export const isSignup = ({ location = '', url }: Led): boolean =>
  /\/wp-signup\.php(?:[?#]|$)/.test(location) || url?.pathname.endsWith('/wp-signup.php') === true;

export const isInstall = ({ url }: Led, { body }: FetchedPage): boolean =>
  /\/wp-admin\/(?:install|setup-config)\.php$/.test(url?.pathname ?? '') ||
  /action="(?:install|setup-config)\.php\?step=/.test(body) ||
  /<title>\s*WordPress\s*(?:›|&rsaquo;)\s*(?:Installation|Setup Configuration File)/i.test(body);

/**
 * What web servers and panels show before a site is installed: nginx, OpenResty, Apache and its distributions, IIS,
 * LiteSpeed, Caddy, Tomcat, Plesk, cPanel, DirectAdmin, an empty folder.
 */
const DEFAULT_TITLES: readonly RegExp[] = [
  /^welcome to (?:nginx|openresty|tengine|caddy|centos)\b/i,
  /^apache2? .{0,40}default page/i,
  /^(?:apache )?http server test page|^nginx .{0,10}test page|^test page for the /i,
  /^iis windows(?: server)?$/i,
  /^caddy works/i,
  /^apache tomcat(?:\/[\d.]+)?$/i,
  /^(?:domain |web server['’]s |default )(?:default |web ?site |plesk )?page$/i,
  /^it works!?$/i,
  /^index of \//i,
  /litespeed.{0,40}(?:default|congratulations)|congratulations.{0,40}litespeed|^welcome to openlitespeed/i,
  /future home of something quite cool/i,
  /^(?:great )?success!.{0,60}(?:web ?server|apache)|^apache is functioning normally/i,
  /^cyberpanel$|^welcome to (?:ispconfig|froxlor|virtualmin|hestiacp?|vestacp?|directadmin|plesk)\b/i,
  /^(?:congratulations|félicitations|恭喜).{0,60}(?:site|domain|站点)/i,
  /^(?:web ?)?site not found\b|^no (?:such )?(?:web ?site|site)(?: (?:is )?configured)?(?: at this address| here)?$/i,
  /^(?:this )?(?:domain|web ?site|site|host(?:name)?) (?:name )?(?:is |has )?(?:not (?:been )?(?:configured|set up|connected|assigned)|parked)\b/i,
  /^parked domain\b/i,
];

export const isServersOwnPage = ({ url }: Led, page: FetchedPage): boolean =>
  url?.pathname.startsWith('/cgi-sys/defaultwebpage') === true ||
  DEFAULT_TITLES.some((title) => title.test(pageTitle(page).title ?? '')) ||
  /^\s*(?:<html>\s*)?(?:<body>\s*)?<h1>It works!<\/h1>/i.test(page.body);

/** The domain's own name in the title: other things are for sale, too. */
const FOR_SALE = /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,4} (?:is|may be) (?:available )?for sale\b/i;
/** Ads for parked domains: Google's, Sedo's, ParkingCrew's, Bodis's; GoDaddy's and Afternic's page. */
const PARKED =
  /\bgoogle\.com\/adsense\/domains\/caf\.js|\bsedoparking\.com\/|\bparkingcrew\.net\/|\bbodis\.com\/|location(?:\.href)?\s*=\s*["']\/lander\b/i;

/** What a domain shows that is on sale or parked. */
export const isParking = ({ url }: Led, page: FetchedPage): boolean =>
  url?.pathname === '/lander' || FOR_SALE.test(pageTitle(page).title ?? '') || PARKED.test(page.body);

/**
 * What bot protection shows until a browser has run its script, which neither a certificate authority nor the bot does:
 * nginx's testcookie, Cloudflare, Imunify360, Sucuri, SiteGround, DDoS-Guard, Imperva, Anubis, LiteSpeed, AWS.
 */
const SCRIPT_TESTS: readonly RegExp[] = [
  /["'/]aes\.js["']|\btoNumbers\(/,
  /<title>\s*(?:Just a moment|One moment, please|DDoS-Guard|Making sure you(?:&#39;|['’])re not a bot|Bot Verification\s*<)/i,
  /sucuri_cloudproxy_js|\/\.well-known\/sgcaptcha\/|\/\.well-known\/ddos-guard\/|_Incapsula_Resource/,
];

export const isScriptTest = ({ headers, body }: FetchedPage): boolean =>
  headers['cf-mitigated'] === 'challenge' ||
  headers['sg-captcha'] === 'challenge' ||
  headers['x-amzn-waf-action'] !== undefined ||
  SCRIPT_TESTS.some((mark) => mark.test(body));

/**
 * PHP's own message where it stopped (`display_errors`), in HTML or plain: at the beginning or the end of the page. An
 * article that quotes one has a page around it.
 */
const PHP_ERROR =
  /(?:<b>|^|\n)(?:PHP )?(?:Fatal|Parse) error(?:<\/b>)?:\s[\s\S]{1,4000}? on line (?:<b>)?\d+/;
const STARTS_WITH_ERROR = /^\s*(?:<br \/>\s*)?(?:<b>)?(?:PHP )?(?:Fatal|Parse) error\b/;
const ENDS_WITH_ERROR = /on line (?:<b>)?\d+(?:<\/b>)?(?:<br \/>)?\s*$/;
const MAX_PHP_ERROR = 5_000;

export function isPhpError({ body }: FetchedPage): boolean {
  const end = body.slice(-MAX_PHP_ERROR);
  if (ENDS_WITH_ERROR.test(end)) return PHP_ERROR.test(end);
  return STARTS_WITH_ERROR.test(body.slice(0, 200)) && PHP_ERROR.test(body.slice(0, MAX_PHP_ERROR));
}

/** Hosts' pages, in the bot's languages: “Account suspended”, « Compte suspendu ». */
const SUSPENDED_TITLE =
  /^(?:\p{L}+ )?(?:account|web ?site|site|domain|cuenta|sitio|conta|compte|sito|konto|webseite|cont(?:ul)?)\P{L}.{0,30}\b(?:suspended|disabled|suspendid[ao]|suspens[ao]|suspendue?|sospes[oa]|suspendat[ăa]?|gesperrt)/iu;

/** WordPress's message for an archived or deleted site (wp-includes/ms-load.php: status 410, in its language), and hosts' pages. */
export const isSuspended = ({ url }: Led, page: FetchedPage): boolean =>
  url?.pathname.includes('/cgi-sys/suspendedpage') === true ||
  (page.status === 410 && isWordPressDying(page)) ||
  /This site has been archived or suspended|This site is no longer available/i.test(page.body) ||
  SUSPENDED_TITLE.test(pageTitle(page).title ?? '');

/** The page that WordPress ends with instead of the one asked for (wp-includes/functions.php, `wp_die`). */
const isWordPressDying = ({ body }: FetchedPage): boolean =>
  /<body\s[^>]{0,200}id=["']error-page["']/i.test(body);

/** WordPress during an update, and plugins' “coming soon” pages (wp-includes/load.php: `wp_maintenance`). */
export const isPause = ({ status, headers }: FetchedPage): boolean =>
  status === 503 && headers['retry-after'] !== undefined;

/** Wordfence blocks some clients, such as the bot's, with the status of maintenance (503). */
export const isTurnedAwayAsBot = (page: FetchedPage): boolean =>
  /^your access to this (?:site|service) has been limited/i.test(pageTitle(page).title ?? '');

/** WordPress's own words in the bot's languages, and those of web servers and frameworks. */
const ERROR_TEXTS: readonly RegExp[] = [
  /^(?:fehler beim|erreur lors de|error al|errore nello|erro ao|eroare la)\P{L}.{0,40}(?:datenbank|base de d(?:atos|onnées|ados)|database|banco de dados|baz[ăa] de date)/iu,
  /^(?:oops! )?an error occurred(?:: |[.!]?$)/i,
  /^(?:error )?establishing a database connection|^database (?:connection )?error\b/i,
  /^(?:http )?(?:error )?[45]\d\d\s*[-–—:|]?\s*(?:error$|bad (?:gateway|request)|not found|forbidden|unauthori[sz]ed|internal server|(?:service )?(?:temporarily )?unavailable|gateway time|too many requests|bandwidth limit|resource limit)/i,
  /^(?:access (?:is )?denied|forbidden|fatal error)[.!]?$/i,
  /^(?:bad gateway|gateway time-?out|service (?:temporarily )?unavailable|internal server error|bandwidth limit exceeded|resource limit is reached|briefly unavailable for scheduled maintenance)\b/i,
];

/** An error page with a status of success. */
export function showsError(page: FetchedPage): boolean {
  const heading = /<h1[^>]{0,200}>([^<]{0,200})/i.exec(page.body)?.[1]?.trim();
  const words = [pageTitle(page).title, heading].flatMap((text) => text ?? []);
  return isWordPressDying(page) || words.some((text) => ERROR_TEXTS.some((error) => error.test(text)));
}

/** The web server sends PHP source instead of running it. */
export const isSource = ({ headers, body }: FetchedPage): boolean =>
  /^\s*<\?php\b/.test(body) || String(headers['content-type']).includes('x-httpd-php');

const PAGE_TYPES = /^(?:text\/html|application\/xhtml\+xml|(?:text|application)\/xml)\b/i;
/** Browsers ignore these, and whatever is no `type/subtype`, and sniff the content (MIME Sniffing 5.1 and 7). */
const NO_TYPES = /^(?:\*\/\*|(?:unknown|application)\/unknown)$/i;
const TYPE = /^\s*([\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+)\s*(?:[;,]|$)/;
const MARKUP = /^\s*(?:<!doctype html|<html[\s>])/i;

/** A page that browsers save as a file, or whose code they show, because its headers say that it is no page. */
export const isDownload = ({ headers, body }: FetchedPage): boolean =>
  /^\s*attachment\b/i.test(String(headers['content-disposition'] ?? '')) ||
  (MARKUP.test(body) && isNoPageType(String(headers['content-type'] ?? '')));

function isNoPageType(header: string): boolean {
  const type = TYPE.exec(header)?.[1];
  return type !== undefined && !PAGE_TYPES.test(type) && !NO_TYPES.test(type);
}

/** What a body may show without any text. */
const SHOWN_ELEMENTS =
  /<(?:img|picture|svg|video|audio|canvas|iframe|frame|object|embed|input|button|style|link)[\s/>]/i;
const SCRIPT = /<script[\s>][\s\S]*?(?:<\/script>|$)/gi;
const HIDDEN_PARTS = /<!--[\s\S]*?(?:-->|$)|<noscript[\s>][\s\S]*?(?:<\/noscript>|$)/gi;

/** A page that came to its body, or that ends after its head. */
const IS_WHOLE = /<body[\s>]|<\/head>\s*(?:<\/html>\s*)?$/i;

/** The text of a page that shows nothing else once its scripts don't count; undefined if it may show more. */
export function textAlone({ body }: FetchedPage): string | undefined {
  const shown = body.replace(HIDDEN_PARTS, '').replace(SCRIPT, '');
  const inside = /<body[^>]{0,1000}>([\s\S]*?)(?:<\/body>|$)/i.exec(shown)?.[1] ?? shown;
  return SHOWN_ELEMENTS.test(inside) ? undefined : inside.replace(/<[^>]*>|&nbsp;/g, '').trim();
}

const FRAME_AND_TITLE = /<iframe\s[^>]{1,1000}>[\s\S]{0,1000}?<\/iframe>|<title[\s>][^<]{0,1000}<\/title>/gi;

const HIDDEN_FRAME =
  /<iframe(?=[^>]{0,1000}(?:\shidden[\s=>/]|display\s?:\s?none|visibility\s?:\s?hidden|opacity\s?:\s?0(?![.\d])))\s[^>]{1,1000}>[\s\S]{0,1000}?<\/iframe>/gi;

/** Anything that a script may draw in, or show. */
const MORE_ELEMENTS = /<(?!(?:html|head|body|meta|base|title|link|style|iframe)[\s/>])[a-z]/i;

/** As wide and as high as the window. */
const FILLING_FRAME =
  /<iframe\s(?=[^>]{0,1000}\bwidth\s?[:=]\s?["']?100(?:%|vw))(?=[^>]{0,1000}\bheight\s?[:=]\s?["']?100(?:%|vh))/i;

/** The host of a page that shows nothing but a frame: “masked” forwarding. Scripts may show more beside a small `iframe`, or in another element. */
export function framedHostOf(page: FetchedPage): string | undefined {
  if (!/<i?frame\s/i.test(page.body)) return undefined;
  const shown = page.body.replace(HIDDEN_PARTS, '');
  const body = shown.replace(SCRIPT, '').replace(HIDDEN_FRAME, '');
  const isFrameOnly = () => textAlone({ ...page, body: body.replace(FRAME_AND_TITLE, '') }) === '';
  const isAlone = /<frameset[\s>]/i.test(body) || ((body === shown || isFilled(body)) && isFrameOnly());
  const sources = [...body.matchAll(/<i?frame\s[^>]{0,1000}?\bsrc=["']?((?:https?:)?\/\/[^"'\s>]{1,500})/gi)];
  const url = sources[0]?.[1]?.replace(/^\/\//, 'https://');
  return isAlone && url !== undefined && URL.canParse(url) ? bareHost(new URL(url).hostname) : undefined;
}

const isFilled = (body: string): boolean =>
  FILLING_FRAME.test(body) && !MORE_ELEMENTS.test(body.replace(FRAME_AND_TITLE, ''));

/** Nothing to see, and no script that could change it. */
export const isBlank = (page: FetchedPage): boolean =>
  page.body.replace(HIDDEN_PARTS, '').trim() === '' ||
  (IS_WHOLE.test(page.body) && textAlone(page) === '' && !/<script[\s>]/i.test(page.body));

const linkedHosts = new WeakMap<FetchedPage, readonly string[]>();

/** The hosts a page names as its own: WordPress's REST link (header or page) and the canonical link. */
export function linkedHostsOf(page: FetchedPage): readonly string[] {
  const known = linkedHosts.get(page);
  if (known) return known;
  const hosts = readLinkedHosts(page);
  linkedHosts.set(page, hosts);
  return hosts;
}

function readLinkedHosts({ headers, body }: FetchedPage): string[] {
  const rest = /<([^>]{1,500})>;\s*rel="?https:\/\/api\.w\.org\/"?/.exec(linkHeader(headers))?.[1];
  const tags = [...body.matchAll(/<link\s[^>]{1,1000}>/gi)].map(([tag]) => tag);
  const canonical = hrefIn(tags.find((tag) => /rel=["']?canonical["'\s/>]/i.test(tag)));
  const inPage = hrefIn(tags.find((tag) => /rel=["']?https:\/\/api\.w\.org\//i.test(tag)));
  return [rest ?? inPage, canonical].flatMap((href) =>
    href !== undefined && URL.canParse(href) ? [bareHost(new URL(href).hostname)] : [],
  );
}

export function pageTitle({ body }: FetchedPage): { readonly title?: string } {
  const title = htmlText(/<title[^>]{0,200}>([^<]{0,1000})/i.exec(body)?.[1] ?? '');
  return title ? { title: title.slice(0, MAX_TITLE) } : {};
}

const MARK_LENGTH = 16;

/** Short, to be stored. A page without a title or links of its own is identified by all of it. */
export function markOf(page: FetchedPage): string {
  const isNamed = pageTitle(page).title !== undefined && linkedHostsOf(page).length > 0;
  const identity = isNamed ? siteIdentity(page) : page.body;
  return createHash('sha256').update(identity).digest('base64url').slice(0, MARK_LENGTH);
}

/** Identifies a site across addresses: title, themes, plugins, and its own links. */
export function siteIdentity(page: FetchedPage): string {
  const parts = [...page.body.matchAll(/\/wp-content\/(?:themes|plugins)\/[\w.-]{1,80}/g)].map(
    ([path]) => path,
  );
  return JSON.stringify([pageTitle(page).title, [...new Set(parts)].sort(), linkedHostsOf(page)]);
}

const linkHeader = (headers: FetchedPage['headers']): string => String(headers['link'] ?? '');
const hrefIn = (tag = ''): string | undefined => /href=["']?([^"'\s>]{1,500})/i.exec(tag)?.[1];
