import { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';
import { isAbsolute } from 'node:path';
import { domainToASCII } from 'node:url';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import type { Target } from '../core/ports/provider-facts.js';

/** A resolver: a display name, a literal address, a port. */
export interface WatchedResolver {
  readonly name: string;
  readonly address: string;
  readonly port: number;
}

/** Seven operators in several countries; some validate, none filters. */
export const PUBLIC_RESOLVERS =
  'Google=8.8.8.8,Cloudflare=1.1.1.1,Quad9=9.9.9.9,OpenDNS=208.67.222.222,AdGuard=94.140.14.140,ControlD=76.76.2.0,Vercara=64.6.64.6';

/** Comma-separated entries. A problem names an entry by position: it may be a secret in the wrong place. */
const commaSeparated = (most: number) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    )
    .refine((all) => all.length <= most, `contains more than ${most} entries`);

const refuse = (context: z.core.$RefinementCtx, message: string): void =>
  context.addIssue({ code: 'custom', message });

export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'is not a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `is not between ${least} and ${most}`);

/** The example file has only the prefix. */
export const token = (prefix: string) =>
  z.string().superRefine((text, context) => {
    if (text === prefix) refuse(context, 'is not filled in');
    else if (!text.startsWith(prefix)) refuse(context, otherToken(text) ?? `does not begin with “${prefix}”`);
    else if (!/^[\x21-\x7e]*$/.test(text))
      refuse(context, 'contains a character that isn’t allowed in a token');
  });

/** Recognises another kind of token by Slack's prefixes; reveals nothing of the token. */
function otherToken(text: string): string | undefined {
  if (text.startsWith('xapp-')) return 'is an app-level token, which belongs in SLACK_APP_TOKEN';
  if (text.startsWith('xoxb-')) return 'is a bot token, which belongs in SLACK_BOT_TOKEN';
  if (text.startsWith('xoxp-')) return 'is a user token';
  if (/^xoxe[.-]/.test(text))
    return 'is a token that expires within 12 hours, because token rotation is on, which can’t be undone: create a new app from manifest.json';
  if (/^[\da-f]{32}$/i.test(text)) return 'is a signing secret or client secret';
  return undefined;
}

export const signingSecret = z
  .string()
  .refine((text) => !/^x(?:app|ox[a-z])[.-]/.test(text), 'is a token, not the signing secret');

/** Credentials would get into logs; a query or fragment would swallow the paths appended to the base. */
export const webUrl = z
  .string()
  .refine(isApiBase, 'is not an http(s) URL, or has credentials, a query or a fragment')
  .transform((text) => new URL(text).href);

function isApiBase(text: string): boolean {
  if (!/^https?:\/\/[^?#]+$/i.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

export const listenAddress = z
  .string()
  .refine(
    (text) => isIP(text) !== 0 || (!/^[\d.]+$/.test(text) && z.hostname().safeParse(text).success),
    'isn’t an address to listen on',
  );

const BEGIN = '-----BEGIN CERTIFICATE-----';

export const pem = z.string().transform((text, context): string => {
  const [, ...certificates] = text.split(BEGIN);
  if (certificates.length === 0) refuse(context, 'contains no PEM certificate');
  const broken = certificates.findIndex((certificate) => !isCertificate(`${BEGIN}${certificate}`));
  if (broken !== -1) refuse(context, `contains a certificate that can’t be read (number ${broken + 1})`);
  return text;
});

function isCertificate(text: string): boolean {
  try {
    return new X509Certificate(text).raw.length > 0;
  } catch {
    return false;
  }
}

export const yesOrNo = z
  .enum(['true', 'false'], { error: 'is neither true nor false' })
  .transform((word) => word === 'true');

export const slackIds = commaSeparated(500).refine(
  (ids) => ids.every((id) => /^[UWS][A-Z0-9]{2,}$/.test(id)),
  'contains something that isn’t a user or user group ID',
);

/** Certificate authorities as named in CAA records (RFC 8659 4.2). */
export const authorities = commaSeparated(50)
  .transform((names) => names.map((name) => name.toLowerCase()))
  .refine((names) => names.length > 0, 'contains no authority')
  .refine(
    (names) => names.every((name) => z.hostname().safeParse(name).success && name.includes('.')),
    'contains something that isn’t an authority’s domain',
  );

/** Slack's manifest: 2 to 32 characters, including the slash. */
export const slashCommand = z.string().regex(/^\/[a-z\d_-]{1,31}$/, 'is not a slash command');
export const channelId = z.string().regex(/^[CG][A-Z0-9]{2,}$/, 'isn’t a channel ID');

export const channelIds = commaSeparated(500).refine(
  (ids) => ids.every((id) => channelId.safeParse(id).success),
  'contains something that isn’t a channel ID',
);

export const targets = commaSeparated(50).transform((all, context): Target => {
  const read = all.map(readTarget);
  if (all.length === 0) refuse(context, 'contains no target');
  const wrong = read.indexOf(undefined);
  if (wrong !== -1)
    refuse(context, `contains something that isn’t an IP address or host (entry ${wrong + 1})`);
  const values = (kind: keyof Target) =>
    read.flatMap((target) => (target?.kind === kind ? target.value : []));
  const unique = (kind: keyof Target) => [...new Set(values(kind))];
  return { ipv4: unique('ipv4'), ipv6: unique('ipv6'), cname: unique('cname') };
});

/** An IPv4-mapped IPv6 address becomes IPv4; one with a zone (`%eth0`) can't be a target. */
function readTarget(item: string): { readonly kind: keyof Target; readonly value: string } | undefined {
  const bare = item.replace(/^\[(.*)\]$/, '$1');
  if (isIP(bare) !== 0 && !bare.includes('%')) {
    const address = ipaddr.process(bare);
    return { kind: address.kind(), value: address.toString() };
  }
  const host = urlHost(item);
  return host === undefined ? undefined : { kind: 'cname', value: host };
}

/** Any host is allowed: the provider's own aren't customers' public hostnames, and a lab has its own names. */
function urlHost(name: string): string | undefined {
  const host = domainToASCII(name.toLowerCase().replace(/\.$/, ''));
  const isHost =
    host.length <= 253 && /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/.test(host);
  return isHost ? host : undefined;
}

export const resolvers = commaSeparated(32).transform((all, context): readonly WatchedResolver[] => {
  const read = all.map(readResolver);
  if (all.length === 0) refuse(context, 'contains no resolver');
  const wrong = read.indexOf(undefined);
  if (wrong !== -1)
    refuse(context, `contains something that isn’t name=ip or name=ip:port (entry ${wrong + 1})`);
  return read.filter((resolver) => resolver !== undefined);
});

/** After the name: `ip`, `[ipv6]`, `ipv4:port` or `[ipv6]:port`. */
function readResolver(item: string): WatchedResolver | undefined {
  const [, name, rest = ''] = /^([\w .-]{1,40})=(.+)$/.exec(item) ?? [];
  if (name === undefined) return undefined;
  if (isIP(rest) !== 0) return { name, address: rest, port: 53 };
  const [, ipv6 = '', ipv4 = '', digits = '53'] = /^(?:\[(.+)\]|([\d.]+))(?::(\d{1,5}))?$/.exec(rest) ?? [];
  const address = isIP(ipv6) === 6 ? ipv6 : ipv4;
  const port = Number(digits);
  return isIP(address) !== 0 && port > 0 && port < 65_536 ? { name, address, port } : undefined;
}

/** Makes a URL unguessable: at least 24 base64url characters. */
export const token24 = z
  .string()
  .regex(/^[\w-]{24,200}$/, 'is not 24 to 200 letters, digits, hyphens and underscores');

export const folderPath = z.string().refine(isAbsolute, 'isn’t an absolute path');

const DATABASE_PROTOCOLS: ReadonlySet<string> = new Set(['postgres:', 'postgresql:']);

/** PostgreSQL's own programs accept a URL whose host, a folder of sockets, is among the parameters. */
const withHost = (text: string): string => text.replace(/^(postgres(?:ql)?:\/\/[^/@]*)@\//, '$1@localhost/');

export const databaseUrl = z
  .string()
  .refine(
    (text) => URL.canParse(withHost(text)) && DATABASE_PROTOCOLS.has(new URL(withHost(text)).protocol),
    'isn’t a postgres:// URL',
  );

/** The URL as a whole, and its password, encoded and decoded. */
export function databaseSecrets(text: string | undefined): string[] {
  if (text === undefined || !URL.canParse(withHost(text))) return [];
  const { password, searchParams } = new URL(withHost(text));
  const passwords = [password, searchParams.get('password') ?? ''].filter((each) => each !== '');
  return passwords.length === 0 ? [] : [text, ...passwords, ...passwords.flatMap(percentDecoded)];
}

function percentDecoded(text: string): string[] {
  try {
    return [decodeURIComponent(text)];
  } catch {
    return [];
  }
}
