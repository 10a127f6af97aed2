import {
  connect,
  createSecureContext,
  type PeerCertificate,
  rootCertificates,
  type SecureContext,
  type TLSSocket,
} from 'node:tls';
import type { EdgeAnswer, EdgeOutcome } from '../../core/observation/observation.js';
import { codeOf, networkFailureOf } from '../../util/network-errors.js';
import { certificateOf } from './certificate.js';

export interface TlsConnecting {
  readonly port: number;
  readonly secureContext: SecureContext;
  readonly timeoutMs: number;
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

const contexts = new Map<string, SecureContext>();

/** Node's own roots and one more. Kept: a context for each connection costs more than its handshake. */
export function trusting(caPem = ''): SecureContext {
  const known = contexts.get(caPem);
  if (known) return known;
  const ca = caPem === '' ? [...rootCertificates] : [...rootCertificates, caPem];
  const context = createSecureContext({ ca });
  contexts.set(caPem, context);
  return context;
}

/** A handshake with a literal address, with `name` as SNI. Never resumes a session, which would hide the certificate. */
export function shakeHands(name: string, address: string, connecting: TlsConnecting): Promise<Shaken> {
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
  { port, secureContext }: TlsConnecting,
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
    ALPNProtocols: ['http/1.1'],
  });
}
