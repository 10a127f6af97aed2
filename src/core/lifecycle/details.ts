import { dnsEvidence, sslEvidence } from '../diagnosis/evidence.js';
import {
  isRewriting,
  judgeSeen,
  judgeServer,
  reachedAddresses,
  wantedAddresses,
} from '../diagnosis/verdict.js';
import type { DetailsOf } from '../events/event.js';
import { isMoment, type MomentName, momentOf } from '../instant.js';
import type { DnsAxis } from '../mapping.js';
import type { Lookup, ServerAnswer, SslObservation } from '../observation/observation.js';
import type { Target } from '../ports/provider-facts.js';

const MAX_DETAIL_NAMES = 6;

/**
 * Details of an event about DNS: what differs from the target, never the target itself. When the
 * authoritative servers are right, resolvers have an old answer, or none of the zone's.
 */
export function dnsDetails(
  { state, observation, disproved }: DnsAxis,
  target: Target,
): DetailsOf<'dns.drifted'> {
  if (!observation) return { found: 'cached' };
  if (state === 'published') {
    const isOld = (answer: ServerAnswer) =>
      judgeSeen(answer, observation, target) === 'wrong' && !isRewriting(answer, disproved);
    return { found: observation.resolvers.some(isOld) ? 'cached' : 'unresolved' };
  }
  const wanted = wantedAddresses(target, observation.targetAddresses);
  const isOther = ({ value }: { readonly value: string }) =>
    !wanted.has(value) && !target.cname.includes(value);
  const without = (lookup: Lookup): Lookup => ({ ...lookup, records: lookup.records.filter(isOther) });
  const differing = ({ a, aaaa, ...answer }: ServerAnswer) => ({
    ...answer,
    a: without(a),
    aaaa: without(aaaa),
  });
  const wrong = observation.authoritative.filter(
    (answer) => judgeServer(answer, target, reachedAddresses(observation)) !== 'right',
  );
  const { found, values } = dnsEvidence({ ...observation, authoritative: wrong.map(differing) });
  return { found, values: values.join(', ') };
}

/** Details of an event about the certificate: what is served. */
export function sslDetails(observation: SslObservation): DetailsOf<'ssl.renewed'> {
  const { names, ...evidence } = sslEvidence(observation);
  return { ...evidence, names: names.slice(0, MAX_DETAIL_NAMES).join(', ') };
}

/** The parameters of a finding's sentence; moments as numbers only. */
export type FindingDetails = Readonly<Partial<Record<MomentName, number>>> &
  Readonly<Record<string, string | number>>;

/** A finding's parameters with moments as numbers; an unreadable moment is dropped. */
export const findingDetails = (params: Readonly<Record<string, string | number>>): FindingDetails =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]): [string, string | number][] => {
      if (!isMoment(name)) return [[name, value]];
      const at = momentOf(value);
      return at === undefined ? [] : [[name, at]];
    }),
  );
