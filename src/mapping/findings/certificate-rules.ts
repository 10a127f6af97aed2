import type { Mapping } from '../mapping.js';
import type { Certificate, EdgeAnswer, EdgeOutcome, SslObservation } from '../observation.js';
import { elapsedMs } from '../step.js';
import { expiryThreshold } from '../verdict-ssl.js';
import type { Evidence, Moment } from './finding.js';
import type { FindingCode } from './table.js';
import { listed, type Rule } from './view.js';

export interface SslView extends Moment {
  readonly mapping: Mapping;
  readonly ssl: SslObservation;
}

const MOST_NAMES = 6;

/** What the target's addresses show for the name, each on its own. */
export const certificateRules = {
  'tls-refused': withOutcome('refused'),
  'tls-silent': withOutcome('timeout'),
  'tls-reset': withOutcome('reset'),
  'tls-absent': withOutcome('not-tls'),
  'tls-old': withOutcome('old-tls'),
  'tls-failing': withOutcome('handshake-failed'),
  'name-unknown': withOutcome('unknown-name'),

  'certificate-other-name': withCertificate((certificate) => !certificate.nameMatches),
  'certificate-expired': withCertificate(
    (certificate, { now }) => certificate.nameMatches && now >= certificate.validTo,
  ),
  'certificate-early': withCertificate(
    (certificate, { now }) => certificate.nameMatches && now < certificate.validFrom,
  ),
  'certificate-staging': withCertificate((certificate) => distrust(certificate) === 'staging'),
  'certificate-self-signed': withCertificate((certificate) => distrust(certificate) === 'self-signed'),
  'chain-incomplete': withCertificate((certificate) => distrust(certificate) === 'incomplete'),
  'certificate-untrusted': withCertificate((certificate) => distrust(certificate) === 'untrusted'),

  'certificate-expiring': withCertificate(
    (certificate, { now }) =>
      certificate.nameMatches &&
      certificate.chainError === undefined &&
      now < certificate.validTo &&
      expiryThreshold(certificate, now) !== undefined,
  ),

  /** Nothing stands in the way that could be seen from outside. */
  'certificate-slow': ({ mapping: { ssl }, now, policy }) =>
    ssl.issuedAt === undefined && elapsedMs(ssl.startedAt, now) >= policy.sslSlowMs ? {} : undefined,
} as const satisfies Partial<Record<FindingCode, Rule<SslView>>>;

function withOutcome(outcome: EdgeOutcome): Rule<SslView> {
  return ({ ssl, mapping }) => {
    const edges = ssl.edges.filter((edge) => edge.outcome === outcome);
    return edges.length > 0
      ? { params: { addresses: addressesOf(edges), name: mapping.hostname } }
      : undefined;
  };
}

function withCertificate(fits: (certificate: Certificate, moment: Moment) => boolean): Rule<SslView> {
  return (view): Evidence | undefined => {
    const edges = view.ssl.edges.filter(({ certificate }) => certificate && fits(certificate, view));
    const certificate = edges[0]?.certificate;
    if (!certificate) return undefined;
    return {
      params: {
        addresses: addressesOf(edges),
        names: listed(certificate.names.slice(0, MOST_NAMES)),
        issuer: certificate.issuer,
        validTo: new Date(certificate.validTo).toISOString().slice(0, 10),
        validFrom: new Date(certificate.validFrom).toISOString().slice(0, 10),
        reason: certificate.chainError ?? '',
      },
    };
  };
}

const addressesOf = (edges: readonly EdgeAnswer[]): string => listed(edges.map(({ address }) => address));

/** Why a chain is not trusted: Let's Encrypt's staging authority says so in its name, self-signed leaves in their error. */
function distrust({ chainError, nameMatches, issuer, chainLength }: Certificate): string | undefined {
  if (chainError === undefined || !nameMatches) return undefined;
  if (chainError === 'CERT_HAS_EXPIRED' || chainError === 'CERT_NOT_YET_VALID') return undefined;
  if (issuer.includes('(STAGING)')) return 'staging';
  if (chainError === 'DEPTH_ZERO_SELF_SIGNED_CERT') return 'self-signed';
  return chainError === 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' && (chainLength ?? 1) === 1
    ? 'incomplete'
    : 'untrusted';
}
