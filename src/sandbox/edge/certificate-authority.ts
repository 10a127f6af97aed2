import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

export interface Issued {
  /** The leaf and, unless left out, the intermediate. */
  readonly cert: string;
  readonly key: string;
}

export interface IssueOptions {
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly withoutIntermediate?: boolean;
}

export interface CertificateAuthority {
  readonly rootPem: string;
  issue(names: readonly string[], options?: IssueOptions): Promise<Issued>;
  selfSigned(name: string, lifetime?: Pick<IssueOptions, 'notBefore' | 'notAfter'>): Promise<Issued>;
}

const CERTIFICATE_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const CERTIFICATE_DAY_MS = 86_400_000;

/** A certificate authority of the sandbox's own: a root, an intermediate, and leaves for whichever names. */
export async function createCertificateAuthority(label = 'Sandbox'): Promise<CertificateAuthority> {
  const [rootKeys, keys] = await Promise.all([newKeys(), newKeys()]);
  const rootName = `O=${label} CA, CN=${label} Root`;
  const name = `O=${label} CA, CN=${label} Issuing 1`;
  const lifetime = { notBefore: daysFromNow(-1), notAfter: daysFromNow(3650) };
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    name: rootName,
    ...lifetime,
    keys: rootKeys,
    signingAlgorithm: CERTIFICATE_ALGORITHM,
    extensions: await authorityExtensions(rootKeys, rootKeys),
  });
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: name,
    issuer: rootName,
    ...lifetime,
    publicKey: keys.publicKey,
    signingKey: rootKeys.privateKey,
    signingAlgorithm: CERTIFICATE_ALGORITHM,
    extensions: await authorityExtensions(keys, rootKeys),
  });

  return {
    rootPem: root.toString('pem'),
    issue: (names, options) => issueFrom({ name, keys, certificate }, names, options),
    selfSigned: signByItself,
  };
}

interface Intermediate {
  readonly name: string;
  readonly keys: Keys;
  readonly certificate: x509.X509Certificate;
}

async function issueFrom(
  intermediate: Intermediate,
  names: readonly string[],
  { notBefore = daysFromNow(-1), notAfter = daysFromNow(89), withoutIntermediate = false }: IssueOptions = {},
): Promise<Issued> {
  const keys = await newKeys();
  const leaf = await x509.X509CertificateGenerator.create({
    serialNumber: newSerial(),
    subject: '',
    issuer: intermediate.name,
    notBefore,
    notAfter,
    publicKey: keys.publicKey,
    signingKey: intermediate.keys.privateKey,
    signingAlgorithm: CERTIFICATE_ALGORITHM,
    extensions: await leafExtensions(names, keys, intermediate.keys),
  });
  const chain = withoutIntermediate ? [leaf] : [leaf, intermediate.certificate];
  return {
    cert: chain.map((each) => each.toString('pem')).join('\n'),
    key: await pemOf(keys.privateKey),
  };
}

async function signByItself(
  name: string,
  { notBefore = daysFromNow(-1), notAfter = daysFromNow(89) }: IssueOptions = {},
): Promise<Issued> {
  const keys = await newKeys();
  const leaf = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerial(),
    name: `CN=${name}`,
    notBefore,
    notAfter,
    keys,
    signingAlgorithm: CERTIFICATE_ALGORITHM,
    extensions: await leafExtensions([name], keys, keys),
  });
  return { cert: leaf.toString('pem'), key: await pemOf(keys.privateKey) };
}

const daysFromNow = (days: number): Date => new Date(Date.now() + days * CERTIFICATE_DAY_MS);
const newSerial = (): string => Buffer.from(webcrypto.getRandomValues(new Uint8Array(8))).toString('hex');
const newKeys = () => webcrypto.subtle.generateKey(CERTIFICATE_ALGORITHM, true, ['sign', 'verify']);

type Keys = Awaited<ReturnType<typeof newKeys>>;

/** Both are required by RFC 5280 4.2.1, and by strict clients (Python 3.13, `openssl -x509_strict`). */
const identifiers = (subject: Keys, issuer: Keys) =>
  Promise.all([
    x509.SubjectKeyIdentifierExtension.create(subject.publicKey),
    x509.AuthorityKeyIdentifierExtension.create(issuer.publicKey),
  ]);

const authorityExtensions = async (subject: Keys, issuer: Keys) => [
  new x509.BasicConstraintsExtension(true, undefined, true),
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
  ...(await identifiers(subject, issuer)),
];

/** The names are critical because the subject is empty (RFC 5280 4.2.1.6). */
const leafExtensions = async (names: readonly string[], subject: Keys, issuer: Keys) => [
  new x509.BasicConstraintsExtension(false, undefined, true),
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
  new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
  new x509.SubjectAlternativeNameExtension(
    names.map((value) => ({ type: 'dns' as const, value })),
    true,
  ),
  ...(await identifiers(subject, issuer)),
];

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key)).toString('base64');
  return `-----BEGIN PRIVATE KEY-----\n${der.match(/.{1,64}/g)?.join('\n')}\n-----END PRIVATE KEY-----\n`;
}
