import { createPublicKey, verify } from 'node:crypto';
import type { DnsWorld } from '../dns/dns-world.js';
import type { Zone, ZoneRecord, ZoneRecordType } from '../dns/zone.js';

/** A published template, as far as this provider reads it. */
export interface PublishedTemplate {
  readonly providerId: string;
  readonly providerName: string;
  readonly serviceId: string;
  readonly serviceName: string;
  readonly version: number;
  readonly hostRequired?: boolean | undefined;
  readonly syncPubKeyDomain?: string | undefined;
  readonly syncRedirectDomain?: string | undefined;
  readonly records: readonly {
    readonly type: string;
    readonly host: string;
    readonly pointsTo: string;
    readonly groupId?: string | undefined;
  }[];
}

/** What a link asks for, and what it would replace. */
export interface ApplyPlan {
  readonly zone: Zone;
  readonly added: readonly { readonly name: string; readonly type: ZoneRecordType; readonly value: string }[];
  readonly removed: readonly ZoneRecord[];
  readonly redirectUri: URL | undefined;
  readonly state: string | undefined;
}

/** Why a provider refuses a link, in a few words. */
export class ApplyRefused extends Error {}

const NAME_TYPES = { A: 'A', AAAA: 'AAAA', CNAME: 'CNAME' } as const;

/** Reads and checks a link as a provider must. Throws `ApplyRefused`. */
export function planOf(dns: DnsWorld, template: PublishedTemplate, url: URL): ApplyPlan {
  const query = url.searchParams;
  const domain = query.get('domain') ?? '';
  const host = query.get('host') ?? '';
  const zone = dns.customerZones.includes(domain) ? dns.zoneOf(domain) : undefined;
  if (!zone) throw new ApplyRefused('This domain is not in your account.');
  if (template.hostRequired && host === '') throw new ApplyRefused('This service needs a subdomain.');
  if (host !== '' && !/^[a-z\d_-]+(\.[a-z\d_-]+)*$/.test(host))
    throw new ApplyRefused('The host is no name.');
  if (template.syncPubKeyDomain !== undefined && !isSignedBy(dns, template.syncPubKeyDomain, url))
    throw new ApplyRefused('The link’s signature is wrong.');
  const groups = query.get('groupId')?.split(',');
  const base = host === '' ? domain : `${host}.${domain}`;
  const wanted = template.records.filter(({ groupId }) => !groups || groups.includes(groupId ?? ''));
  if (wanted.length === 0) throw new ApplyRefused('There is nothing to change.');
  const added = wanted.map(({ type, host: own, pointsTo }) => ({
    name: own === '@' ? base : `${own}.${base}`,
    type: NAME_TYPES[type as keyof typeof NAME_TYPES],
    value: pointsTo === '@' ? base : pointsTo,
  }));
  const names = new Set(added.map(({ name }) => name));
  const removed = zone
    .records()
    .filter(({ name, type }) => names.has(name) && Object.hasOwn(NAME_TYPES, type));
  return {
    zone,
    added,
    removed,
    redirectUri: redirectOf(template, query.get('redirect_uri')),
    state: query.get('state') ?? undefined,
  };
}

/** Replaces what conflicts: an address or CNAME of a name that the template sets. */
export function applyPlan({ zone, added, removed }: ApplyPlan): void {
  for (const { name, type } of removed) zone.remove(name, type);
  for (const { name, type, value } of added) zone.add(name, type, value);
}

function redirectOf({ syncRedirectDomain }: PublishedTemplate, text: string | null): URL | undefined {
  if (text === null) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOurs = url && /^https?:$/.test(url.protocol) && url.hostname === syncRedirectDomain;
  if (!isOurs) throw new ApplyRefused('The link leads back to a stranger.');
  return url;
}

/** The signature covers the query as sent, up to `&sig=`. */
function isSignedBy(dns: DnsWorld, domain: string, { search, searchParams }: URL): boolean {
  const [signed = ''] = search.slice(1).split('&sig=');
  const name = `${searchParams.get('key')}.${domain}`;
  const answer = dns.zoneOf(name)?.answer(name, 'TXT');
  const parts = (answer?.kind === 'records' ? answer.records : []).flatMap(({ value }) => {
    const [, at = '', data = ''] = /^p=(\d+),a=RS256,d=(.+)$/.exec(value) ?? [];
    return data === '' ? [] : [{ at: Number(at), data }];
  });
  if (parts.length === 0) return false;
  const der = parts
    .sort((one, other) => one.at - other.at)
    .map(({ data }) => data)
    .join('');
  const key = createPublicKey({ key: Buffer.from(der, 'base64'), format: 'der', type: 'spki' });
  const signature = Buffer.from(searchParams.get('sig') ?? '', 'base64');
  return verify('RSA-SHA256', Buffer.from(signed), key, signature);
}
