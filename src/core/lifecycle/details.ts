import { dnsEvidence, sslEvidence } from '../diagnosis/evidence.js';
import { judgeServer, reachedAddresses, wantedAddresses } from '../diagnosis/verdict.js';
import type { DomainEvent } from '../event.js';
import type { DnsAxis, SslAxis } from '../mapping.js';
import type { Lookup, ServerAnswer } from '../observation/observation.js';
import type { Target } from '../target.js';

const MAX_NAMES = 6;

/**
 * What an event about DNS says of what was seen: what differs from the target, never the target itself. Only the caches
 * remain when the authoritative servers are right.
 */
export function dnsDetails({ state, observation }: DnsAxis, target: Target): DomainEvent['details'] {
  if (!observation || state === 'published') return { found: 'cached' };
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

export function sslDetails({ observation }: SslAxis): DomainEvent['details'] {
  if (!observation) return {};
  const { names, ...evidence } = sslEvidence(observation);
  return { ...evidence, names: names.slice(0, MAX_NAMES).join(', ') };
}

/** Details that are moments: epoch ms. Events of earlier versions hold some of them as text (`2026-11-20`, ISO 8601). */
export const MOMENTS = ['validTo', 'validFrom', 'until', 'loggedAt', 'gaveUpAt'] as const;
type MomentName = (typeof MOMENTS)[number];

export const isMoment = (name: string): name is MomentName => MOMENTS.some((each) => each === name);

/** A detail's moment in epoch ms, however it was stored; undefined for what is none. */
export function momentOf(value: string | number | boolean | undefined): number | undefined {
  if (typeof value === 'boolean' || value === undefined || value === '') return undefined;
  const ms = typeof value === 'number' || /^\d+$/.test(value) ? Number(value) : Date.parse(value);
  return Number.isFinite(ms) && Math.abs(ms) <= LAST_DATE_MS ? ms : undefined;
}

/** ECMA-262 21.4.1.1: no Date beyond. */
const LAST_DATE_MS = 8.64e15;

/** What a finding's sentence needs; moments as numbers only. */
export type FindingDetails = Readonly<Partial<Record<MomentName, number>>> &
  Readonly<Record<string, string | number>>;

/** A finding's parameters with their moments as numbers; a moment that can't be read is left out. */
export const findingDetails = (params: Readonly<Record<string, string | number>>): FindingDetails =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]): [string, string | number][] => {
      if (!isMoment(name)) return [[name, value]];
      const at = momentOf(value);
      return at === undefined ? [] : [[name, at]];
    }),
  );
