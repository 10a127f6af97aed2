import type { DetailedPeerCertificate, PeerCertificate, TLSSocket } from 'node:tls';
import { isDeepStrictEqual } from 'node:util';
import type { Certificate } from '../../core/observation/observation.js';

const MAX_CERTIFICATE_NAMES = 100;
const MAX_CHAIN = 10;
/** OpenSSL's error for a leaf whose issuer is neither sent nor known. */
const UNKNOWN_ISSUER = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';
const SELF_SIGNED = 'DEPTH_ZERO_SELF_SIGNED_CERT';
const PERIOD_ERRORS: ReadonlySet<string> = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
const MAX_CERTIFICATE_TEXT = 253;

/**
 * The facts of the certificate a server sent, valid or not. Undefined if it sent none. Reads the plain object:
 * `getPeerX509Certificate` leaks 7 KiB of native memory a connection (Node 20.20), and costs four times as much.
 */
export function certificateOf(
  socket: TLSSocket,
  name: string,
  alreadyRead?: PeerCertificate,
): Certificate | undefined {
  // An empty object if there is none.
  const sent: Partial<PeerCertificate> = alreadyRead ?? socket.getPeerCertificate();
  if (!sent?.fingerprint256) return undefined;
  const chainError = chainErrorOf(socket, sent);
  const chainLength = chainError === UNKNOWN_ISSUER ? chainLengthOf(socket) : undefined;
  const [validFrom, validTo] = [Date.parse(sent.valid_from ?? ''), Date.parse(sent.valid_to ?? '')];
  // An unreadable date counts as none.
  if (!Number.isFinite(validFrom) || !Number.isFinite(validTo)) return undefined;
  const names = namesOf(sent.subjectaltname);
  return {
    names: names.slice(0, MAX_CERTIFICATE_NAMES).map((each) => each.slice(0, MAX_CERTIFICATE_TEXT)),
    issuer: issuerOf(sent.issuer),
    validFrom,
    validTo,
    fingerprint: sent.fingerprint256,
    nameMatches: names.some((pattern) => covers(pattern, name)),
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
function chainErrorOf(socket: TLSSocket, { issuer, subject }: Partial<PeerCertificate>): string | undefined {
  if (socket.authorized) return undefined;
  const { authorizationError: error } = socket;
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  // OpenSSL tells of the dates alone.
  if (PERIOD_ERRORS.has(code) && isDeepStrictEqual(issuer, subject)) return SELF_SIGNED;
  return code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? undefined : code.slice(0, MAX_CERTIFICATE_TEXT);
}

/** Node writes a name with a comma or quote as a JSON string, where `DNS:` has no meaning. */
const ENTRY = /(?:^|, )([A-Za-z ]+):("(?:[^"\\]|\\.)*"|[^,]*)/g;

/** A message of a handshake holds at most 16 KiB of certificates by default, so the list is bounded. */
const namesOf = (alternative = ''): string[] =>
  [...alternative.matchAll(ENTRY)].flatMap(([, kind, value = '']) => (kind === 'DNS' ? [value] : []));

/** RFC 6125, 6.4: the common name doesn't count, and `*` stands for the whole first label, never under a TLD. */
function covers(pattern: string, name: string): boolean {
  const [expected, asked] = [pattern.toLowerCase(), name.toLowerCase()];
  if (!/^\*\.[^.]+\./.test(expected)) return expected === asked;
  const dot = asked.indexOf('.');
  return dot > 0 && asked.slice(dot) === expected.slice(1);
}

/** Organisation and common name, without control characters; an attribute that occurs twice is a list. */
function issuerOf(issuer: Partial<PeerCertificate['issuer']> = {}): string {
  const words = [issuer.O, issuer.CN].flat().filter((word) => word !== undefined);
  const shown = words.join(', ').replaceAll(/\p{Cc}/gu, '\uFFFD');
  return (shown || 'unknown issuer').slice(0, MAX_CERTIFICATE_TEXT);
}
