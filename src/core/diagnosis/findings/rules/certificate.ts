import { elapsedMs } from '../../../instant.js';
import { sslLateMs } from '../../../learning/durations.js';
import type { Mapping } from '../../../mapping.js';
import {
  type Certificate,
  type EdgeAnswer,
  type EdgeOutcome,
  type SslObservation,
  UNACCEPTED_KEY,
} from '../../../observation/observation.js';
import { expiryThreshold } from '../../verdict-ssl.js';
import type { Evidence, Moment } from '../finding.js';
import type { FindingCode } from '../table.js';
import { addressesAmong, listed, type Rule } from '../view.js';

export interface SslView extends Moment {
  readonly mapping: Mapping;
  readonly ssl: SslObservation;
}

const MAX_SHOWN_NAMES = 6;

/** What each of the target's addresses serves for the name. */
export const certificateRules = {
  'tls-refused': withOutcome('refused'),

  'tls-silent': withOutcome('timeout'),
  'tls-reset': withOutcome('reset'),
  'tls-absent': withOutcome('not-tls'),
  'tls-old': (view) => {
    const evidence = withOutcome('old-tls')(view);
    const isKey = view.ssl.edges.some(({ reason }) => reason === UNACCEPTED_KEY);
    return evidence && isKey ? { ...evidence, params: { ...evidence.params, how: 'key' } } : evidence;
  },
  'tls-failing': withEdges((edge, view) => edge.outcome === 'handshake-failed' && !isNotKnownYet(edge, view)),
  'name-unknown': withEdges((edge, view) => edge.outcome === 'unknown-name' || isNotKnownYet(edge, view)),

  'certificate-other-name': (view) => {
    const evidence = otherName(view);
    // Waiting brings the first one, not one that was lost.
    if (!evidence || view.mapping.ssl.issuedAt === undefined) return evidence;
    return { ...evidence, params: { ...evidence.params, how: 'lost' }, whoActs: 'host' };
  },
  'certificate-nameless': withCertificate((certificate) => certificate.names.length === 0),
  'certificate-expired': proxied(
    withCertificate(
      (certificate, { now }) =>
        certificate.nameMatches && now >= certificate.validTo && distrust(certificate) === undefined,
    ),
  ),
  'certificate-early': withCertificate(
    (certificate, { now }) =>
      certificate.nameMatches && now < certificate.validFrom && distrust(certificate) === undefined,
  ),
  'certificate-staging': withCertificate((certificate) => distrust(certificate) === 'staging'),
  'certificate-self-signed': withCertificate((certificate) => distrust(certificate) === 'self-signed'),
  'chain-incomplete': withCertificate((certificate) => distrust(certificate) === 'incomplete'),
  'chain-expired': withCertificate((certificate, { now }) => {
    const isPeriod =
      certificate.chainError === 'CERT_HAS_EXPIRED' || certificate.chainError === 'CERT_NOT_YET_VALID';
    const isLeafGood = now >= certificate.validFrom && now < certificate.validTo;
    return certificate.nameMatches && isPeriod && isLeafGood;
  }),
  'certificate-untrusted': withCertificate((certificate) => distrust(certificate) === 'untrusted'),

  'certificate-expiring': proxied(
    withCertificate(
      (certificate, { now }) =>
        certificate.nameMatches &&
        certificate.chainError === undefined &&
        now < certificate.validTo &&
        expiryThreshold(certificate, now) !== undefined,
    ),
  ),

  /** No visible cause from outside. */
  'certificate-slow': ({ mapping: { ssl }, now, policy }) =>
    ssl.issuedAt === undefined && elapsedMs(ssl.startedAt, now) >= sslLateMs(policy) ? {} : undefined,
} as const satisfies Partial<Record<FindingCode, Rule<SslView>>>;

const otherName = withCertificate((certificate) => !certificate.nameMatches && certificate.names.length > 0);

/** Behind a proxy visitors get its certificate, which the host can't renew. */
function proxied(rule: Rule<SslView>): Rule<SslView> {
  return (view) => {
    const evidence = rule(view);
    if (!evidence || view.mapping.dns.observation?.front?.served !== 'ours') return evidence;
    return { ...evidence, params: { ...evidence.params, how: 'proxy' }, whoActs: 'customer' };
  };
}

/** One silent address among others is its own fault; `findings.ts` reports when all are silent. */
function withOutcome(outcome: EdgeOutcome): Rule<SslView> {
  return withEdges((edge) => edge.outcome === outcome);
}

function withEdges(fits: (edge: EdgeAnswer, view: SslView) => boolean): Rule<SslView> {
  return (view) => {
    const edges = view.ssl.edges.filter((edge) => fits(edge, view));
    return edges.length > 0
      ? { params: { ...addressesAmong(edges, view.ssl.edges), name: view.mapping.hostname } }
      : undefined;
  };
}

/** Without a certificate for a name, servers refuse it with alert 40, 80 or 112 (RFC 8446 6.2). */
const NOT_KNOWN: ReadonlySet<string> = new Set([
  'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
  'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR',
]);

const isNotKnownYet = ({ outcome, reason = '' }: EdgeAnswer, { mapping }: SslView): boolean =>
  outcome === 'handshake-failed' && mapping.ssl.issuedAt === undefined && NOT_KNOWN.has(reason);

function withCertificate(fits: (certificate: Certificate, moment: Moment) => boolean): Rule<SslView> {
  return (view): Evidence | undefined => {
    const edges = view.ssl.edges.filter(({ certificate }) => certificate && fits(certificate, view));
    const certificate = edges[0]?.certificate;
    if (!certificate) return undefined;
    return {
      params: {
        ...addressesAmong(edges, view.ssl.edges),
        names: listed(certificate.names.slice(0, MAX_SHOWN_NAMES)),
        issuer: certificate.issuer,
        name: view.mapping.hostname,
        validTo: certificate.validTo,
        validFrom: certificate.validFrom,
        reason: certificate.chainError === 'UNSPECIFIED' ? '' : (certificate.chainError ?? ''),
      },
    };
  };
}

/**
 * Why a chain is not trusted: Let's Encrypt's staging authority by its name, self-signed leaves by their
 * error.
 */
function distrust({ chainError, nameMatches, issuer, chainLength }: Certificate): string | undefined {
  if (chainError === undefined || !nameMatches) return undefined;
  // Nobody renews a test certificate.
  if (issuer.includes('(STAGING)')) return 'staging';
  if (chainError === 'CERT_HAS_EXPIRED' || chainError === 'CERT_NOT_YET_VALID') return undefined;
  if (chainError === 'DEPTH_ZERO_SELF_SIGNED_CERT') return 'self-signed';
  return chainError === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' && (chainLength ?? 1) === 1
    ? 'incomplete'
    : 'untrusted';
}
