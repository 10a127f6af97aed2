import { bareOf } from './hostname.js';
import { isWithin } from './ports/provider-facts.js';

/** A network's own names, and whether the bot follows the sites at its subdomains. */
export interface OwnNames {
  /** The network's main host. */
  readonly networkHost: string | undefined;
  readonly followsOwn?: boolean | undefined;
}

/**
 * Whether a hostname is the network's own, such as `site.network.tld`. The hosting provider serves those without an
 * alias.
 */
export function isOwn(hostname: string, networkHost: string | undefined): boolean {
  if (networkHost === undefined) return false;
  const host = bareOf(networkHost);
  return hostname === networkHost || isWithin(hostname, host);
}

/** Whether an own hostname gets no mapping: the main site never does, a subdomain only if the app follows those. */
export function isLeftAlone(hostname: string, { networkHost, followsOwn = false }: OwnNames): boolean {
  if (networkHost === undefined || !isOwn(hostname, networkHost)) return false;
  return !followsOwn || bareOf(hostname) === bareOf(networkHost);
}

/** A site's address for people; sites in subdirectories differ in their paths alone. */
export const siteAddress = ({ address, path }: { readonly address: string; readonly path: string }): string =>
  `${address}${path.replace(/\/$/, '')}`;
