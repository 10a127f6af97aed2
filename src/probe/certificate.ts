import type { TLSSocket } from 'node:tls';
import type { Certificate } from '../mapping/observation.js';

const MOST_NAMES = 100;
const MOST_TEXT = 253;

/** The facts of the certificate that a server showed, judged or not. Undefined when it showed none. */
export function certificateOf(socket: TLSSocket, name: string): Certificate | undefined {
  const x509 = socket.getPeerX509Certificate();
  if (!x509) return undefined;
  const chainError = chainErrorOf(socket);
  return {
    names: namesOf(x509.subjectAltName),
    issuer: issuerOf(x509.issuer),
    validFrom: Date.parse(x509.validFrom),
    validTo: Date.parse(x509.validTo),
    fingerprint: x509.fingerprint256,
    // RFC 6125: no look at the common name, one label for each `*`.
    nameMatches: x509.checkHost(name, { subject: 'never', partialWildcards: false }) !== undefined,
    ...(chainError === undefined ? {} : { chainError }),
  };
}

/** A wrong name is not a fault of the chain: it is told apart by `nameMatches`. */
function chainErrorOf(socket: TLSSocket): string | undefined {
  if (socket.authorized) return undefined;
  const { authorizationError: error } = socket;
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? undefined : code.slice(0, MOST_TEXT);
}

const namesOf = (alternative = ''): string[] =>
  alternative
    .split(', ')
    .flatMap((entry) => (entry.startsWith('DNS:') ? [entry.slice(4, 4 + MOST_TEXT)] : []))
    .slice(0, MOST_NAMES);

/** Organisation and common name out of a distinguished name with one attribute a line. */
function issuerOf(name: string): string {
  const attributes = new Map(
    name.split('\n').map((line) => [line.split('=', 1)[0], line.slice(line.indexOf('=') + 1)]),
  );
  const words = [attributes.get('O'), attributes.get('CN')].filter((word) => word !== undefined);
  return (words.join(', ') || 'unknown issuer').slice(0, MOST_TEXT);
}
