import type { Mapping, Stage } from './mapping.js';
import { FAILED_WATCH_MS } from './policy.js';

/** Do all authoritative servers have the record, whatever caches still say? */
export const isPublished = ({ state }: { readonly state: Mapping['dns']['state'] }): boolean =>
  state === 'published' || state === 'propagated';

/** Is the certificate good to visitors? */
export const isServed = ({ state }: { readonly state: Mapping['ssl']['state'] }): boolean =>
  state === 'valid' || state === 'expiring';

/** Derives the stage from the three axes and how the watch ended. */
export function stageOf({
  host,
  dns,
  ssl,
  outcome,
}: Pick<Mapping, 'host' | 'dns' | 'ssl' | 'outcome'>): Stage {
  if (host.state === 'removed') return 'removed';
  if (host.intent === 'remove') return 'removing';
  if (host.state !== 'accepted') return 'adding';
  if (outcome) return outcome.stage;
  if (dns.state === 'wrong' || dns.state === 'unknown') return 'checking-dns';
  // The certificate can be there before the last cache has expired: what remains then is DNS.
  return dns.state === 'published' && isServed(ssl) ? 'checking-dns' : 'checking-ssl-cert';
}

export const isReady = ({ dns, ssl }: Pick<Mapping, 'dns' | 'ssl'>): boolean =>
  dns.state === 'propagated' && isServed(ssl);

/** Did the watch end without success? Such a mapping is still checked for some days, less and less often. */
export const isFailed = ({ host, outcome }: Pick<Mapping, 'host' | 'outcome'>): boolean =>
  host.intent === 'add' && outcome !== undefined && outcome.stage !== 'done';

/** Nothing happens any more until a person asks: it is gone, refused, or was checked long enough after it had failed. */
export const isFinal = (mapping: Pick<Mapping, 'host' | 'outcome' | 'nextCheckAt'>): boolean =>
  mapping.host.state === 'removed' ||
  mapping.host.state === 'refused' ||
  (isFailed(mapping) && mapping.nextCheckAt === undefined);

/** Until when a mapping that has failed is still checked; undefined for all others. */
export const checkedUntil = (mapping: Pick<Mapping, 'host' | 'outcome'>): number | undefined =>
  isFailed(mapping) && mapping.outcome ? mapping.outcome.at + FAILED_WATCH_MS : undefined;

/** What is to be done about the record next: it comes after the alias, and goes before it. */
export function recordWork({ host, site }: Pick<Mapping, 'host' | 'site'>): 'create' | 'delete' | undefined {
  if (host.intent === 'remove') return site?.state === 'present' ? 'delete' : undefined;
  return site?.state === 'requested' && host.state === 'accepted' ? 'create' : undefined;
}

/** After Ready: the axis that is no longer as it was. */
export function alarmOf({
  outcome,
  dns,
  ssl,
}: Pick<Mapping, 'outcome' | 'dns' | 'ssl'>): 'dns' | 'ssl' | undefined {
  if (outcome?.stage !== 'done') return undefined;
  if (dns.state === 'wrong') return 'dns';
  return isServed(ssl) ? undefined : 'ssl';
}

/** What the card shows of a mapping, as a key: times and TTLs that only tick are left out. */
export function face(mapping: Mapping): string {
  const { stage, host, dns, ssl, notes, http, site, companion } = mapping;
  const seen = dns.observation?.authoritative.flatMap(({ server, a, aaaa }) => [
    `${server} ${a.outcome} ${aaaa.outcome}`,
    ...[...a.records, ...aaaa.records].map(({ type, value }) => `${server} ${type} ${value}`),
  ]);
  const agreeing = dns.observation?.resolvers.map(
    // When it was asked decides when it will be another.
    ({ server, a, aaaa }) =>
      `${server} ${a.outcome} ${a.records.map(({ value }) => value).sort()} ${a.at} ${aaaa.at}`,
  );
  const served = ssl.observation?.edges.map(
    ({ address, outcome, certificate }) =>
      `${address} ${outcome} ${certificate?.fingerprint} ${certificate?.chainError}`,
  );
  return JSON.stringify([
    stage,
    isFinal(mapping),
    dns.disproved,
    [host.intent, host.state, host.error?.code],
    [dns.state, dns.blindSince !== undefined, dns.observation?.delegation, seen?.sort(), agreeing],
    [ssl.state, ssl.blindSince !== undefined, served],
    notes.map(({ code }) => code),
    [dns.observation?.caa?.outcome, dns.observation?.health],
    http?.site.map(({ kind }) => kind),
    [site?.siteId, site?.state, site?.error?.code],
    [companion?.id, companion?.revision],
  ]);
}
