import type { Answerer, Asked, WireAnswer } from './wire.js';
import { upwards, type Zone, type ZoneRecord } from './zone.js';

/**
 * `lame`: answers as a server that does not have the zone and refers upwards. `no-caa`, `no-aaaa`: fails on that type
 * only, as some firewalls and home-grown servers do; `only-addresses`: drops all others. `no-edns`: FORMERR for EDNS. `udp-only`, `tcp-only`: a firewall
 * drops the other. `no-authority`: answers as a forwarder or cache does, without AA. The last three: of a signed zone,
 * what this server gets wrong.
 */
export type ServerBehaviour =
  | 'normal'
  | 'silent'
  | 'servfail'
  | 'refused'
  | 'lame'
  | 'no-caa'
  | 'no-aaaa'
  | 'only-addresses'
  | 'no-edns'
  | 'udp-only'
  | 'tcp-only'
  | 'no-authority'
  | 'unsigned'
  | 'expired-signatures'
  | 'no-denial'
  | Improvised;

/** Answers in the server's place, for what has no name above; `usual` is its own answer. Undefined: it stays silent. */
export type Improvised = (asked: Asked, usual: WireAnswer) => WireAnswer | undefined;

/** Answers for zones as their authoritative server does; a behaviour can break it for a zone. */
export function authoritative(
  zoneNamed: ZoneNamed,
  behaviourOf: (zone: string) => ServerBehaviour,
  isSigned: (zone: string) => boolean = () => false,
): Answerer {
  return async (asked) => {
    const { name, type, dnssecOk = false, hasEdns = false, transport = 'udp' } = asked;
    const zone = closest(zoneNamed, name);
    if (!zone) return { rcode: 'REFUSED' };
    const behaviour = behaviourOf(zone.name);
    if (typeof behaviour === 'function') return behaviour(asked, answerFrom(zone, name, type, dnssecOk));
    if (behaviour === 'silent') return undefined;
    if (behaviour.endsWith('-only') && behaviour !== `${transport}-only`) return undefined;
    if (behaviour === 'servfail') return { rcode: 'SERVFAIL' };
    if (behaviour === 'refused') return { rcode: 'REFUSED' };
    if (behaviour === 'lame')
      return {
        rcode: 'NOERROR',
        referral: [{ name: 'com', type: 'NS', value: 'a.gtld-servers.net', ttlS: 60 }],
      };
    if (behaviour === 'no-caa' && type === 'CAA') return { rcode: 'NOTIMP' };
    if (behaviour === 'no-aaaa' && type === 'AAAA') return { rcode: 'SERVFAIL' };
    if (behaviour === 'only-addresses' && type !== 'A' && type !== 'AAAA') return undefined;
    if (behaviour === 'no-edns' && hasEdns) return { rcode: 'FORMERR' };
    const found = answerFrom(zone, name, type, dnssecOk);
    if (behaviour === 'no-authority') return { ...found, isAuthoritative: false };
    if (!dnssecOk || !isSigned(zone.name) || behaviour === 'unsigned') return found;
    const endsInS = behaviour === 'expired-signatures' ? -3_600 : 864_000;
    return { ...found, signed: { zone: zone.name, endsInS, hasDenial: behaviour !== 'no-denial' } };
  };
}

/** The zone of exactly this name. */
export type ZoneNamed = (name: string) => Zone | undefined;

/** The zone with the longest name that holds `name`. */
export function closest(zoneNamed: ZoneNamed, name: string): Zone | undefined {
  for (const each of upwards(name)) {
    const zone = zoneNamed(each);
    if (zone) return zone;
  }
  return undefined;
}

function answerFrom(zone: Zone, name: string, type: string, dnssecOk: boolean): WireAnswer {
  const isAuthoritative = true;
  const soa = { zone, ttlS: zone.negativeTtlS };
  if (name === zone.name && type === 'NS') {
    const answers = zone.nameServers.map((value) => ({ name, type: 'NS' as const, value, ttlS: zone.ttlS }));
    return { rcode: 'NOERROR', isAuthoritative, answers };
  }
  const found = zone.answer(name, type);
  switch (found.kind) {
    case 'records':
      return { rcode: 'NOERROR', isAuthoritative, answers: found.records };
    case 'referral':
      return {
        rcode: 'NOERROR',
        referral: dnssecOk ? [...found.records, ...signersOf(zone, found.records)] : found.records,
        glue: glueFor(
          zone,
          found.records.map(({ value }) => value),
        ),
      };
    case 'empty':
      return { rcode: 'NOERROR', isAuthoritative, answers: found.chain, soa };
    case 'nxdomain':
      return { rcode: 'NXDOMAIN', isAuthoritative, answers: found.chain, soa };
  }
}

/** RFC 4035 3.1.4: what the parent knows of the child's keys. */
const signersOf = (zone: Zone, referral: readonly ZoneRecord[]) =>
  zone.named(referral[0]?.name ?? '').filter(({ type }) => type === 'DS');

const glueFor = (zone: Zone, servers: readonly string[]) =>
  servers.flatMap((server) => zone.named(server)).filter(({ type }) => type === 'A' || type === 'AAAA');
