import type { Mapping, Stage } from './mapping.js';

const isValid = (ssl: Mapping['ssl']): boolean => ssl.state === 'valid' || ssl.state === 'expiring';

/** Derives the stage from the three axes and how the watch ended. */
export function stageOf({ host, dns, ssl, outcome }: Omit<Mapping, 'stage'>): Stage {
  if (host.state === 'removed') return 'removed';
  if (host.intent === 'remove') return 'removing';
  if (host.state !== 'accepted') return 'adding';
  if (outcome) return outcome.stage;
  if (dns.state === 'wrong' || dns.state === 'unknown') return 'checking-dns';
  // The certificate can be there before the last cache has expired: what remains then is DNS.
  return dns.state === 'published' && isValid(ssl) ? 'checking-dns' : 'checking-ssl-cert';
}

export const isReady = ({ dns, ssl }: Pick<Mapping, 'dns' | 'ssl'>): boolean =>
  dns.state === 'propagated' && isValid(ssl);

/** Nothing happens any more until a person asks. */
export const isFinal = (mapping: Mapping): boolean =>
  mapping.host.state === 'removed' ||
  mapping.host.state === 'refused' ||
  (mapping.host.intent === 'add' && mapping.outcome !== undefined);

/** What the card shows of a mapping, as a key: times and TTLs that only tick are left out. */
export function face({ stage, host, dns, ssl }: Mapping): string {
  const seen = dns.observation?.authoritative.flatMap(({ server, a, aaaa }) => [
    `${server} ${a.outcome} ${aaaa.outcome}`,
    ...[...a.records, ...aaaa.records].map(({ type, value }) => `${server} ${type} ${value}`),
  ]);
  const agreeing = dns.observation?.resolvers.map(
    ({ server, a }) => `${server} ${a.outcome} ${a.records.map(({ value }) => value).sort()}`,
  );
  const served = ssl.observation?.edges.map(
    ({ address, outcome, certificate }) =>
      `${address} ${outcome} ${certificate?.fingerprint} ${certificate?.chainError}`,
  );
  return JSON.stringify([
    stage,
    [host.intent, host.state, host.error?.code],
    [dns.state, dns.blindSince !== undefined, dns.observation?.delegation, seen?.sort(), agreeing],
    [ssl.state, ssl.blindSince !== undefined, served],
  ]);
}
