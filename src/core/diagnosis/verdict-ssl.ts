import type { Certificate, EdgeAnswer, EdgeOutcome, SslObservation } from '../observation/observation.js';

export type SslVerdict = 'absent' | 'invalid' | 'valid' | 'expiring' | 'unknown';

/**
 * Remaining fractions of a certificate's lifetime at which to warn; at the first it counts as expiring. A
 * renewal is due at a third, or at half for lifetimes under ten days (Let's Encrypt's advice), so at a
 * quarter it is late. Bought certificates live longer and are renewed in their last month, as those of 90 days are.
 */
export const EXPIRY_THRESHOLDS = [1 / 4, 1 / 10, 0] as const;
const MAX_RENEWED_LIFETIME_MS = 90 * 86_400_000;

const lifetimeOf = ({ validFrom, validTo }: Certificate): number =>
  Math.min(validTo - validFrom, MAX_RENEWED_LIFETIME_MS);

/** The lowest threshold reached; undefined before the first. */
export function expiryThreshold(certificate: Certificate, now: number): number | undefined {
  const left = (certificate.validTo - now) / lifetimeOf(certificate);
  return EXPIRY_THRESHOLDS.findLast((threshold) => left <= threshold);
}

/** When the verdict on a certificate changes by time alone, epoch ms. */
export const certificateMoments = (certificate: Certificate): number[] => [
  certificate.validFrom,
  certificate.validTo,
  Math.ceil(certificate.validTo - lifetimeOf(certificate) * EXPIRY_THRESHOLDS[0]),
];

export function judgeEdge(edge: EdgeAnswer, now: number): SslVerdict {
  if (edge.outcome === 'unknown-name') return 'absent';
  if (edge.outcome === 'certificate' && edge.certificate) return judgeCertificate(edge.certificate, now);
  return ['timeout', 'unreachable', 'blocked'].includes(edge.outcome) ? 'unknown' : 'invalid';
}

/** A certificate for another name is the hosting provider's default: ours is not issued yet. */
function judgeCertificate(certificate: Certificate, now: number): SslVerdict {
  if (!certificate.nameMatches) return 'absent';
  if (certificate.chainError !== undefined) return 'invalid';
  if (now < certificate.validFrom || now >= certificate.validTo) return 'invalid';
  return expiryThreshold(certificate, now) === undefined ? 'valid' : 'expiring';
}

const WORST_FIRST: readonly SslVerdict[] = ['absent', 'invalid', 'unknown', 'expiring', 'valid'];

/** Nothing is known of their certificate: no route, or an address that strangers' names must not lead to. */
const NOT_SEEN_FROM_HERE: readonly EdgeOutcome[] = ['unreachable', 'blocked'];

/**
 * The worst of the addresses that can be seen from here. `isSighted`: something else answered in the same
 * check, so the silence is the address's own.
 */
export function judgeSsl(observation: SslObservation, now: number, isSighted = false): SslVerdict {
  const reached = observation.edges.filter(({ outcome }) => !NOT_SEEN_FROM_HERE.includes(outcome));
  const seen = reached.map((edge) => ({ edge, verdict: judgeEdge(edge, now) }));
  const canSee = isSighted || seen.some(({ verdict }) => verdict !== 'unknown');
  const verdicts = seen.map(({ edge, verdict }) =>
    verdict === 'unknown' && canSee && edge.outcome === 'timeout' ? 'invalid' : verdict,
  );
  return WORST_FIRST.find((verdict) => verdicts.includes(verdict)) ?? 'unknown';
}
