import { isApex, isWildcard } from './hostname.js';

/** For which hostnames the `www.` name is mapped with them: Ultimate Multisite's own names of the setting. */
export const wwwPolicies = ['always', 'main_only', 'never'] as const;
export type WwwPolicy = (typeof wwwPolicies)[number];

const WWW = 'www.';

/** The name that is mapped together with a hostname, by the public suffix list; undefined where there is none. */
export function wwwOf(hostname: string, policy: WwwPolicy): string | undefined {
  if (policy === 'never' || isWildcard(hostname) || hostname.startsWith(WWW)) return undefined;
  return policy === 'always' || isApex(hostname) ? `${WWW}${hostname}` : undefined;
}
