import type { HostingProvider } from '../../src/hosting/provider.js';

/** Its aliases as an array, however they were kept. */
export async function listed(provider: HostingProvider): Promise<readonly string[] | 'unreadable'> {
  const aliases = await provider.listAliases();
  return aliases === 'unreadable' ? 'unreadable' : [...aliases];
}
