import { isSilent } from '../diagnosis/verdict.js';
import { expiryThreshold, judgeSsl } from '../diagnosis/verdict-ssl.js';
import { elapsedMs } from '../instant.js';
import type { Mapping, SslAxis } from '../mapping.js';
import type { Certificate, DnsObservation, SslObservation } from '../observation/observation.js';
import { isServed } from '../stage.js';
import { sslDetails } from './details.js';
import { CHECKS_TO_DRIFT, CHECKS_TO_RESTORE } from './policy.js';
import { type Context, lateness, type Step, unchanged, unchecked } from './step.js';

/** Did the zone's servers answer in the same check? Then the bot's network works. */
const isSighted = ({ authoritative }: DnsObservation): boolean => !authoritative.every(isSilent);

/** Before Ready every check counts. */
export function stepSsl(
  mapping: Mapping,
  observation: SslObservation,
  dns: DnsObservation,
  { now }: Context,
): Step {
  const { ssl } = mapping;
  const state = judgeSsl(observation, now, isSighted(dns));
  if (state === 'unknown') return unchanged({ ...mapping, ssl: unchecked(ssl, now) });
  const firstIssued = isServed({ state }) && ssl.issuedAt === undefined;
  const next: SslAxis = {
    ...ssl,
    state,
    since: state === ssl.state ? ssl.since : now,
    issuedAt: firstIssued ? now : ssl.issuedAt,
    watched: isServed({ state }) ? watchedOf(observation) : ssl.watched,
    uncheckedSince: undefined,
    observation,
  };
  // A check after failure starts a new deadline, but DNS was right before that.
  const waitingSince = ssl.startedAt && Math.min(ssl.startedAt, mapping.dns.since);
  const details = {
    afterMs: elapsedMs(waitingSince, now),
    ...lateness(mapping),
    ...sslDetails(observation),
  };
  return { mapping: { ...mapping, ssl: next }, report: firstIssued ? [['ssl.issued', details]] : [] };
}

/** After Ready a contradiction counts once it lasts; expiry is reported once per threshold. */
export function stepWatchedSsl(
  mapping: Mapping,
  observation: SslObservation,
  dns: DnsObservation,
  { now }: Context,
): Step {
  const { ssl } = mapping;
  const state = judgeSsl(observation, now, isSighted(dns));
  if (state === 'unknown') return unchanged({ ...mapping, ssl: unchecked(ssl, now) });
  const isOdd = isServed({ state }) !== isServed(ssl);
  const contradictions = isOdd ? ssl.contradictions + 1 : 0;
  const isDoubtful = isOdd && contradictions < (isServed({ state }) ? CHECKS_TO_RESTORE : CHECKS_TO_DRIFT);
  const seen: SslAxis = isDoubtful
    ? { ...ssl, contradictions, uncheckedSince: undefined }
    : {
        ...ssl,
        state,
        since: state === ssl.state ? ssl.since : now,
        contradictions: 0,
        uncheckedSince: undefined,
        observation,
      };
  return (
    renewed({ ...mapping, ssl: seen }, observation) ?? warned({ ...mapping, ssl: seen }, observation, now)
  );
}

/**
 * During a renewal some edges still serve the old certificate: report a later expiry, ignore an earlier one.
 */
function renewed(mapping: Mapping, observation: SslObservation): Step | undefined {
  const { watched } = mapping.ssl;
  const next = watchedOf(observation);
  if (!next || next.fingerprint === watched?.fingerprint || next.validTo <= (watched?.validTo ?? 0))
    return undefined;
  const ssl = { ...mapping.ssl, watched: next };
  return {
    mapping: { ...mapping, ssl },
    report: watched ? [['ssl.renewed', { ...sslDetails(observation), ...warning(watched) }]] : [],
  };
}

const warning = ({ threshold }: NonNullable<SslAxis['watched']>): { readonly warned?: true } =>
  threshold === undefined ? {} : { warned: true };

function warned(mapping: Mapping, observation: SslObservation, now: number): Step {
  const { watched } = mapping.ssl;
  const certificate = firstToEnd(observation);
  if (!watched || !certificate || certificate.fingerprint !== watched.fingerprint) return unchanged(mapping);
  const threshold = expiryThreshold(certificate, now);
  if (threshold === undefined || threshold >= (watched.threshold ?? Number.POSITIVE_INFINITY))
    return unchanged(mapping);
  const details = {
    validTo: certificate.validTo,
    issuer: certificate.issuer,
    leftMs: Math.max(0, certificate.validTo - now),
    expired: threshold === 0,
  };
  return {
    mapping: { ...mapping, ssl: { ...mapping.ssl, watched: { ...watched, threshold } } },
    report: [['ssl.expiring', details]],
  };
}

function watchedOf(observation: SslObservation): SslAxis['watched'] {
  const certificate = firstToEnd(observation);
  return certificate && { fingerprint: certificate.fingerprint, validTo: certificate.validTo };
}

/** The first to expire of the certificates for this name. */
function firstToEnd({ edges }: SslObservation): Certificate | undefined {
  const ours = edges.flatMap(({ certificate }) => (certificate?.nameMatches ? [certificate] : []));
  return ours.sort((one, other) => one.validTo - other.validTo)[0];
}
