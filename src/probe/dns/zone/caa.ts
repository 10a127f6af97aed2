import type { Answer } from 'dns-packet';
import { isPublicSuffix } from '../../../core/hostname.js';
import type { CaaObservation } from '../../../core/observation/observation.js';
import { isWithin } from '../../../core/ports/provider-facts.js';
import type { Ask } from '../client/client.js';
import type { AnswerPacket } from '../client/packets.js';
import type { Reply } from '../client/query.js';
import type { Cut, Found } from '../delegation.js';
import { extendedErrorOf, lookupOf, RCODE, rcodeOf, recordHost } from '../lookup.js';
import type { Recursion } from '../recursion.js';
import { nameAbove } from '../referral.js';

const MAX_CAA_RECORDS = 100;
const MAX_CAA_TEXT = 200;
/**
 * The flag is 128, but 1 is set by mistake so often that Let's Encrypt accepts it too (Boulder va/caa.go).
 */
const CRITICAL = 128 | 1;
const NO_CAA: CaaObservation = { outcome: 'none', records: [] };

/**
 * Climbs from the name towards the root until a name has CAA records (RFC 8659 3). Above the domain, it asks public
 * resolvers: that caches nothing of the customer's.
 */
export async function lookUpCaa(
  recursion: Recursion,
  ask: Ask,
  { path }: Found,
  name: string,
): Promise<CaaObservation> {
  for (let level: string | undefined = name; level !== undefined; level = nameAbove(level)) {
    const found = isPublicSuffix(level)
      ? askResolvers(recursion, ask, level)
      : askServers(recursion, ask, path, level);
    const seen = found instanceof Promise ? await found : found;
    if (seen.outcome !== 'none') return { name: level, ...seen };
  }
  return NO_CAA;
}

async function askServers(
  recursion: Recursion,
  ask: Ask,
  path: readonly Cut[],
  level: string,
): Promise<CaaObservation> {
  const servers = path.findLast(({ zone }) => isWithin(level, zone))?.servers ?? [];
  let failed: CaaObservation = { outcome: 'unknown', records: [] };
  for (const server of servers) {
    const reply = await ask(server, { name: level, type: 'CAA', recursionDesired: false });
    const seen = readCaa(reply);
    if (seen.outcome === 'found') return seen;
    const alias = seen.outcome === 'none' && reply.ok ? aliasIn(reply.packet) : undefined;
    if (alias !== undefined) return askResolvers(recursion, ask, alias);
    if (seen.outcome === 'none') return seen;
    failed = seen;
  }
  return failed;
}

function askResolvers(
  recursion: Recursion,
  ask: Ask,
  name: string,
): CaaObservation | Promise<CaaObservation> {
  const reply = recursion.ask(ask, name, 'CAA');
  return reply instanceof Promise ? reply.then(resolved) : readCaa(reply);
}

const resolved = (reply: Reply | undefined): CaaObservation => (reply ? readCaa(reply) : NO_CAA);

function readCaa(reply: Reply): CaaObservation {
  if (!reply.ok) return { outcome: 'error', records: [], reason: reply.outcome };
  const { packet } = reply;
  const rcode = rcodeOf(packet);
  if (rcode !== RCODE.noError && rcode !== RCODE.nxdomain)
    return {
      outcome: 'error',
      records: [],
      reason: extendedErrorOf(packet)?.text || lookupOf(reply, 'authoritative').outcome,
    };
  const all = packet.answers.flatMap(caaFrom);
  if (all.length === 0) return NO_CAA;
  const records = all.slice(0, MAX_CAA_RECORDS);
  // Behind a CNAME the records belong to another name.
  const owner = packet.answers.find(({ type }) => type === 'CAA')?.name;
  return {
    outcome: 'found',
    records,
    ...(all.length > records.length ? { isCapped: true } : {}),
    ...(owner === undefined ? {} : { name: recordHost(owner) }),
  };
}

function caaFrom(answer: Answer): CaaObservation['records'] {
  if (answer.type !== 'CAA') return [];
  const { flags = 0, tag, value } = answer.data;
  return [
    {
      critical: (flags & CRITICAL) !== 0,
      tag: String(tag).toLowerCase().slice(0, MAX_CAA_TEXT),
      value: value.slice(0, MAX_CAA_TEXT),
    },
  ];
}

/** Where a CNAME chain leaves this server's zones. */
function aliasIn({ answers }: AnswerPacket): string | undefined {
  const last = answers.findLast(({ type }) => type === 'CNAME');
  return last?.type === 'CNAME' ? recordHost(last.data) : undefined;
}
