import { isConclusive } from '../../core/diagnosis/verdict.js';
import { withTimeout } from '../../util/clock.js';
import { type AddressPolicy, publicOnly } from '../address.js';
import type { DnsProbe, NamingDnsProbe } from '../probe.js';
import { createDomainConnect, type DomainConnect } from './domain-connect.js';
import { nameProvider, type ZoneServers } from './provider.js';

export interface DomainConnectOptions {
  readonly now: () => number;
  readonly addresses?: AddressPolicy;
  /** For tests: the providers' port and certificates. */
  readonly port?: number | undefined;
  readonly ca?: readonly string[] | undefined;
}

const TIMEOUT_MS = 2_000;
const NO_DISCOVERY: Pick<DomainConnect, 'discover'> = { discover: async () => ({ kind: 'unknown' }) };

/** Domain Connect's discovery over the bot's own DNS. */
export const domainConnectOver = (dns: NamingDnsProbe, options: DomainConnectOptions): DomainConnect =>
  createDomainConnect({
    resolveTxt: (name) => providerInTime(dns.texts(name)),
    lookup: (host) => dns.addresses(host),
    addresses: options.addresses ?? publicOnly,
    timeoutMs: TIMEOUT_MS,
    now: options.now,
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  });

async function providerInTime(texts: Promise<string[]>): Promise<string[]> {
  const found = await withTimeout(texts, TIMEOUT_MS);
  if (!found) throw new Error('no resolver answers in time');
  return found;
}

/**
 * Adds the DNS provider to the observation; by the name servers alone without `domainConnect`, or if Domain
 * Connect gives no name.
 */
export function withDnsProvider(dns: DnsProbe, domainConnect = NO_DISCOVERY): DnsProbe {
  return {
    ...dns,
    async authoritative(...question) {
      const seen = await dns.authoritative(...question);
      if (seen.zone === undefined) return seen;
      const isSpeaking = seen.authoritative.some(({ a }) => isConclusive(a));
      const asked = isSpeaking ? domainConnect : NO_DISCOVERY;
      const dnsProvider = await nameProvider(serversOf(seen.zone, seen.nameServers), {
        domainConnect: asked,
      });
      return dnsProvider ? { ...seen, dnsProvider } : seen;
    },
  };
}

/** The registry's delegation counts; the zone's own list may be outdated after a move. */
const serversOf = (
  zone: string,
  nameServers: { readonly parent: readonly string[]; readonly child: readonly string[] } | undefined,
): ZoneServers => {
  const { parent = [], child = [] } = nameServers ?? {};
  return { zone, nameServers: parent.length > 0 ? parent : child };
};
