/** Does a hostname belong to the network itself, such as `site.network.tld`? The hosting provider serves those without an alias. */
export function isOwn(hostname: string, networkHost: string | undefined): boolean {
  if (networkHost === undefined) return false;
  const host = networkHost.replace(/^www\./, '');
  return hostname === networkHost || hostname === host || hostname.endsWith(`.${host}`);
}

/** Can a domain record hold it? The plugin refuses `*.` and top-level domains in A-label form. */
export const canHold = (hostname: string): boolean =>
  !hostname.startsWith('*.') && !hostname.slice(hostname.lastIndexOf('.') + 1).startsWith('xn--');
