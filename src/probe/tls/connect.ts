import {
  connect,
  createSecureContext,
  type PeerCertificate,
  rootCertificates,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import { type EdgeAnswer, type EdgeOutcome, UNACCEPTED_KEY } from '../../core/observation/observation.js';
import { codeOf, networkFailureOf } from '../../util/network-errors.js';
import { certificateOf } from './certificate.js';

export interface TlsConnecting {
  readonly port: number;
  readonly secureContext: SecureContext;
  readonly timeoutMs: number;
  /** Default: HTTP/1.1. */
  readonly protocol?: 'http/1.1' | 'h2';
}

/** The result of a handshake, and the connection if there is a certificate; the caller has to destroy it. */
export interface Shaken {
  readonly edge: EdgeAnswer;
  readonly socket?: TLSSocket;
}

const MAX_TLS_REASON = 100;

/** OpenSSL's error codes for a handshake that ended early, as Node 20 reports them. */
const OUTCOMES: Readonly<Record<string, EdgeOutcome>> = {
  ERR_SSL_TLSV1_UNRECOGNIZED_NAME: 'unknown-name',
  ERR_SSL_TLSV1_ALERT_UNRECOGNIZED_NAME: 'unknown-name',
  'ERR_SSL_SSL/TLS_ALERT_UNRECOGNIZED_NAME': 'unknown-name',
  ERR_SSL_WRONG_VERSION_NUMBER: 'not-tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'not-tls',
  ERR_SSL_HTTP_REQUEST: 'not-tls',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'old-tls',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'old-tls',
};

/** The servers' usual alert when client and server have no algorithm in common; also sent without a certificate for the name. */
const NOTHING_IN_COMMON: ReadonlySet<string> = new Set([
  'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE',
]);

/**
 * What Chrome offers, and Firefox and Safari do, too: OpenSSL alone knows more, such as DHE, CCM, P-521 and Ed25519, with
 * which no visitor gets through.
 */
const OF_BROWSERS = {
  ciphers: [
    'TLS_AES_128_GCM_SHA256',
    'TLS_AES_256_GCM_SHA384',
    'TLS_CHACHA20_POLY1305_SHA256',
    'ECDHE-ECDSA-AES128-GCM-SHA256',
    'ECDHE-RSA-AES128-GCM-SHA256',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
    'ECDHE-RSA-AES256-GCM-SHA384',
    'ECDHE-ECDSA-CHACHA20-POLY1305',
    'ECDHE-RSA-CHACHA20-POLY1305',
    'ECDHE-RSA-AES128-SHA',
    'ECDHE-RSA-AES256-SHA',
    'AES128-GCM-SHA256',
    'AES256-GCM-SHA384',
    'AES128-SHA',
    'AES256-SHA',
  ].join(':'),
  sigalgs: [
    'ecdsa_secp256r1_sha256',
    'rsa_pss_rsae_sha256',
    'rsa_pkcs1_sha256',
    'ecdsa_secp384r1_sha384',
    'rsa_pss_rsae_sha384',
    'rsa_pkcs1_sha384',
    'rsa_pss_rsae_sha512',
    'rsa_pkcs1_sha512',
  ].join(':'),
  ecdhCurve: 'X25519:P-256:P-384',
};

const contexts = new Map<string, SecureContext>();

/**
 * Speaks TLS as browsers do, and trusts Node's own roots and one more. Kept: a context for each connection costs more than
 * its handshake.
 */
export function trusting(caPem = ''): SecureContext {
  const known = contexts.get(caPem);
  if (known) return known;
  const ca = caPem === '' ? [...rootCertificates] : [...rootCertificates, caPem];
  const context = createSecureContext({ ca, ...OF_BROWSERS });
  contexts.set(caPem, context);
  return context;
}

/**
 * A handshake with a literal address, with `name` as SNI. Never resumes a session, which would hide the certificate. A server
 * that OpenSSL alone gets through to is too old for browsers.
 */
export async function shakeHands(name: string, address: string, connecting: TlsConnecting): Promise<Shaken> {
  const shaken = await shakeOnce(name, address, connecting);
  if (refusesHttp1(shaken.edge.reason)) return certificateAlone(name, address, connecting);
  if (!hasNothingInCommon(shaken)) return shaken;
  const { edge, socket } = await shakeOnce(name, address, { ...connecting, secureContext: anyContext() });
  const isKey = socket !== undefined && !hasBrowsersKey(socket.getPeerCertificate());
  socket?.destroy();
  if (!edge.certificate) return shaken;
  for (let count = 0; count < CONFIRMATIONS; count++) {
    const again = await shakeOnce(name, address, connecting);
    if (!hasNothingInCommon(again)) return again;
  }
  return { edge: { ...shaken.edge, outcome: 'old-tls', ...(isKey ? { reason: UNACCEPTED_KEY } : {}) } };
}

/** The certificate may have come meanwhile, or from another server behind the address; two of them may take turns. */
const CONFIRMATIONS = 2;

/** The bot asks for pages in HTTP/1.1. */
async function certificateAlone(name: string, address: string, connecting: TlsConnecting): Promise<Shaken> {
  const { edge, socket } = await shakeOnce(name, address, { ...connecting, protocol: 'h2' });
  socket?.destroy();
  return { edge };
}

/** The code of a server that speaks HTTP/2 alone, as it may with browsers (RFC 7301 3.2). */
export const refusesHttp1 = (code = ''): boolean => /^ERR_SSL_.*_NO_APPLICATION_PROTOCOL$/.test(code);

const hasNothingInCommon = ({ edge }: Shaken): boolean => NOTHING_IN_COMMON.has(edge.reason ?? '');

/** RSA, P-256 or P-384: not all browsers know P-521, and none Ed25519. */
const hasBrowsersKey = ({ modulus, nistCurve = '' }: Partial<PeerCertificate>): boolean =>
  modulus !== undefined || nistCurve === 'P-256' || nistCurve === 'P-384';

let permissive: SecureContext | undefined;
const anyContext = (): SecureContext => {
  permissive ??= createSecureContext({ ciphers: 'ALL:@SECLEVEL=0' });
  return permissive;
};

function shakeOnce(name: string, address: string, connecting: TlsConnecting): Promise<Shaken> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const { port, timeoutMs } = connecting;
    let sent: PeerCertificate | undefined;
    const socket = connectTls(name, address, connecting, (certificate) => {
      sent = certificate;
    });
    const finish = (outcome: EdgeOutcome, facts: Pick<EdgeAnswer, 'certificate' | 'reason'> = {}) => {
      clearTimeout(timer);
      const edge = { address, port, outcome, ...facts, rttMs: Math.round(performance.now() - startedAt) };
      if (facts.certificate) return resolve({ edge, socket });
      socket.destroy();
      resolve({ edge });
    };
    const timer = setTimeout(() => finish('timeout'), timeoutMs);
    socket.once('secureConnect', () => {
      const certificate = certificateOf(socket, name, sent);
      if (certificate) finish('certificate', { certificate });
      else finish('handshake-failed');
    });
    socket.on('error', (error) => {
      const code = codeOf(error);
      const outcome = OUTCOMES[code] ?? networkFailureOf(code) ?? 'handshake-failed';
      finish(outcome, code === '' ? {} : { reason: code.slice(0, MAX_TLS_REASON) });
    });
    socket.once('close', () => finish('reset'));
  });
}

/** `onTrusted` gets the certificate if its chain is trusted: Node has read it for that. The name is checked later. */
function connectTls(
  servername: string,
  host: string,
  { port, secureContext, protocol = 'http/1.1' }: TlsConnecting,
  onTrusted: (certificate: PeerCertificate) => void,
): TLSSocket {
  return connect({
    host,
    port,
    servername,
    secureContext,
    // Accept any certificate here; it is judged later.
    rejectUnauthorized: false,
    checkServerIdentity: (_, certificate) => {
      onTrusted(certificate);
      return undefined;
    },
    ALPNProtocols: [protocol],
  });
}
