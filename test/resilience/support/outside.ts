import { type HostingProvider, ProviderError } from '../../../src/hosting/provider.js';
import type { DnsProbe, HttpProbe, TlsProbe } from '../../../src/probe/probe.js';
import type { Store } from '../../../src/store/store.js';
import { blindDns, dnsSeen, right, served, sslSeen, wrong } from '../../support/observations.js';

/** What a call meets: nothing, a failure before anything was done, one after it, or silence before anything was done. */
export type OutsideFault = () => 'well' | 'fails' | 'fails-after' | 'unheard';

const noAnswer = () => new ProviderError('timed-out', 'no answer', { retryable: true, outcomeUnknown: true });

/** A Closte that keeps what it has. */
export function flakyCloste(fault: OutsideFault): HostingProvider {
  const aliases = new Set<string>();
  async function call<Result>(work: () => Result): Promise<Result> {
    const outcome = fault();
    if (outcome === 'fails')
      throw new ProviderError('unreachable', 'away', { retryable: true, outcomeUnknown: false });
    if (outcome === 'unheard') throw noAnswer();
    const result = work();
    if (outcome === 'fails-after') throw noAnswer();
    return result;
  }
  return {
    addAlias: (hostname) =>
      call(() => {
        const before = aliases.has(hostname);
        aliases.add(hostname);
        return before ? 'already' : 'added';
      }),
    removeAlias: (hostname) => call(() => (aliases.delete(hostname) ? 'removed' : 'already')),
    listAliases: () => call(() => [...aliases]),
    testConnection: () => call(() => undefined),
  };
}

/** DNS that some customers have set right; nobody can check anything while a fault lasts. */
export function flakyProbes(fault: OutsideFault, isSet: (name: string) => boolean) {
  const seen = (name: string) =>
    fault() === 'well' ? dnsSeen(0, [isSet(name) ? right() : wrong()]) : blindDns(0);
  const dns: DnsProbe = {
    authoritative: async (name) => seen(name),
    resolvers: async () => [right('google'), right('quad9')],
    addresses: async () => [],
  };
  const seenSsl = () => (fault() === 'well' ? sslSeen(0, served) : sslSeen(0));
  const tls: TlsProbe = { handshake: async () => seenSsl() };
  const http: HttpProbe = {
    front: async () => undefined,
    probe: async (queried) => ({ ssl: seenSsl(), http: { queried, challenge: [], site: [] } }),
  };
  return { dns, tls, http };
}

/** A disk whose writes fail, before or after they are done. */
export function flakyStore(store: Store, fault: OutsideFault, code: 'ENOSPC' | 'EROFS'): Store {
  const broken = () => Object.assign(new Error(`${code}: injected`), { code });
  async function write<Result>(work: () => Promise<Result>): Promise<Result> {
    const outcome = fault();
    if (outcome === 'fails' || outcome === 'unheard') throw broken();
    const result = await work();
    if (outcome === 'fails-after') throw broken();
    return result;
  }
  return {
    ...store,
    create: (stored) => write(() => store.create(stored)),
    save: (stored) => write(() => store.save(stored)),
    markPosted: (...message) => write(() => store.markPosted(...message)),
  };
}
