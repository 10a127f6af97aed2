import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import type { Target } from './mapping/target.js';

/** A server to ask: a name for people, a literal address, a port. */
export interface Resolver {
  readonly name: string;
  readonly address: string;
  readonly port: number;
}

/** Six operators in several countries, validating and not, filtering none. */
export const PUBLIC_RESOLVERS =
  'Google=8.8.8.8,Cloudflare=1.1.1.1,Quad9=9.9.9.9,OpenDNS=208.67.222.222,AdGuard=94.140.14.140,ControlD=76.76.2.0,Vercara=64.6.64.6';

const items = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, 'is not a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `is not between ${least} and ${most}`);

export const token = (prefix: string) => z.string().startsWith(prefix, `does not begin with ${prefix}`);

export const webUrl = z.url({ protocol: /^https?$/, error: 'is not an http(s) URL' }).transform((url) => url);

export const yesOrNo = z
  .enum(['true', 'false'], { error: 'is neither true nor false' })
  .transform((word) => word === 'true');

export const slackIds = z
  .string()
  .transform(items)
  .refine(
    (ids) => ids.every((id) => /^[UWS][A-Z0-9]{2,}$/.test(id)),
    'holds something that is no user or user-group id',
  );

export const channelId = z.string().regex(/^[CG][A-Z0-9]{2,}$/, 'is not a channel id');

export const targets = z.string().transform((text, context): Target => {
  const all = items(text);
  const addresses = all.filter((item) => isIP(item) !== 0).map((item) => ipaddr.parse(item));
  const names = all.filter((item) => isIP(item) === 0).map((name) => ({ name, host: hostOf(name) }));
  for (const { name, host } of names)
    if (host === undefined)
      context.addIssue({ code: 'custom', message: `holds ${name}, which is no address or host` });
  if (all.length === 0) context.addIssue({ code: 'custom', message: 'names no target' });
  return {
    ipv4: addresses.filter((address) => address.kind() === 'ipv4').map(String),
    ipv6: addresses.filter((address) => address.kind() === 'ipv6').map(String),
    cname: names.flatMap(({ host }) => (host === undefined ? [] : [host])),
  };
});

/** Any host will do: Closte's own are no public hostnames of a customer's, and a lab has names of its own. */
function hostOf(name: string): string | undefined {
  const host = domainToASCII(name.toLowerCase().replace(/\.$/, ''));
  const isHost =
    host.length <= 253 && /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/.test(host);
  return isHost ? host : undefined;
}

export const resolvers = z.string().transform((text, context): readonly Resolver[] => {
  const all = items(text).map((item) => ({ item, resolver: readResolver(item) }));
  for (const { item, resolver } of all)
    if (!resolver)
      context.addIssue({ code: 'custom', message: `holds ${item}, which is not name=ip or name=ip:port` });
  if (all.length === 0) context.addIssue({ code: 'custom', message: 'names no resolver' });
  return all.flatMap(({ resolver }) => (resolver ? [resolver] : []));
});

function readResolver(item: string): Resolver | undefined {
  const [, name, rest = ''] = /^([\w .-]{1,40})=(.+)$/.exec(item) ?? [];
  if (name === undefined) return undefined;
  if (isIP(rest) !== 0) return { name, address: rest, port: 53 };
  const [, bracketed, plain, digits = ''] = /^(?:\[([\da-f:.]+)\]|([\d.]+)):(\d{1,5})$/i.exec(rest) ?? [];
  const address = bracketed ?? plain ?? '';
  const port = Number(digits);
  return isIP(address) !== 0 && port > 0 && port < 65_536 ? { name, address, port } : undefined;
}
