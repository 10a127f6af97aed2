import type { HttpObservation, SiteAnswer } from '../core/observation/http.js';
import type {
  AddressType,
  DnsObservation,
  FrontObservation,
  PartialAnswer,
  SslObservation,
} from '../core/observation/observation.js';
import type { Target } from '../core/ports/provider-facts.js';

/** The bot has too many DNS queries waiting: nothing was learned about the name. Try again later. */
export class NotAsked extends Error {
  override readonly name = 'NotAsked';
  constructor() {
    super('too many DNS queries are waiting');
  }
}

export interface AuthoritativeOptions {
  /** A person waits, so servers that were silent recently are queried again. */
  readonly isFresh?: boolean;
  /** Where the search for CAA records begins, if not at the name. */
  readonly caaName?: string;
}

/**
 * Checks DNS over the wire. Failures are outcomes in the observation, never thrown; each method throws `NotAsked` when
 * the bot itself is too busy.
 */
export interface DnsProbe {
  /**
   * Queries every authoritative server of `name`'s zone; caches nothing of the name in public resolvers.
   * `name` is no wildcard; `label` is a random unused one, to detect wildcard records.
   */
  authoritative(
    name: string,
    target: Target,
    label: string,
    how?: AuthoritativeOptions,
  ): Promise<Omit<DnsObservation, 'at' | 'resolvers'>>;
  /**
   * Queries the watched resolvers, each for the types that are due. Call only once the authoritative servers
   * are right.
   */
  resolvers(name: string, typesFor: (resolver: string) => readonly AddressType[]): Promise<PartialAnswer[]>;
  /** The addresses of a host that is not the customer's record, from public resolvers. */
  addresses(host: string): Promise<string[]>;
}

/** The probe plus what identifying a DNS provider needs. */
export interface NamingDnsProbe extends DnsProbe {
  /**
   * The texts of TXT records of a name that is no customer's hostname, from public resolvers, each joined to
   * one string. Throws when no resolver answers.
   */
  texts(name: string): Promise<string[]>;
}

/** Checks the certificate served. Failures are outcomes, never thrown. */
export interface TlsProbe {
  /** Does a TLS handshake with every literal address, with `name` as SNI. Sends no application data. */
  handshake(name: string, addresses: readonly string[]): Promise<Omit<SslObservation, 'at'>>;
}

export interface Visit {
  readonly ssl: Omit<SslObservation, 'at'>;
  readonly site: readonly SiteAnswer[];
}

/** What an HTTP probe saw of certificate and site. */
export interface ServedSite {
  readonly ssl: Omit<SslObservation, 'at'>;
  readonly http: Omit<HttpObservation, 'at'>;
}

export interface SitePlace {
  /** All addresses that lead to the site; default: those that are asked. */
  readonly home?: readonly string[];
  /** Where visitors get their certificate; default: the addresses that are asked. */
  readonly doors?: readonly string[];
}

/**
 * Checks the certificate, port 80 as a certificate authority does, and the site behind it. Failures are outcomes, never
 * thrown.
 */
export interface HttpProbe {
  /**
   * One connection to the address of each known answer, for the certificate and the front page over HTTPS. Returns the
   * certificates, and those of the answers whose page is still the one that was judged. Absent: cannot tell.
   */
  visit?(name: string, known: readonly SiteAnswer[]): Promise<Visit>;
  /**
   * Requests the certificate, an unused challenge `token` and the front page from every literal address. Where the
   * certificate is valid for the name, and the redirects of port 80 don't lead to HTTPS, the page there is judged as well:
   * browsers ask for it first. A redirect to the name's www is at home if that leads to one of the place's addresses.
   */
  probe(name: string, addresses: readonly string[], token: string, place?: SitePlace): Promise<ServedSite>;
  /**
   * Whether the name's own public `addresses` serve, over HTTPS with a certificate for the name, what the
   * `target` addresses serve for it. Checks only a few of each.
   */
  front(
    name: string,
    addresses: readonly string[],
    target: readonly string[],
  ): Promise<FrontObservation | undefined>;
}
