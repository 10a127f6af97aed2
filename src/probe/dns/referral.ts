import type { Answer } from 'dns-packet';
import { isWithin } from '../../core/ports/provider-facts.js';
import type { AnswerPacket } from './client/packets.js';
import { RCODE, rcodeOf, recordHost } from './lookup.js';

/** The name servers a reply refers to instead of answering. */
export interface Referral {
  readonly zone: string;
  readonly servers: readonly string[];
  /** Glue addresses by server name. */
  readonly glue: ReadonlyMap<string, readonly string[]>;
  /** The parent has a DS record for the child zone that resolvers know how to validate (RFC 4035 3.1.4, 5.2). */
  readonly isSigned: boolean;
  /** How long a resolver may cache these servers, in seconds. */
  readonly ttlS: number;
}

/** A referral from `zone` to a child zone that holds `name` (RFC 1034 4.3.2 3b). */
export function referralOf(packet: AnswerPacket, zone: string, name: string): Referral | undefined {
  const { authorities, additionals, answers } = packet;
  if (rcodeOf(packet) !== RCODE.noError || packet.flag_aa || answers.length > 0) return undefined;
  const cuts = authorities.filter((record) => record.type === 'NS');
  const child = recordHost(cuts[0]?.name ?? '');
  if (child === zone || !isWithin(child, zone) || !isWithin(name, child)) return undefined;
  const servers = cuts.filter((record) => recordHost(record.name) === child).map(serverName);
  const isSigned = authorities.some((record) => isUsableKey(record) && recordHost(record.name) === child);
  const ttlS = Math.max(0, ...cuts.map((record) => ('ttl' in record ? (record.ttl ?? 0) : 0)));
  return { zone: child, servers, glue: glueOf(additionals, servers), isSigned, ttlS };
}

/** Without an algorithm and a digest that it knows, a validator takes the zone as unsigned (RFC 4035 5.2). */
const isUsableKey = (record: Answer): boolean =>
  record.type === 'DS' &&
  DNSSEC_ALGORITHMS.has(record.data.algorithm) &&
  DS_DIGESTS.has(record.data.digestType);

/** Those that validators implement: IANA, “DNS Security Algorithm Numbers” and “DS RR Type Digest Algorithms”. */
const DNSSEC_ALGORITHMS: ReadonlySet<number> = new Set([5, 7, 8, 10, 13, 14, 15, 16]);
const DS_DIGESTS: ReadonlySet<number> = new Set([1, 2, 4]);

export function nameAbove(name: string): string | undefined {
  const dot = name.indexOf('.');
  return dot === -1 ? undefined : name.slice(dot + 1);
}

export const serverName = (record: Answer): string => (record.type === 'NS' ? recordHost(record.data) : '');

function glueOf(additionals: readonly Answer[], servers: readonly string[]): Map<string, string[]> {
  const glue = new Map<string, string[]>();
  for (const record of additionals) {
    if (record.type !== 'A' && record.type !== 'AAAA') continue;
    const name = recordHost(record.name);
    if (servers.includes(name)) glue.set(name, [...(glue.get(name) ?? []), record.data]);
  }
  return glue;
}
