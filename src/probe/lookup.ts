import type { Answer, DecodedPacket } from 'dns-packet';
import type { DnsRecord, Lookup, LookupOutcome } from '../mapping/observation.js';
import type { Reply } from './dns-client.js';

const MOST_RECORDS = 50;

/** RFC 1035 4.1.1: the last four bits of the header's flags. */
export const RCODE = { noError: 0, servfail: 2, nxdomain: 3, refused: 5 } as const;
export const rcodeOf = ({ flags = 0 }: DecodedPacket): number => flags & 0xf;

/** Whose word is wanted: an authoritative server has to say so itself (AA), a resolver speaks for others. */
export type Role = 'authoritative' | 'resolver';

/** One reply in the words of an observation. */
export function lookupOf(reply: Reply, role: Role): Lookup {
  if (!reply.ok) return { outcome: reply.outcome, records: [], rttMs: reply.rttMs };
  const { packet, rttMs } = reply;
  const records = recordsOf(packet);
  const outcome = outcomeOf(packet, records, role);
  const negativeTtlS = records.length === 0 ? negativeTtl(packet) : undefined;
  return { outcome, records, rttMs, ...(negativeTtlS === undefined ? {} : { negativeTtlS }) };
}

function outcomeOf(packet: DecodedPacket, records: readonly DnsRecord[], role: Role): LookupOutcome {
  switch (rcodeOf(packet)) {
    case RCODE.noError:
      if (role === 'authoritative' && !packet.flag_aa) return 'lame';
      return records.length > 0 ? 'answer' : 'empty';
    case RCODE.nxdomain:
      // A CNAME that leads nowhere: the name itself is there.
      return records.length > 0 ? 'answer' : 'nxdomain';
    case RCODE.refused:
      return 'refused';
    case RCODE.servfail:
      return 'servfail';
    default:
      return 'other-rcode';
  }
}

const recordsOf = ({ answers = [] }: DecodedPacket): DnsRecord[] =>
  answers.slice(0, MOST_RECORDS).flatMap((answer) => {
    if (answer.type !== 'A' && answer.type !== 'AAAA' && answer.type !== 'CNAME') return [];
    const { name, type, data, ttl = 0 } = answer;
    return [{ name: name.toLowerCase(), type, value: data.toLowerCase().replace(/\.$/, ''), ttlS: ttl }];
  });

/** RFC 2308 section 5: the smaller of the SOA's own TTL and its minimum field; at a resolver the TTL counts down. */
function negativeTtl({ authorities = [] }: DecodedPacket): number | undefined {
  const soa = authorities.find((record) => record.type === 'SOA');
  if (soa?.type !== 'SOA') return undefined;
  return Math.min(soa.ttl ?? 0, soa.data.minimum ?? 0);
}

/** The name servers to which a reply refers, when it answers nothing itself. */
export interface Referral {
  readonly zone: string;
  readonly servers: readonly string[];
  /** Addresses that came along, by server name. */
  readonly glue: ReadonlyMap<string, readonly string[]>;
}

/** A referral from `zone` down to a zone that holds `name` (RFC 1034 4.3.2 3b). */
export function referralOf(packet: DecodedPacket, zone: string, name: string): Referral | undefined {
  const { authorities = [], additionals = [], answers = [] } = packet;
  if (rcodeOf(packet) !== RCODE.noError || packet.flag_aa || answers.length > 0) return undefined;
  const cuts = authorities.filter((record) => record.type === 'NS');
  const child = cuts[0]?.name.toLowerCase() ?? '';
  const isBelow =
    child !== zone && child.endsWith(`.${zone}`) && (name === child || name.endsWith(`.${child}`));
  if (!isBelow) return undefined;
  const servers = cuts.filter((record) => record.name.toLowerCase() === child).map(serverName);
  return { zone: child, servers, glue: glueOf(additionals, servers) };
}

export const serverName = (record: Answer): string =>
  record.type === 'NS' ? record.data.toLowerCase().replace(/\.$/, '') : '';

function glueOf(additionals: readonly Answer[], servers: readonly string[]): Map<string, string[]> {
  const glue = new Map<string, string[]>();
  for (const record of additionals) {
    if (record.type !== 'A' && record.type !== 'AAAA') continue;
    const name = record.name.toLowerCase();
    if (servers.includes(name)) glue.set(name, [...(glue.get(name) ?? []), record.data]);
  }
  return glue;
}
