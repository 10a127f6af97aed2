import { isWithin } from '../../core/ports/provider-facts.js';
import { bareHost } from './connections.js';
import type { FetchedPage } from './exchange.js';

/** Hosts that a browser asks over HTTPS alone, once they have said so (HSTS, RFC 6797). */
export interface StrictHosts {
  keep(url: URL, page: FetchedPage): void;
  /** Where the browser goes instead. */
  upgraded(url: URL): URL;
}

export function newStrictHosts(): StrictHosts {
  /** By host: for names below it as well? */
  const strict = new Map<string, boolean>();
  const isStrict = (host: string) =>
    [...strict].some(([known, isForAll]) => known === host || (isForAll && isWithin(host, known)));
  return {
    keep: (url, { headers, isTrusted }) => {
      const policy = [headers['strict-transport-security'] ?? []].flat()[0];
      // Without a certificate that it trusts, a browser takes no such policy (RFC 6797 8.1).
      if (policy === undefined || url.protocol !== 'https:' || isTrusted !== true) return;
      const [, seconds] = /(?:^|;)\s*max-age\s*=\s*"?(\d+)/i.exec(policy) ?? [];
      if (seconds === undefined) return;
      const host = bareHost(url.hostname);
      if (Number(seconds) > 0) strict.set(host, /(?:^|;)\s*includeSubDomains\s*(?:;|$)/i.test(policy));
      else strict.delete(host);
    },
    upgraded: (url) => {
      if (url.protocol !== 'http:' || !isStrict(bareHost(url.hostname))) return url;
      const secure = new URL(url);
      secure.protocol = 'https:';
      return secure;
    },
  };
}

/** Certificate authorities remember nothing. */
export const noStrictHosts = (): StrictHosts => ({ keep: () => undefined, upgraded: (url) => url });
