import { domainToASCII, domainToUnicode } from 'node:url';
import ipaddr from 'ipaddr.js';
import { parse } from 'tldts';
import { isInternal } from './ports/provider-facts.js';
import { cleanWord, typedWords } from './typed-text.js';

/** Every way typed text can fail to be a public hostname; the catalogue has a sentence for each. */
export const hostnameProblemCodes = [
  'empty',
  'email-address',
  'has-credentials',
  'ip-address',
  'wildcard-not-first',
  'empty-label',
  'label-too-long',
  'name-too-long',
  'too-many-labels',
  'bad-characters',
  'hyphen-edge',
  'bad-punycode',
  'single-label',
  'no-public-suffix',
  'is-public-suffix',
  'provider-internal',
] as const;

export type HostnameProblemCode = (typeof hostnameProblemCodes)[number];

export interface HostnameProblem {
  readonly code: HostnameProblemCode;
  /** The sentence's parameters: `input`, `label`, `suffix`, `example`. Foreign text, unescaped. */
  readonly params: Readonly<Record<string, string>>;
}

export type HostnameResult =
  | { readonly ok: true; readonly hostname: string }
  | { readonly ok: false; readonly problem: HostnameProblem };

const MAX_INPUT = 1_000;
/** RFC 1035 2.3.4. */
const MAX_LABEL = 63;
const MAX_NAME = 253;
/** Let's Encrypt issues for no name with more labels. */
const MAX_LABELS = 10;
const WILDCARD = '*.';

/**
 * Reads a hostname as people paste it: a URL, a Slack link, upper case, Unicode. Names at or under
 * `internalDomains` are refused, because the hosting provider serves them itself.
 */
export function parseHostname(input: string, internalDomains: readonly string[] = []): HostnameResult {
  const shown = excerpt(input.slice(0, MAX_INPUT).trim());
  const fail = (
    code: HostnameProblemCode,
    params: Readonly<Record<string, string>> = {},
  ): HostnameResult => ({
    ok: false,
    problem: { code, params: { input: shown, ...params } },
  });
  const text = cleanWord(input.slice(0, MAX_INPUT)).replace(/^<|>$/g, '');
  if (text === '') return fail('empty');
  if (/^mailto:/i.test(text)) return fail('email-address');
  const authority = authorityOf(text);
  if (authority.indexOf('@') > 0)
    return SCHEME.test(text) ? fail('has-credentials', { input: '' }) : fail('email-address');
  if (isIpv6Address(authority)) return fail('ip-address');
  const bare = readDots(withoutPort(authority)).replace(/\.$/, '');
  if (bare === '') return fail('empty');
  const isWildcard = bare.startsWith(WILDCARD);
  const typed = isWildcard ? bare.slice(WILDCARD.length) : bare;
  if (typed.includes('*')) return fail('wildcard-not-first');
  if (isIpv4Address(typed)) return fail('ip-address');
  const labels = typed.split('.');
  if (labels.includes('')) return fail('empty-label');
  const spoiled = labels.find((label) => NEVER_IN_A_LABEL.test(label));
  if (spoiled !== undefined) return fail('bad-characters', { label: excerpt(spoiled) });
  const long = labels.find((label) => label.length > MAX_LABEL);
  if (long !== undefined) return fail('label-too-long', { label: excerpt(long) });
  const name = domainToASCII(typed);
  return name === '' ? fail(...whyInvalid(labels)) : checkName(name, isWildcard, internalDomains, fail);
}

/**
 * The first hostname loads the public suffixes and compiles what reads typed text, for some 10 ms in all: called at the
 * start, nobody waits for it.
 */
export function loadHostnames(): void {
  for (const word of typedWords('shop.example.com')) parseHostname(word);
}

/** `domainToASCII` gives no reason; UTS #46 and the URL standard refuse a name for several. */
function whyInvalid(labels: readonly string[]): Parameters<Fail> {
  const last = labels.at(-1) ?? '';
  if (isIpv4Address(last)) return ['no-public-suffix', { suffix: last }];
  const spoiled = labels.find((label) => domainToASCII(label) === '') ?? '';
  if (/^xn--/i.test(spoiled)) return ['bad-punycode', { label: spoiled }];
  return ['bad-characters', { label: excerpt(spoiled || labels.join('.')) }];
}

type Fail = (code: HostnameProblemCode, params?: Readonly<Record<string, string>>) => HostnameResult;

function checkName(
  name: string,
  isWildcard: boolean,
  internalDomains: readonly string[],
  fail: Fail,
): HostnameResult {
  const hostname = isWildcard ? `${WILDCARD}${name}` : name;
  const labels = name.split('.');
  if (isIpv4Address(name)) return fail('ip-address');
  for (const label of labels) {
    if (label === '') return fail('empty-label');
    if (label.length > MAX_LABEL) return fail('label-too-long', { label });
    if (label.startsWith('-') || label.endsWith('-')) return fail('hyphen-edge', { label });
    if (!/^[a-z\d-]+$/.test(label)) return fail('bad-characters', { label });
    // `domainToUnicode` reads a label of digits as an IPv4 address.
    const unicode = label.startsWith('xn--') ? domainToUnicode(label) : label;
    if (PUNCTUATION.test(unicode)) return fail('bad-characters', { label: unicode });
    if (isReserved(label)) return fail('bad-punycode', { label });
  }
  if (hostname.length > MAX_NAME) return fail('name-too-long');
  if (hostname.split('.').length > MAX_LABELS) return fail('too-many-labels');
  if (labels.length === 1 && !isWildcard)
    return fail('single-label', { example: `${showHostname(name).unicode}.com` });
  if (isInternal(name, internalDomains)) return fail('provider-internal');
  const { isIcann, publicSuffix, domain } = parse(name);
  const last = labels.at(-1) ?? '';
  if (!isIcann || last === TOR) return fail('no-public-suffix', { suffix: last });
  if (domain === null) return fail('is-public-suffix', { suffix: publicSuffix ?? name });
  return { ok: true, hostname };
}

/** In the public suffix list, but not in DNS (RFC 7686 2). */
const TOR = 'onion';

/** One or more: people paste an address behind a scheme that is there already. */
const SCHEME = /^(?:(?:https?(?::|(?=\/\/))|[a-z][a-z\d+.-]*:\/)\/*)+/i;

const authorityOf = (text: string): string =>
  text
    .replace(SCHEME, '')
    .replace(/^\/\//, '')
    .replace(/[/?#\\].*$/s, '');

const withoutPort = (authority: string): string => authority.replace(/:\d{0,5}$/, '');

/** UTS #46 treats the first three as dots; the others are dots in small print. */
const readDots = (text: string): string => text.replace(/[。．｡․﹒]/g, '.');

const NEVER_IN_A_LABEL = /[\s\p{Cc}_!"#$%&'()+,/:;<=>?@[\\\]^`{|}~]/u;

/**
 * UTS #46 allows punctuation, such as the dash a phone makes of two hyphens; RFC 5892 allows only these
 * characters.
 */
const PUNCTUATION = /(?![-·׳״・་])\p{P}|\u2212/u;

const isIpv6Address = (text: string): boolean => /^\[.*\](:\d*)?$/.test(text) || ipaddr.IPv6.isValid(text);

/** Dotted, decimal, octal and hexadecimal, as a browser reads them. */
const isIpv4Address = (text: string): boolean => /^(0x[\da-f]*|\d+)(\.(0x[\da-f]*|\d+))*$/i.test(text);

/** Cuts between characters: a lone surrogate can't be sent. */
const excerpt = (text: string): string => Array.from(text).slice(0, 100).join('');

/** RFC 5890: `--` in the third and fourth place is reserved for real A-labels. */
function isReserved(label: string): boolean {
  if (label.slice(2, 4) !== '--') return false;
  return !label.startsWith('xn--') || domainToUnicode(label) === label;
}

/** For display: the Unicode form beside the A-label form; equal for a plain name. */
export function showHostname(hostname: string): { readonly unicode: string; readonly ascii: string } {
  const name = withoutWildcard(hostname);
  const unicode = domainToUnicode(name) || name;
  return { unicode: isWildcard(hostname) ? `${WILDCARD}${unicode}` : unicode, ascii: hostname };
}

export const isWildcard = (hostname: string): boolean => hostname.startsWith(WILDCARD);

const withoutWildcard = (hostname: string): string =>
  isWildcard(hostname) ? hostname.slice(WILDCARD.length) : hostname;

/** The name one label below the public suffix (ICANN section). */
export const registrableDomain = (hostname: string): string =>
  parse(withoutWildcard(hostname)).domain ?? hostname;

/** Is it a name under which domains are registered, such as `com` or `co.uk`? */
export const isPublicSuffix = (name: string): boolean => parse(name).publicSuffix === name;

export const isApex = (hostname: string): boolean => registrableDomain(hostname) === hostname;

/** The name to probe for a hostname: for a wildcard, one of the names it covers. */
export const probeName = (hostname: string, label: string): string =>
  isWildcard(hostname) ? `${label}.${withoutWildcard(hostname)}` : hostname;

/** Where certificate authorities begin their search for CAA records: for a wildcard, at the name below it (RFC 8659 3). */
export const certifiedName = (hostname: string): string => withoutWildcard(hostname);

/** Which hostnames get their `www.` name mapped too; the values are those of Ultimate Multisite's setting. */
export const wwwPolicies = ['always', 'main_only', 'never'] as const;
export type WwwPolicy = (typeof wwwPolicies)[number];

const WWW = 'www.';

/** The name without its `www.`. */
export const bareOf = (hostname: string): string => (isWww(hostname) ? hostname.slice(WWW.length) : hostname);

export const isWww = (hostname: string): boolean => hostname.startsWith(WWW);

/** The `www.` name of a hostname. */
export const wwwNameOf = (hostname: string): string => `${WWW}${hostname}`;

/** The name mapped together with a hostname, by the public suffix list; undefined if there is none. */
export function wwwOf(hostname: string, policy: WwwPolicy): string | undefined {
  if (policy === 'never' || isWildcard(hostname) || isWww(hostname)) return undefined;
  return policy === 'always' || isApex(hostname) ? `${WWW}${hostname}` : undefined;
}

/** The hostname in Unicode, with its A-label form if that differs. Not escaped. */
export function displayName(hostname: string): string {
  const { unicode, ascii } = showHostname(hostname);
  return unicode === ascii ? ascii : `${unicode} (${ascii})`;
}
