import { registrableDomain } from '../../../hostname.js';
import type { DnsObservation, NameServerFault } from '../../../observation/observation.js';
import { isPublished } from '../../../stage.js';
import { inSight } from '../../verdict.js';
import { ednsReason } from '../extended-errors.js';
import type { Evidence } from '../finding.js';
import { insteadOf } from '../fixes.js';
import { isHoldServer, isParkingServer } from '../networks.js';
import type { FindingCode } from '../table.js';
import {
  type DnsView,
  delegatingZone,
  listed,
  lookupReason,
  type Rule,
  serversApart,
  serversIn,
  silentIn,
} from '../view.js';

/** Registration, delegation and the zone's own servers. */
export const serverRules = {
  'domain-unregistered': ({ dns }) => (dns.delegation === 'nxdomain' ? {} : undefined),

  'domain-on-hold': (view) => {
    const servers = namedServers(view).filter(isHoldServer);
    return servers.length > 0 ? { params: { servers: listed(servers) } } : undefined;
  },

  /** A web server knows no zones. Beside servers that work it is one of several. */
  'target-as-server': (view) => {
    const { target, dns, mapping } = view;
    const hosts = new Set([...target.cname, ...target.ipv4, ...target.ipv6]);
    const named = namedServers(view).filter((name) => hosts.has(name));
    if (named.length === 0) return undefined;
    const zone = dns.zone ?? dns.delegated ?? mapping.hostname;
    return {
      params: {
        servers: listed(named),
        ...delegatingZone(view),
        ...(view.right.length > 0 ? { how: 'beside' } : {}),
      },
      fixes: zone === registrableDomain(mapping.hostname) ? [] : insteadOf(zone, named, view),
      ...survivable(view),
    };
  },

  'delegation-missing': (view) =>
    view.dns.delegation === 'none' && !namedServers(view).some(isHoldServer)
      ? { params: { servers: listed(namedServers(view)), ...delegatingZone(view), ...whyUnusable(view) } }
      : undefined,

  /**
   * The registry answered in this check, so the bot's network works; a resolver's answer may come from its
   * cache.
   */
  'servers-down': ({ dns, ...view }) =>
    dns.delegation === 'found' &&
    dns.health !== 'fine' &&
    silentIn(dns).length === inSight(dns).length &&
    (inSight(dns).length > 0 || dns.health === 'dead')
      ? {
          params: {
            servers: serversIn(dns.authoritative),
            ...delegatingZone({ dns, ...view }),
            reason: dns.healthReason || ednsReason(dns.healthReasonCode) || '',
          },
        }
      : undefined,

  'target-missing': ({ dns: { missingTargets = [] }, target }) => {
    const gone = target.cname.filter((host) => missingTargets.includes(host));
    return gone.length > 0 ? { params: { gone: listed(gone) } } : undefined;
  },

  /** Such servers have an address for every name; where they have none, the registrar hosts an ordinary zone there. */
  'domain-parked': (view) => {
    const servers = namedServers(view).filter(isParkingServer);
    const isOrdinary = view.wrong.length > 0 && view.records.length === 0;
    return servers.length > 0 && view.right.length === 0 && !isOrdinary
      ? { params: { servers: listed(servers) } }
      : undefined;
  },

  'server-lame': (view) => {
    const { dns } = view;
    const lame = dns.authoritative.filter(({ a }) => a.outcome === 'lame' || a.outcome === 'refused');
    if (lame.length === 0) return undefined;
    const place = placeOf(lame, dns);
    const params = { servers: serversIn(lame), zone: dns.zone ?? '', place, ...delegatingZone(view) };
    return { params, ...survivable(view) };
  },

  'server-failing': (view) => {
    const { dns } = view;
    const failing = dns.authoritative.filter(
      ({ a }) => a.outcome === 'servfail' || a.outcome === 'other-rcode',
    );
    if (failing.length === 0) return undefined;
    const reason = listed(failing.map(lookupReason));
    return { params: { servers: serversIn(failing), zone: dns.zone ?? '', reason }, ...survivable(view) };
  },

  /** What UDP has no room for can't be read. */
  'tcp-blocked': (view) => {
    const short = view.dns.authoritative.filter(({ a }) => a.outcome === 'truncated');
    return short.length > 0 ? { params: { servers: serversIn(short) }, ...survivable(view) } : undefined;
  },

  'servers-lagging': (view) =>
    isSplit(view) && isLagging(view) ? { params: splitServers(view) } : undefined,

  'servers-disagree': (view) =>
    isSplit(view) && !isLagging(view)
      ? {
          params: {
            ...splitServers(view),
            place: repairPlace(view),
            ...delegatingZone(view),
          },
        }
      : undefined,

  /** One silent server doesn't break the domain: it is a problem only until checks stop waiting for it. */
  'server-silent': (view) => {
    const { dns, mapping } = view;
    const all = silentIn(dns);
    // The registry sends everyone to a wrong address of these servers.
    const silent = all.filter(({ server }) => !wrongGlueIn(dns).some(({ name }) => name === server));
    if (silent.length === 0 || all.length === inSight(dns).length) return undefined;
    return {
      params: { servers: serversIn(silent), ...delegatingZone(view) },
      severity: isPublished(mapping.dns) ? 'warning' : 'problem',
    };
  },

  /**
   * Beside a right A record: NXDOMAIN denies the name for every type (RFC 8020), and an error makes resolvers
   * wait.
   */
  'aaaa-failing': ({ dns, right }) => {
    const FAILED = ['servfail', 'refused', 'other-rcode', 'timeout', 'malformed', 'nxdomain'];
    const failing = right.filter(
      ({ a, aaaa }) => FAILED.includes(aaaa.outcome) && !a.records.some(({ type }) => type === 'CNAME'),
    );
    return failing.length > 0 ? { params: { servers: serversIn(failing), zone: dns.zone ?? '' } } : undefined;
  },

  'ns-missing': faulty('missing', 'no-address'),
  'ns-alias': faulty('alias'),

  'glue-differs': (view) => {
    const { dns, mapping } = view;
    const differing = wrongGlueIn(dns);
    if (differing.length === 0) return undefined;
    const isSilencing = silentIn(dns).some(({ server }) => differing.some(({ name }) => name === server));
    return {
      ...(isSilencing && !isPublished(mapping.dns) ? { severity: 'problem' as const } : {}),
      params: {
        servers: listed(differing.map(({ name }) => name)),
        ...delegatingZone(view),
        observed: listed(differing.flatMap(({ glue = [] }) => glue)),
        expected: listed(differing.flatMap(({ own = [] }) => own)),
      },
    };
  },

  'delegation-mismatch': (view) => {
    const { parent = [], child = [] } = view.dns.nameServers ?? {};
    if (parent.length === 0 || child.length === 0) return undefined;
    const onlyParent = parent.filter((name) => !child.includes(name));
    const onlyChild = child.filter((name) => !parent.includes(name));
    if (onlyParent.length === 0 && onlyChild.length === 0) return undefined;
    return { params: { parent: listed(parent), child: listed(child), ...delegatingZone(view) } };
  },
} as const satisfies Partial<Record<FindingCode, Rule<DnsView>>>;

/** Those that don't exist have no public address either. */
const whyUnusable = ({ dns: { nameServerFaults = [] } }: DnsView): { readonly how?: 'private' } =>
  nameServerFaults.some(({ fault }) => fault === 'no-address') ? { how: 'private' } : {};

const wrongGlueIn = ({ nameServerFaults = [] }: DnsObservation): NameServerFault[] =>
  nameServerFaults.filter(({ fault }) => fault === 'glue-differs');

const namedServers = ({ dns: { nameServers } }: DnsView): string[] => [
  ...new Set([...(nameServers?.parent ?? []), ...(nameServers?.child ?? [])]),
];

const isSplit = ({ right, wrong }: DnsView): boolean => right.length > 0 && wrong.length > 0;

const splitServers = ({ right, wrong }: DnsView): { readonly servers: string; readonly ahead: string } => ({
  servers: serversApart(wrong, right),
  ahead: serversApart(right, wrong),
});

/**
 * The wrong servers have an older version of the same zone: one primary server and mailbox, both groups in
 * both NS lists, and an earlier serial. Serials of different providers can't be compared.
 */
function isLagging({ right, wrong, dns: { nameServers } }: DnsView): boolean {
  const serials = (answers: DnsView['right']) => answers.flatMap(({ serial }) => serial ?? []);
  const [ahead, behind] = [serials(right), serials(wrong)];
  if (ahead.length === 0 || behind.length === 0) return false;
  if (!ahead.every((later) => behind.every((earlier) => isLaterSerial(later, earlier)))) return false;
  const origins = new Set([...right, ...wrong].map(({ soa }) => soa && `${soa.mname} ${soa.rname}`));
  const { parent = [], child = [] } = nameServers ?? {};
  const isListed = [...right, ...wrong].every(
    ({ server }) => parent.includes(server) && child.includes(server),
  );
  return origins.size === 1 && !origins.has(undefined) && isListed;
}

/** Serials start again after 2^32 - 1 (RFC 1982 3.2). */
function isLaterSerial(one: number, other: number): boolean {
  const distance = (one - other + 2 ** 32) % 2 ** 32;
  return distance > 0 && distance < 2 ** 31;
}

/** The list that names these servers. */
function placeOf(answers: DnsView['right'], { nameServers }: DnsObservation): 'registrar' | 'zone' | 'both' {
  const isIn = (names: readonly string[] = []) => answers.some(({ server }) => names.includes(server));
  if (!isIn(nameServers?.parent)) return 'zone';
  return isIn(nameServers?.child) ? 'both' : 'registrar';
}

/** The list that names the wrong servers and not the right ones needs the fix. */
function repairPlace({ right, wrong, dns: { nameServers } }: DnsView): 'registrar' | 'zone' | 'both' {
  const { parent = [], child = [] } = nameServers ?? {};
  const isIn = (names: readonly string[], answers: DnsView['right']) =>
    answers.some(({ server }) => names.includes(server));
  if (!isIn(child, wrong) && isIn(child, right)) return 'registrar';
  return !isIn(parent, wrong) && isIn(parent, right) ? 'zone' : 'both';
}

function faulty(...faults: readonly NameServerFault['fault'][]): Rule<DnsView> {
  return (view) => {
    const { nameServerFaults = [] } = view.dns;
    const names = nameServerFaults.filter(({ fault }) => faults.includes(fault)).map(({ name }) => name);
    return names.length > 0 ? { params: { servers: listed(names), ...delegatingZone(view) } } : undefined;
  };
}

/** Resolvers try the next server, so with good ones left it is only a warning. */
const survivable = ({ right, mapping }: DnsView): Pick<Evidence, 'severity'> =>
  right.length > 0 && isPublished(mapping.dns) ? { severity: 'warning' } : {};
