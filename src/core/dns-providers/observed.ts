import type { Mapping } from '../mapping.js';
import type { ObservedDnsProvider } from '../observation/observation.js';
import { identifyDnsProvider } from './identify.js';

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
