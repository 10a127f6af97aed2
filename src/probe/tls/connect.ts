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
export function shakeHands(
  name: string,
  address: string,
  { port, secureContext, timeoutMs }: TlsConnecting,
): Promise<Shaken> {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    let sent: PeerCertificate | undefined;
    const socket: TLSSocket = connect({
      host: address,
      port,
      servername: name,
      secureContext,
      // Accept any certificate here; it is judged later.
      rejectUnauthorized: false,
      // Node has read the certificate for this, if it trusts the chain; our own check of the name comes later.
      checkServerIdentity: (_, certificate) => {
        sent = certificate;
        return undefined;
      },
      ALPNProtocols: ['http/1.1'],
    });
    const finish = (outcome: EdgeOutcome, reason?: string) => {
      clearTimeout(timer);
      const certificate = outcome === 'certificate' ? certificateOf(socket, name, sent) : undefined;
      if (!certificate) socket.destroy();
      const edge = {
        address,
        port,
        outcome: outcome === 'certificate' && !certificate ? 'handshake-failed' : outcome,
        ...(certificate ? { certificate } : {}),
        ...(reason ? { reason } : {}),
        rttMs: Math.round(performance.now() - startedAt),
      };
      resolve(certificate ? { edge, socket } : { edge });
    };
    const timer = setTimeout(() => finish('timeout'), timeoutMs);
    socket.once('secureConnect', () => finish('certificate'));
    socket.on('error', (error) => {
      const code = codeOf(error);
      finish(OUTCOMES[code] ?? networkFailureOf(code) ?? 'handshake-failed', code.slice(0, MAX_TLS_REASON));
    });
    socket.once('close', () => finish('reset'));
  });
}
