import { rootCertificates } from 'node:tls';
import type { Config } from '../../config/config.js';
import { anyAddress, publicOnly } from '../../probe/address.js';
import { createDnsProbe } from '../../probe/dns/probe.js';
import type { DomainConnect } from '../../probe/domain-connect/domain-connect.js';
import { domainConnectOver, withDnsProvider } from '../../probe/domain-connect/with-dns-provider.js';
import { createHttpProbe } from '../../probe/http/probe.js';
import type { DnsProbe, HttpProbe, TlsProbe } from '../../probe/probe.js';
import { createTlsProbe } from '../../probe/tls/probe.js';

const DNS_TIMEOUT_MS = 2_000;
const TLS_TIMEOUT_MS = 8_000;
/** Let's Encrypt's own timeout. */
const HTTP_TIMEOUT_MS = 10_000;

export interface Probes {
  readonly dns: DnsProbe;
  readonly tls: TlsProbe;
  readonly http: HttpProbe;
  readonly domainConnect: DomainConnect;
  /** The texts of TXT records. Throws when the lookup fails. */
  readonly texts: (name: string) => Promise<string[]>;
}

/** The probes as configured: their resolvers, and the addresses they may connect to. */
export function createProbes(config: Config, now: () => number): Probes {
  const policy = config.allowPrivateAddresses ? anyAddress : publicOnly;
  const { tlsPort, httpPort, caPem } = config;
  const dns = createDnsProbe({ ...config.dns, policy, now, timeoutMs: DNS_TIMEOUT_MS });
  const domainConnect = domainConnectOver(dns, {
    now,
    addresses: policy,
    port: tlsPort,
    ca: caPem === undefined ? undefined : [...rootCertificates, caPem],
  });
  return {
    domainConnect,
    texts: dns.texts,
    dns: withDnsProvider(dns, config.asksDnsProviders ? domainConnect : undefined),
    tls: createTlsProbe({ port: tlsPort, policy, caPem, timeoutMs: TLS_TIMEOUT_MS }),
    http: createHttpProbe({
      httpPort,
      tlsPort,
      policy,
      caPem,
      resolveHost: dns.addresses,
      timeoutMs: HTTP_TIMEOUT_MS,
    }),
  };
}
