import { isApex, registrableDomain } from './hostname.js';
import type { Target } from './target.js';

export interface RecordLine {
  readonly type: 'A' | 'AAAA' | 'CNAME';
  /** Fully qualified, without its final dot. */
  readonly name: string;
  /** As most DNS panels want it: relative to the registrable domain, `@` for the domain itself. */
  readonly host: string;
  readonly value: string;
  /** As it stands in a zone file. */
  readonly line: string;
}

export interface RecordAdvice {
  readonly preferred: readonly RecordLine[];
  readonly alternative?: readonly RecordLine[];
}

const TTL_S = 300;

/** The records a customer should create: addresses at an apex, which can hold no CNAME; below it a CNAME where there is one. */
export function recordsFor(hostname: string, target: Target): RecordAdvice {
  const addresses = [
    ...target.ipv4.map((value) => recordLine('A', hostname, value)),
    ...target.ipv6.map((value) => recordLine('AAAA', hostname, value)),
  ];
  const [host] = target.cname;
  if (host === undefined || isApex(hostname)) return { preferred: addresses };
  const cname = [recordLine('CNAME', hostname, host)];
  return addresses.length > 0 ? { preferred: cname, alternative: addresses } : { preferred: cname };
}

/** A name as most DNS panels want it: relative to the registrable domain, `@` for the domain itself. */
export function panelName(name: string): string {
  const domain = registrableDomain(name);
  return name === domain ? '@' : name.slice(0, -domain.length - 1);
}

function recordLine(type: RecordLine['type'], name: string, value: string): RecordLine {
  return {
    type,
    name,
    host: panelName(name),
    value,
    line: `${name}. ${TTL_S} IN ${type} ${value}${type === 'CNAME' ? '.' : ''}`,
  };
}
