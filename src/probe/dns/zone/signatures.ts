import type { ServerAnswer } from '../../../core/observation/observation.js';
import type { Ask } from '../client/client.js';
import type { AnswerPacket } from '../client/packets.js';
import type { NameServer } from '../delegation.js';
import { RCODE, rcodeOf } from '../lookup.js';

type Signatures = Pick<ServerAnswer, 'signatures' | 'isDenialUnproven'>;

/**
 * What a server sends for a signed zone: the dates of the SOA's signature (RFC 4034 3.1.5), and the denial of
 * a random label (RFC 4035 3.1.3). Signatures are not verified here; validating resolvers do that.
 */
export async function signaturesAt(
  ask: Ask,
  server: NameServer,
  zone: string,
  label: string,
  now: number,
): Promise<Signatures> {
  const common = { recursionDesired: false, dnssecOk: true } as const;
  const [soa, nobody] = await Promise.all([
    ask(server, { name: zone, type: 'SOA', ...common }),
    ask(server, { name: `${label}.${zone}`, type: 'A', ...common }),
  ]);
  const signatures = soa.ok ? datesIn(soa.packet, now) : undefined;
  const isDenialUnproven =
    nobody.ok && hasEdns(nobody.packet) && signatures === undefined && isUnproven(nobody.packet);
  return { ...(signatures ? { signatures } : {}), ...(isDenialUnproven ? { isDenialUnproven } : {}) };
}

/** A server that answers without EDNS wasn't asked for signatures: DO is an EDNS flag (RFC 3225 3). */
const hasEdns = ({ additionals }: AnswerPacket): boolean => additionals.some(({ type }) => type === 'OPT');

function datesIn(packet: AnswerPacket, now: number): Signatures['signatures'] {
  const { answers } = packet;
  if (!answers.some(({ type }) => type === 'SOA') || !hasEdns(packet)) return undefined;
  const signed = answers.flatMap((record) =>
    record.type === 'RRSIG' && record.data.typeCovered === 'SOA' ? [record.data] : [],
  );
  if (signed.length === 0) return 'missing';
  const nowS = Math.floor(now / 1000);
  // One valid signature is enough (RFC 4035 5.3.3).
  if (signed.some(({ inception, expiration }) => inception <= nowS && nowS <= expiration)) return undefined;
  return signed.some(({ expiration }) => expiration < nowS) ? 'expired' : 'not-yet-valid';
}

/** A wildcard's answer is proved differently. */
function isUnproven({ answers, authorities, flags }: AnswerPacket): boolean {
  const rcode = rcodeOf({ flags });
  const isNegative = answers.length === 0 && (rcode === RCODE.nxdomain || rcode === RCODE.noError);
  if (!isNegative || !authorities.some(({ type }) => type === 'SOA')) return false;
  return !authorities.some(({ type }) => type === 'NSEC' || type === 'NSEC3');
}
