/** Does a hostname belong to the network itself, such as `site.network.tld`? The hosting provider serves those without an alias. */
export function isOwn(hostname: string, networkHost: string | undefined): boolean {
  if (networkHost === undefined) return false;
  const host = networkHost.replace(/^www\./, '');
  return hostname === networkHost || hostname === host || hostname.endsWith(`.${host}`);
}
