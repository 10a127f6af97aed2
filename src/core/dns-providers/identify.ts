import { canonicalNameServer, compileNameServerPattern, type DnsProvider } from './dns-provider.js';
import { DNS_PROVIDERS } from './dns-providers.js';

/** One provider, or two if the zone is divided between them. */
export type Identified = readonly [DnsProvider] | readonly [DnsProvider, DnsProvider];

const COMPILED = DNS_PROVIDERS.map((provider) => ({
  provider,
  patterns: provider.nameServers.map(compileNameServerPattern),
}));

/** The provider that runs a name server. */
export function providerOfNameServer(nameServer: string): DnsProvider | undefined {
  const name = canonicalNameServer(nameServer);
  return COMPILED.find(({ patterns }) => patterns.some((pattern) => pattern.test(name)))?.provider;
}

/**
 * A zone's DNS provider, by all its name servers. Undefined unless most are known, and for more than two
 * providers: a wrong panel is worse than none.
 */
export function identifyDnsProvider(nameServers: readonly string[]): Identified | undefined {
  const names = new Set(nameServers.map(canonicalNameServer));
  const known = [...names].flatMap((name) => providerOfNameServer(name) ?? []);
  if (known.length * 2 <= names.size) return undefined;
  const providers = [...new Set(known)];
  const telling = providers.filter(({ shared }) => !shared);
  const [first, second, ...others] = telling.length > 0 ? telling : providers;
  if (!first || others.length > 0) return undefined;
  return second ? [first, second] : [first];
}
