import { isPublished } from '../stage.js';
import { isHoldServer, isParkingServer } from './networks.js';
import type { FindingCode } from './table.js';
import { type DnsView, listed, type Rule, serversIn, silentIn } from './view.js';

/** Registration, delegation and the zone's own servers. */
export const serverRules = {
  'domain-unregistered': ({ dns }) => (dns.delegation === 'nxdomain' ? {} : undefined),

  'domain-on-hold': (view) => {
    const servers = namedServers(view).filter(isHoldServer);
    return servers.length > 0 ? { params: { servers: listed(servers) } } : undefined;
  },

  'delegation-missing': (view) =>
    view.dns.delegation === 'none' && !namedServers(view).some(isHoldServer)
      ? { params: { servers: listed(namedServers(view)) } }
      : undefined,

  'servers-down': ({ dns }) =>
    dns.delegation === 'found' &&
    dns.health === 'dead' &&
    silentIn(dns.authoritative).length === dns.authoritative.length
      ? { params: { servers: serversIn(dns.authoritative), reason: dns.healthReason ?? '' } }
      : undefined,

  'dnssec-bogus': ({ dns }) => {
    const bogus = dns.resolvers.filter(({ a }) => a.outcome === 'bogus');
    if (dns.health !== 'bogus' && bogus.length === 0) return undefined;
    const reason = dns.healthReason ?? bogus.find(({ a }) => a.reason)?.a.reason ?? '';
    return { params: { zone: dns.zone ?? '', reason } };
  },

  'domain-parked': (view) => {
    const servers = namedServers(view).filter(isParkingServer);
    return servers.length > 0 && view.right.length === 0
      ? { params: { servers: listed(servers) } }
      : undefined;
  },

  'server-lame': ({ dns }) => {
    const lame = dns.authoritative.filter(({ a }) => a.outcome === 'lame' || a.outcome === 'refused');
    return lame.length > 0 ? { params: { servers: serversIn(lame), zone: dns.zone ?? '' } } : undefined;
  },

  'server-failing': ({ dns }) => {
    const failing = dns.authoritative.filter(
      ({ a }) => a.outcome === 'servfail' || a.outcome === 'other-rcode',
    );
    if (failing.length === 0) return undefined;
    const reason = failing.find(({ a }) => a.reason)?.a.reason ?? '';
    return { params: { servers: serversIn(failing), zone: dns.zone ?? '', reason } };
  },

  'servers-lagging': (view) =>
    isSplit(view) && isLagging(view)
      ? { params: { servers: serversIn(view.wrong), ahead: serversIn(view.right) } }
      : undefined,

  'servers-disagree': (view) =>
    isSplit(view) && !isLagging(view)
      ? { params: { servers: serversIn(view.wrong), ahead: serversIn(view.right) } }
      : undefined,

  /** One server down is survivable: it is in the way only until the watch stops to wait for it. */
  'server-silent': ({ dns, mapping }) => {
    const silent = silentIn(dns.authoritative);
    if (silent.length === 0 || silent.length === dns.authoritative.length) return undefined;
    return {
      params: { servers: serversIn(silent) },
      severity: isPublished(mapping.dns) ? 'warning' : 'problem',
    };
  },

  'aaaa-failing': ({ dns, right }) => {
    const FAILED = ['servfail', 'refused', 'other-rcode', 'timeout', 'malformed'];
    const failing = right.filter(
      ({ a, aaaa }) => FAILED.includes(aaaa.outcome) && !a.records.some(({ type }) => type === 'CNAME'),
    );
    return failing.length > 0 ? { params: { servers: serversIn(failing), zone: dns.zone ?? '' } } : undefined;
  },

  'delegation-mismatch': ({ dns: { nameServers } }) => {
    const { parent = [], child = [] } = nameServers ?? {};
    if (parent.length === 0 || child.length === 0) return undefined;
    const onlyParent = parent.filter((name) => !child.includes(name));
    const onlyChild = child.filter((name) => !parent.includes(name));
    if (onlyParent.length === 0 && onlyChild.length === 0) return undefined;
    return { params: { parent: listed(parent), child: listed(child) } };
  },
} as const satisfies Partial<Record<FindingCode, Rule<DnsView>>>;

const namedServers = ({ dns: { nameServers } }: DnsView): string[] => [
  ...(nameServers?.parent ?? []),
  ...(nameServers?.child ?? []),
];

const isSplit = ({ right, wrong }: DnsView): boolean => right.length > 0 && wrong.length > 0;

/** Servers that are wrong hold an older version of the zone than those that are right (RFC 1982 apart). */
function isLagging({ right, wrong }: DnsView): boolean {
  const serials = (answers: DnsView['right']) => answers.flatMap(({ serial }) => serial ?? []);
  const [ahead, behind] = [serials(right), serials(wrong)];
  return ahead.length > 0 && behind.length > 0 && Math.max(...behind) < Math.min(...ahead);
}
