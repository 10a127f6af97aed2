import { canonicalNameServer, type DnsProvider } from '../../core/dns-providers/dns-provider.js';
import { identifyDnsProvider } from '../../core/dns-providers/identify.js';
import type { ObservedDnsProvider } from '../../core/observation/observation.js';
import type { DomainConnect } from './domain-connect.js';
import type { DomainConnectSettings } from './settings.js';

export interface ZoneServers {
  /** In A-labels. */
  readonly zone: string;
  readonly nameServers: readonly string[];
}

/**
 * Names the DNS provider by its Domain Connect settings if they fit the zone's name servers, else by the name
 * servers. Undefined if neither identifies it.
 */
export async function nameProvider(
  { zone, nameServers }: ZoneServers,
  { domainConnect }: { readonly domainConnect: Pick<DomainConnect, 'discover'> },
): Promise<ObservedDnsProvider | undefined> {
  const [known, second] = identifyDnsProvider(nameServers) ?? [];
  if (known && second) return { name: known.name, secondName: second.name, source: 'name-servers' };
  const discovery = await domainConnect.discover(zone);
  if (discovery.kind === 'found' && fitsNameServers(discovery.settings, nameServers, known))
    return byItsOwnWord(discovery.settings, known);
  return known && byNameServers(known);
}

/** Without name servers, trust an answer only if the table doesn't contradict it. */
function fitsNameServers(
  settings: DomainConnectSettings,
  nameServers: readonly string[],
  known: DnsProvider | undefined,
): boolean {
  if (!settings.nameServers) return !known || known.shared === true || sameBrand(settings.name, known.name);
  const listed = new Set(settings.nameServers.map(canonicalNameServer));
  return nameServers.length > 0 && nameServers.every((each) => listed.has(canonicalNameServer(each)));
}

/** Use the table's panel facts for the same brand only. */
function byItsOwnWord(
  { name, panelUrl }: DomainConnectSettings,
  known: DnsProvider | undefined,
): ObservedDnsProvider {
  const same = known && sameBrand(name, known.name) ? known : undefined;
  const panel = panelUrl ?? same?.panelUrl;
  return {
    name,
    source: 'domain-connect',
    ...(panel !== undefined && { panelUrl: panel }),
    ...providerFields(same),
  };
}

const byNameServers = (known: DnsProvider): ObservedDnsProvider => ({
  name: known.name,
  source: 'name-servers',
  ...(known.panelUrl !== undefined && { panelUrl: known.panelUrl }),
  ...providerFields(known),
});

const providerFields = (
  provider: DnsProvider | undefined,
): Pick<ObservedDnsProvider, 'hostField' | 'flattensApex'> => ({
  ...(provider?.hostField && { hostField: provider.hostField }),
  ...(provider?.flattensApex !== undefined && { flattensApex: provider.flattensApex }),
});

/** "IONOS by 1&1" and "IONOS", or "1&1 IONOS" and "IONOS": one contains the other. */
function sameBrand(left: string, right: string): boolean {
  const [a, b] = [left, right].map((name) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''));
  return Boolean(a && b && (a.includes(b) || b.includes(a)));
}
