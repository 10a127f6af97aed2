import { laneOf } from '../core/lane.js';
import type { Mapping } from '../core/mapping.js';
import type { StoredMapping } from './store.js';

/** All that a check without news changes. Moments are epoch ms. */
export interface UneventfulCheck {
  readonly nextCheckAt: number;
  /** When DNS, certificate and site were seen. */
  readonly dnsAt: number | undefined;
  readonly sslAt: number | undefined;
  readonly httpAt: number | undefined;
  /** When port 80 was asked, if that was before. */
  readonly challengeAt: number | undefined;
  /** Checks in a row that contradicted the state, or had silent servers (`partial`); absent while there are none. */
  readonly counts?: {
    readonly partial: number;
    readonly dns: number;
    readonly ssl: number;
    readonly site: number;
  };
}

/** Always differ, and nothing depends on them. */
const MEASURED: ReadonlySet<string> = new Set(['rttMs']);
/** Once DNS has propagated, nothing depends on how long caches keep an answer. */
const CACHED: ReadonlySet<string> = new Set([...MEASURED, 'ttlS', 'negativeTtlS', 'at']);

/** What changed from one record to the next, if that is no more than what a check without news changes. */
export function uneventfulChange(before: StoredMapping, after: StoredMapping): UneventfulCheck | undefined {
  const { version: _, mapping: was, ...restBefore } = before;
  const { version: __, mapping: is, ...rest } = after;
  if (was.nextCheckAt === undefined || is.nextCheckAt === undefined || laneOf(was) !== laneOf(is))
    return undefined;
  const isPropagated = was.dns.state === 'propagated' && is.dns.state === 'propagated';
  const isUneventful =
    isSame(restBefore, rest) &&
    isSame(essenceOf(was), essenceOf(is)) &&
    isAlike(seenIn(was), seenIn(is), isPropagated ? CACHED : MEASURED);
  return isUneventful ? checkIn(is, is.nextCheckAt) : undefined;
}

/** The record after the check. */
export function withCheck(stored: StoredMapping, check: UneventfulCheck): StoredMapping {
  const { dns, ssl, site, http, ...mapping } = stored.mapping;
  const { partial, ...contradictions } = check.counts ?? { partial: 0, dns: 0, ssl: 0, site: 0 };
  return {
    ...stored,
    mapping: {
      ...mapping,
      dns: {
        ...dns,
        partialChecks: partial,
        contradictions: contradictions.dns,
        ...datedAt(dns.observation, check.dnsAt),
      },
      ssl: { ...ssl, contradictions: contradictions.ssl, ...datedAt(ssl.observation, check.sslAt) },
      site: { ...site, contradictions: contradictions.site },
      ...(http ? { http: { ...http, at: check.httpAt ?? http.at, challengeAt: check.challengeAt } } : {}),
      nextCheckAt: check.nextCheckAt,
    },
  };
}

const datedAt = <Seen extends { readonly at: number }>(seen: Seen | undefined, at: number | undefined) =>
  seen && at !== undefined ? { observation: { ...seen, at } } : {};

function checkIn({ dns, ssl, site, http }: Mapping, nextCheckAt: number): UneventfulCheck {
  const found = {
    partial: dns.partialChecks,
    dns: dns.contradictions,
    ssl: ssl.contradictions,
    site: site.contradictions,
  };
  return {
    nextCheckAt,
    dnsAt: dns.observation?.at,
    sslAt: ssl.observation?.at,
    httpAt: http?.at,
    challengeAt: http?.challengeAt,
    ...(Object.values(found).some((count) => count > 0) ? { counts: found } : {}),
  };
}

/** The mapping without its observations and what `checkIn` finds in it. */
function essenceOf({ nextCheckAt: _, http: __, dns, ssl, site, ...mapping }: Mapping) {
  return {
    ...mapping,
    dns: { ...dns, partialChecks: 0, contradictions: 0, observation: undefined },
    ssl: { ...ssl, contradictions: 0, observation: undefined },
    site: { ...site, contradictions: 0 },
  };
}

const seenIn = ({ dns, ssl, http }: Mapping) =>
  [dns.observation, ssl.observation, http && { ...http, challengeAt: undefined }].map(undated);

const undated = (seen: { readonly at: number } | undefined) => seen && { ...seen, at: 0 };

/** Whether two values of JSON are equal; an absent key is the same as one without a value. */
const isSame = (one: unknown, other: unknown): boolean => isAlike(one, other, undefined);

/** With keys to ignore, the order of lists doesn't matter either: servers rotate their answers. */
function isAlike(one: unknown, other: unknown, ignored: ReadonlySet<string> | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) && Array.isArray(other)) return isAlikeList(one, other, ignored);
  return isSubset(one, other, ignored) && !hasMore(other, one, ignored);
}

function isAlikeList(
  one: readonly unknown[],
  other: readonly unknown[],
  ignored: ReadonlySet<string> | undefined,
): boolean {
  if (one.length !== other.length) return false;
  if (one.every((value, at) => isAlike(value, other[at], ignored))) return true;
  const isIn = (value: unknown, list: readonly unknown[]) =>
    list.some((each) => isAlike(value, each, ignored));
  return (
    ignored !== undefined &&
    one.every((value) => isIn(value, other)) &&
    other.every((value) => isIn(value, one))
  );
}

/** Whether the first has nothing that the second has not. */
function isSubset(one: object, other: object, ignored: ReadonlySet<string> | undefined): boolean {
  for (const key in one) {
    if (ignored?.has(key)) continue;
    const value = (one as Readonly<Record<string, unknown>>)[key];
    const same = (other as Readonly<Record<string, unknown>>)[key];
    if (value !== same && value !== undefined && !isAlike(value, same, ignored)) return false;
  }
  return true;
}

function hasMore(one: object, other: object, ignored: ReadonlySet<string> | undefined): boolean {
  for (const key in one) {
    if (ignored?.has(key) || (one as Readonly<Record<string, unknown>>)[key] === undefined) continue;
    if ((other as Readonly<Record<string, unknown>>)[key] === undefined) return true;
  }
  return false;
}
