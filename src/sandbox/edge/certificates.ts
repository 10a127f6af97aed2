import {
  type CertificateAuthority,
  createCertificateAuthority,
  type Issued,
  type IssueOptions,
} from './certificate-authority.js';

const certificateKinds = [
  'issued',
  'expiring',
  'expired',
  'not-yet-valid',
  'self-signed',
  'staging',
  'unknown-authority',
  'missing-intermediate',
  'wrong-name',
  'nameless',
] as const;

export type CertificateKind = (typeof certificateKinds)[number];

export const isCertificateKind = (serving: string): serving is CertificateKind =>
  certificateKinds.some((kind) => kind === serving);

/** What differs from a usual certificate. */
export interface CertificateShape {
  /** Instead of the hostname. */
  readonly names?: readonly string[];
  /** Days from now at which it begins and ends. */
  readonly days?: readonly [from: number, to: number];
}

const EDGE_DAY_MS = 86_400_000;

/** Days from now. */
const lifetime = (from: number, to: number): IssueOptions => ({
  notBefore: new Date(Date.now() + from * EDGE_DAY_MS),
  notAfter: new Date(Date.now() + to * EDGE_DAY_MS),
});

/** A hostname's certificate of a kind, with its key. */
export async function certificateOfKind(
  ca: CertificateAuthority,
  hostname: string,
  kind: CertificateKind,
  { names = [hostname], days }: CertificateShape = {},
): Promise<Issued> {
  const issue = (usual: readonly [number, number]) => ca.issue(names, lifetime(...(days ?? usual)));
  const asShaped = days && lifetime(...days);
  switch (kind) {
    case 'issued':
      return issue([-1, 89]);
    case 'expiring':
      return issue([-88, 2]);
    case 'expired':
      return issue([-91, -1]);
    case 'not-yet-valid':
      return issue([1, 91]);
    case 'staging':
      return (await createCertificateAuthority('(STAGING) Sandbox')).issue([hostname], asShaped);
    case 'unknown-authority':
      return (await createCertificateAuthority('Nobody')).issue([hostname]);
    case 'nameless':
      return ca.issue([]);
    case 'self-signed':
      return ca.selfSigned(hostname, asShaped);
    case 'missing-intermediate':
      return ca.issue([hostname], { withoutIntermediate: true });
    case 'wrong-name':
      return ca.issue(['somebody-else.example']);
  }
}
