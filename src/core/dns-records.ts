import { isApex, registrableDomain } from './hostname.js';
import type { Mapping } from './mapping.js';
import type { Target } from './ports/provider-facts.js';

export interface DnsRecordLine {
  readonly type: 'A' | 'AAAA' | 'CNAME';
  /** Fully qualified, without its final dot. */
  readonly name: string;
  /** As most DNS panels want it: relative to the zone, `@` for the zone itself. */
  readonly host: string;
  readonly value: string;
  /** As a zone file line. */
  readonly line: string;
}

export interface DnsRecordAdvice {
  readonly preferred: readonly DnsRecordLine[];
  readonly alternative?: readonly DnsRecordLine[];
}

const TTL_S = 300;

/**
 * The records a customer should create: addresses at the zone's apex, which can't hold a CNAME (RFC 1912
 * 2.4); below it a CNAME if there is one. `zone` is the zone of the hostname, if known.
 */
export function dnsRecordsFor(
  hostname: string,
  target: Target,
  zone = registrableDomain(hostname),
): DnsRecordAdvice {
  const addresses = [
    ...target.ipv4.map((value) => dnsRecordLine('A', hostname, value, zone)),
    ...target.ipv6.map((value) => dnsRecordLine('AAAA', hostname, value, zone)),
  ];
  const [host] = target.cname;
  if (host === undefined || hostname === zone || isApex(hostname)) return { preferred: addresses };
  const cname = [dnsRecordLine('CNAME', hostname, host, zone)];
  return addresses.length > 0 ? { preferred: cname, alternative: addresses } : { preferred: cname };
}

/** The same for a mapping: addresses where the hostname's other records rule out a CNAME. */
export function wantedRecords(
  { hostname, dns: { observation } }: Pick<Mapping, 'hostname' | 'dns'>,
  target: Target,
): DnsRecordAdvice {
  const advice = dnsRecordsFor(hostname, target, observation?.zone);
  const isRuledOut = observation?.siblings?.otherTypes !== undefined;
  return isRuledOut && advice.alternative ? { preferred: advice.alternative } : advice;
}

/** A name as most DNS panels want it: relative to its zone, `@` for the zone itself. */
export function panelName(name: string, zone?: string): string {
  const domain = zone !== undefined && name.endsWith(zone) ? zone : registrableDomain(name);
  return name === domain ? '@' : name.slice(0, -domain.length - 1);
}

function dnsRecordLine(
  type: DnsRecordLine['type'],
  name: string,
  value: string,
  zone: string,
): DnsRecordLine {
  return {
    type,
    name,
    host: panelName(name, zone),
    value,
    line: `${name}. ${TTL_S} IN ${type} ${value}${type === 'CNAME' ? '.' : ''}`,
  };
}
