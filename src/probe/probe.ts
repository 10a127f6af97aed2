import type { HttpObservation } from '../core/observation/http.js';
import type {
  AddressType,
  DnsObservation,
  FrontObservation,
  PartialAnswer,
  SslObservation,
} from '../core/observation/observation.js';
import type { Target } from '../core/provider-facts.js';

/** Looks at DNS over the wire. Failures to look are outcomes in the observation, never thrown. */
export interface DnsProbe {
  /**
   * Asks every authoritative server of `name`'s zone; plants nothing of the name in public caches. `name` is no wildcard;
   * `label` is a random one that nobody has, to find wildcard records with. `isFresh`: somebody waits for it, so servers
   * that were silent a moment ago are asked again.
   */
  authoritative(
    name: string,
    target: Target,
    label: string,
    isFresh?: boolean,
  ): Promise<Omit<DnsObservation, 'at' | 'resolvers'>>;
  /** Asks the watched resolvers, each for the types that are due. Only to be called once the authoritative servers are right. */
  resolvers(name: string, typesFor: (resolver: string) => readonly AddressType[]): Promise<PartialAnswer[]>;
  /** The addresses that public resolvers have for a host that is not the customer's record. */
  addresses(host: string): Promise<string[]>;
}

/** The probe with what finding a DNS provider takes. */
export interface NamingDnsProbe extends DnsProbe {
  /**
   * The texts of TXT records that public resolvers have for a name that is no customer's hostname, each joined to one string.
   * Throws where none of them tells.
   */
  texts(name: string): Promise<string[]>;
}

/** Looks at the certificate really served. Failures to look are outcomes, never thrown. */
export interface TlsProbe {
  /** Shakes hands with every address, literal, with `name` as SNI. No application data is sent. */
  handshake(name: string, addresses: readonly string[]): Promise<Omit<SslObservation, 'at'>>;
}

/** Looks at port 80 as a certificate authority does, and at the site behind it. Failures to look are outcomes. */
export interface HttpProbe {
  /** Asks every address, literal, for a challenge `token` that nobody has, and for the front page. */
  probe(name: string, addresses: readonly string[], token: string): Promise<Omit<HttpObservation, 'at'>>;
  /**
   * Does whatever stands at the name's own public `addresses` serve, over HTTPS with a certificate for the name, what the
   * `target` addresses serve for it? At most a few of either are asked.
   */
  front(
    name: string,
    addresses: readonly string[],
    target: readonly string[],
  ): Promise<FrontObservation | undefined>;
}
