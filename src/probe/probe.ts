import type { DnsObservation, ServerAnswer, SslObservation } from '../mapping/observation.js';
import type { Target } from '../mapping/target.js';

/** Looks at DNS over the wire. Failures to look are outcomes in the observation, never thrown. */
export interface DnsProbe {
  /** Asks every authoritative server of `name`'s zone; plants nothing in public caches. `name` is no wildcard. */
  authoritative(name: string, target: Target): Promise<Omit<DnsObservation, 'at' | 'resolvers'>>;
  /** Asks every watched resolver. To be called only once the authoritative servers are right. */
  resolvers(name: string): Promise<ServerAnswer[]>;
}

/** Looks at the certificate really served. Failures to look are outcomes, never thrown. */
export interface TlsProbe {
  /** Shakes hands with every address, literal, with `name` as SNI. No application data is sent. */
  handshake(name: string, addresses: readonly string[]): Promise<Omit<SslObservation, 'at'>>;
}
