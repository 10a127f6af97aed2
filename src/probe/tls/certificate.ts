import type { DetailedPeerCertificate, TLSSocket } from 'node:tls';
import type { Certificate } from '../../core/observation/observation.js';

const MAX_CERTIFICATE_NAMES = 100;
const MAX_CHAIN = 10;
/** OpenSSL's error for a leaf whose issuer is neither sent nor known. */
const UNKNOWN_ISSUER = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
const MAX_CERTIFICATE_TEXT = 253;

/** The facts of the certificate a server sent, valid or not. Undefined if it sent none. */
export function certificateOf(socket: TLSSocket, name: string): Certificate | undefined {
  const chainError = chainErrorOf(socket);
  // Read first, because on Node 20 reading the leaf hides the chain; and only if needed, because it is slow.
  const chainLength = chainError === UNKNOWN_ISSUER ? chainLengthOf(socket) : undefined;
  const x509 = socket.getPeerX509Certificate();
  if (!x509) return undefined;
  const [validFrom, validTo] = [Date.parse(x509.validFrom), Date.parse(x509.validTo)];
  // An unreadable date is as bad as none.
  if (!Number.isFinite(validFrom) || !Number.isFinite(validTo)) return undefined;
  return {
    names: namesOf(x509.subjectAltName),
    issuer: issuerOf(x509.issuer),
    validFrom,
    validTo,
    fingerprint: x509.fingerprint256,
    // RFC 6125: ignore the common name, one label per `*`.
    nameMatches: x509.checkHost(name, { subject: 'never', partialWildcards: false }) !== undefined,
    ...(chainLength === undefined ? {} : { chainLength }),
    ...(chainError === undefined ? {} : { chainError }),
  };
}

/** 1 if the server left out the intermediate; a self-signed certificate ends the chain. */
function chainLengthOf(socket: TLSSocket): number {
  let certificate: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  const seen = new Set<string>();
  while (certificate?.fingerprint256 && !seen.has(certificate.fingerprint256) && seen.size < MAX_CHAIN) {
    seen.add(certificate.fingerprint256);
    certificate = certificate.issuerCertificate;
  }
  return seen.size;
}

/** A wrong name is not a chain error: `nameMatches` reports it. */
function chainErrorOf(socket: TLSSocket): string | undefined {
  if (socket.authorized) return undefined;
  const { authorizationError: error } = socket;
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? undefined : code.slice(0, MAX_CERTIFICATE_TEXT);
}

/** Node writes a name with a comma or quote as a JSON string, where `DNS:` has no meaning. */
const ENTRY = /(?:^|, )([A-Za-z ]+):("(?:[^"\\]|\\.)*"|[^,]*)/g;

const namesOf = (alternative = ''): string[] =>
  [...alternative.slice(0, MAX_CERTIFICATE_NAMES * MAX_CERTIFICATE_TEXT * 2).matchAll(ENTRY)]
    .flatMap(([, kind, value = '']) => (kind === 'DNS' ? [value.slice(0, MAX_CERTIFICATE_TEXT)] : []))
    .slice(0, MAX_CERTIFICATE_NAMES);

/** Organisation and common name out of a distinguished name with one attribute a line. */
function issuerOf(name: string): string {
  const attributes = new Map(
    name.split('\n').map((line) => [line.split('=', 1)[0], line.slice(line.indexOf('=') + 1)]),
  );
  const words = [attributes.get('O'), attributes.get('CN')].filter((word) => word !== undefined);
  return (words.join(', ') || 'unknown issuer').slice(0, MAX_CERTIFICATE_TEXT);
}
