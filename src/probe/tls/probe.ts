import { connect, createSecureContext, rootCertificates, type TLSSocket } from 'node:tls';
import type { EdgeAnswer, EdgeOutcome } from '../../core/observation/observation.js';
import { KeyedLimit, patientLimit } from '../../util/concurrency/queue.js';
import { codeOf, networkFailureOf } from '../../util/network-errors.js';
import type { AddressPolicy } from '../address.js';
import type { TlsProbe } from '../probe.js';
import { certificateOf } from './certificate.js';

export interface TlsProbeOptions {
  readonly port: number;
  readonly policy: AddressPolicy;
  /** Trusted besides Node's own roots. */
  readonly caPem?: string | undefined;
  readonly timeoutMs: number;
}

const MAX_TLS_REASON = 100;
/** Per address, and a name whose handshake hangs doesn't delay the others at its address. */
const HANDSHAKES_PER_ADDRESS = { size: 32, slowAfterMs: 500, slowSize: 500 } as const;

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

/** Handshakes with literal addresses; never connects to what the name resolves to. */
export function createTlsProbe({ port, policy, caPem, timeoutMs }: TlsProbeOptions): TlsProbe {
  // Built once: one context per connection costs a third of the throughput.
  const secureContext = createSecureContext({
    ca: caPem === undefined ? [...rootCertificates] : [...rootCertificates, caPem],
  });
  const inFlight = new KeyedLimit(() => patientLimit(HANDSHAKES_PER_ADDRESS));

  async function probe(name: string, address: string): Promise<EdgeAnswer> {
    if (!policy.mayConnect(address)) return { address, port, outcome: 'blocked', rttMs: 0 };
    return inFlight.run(address, () => shakeHands(name, address));
  }

  function shakeHands(name: string, address: string): Promise<EdgeAnswer> {
    return new Promise((resolve) => {
      const startedAt = performance.now();
      const socket: TLSSocket = connect({
        host: address,
        port,
        servername: name,
        secureContext,
        // Accept any certificate here; it is judged afterwards.
        rejectUnauthorized: false,
        ALPNProtocols: ['http/1.1'],
      });
      const finish = (outcome: EdgeOutcome, reason?: string) => {
        clearTimeout(timer);
        const certificate = outcome === 'certificate' ? certificateOf(socket, name) : undefined;
        socket.destroy();
        resolve({
          address,
          port,
          outcome: outcome === 'certificate' && !certificate ? 'handshake-failed' : outcome,
          ...(certificate ? { certificate } : {}),
          ...(reason ? { reason } : {}),
          rttMs: Math.round(performance.now() - startedAt),
        });
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

  return {
    handshake: async (name, addresses) => ({
      queried: name,
      edges: await Promise.all(addresses.map((address) => probe(name, address))),
    }),
  };
}
