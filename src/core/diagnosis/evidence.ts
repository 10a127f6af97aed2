import type {
  DnsObservation,
  EdgeOutcome,
  ServerAnswer,
  SslObservation,
} from '../observation/observation.js';

/** What the customer's DNS answers: a catalogue key, with the distinct records as `TYPE value`. */
export interface DnsEvidence {
  readonly found: 'values' | 'unregistered' | 'no-servers' | 'nxdomain' | 'lame' | 'empty';
  readonly values: readonly string[];
}

export function dnsEvidence({ delegation, authoritative }: DnsObservation): DnsEvidence {
  const values = valuesOf(authoritative);
  const outcomes = new Set(authoritative.map(({ a }) => a.outcome));
  if (delegation === 'nxdomain') return { found: 'unregistered', values };
  if (delegation === 'none') return { found: 'no-servers', values };
  if (values.length > 0) return { found: 'values', values };
  if (outcomes.has('nxdomain')) return { found: 'nxdomain', values };
  return { found: outcomes.has('lame') || outcomes.has('refused') ? 'lame' : 'empty', values };
}

export const valuesOf = (answers: readonly ServerAnswer[]): string[] => [
  ...new Set(
    answers.flatMap(({ a, aaaa }) =>
      [...a.records, ...aaaa.records].map(({ type, value }) => `${type} ${value}`),
    ),
  ),
];

/** What is served at the target: a catalogue key, with the certificate's facts if one was sent. */
export interface SslEvidence {
  readonly served:
    | 'nowhere'
    | 'trusted'
    | 'untrusted'
    | 'other-name'
    | 'nameless'
    | Exclude<EdgeOutcome, 'certificate'>;
  readonly address: string;
  readonly issuer: string;
  readonly names: readonly string[];
  readonly validTo: number;
  readonly error: string;
}

/** From the first address with a problem, else from the first. */
export function sslEvidence({ edges }: SslObservation): SslEvidence {
  const edge =
    edges.find(({ certificate }) => !certificate?.nameMatches || certificate.chainError) ?? edges[0];
  const { certificate } = edge ?? {};
  return {
    served: servedWord(edge),
    address: edge?.address ?? '',
    issuer: certificate?.issuer ?? '',
    names: certificate?.names ?? [],
    validTo: certificate?.validTo ?? 0,
    error: certificate?.chainError ?? '',
  };
}

function servedWord(edge: SslObservation['edges'][number] | undefined): SslEvidence['served'] {
  if (!edge) return 'nowhere';
  if (!edge.certificate || edge.outcome !== 'certificate')
    return edge.outcome === 'certificate' ? 'handshake-failed' : edge.outcome;
  if (edge.certificate.names.length === 0) return 'nameless';
  if (!edge.certificate.nameMatches) return 'other-name';
  return edge.certificate.chainError === undefined ? 'trusted' : 'untrusted';
}
