import ipaddr from 'ipaddr.js';
import { wantedRecords } from '../../../dns-records.js';
import type { DnsRecord } from '../../../observation/observation.js';
import { rivalsIn, wantedAddresses } from '../../verdict.js';
import type { FindingParams } from '../finding.js';
import { changesFor, completionsFor, creationsFor, deletionsOf, fixesFor, hasOwnWanted } from '../fixes.js';
import { isCloudflare, isCloudflareServer, isPrivate } from '../networks.js';
import { hostPastedIn, withVisibleSpaces } from '../pasted.js';
import type { FindingCode } from '../table.js';
import { type DnsView, expectedOf, isShadowed, listed, type Rule, serversIn, valuesIn } from '../view.js';

/** The zone's answers for the name. */
export const dnsRecordRules = {
  'cname-loop': (view) =>
    chainEnded(view, 'loop') ? { params: seen(view), fixes: fixesFor(view) } : undefined,

  'partner-silent': (view) => {
    const { records } = view.dns.authoritative.find(({ a }) => a.chain === 'unheard')?.a ?? {};
    return records && view.right.length === 0
      ? { params: { name: records.at(-1)?.value ?? '' }, fixes: changesFor(view) }
      : undefined;
  },

  'cname-at-apex': (view) => {
    const { dns, conclusive } = view;
    const cname = conclusive
      .flatMap(({ a }) => a.records)
      .find(({ name, type }) => type === 'CNAME' && name === dns.zone);
    return cname && dns.queried === dns.zone
      ? { params: { ...seen(view), observed: valuesIn([cname]) }, fixes: fixesFor(view) }
      : undefined;
  },

  'dname-between': (view) => {
    const owner = view.wrong.flatMap(({ a, aaaa }) => a.dname ?? aaaa.dname ?? [])[0];
    return owner === undefined ? undefined : { params: { ...seen(view), name: owner } };
  },

  'cname-mixed': (view) => {
    const records = view.wrong.flatMap(({ a, aaaa }) =>
      [a, aaaa].flatMap((each) => rivalsIn(each, view.target)),
    );
    const distinct = view.records.filter((record) => records.some((each) => isSameDnsRecord(each, record)));
    return distinct.length > 0
      ? {
          params: { ...seen(view), observed: listed(distinct.map(({ value }) => value)) },
          fixes: deletionsOf(distinct, view),
        }
      : undefined;
  },

  /** Without a final dot a panel appends the zone to the value. */
  'domain-appended-to-value': (view) => {
    const { zone = '', queried } = view.dns;
    const cname = ownCname(view);
    const meant = view.target.cname.find(
      (host) => cname?.value === `${host}.${zone}` || cname?.value === `${host}.${queried}`,
    );
    return cname && meant !== undefined
      ? { params: { ...seen(view), observed: cname.value, expected: meant }, fixes: fixesFor(view) }
      : undefined;
  },

  'value-garbled': (view) => {
    const { value = '' } = ownCname(view) ?? {};
    const meant = hostPastedIn(value, view.target.cname, view.dns.zone ?? '');
    return meant === undefined
      ? undefined
      : {
          params: { ...seen(view), observed: withVisibleSpaces(value), expected: meant },
          fixes: fixesFor(view),
        };
  },

  'cname-to-address': (view) => {
    const { zone = '' } = view.dns;
    const cname = ownCname(view);
    const value = cname?.value.endsWith(`.${zone}`) ? cname.value.slice(0, -zone.length - 1) : cname?.value;
    return value !== undefined && ipaddr.isValid(value) && /[.:]/.test(value)
      ? { params: { ...seen(view), observed: value }, fixes: fixesFor(view) }
      : undefined;
  },

  'cname-dangling': (view) => {
    const last = view.records.findLast(({ type }) => type === 'CNAME');
    return last && (chainEnded(view, 'dangling') || leadsNowhere(view))
      ? { params: { ...seen(view), gone: last.value }, fixes: fixesFor(view) }
      : undefined;
  },

  'domain-appended-to-name': (view) => {
    const { siblings } = view.dns;
    if (!siblings?.appendedName || siblings.appended.length === 0) return undefined;
    // A wildcard also answers for the name with the domain appended.
    if (view.right.length > 0 || isSameValue(siblings.appended, siblings.sibling)) return undefined;
    return {
      params: { ...seen(view), appendedName: siblings.appendedName },
      fixes: creationsFor(view),
    };
  },

  'wildcard-shadow': (view) =>
    isShadowed(view) ? { params: seen(view), fixes: creationsFor(view) } : undefined,

  /**
   * For a proxied record Cloudflare's name servers answer with its addresses; elsewhere such an address is a
   * host.
   */
  'cloudflare-proxied': (view) => {
    if (!isProxied(view) || isServedInFront(view)) return undefined;
    const isUnseen = view.dns.front?.served === 'unknown';
    return {
      params: { ...seen(view), ...(isUnseen ? { how: 'unseen' } : {}), ...faultInFront(view) },
      fixes: changesFor(view),
    };
  },

  'proxy-serves': (view) => {
    if (!isServedInFront(view)) return undefined;
    const fault = faultInFront(view);
    const params = { ...seen(view), reason: view.dns.front?.server ?? '', ...fault };
    return fault ? { params, severity: 'warning', whoActs: 'customer' } : { params };
  },

  /** Beside right addresses: browsers prefer an HTTPS record (RFC 9460 3). */
  'https-elsewhere': (view) => {
    const ours = new Set([
      ...wantedAddresses(view.target, view.dns.targetAddresses),
      ...view.target.cname,
      view.dns.queried,
    ]);
    const elsewhere = (view.dns.https ?? []).filter((value) => !ours.has(value));
    return elsewhere.length > 0 && view.right.length > 0
      ? { params: { observed: listed(elsewhere), name: view.dns.queried } }
      : undefined;
  },

  'cname-wrong': (view) => {
    const cname = ownCname(view);
    return cname && !view.target.cname.includes(cname.value) && !isApexMixed(view)
      ? { params: { ...seen(view), observed: cname.value }, fixes: fixesFor(view) }
      : undefined;
  },

  'address-private': (view) => {
    const records = view.foreign.filter(({ value }) => isPrivate(value));
    // Beside a right address it is superfluous.
    return records.length > 0 && !hasWantedAddress(view)
      ? { params: { ...seen(view), observed: valuesIn(records) }, fixes: fixesFor(view) }
      : undefined;
  },

  'a-wrong': (view) => {
    const records = view.foreign.filter(({ type }) => type === 'A');
    if (records.length === 0 || hasWantedAddress(view)) return undefined;
    return { params: { ...seen(view), observed: valuesIn(records) }, fixes: fixesFor(view) };
  },

  'a-mixed': (view) => {
    const records = view.foreign.filter(({ type }) => type === 'A');
    if (records.length === 0 || !hasWantedAddress(view)) return undefined;
    return { params: { ...seen(view), observed: valuesIn(records) }, fixes: deletionsOf(records, view) };
  },

  'aaaa-left-over': (view) => {
    const foreign = view.foreign.filter(({ type }) => type === 'AAAA');
    // Without a right address, `address-private` reports it.
    const records = hasWantedAddress(view) ? foreign : foreign.filter(({ value }) => !isPrivate(value));
    if (records.length === 0) return undefined;
    const isEnough = view.right.length > 0 || hasOwnWanted(view) || isApexMixed(view);
    const fixes = isEnough ? deletionsOf(records, view) : fixesFor(view);
    return { params: { ...seen(view), observed: valuesIn(records) }, fixes };
  },

  /** Typed into a record of the wrong type; the panel takes no CNAME beside it (RFC 1034 3.6.2). */
  'record-as-text': (view) => {
    const [text] = view.dns.siblings?.texts ?? [];
    if (text === undefined || view.wrong.length === 0 || view.records.length > 0) return undefined;
    return { params: { ...seen(view), observed: text }, fixes: creationsFor(view) };
  },

  'record-missing': (view) => {
    if (view.dns.delegation !== 'found' || view.wrong.length === 0) return undefined;
    if (view.records.length === 0)
      return { params: { ...seen(view), ...whyMissing(view) }, fixes: creationsFor(view) };
    return isSixAlone(view)
      ? { params: { ...seen(view), how: 'six' }, fixes: completionsFor(view) }
      : undefined;
  },
} as const satisfies Partial<Record<FindingCode, Rule<DnsView>>>;

/** Parameters available to every sentence about records. */
const seen = (view: DnsView): Record<string, string> => ({
  observed: valuesIn(view.records),
  expected: expectedOf(view),
  servers: serversIn(view.wrong),
});

const chainEnded = ({ wrong }: DnsView, how: 'loop' | 'dangling'): boolean =>
  wrong.some(({ a, aaaa }) => a.chain === how || aaaa.chain === how);

/** A CNAME chain whose last name exists but has no address. */
const leadsNowhere = ({ wrong, records }: DnsView): boolean =>
  wrong.some(({ a, aaaa }) => a.chain === 'open' && aaaa.chain !== undefined) &&
  records.every(({ type }) => type === 'CNAME');

const ownCname = ({ records, dns }: DnsView): DnsRecord | undefined =>
  records.find(({ name, type }) => type === 'CNAME' && name === dns.queried);

const isProxied = ({ dns: { nameServers }, foreign }: DnsView): boolean =>
  foreign.some(({ value }) => isCloudflare(value)) &&
  [...(nameServers?.parent ?? []), ...(nameServers?.child ?? [])].some(isCloudflareServer);

/** What visitors get through the proxy, if it isn't the site. */
const faultInFront = ({ dns: { front } }: DnsView): FindingParams | undefined =>
  front?.fault && {
    how: front.fault,
    place: front.fault === 'loop' || isUnreached(front.status) ? 'settings' : 'log',
    ...(front.status === undefined ? {} : { status: String(front.status) }),
  };

/** Cloudflare's own statuses: it didn't reach the target. */
const isUnreached = (status = 0): boolean => status >= 520 && status < 530;

const isServedInFront = ({ dns: { front }, wrong }: DnsView): boolean =>
  front?.served === 'ours' && wrong.length > 0;

const hasWantedAddress = ({ records, foreign }: DnsView): boolean =>
  records.some((record) => record.type === 'A' && !foreign.includes(record));

/** An alias of the domain itself, which has the right address and others besides: the others are the fault. */
const isApexMixed = (view: DnsView): boolean =>
  ownCname(view)?.value === view.dns.zone && hasWantedAddress(view);

/** The target's IPv6 address, and no IPv4 address at all. */
const isSixAlone = (view: DnsView): boolean =>
  view.foreign.length === 0 &&
  view.records.every(({ type }) => type === 'AAAA') &&
  view.wrong.every(({ a }) => a.outcome === 'empty') &&
  !isShadowed(view);

function whyMissing(view: DnsView): FindingParams {
  const { elsewhere: [place] = [], otherTypes } = view.dns.siblings ?? {};
  if (place !== undefined) return { how: 'beside', location: place };
  if (isHidingWildcard(view)) return { how: 'hidden' };
  if (otherTypes && wantedRecords(view.mapping, view.target).preferred[0]?.type !== 'CNAME')
    return { how: 'others', observed: listed(otherTypes) };
  return {};
}

/**
 * The name exists, by other records of its own or below it, so the wildcard beside it doesn't answer (RFC 4592 2.2.2). The
 * domain's own wildcard never answers for the domain itself.
 */
const isHidingWildcard = ({ dns: { siblings, queried, zone }, wrong }: DnsView): boolean =>
  queried !== zone &&
  (siblings?.sibling.length ?? 0) > 0 &&
  wrong.every(({ a, aaaa }) => a.outcome === 'empty' && aaaa.outcome === 'empty');

const isSameDnsRecord = (one: DnsRecord, other: DnsRecord): boolean =>
  one.name === other.name && one.type === other.type && one.value === other.value;

const isSameValue = (some: readonly string[], others: readonly string[]): boolean =>
  listed([...some].sort()) === listed([...others].sort());
