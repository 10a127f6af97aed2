import type { Mapping } from '../mapping.js';
import type { ObservedDnsProvider } from '../observation/observation.js';
import { canonicalNameServer, compileNameServerPattern, type DnsProvider } from './dns-provider.js';
import { CLOUD_PROVIDERS } from './table-cloud.js';
import { GERMAN_PROVIDERS } from './table-germany.js';
import { IBERIAN_AND_BRAZILIAN_PROVIDERS } from './table-iberia-brazil.js';
import { LATIN_EUROPEAN_PROVIDERS } from './table-italy-france-romania.js';
import { REGISTRARS } from './table-registrars.js';
import { BRITISH_AND_NORTHERN_PROVIDERS } from './table-uk-north.js';

/** Facts about DNS providers and registrars. No two claim the same name server. */
export const DNS_PROVIDERS: readonly DnsProvider[] = [
  ...CLOUD_PROVIDERS,
  ...REGISTRARS,
  ...IBERIAN_AND_BRAZILIAN_PROVIDERS,
  ...LATIN_EUROPEAN_PROVIDERS,
  ...GERMAN_PROVIDERS,
  ...BRITISH_AND_NORTHERN_PROVIDERS,
];

/** One provider, or two if the zone is divided between them. */
export type Identified = readonly [DnsProvider] | readonly [DnsProvider, DnsProvider];

const COMPILED = DNS_PROVIDERS.map((provider) => ({
  provider,
  patterns: provider.nameServers.map(compileNameServerPattern),
}));

/** Hundreds of patterns for each name server of each check: most zones share a few. */
const identified = new Map<string, DnsProvider | undefined>();
const MAX_IDENTIFIED = 10_000;

/** The provider that runs a name server. */
export function providerOfNameServer(nameServer: string): DnsProvider | undefined {
  const name = canonicalNameServer(nameServer);
  if (identified.has(name)) return identified.get(name);
  const found = COMPILED.find(({ patterns }) => patterns.some((pattern) => pattern.test(name)))?.provider;
  if (identified.size >= MAX_IDENTIFIED) identified.clear();
  identified.set(name, found);
  return found;
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
  const distinct = providers.filter(({ shared }) => !shared);
  const [first, second, ...others] = distinct.length > 0 ? distinct : providers;
  if (!first || others.length > 0) return undefined;
  return second ? [first, second] : [first];
}

/** The zone's DNS provider in the latest observation: as the check named it, or by the name servers alone. */
export function dnsProviderOf({ observation }: Mapping['dns']): ObservedDnsProvider | undefined {
  if (observation?.dnsProvider) return observation.dnsProvider;
  const [first, second] = identifyDnsProvider(observation?.nameServers?.parent ?? []) ?? [];
  if (!first) return undefined;
  const { name, panelUrl, hostField } = first;
  return {
    name,
    source: 'name-servers',
    ...(second ? { secondName: second.name } : {}),
    ...(panelUrl === undefined ? {} : { panelUrl }),
    ...(hostField === undefined ? {} : { hostField }),
  };
}
