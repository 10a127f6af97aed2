import type { HostingProvider } from './provider.js';

/**
 * The same provider for an app with hostnames of its own, such as the subdomains of its network: it serves those without
 * an alias and refuses one. They count as added already, and removed already; nothing is sent.
 */
export function withOwnNames(
  provider: HostingProvider,
  isOwnName: (hostname: string) => boolean,
): HostingProvider {
  return {
    ...provider,
    addAlias: async (hostname) => (isOwnName(hostname) ? 'already' : provider.addAlias(hostname)),
    removeAlias: async (hostname) => (isOwnName(hostname) ? 'already' : provider.removeAlias(hostname)),
  };
}
