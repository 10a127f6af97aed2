import { FAILED_WATCH_MS } from './lifecycle/policy.js';
import { type Mapping, type MappingLinks, type Stage, stages } from './mapping.js';

/** Do all authoritative servers have the record, regardless of caches? */
export const isPublished = ({ state }: { readonly state: Mapping['dns']['state'] }): boolean =>
  state === 'published' || state === 'propagated';

/** Is the certificate valid for visitors? */
export const isServed = ({ state }: { readonly state: Mapping['ssl']['state'] }): boolean =>
  state === 'valid' || state === 'expiring';

/** Derives the stage from the axes and the outcome. */
export function stageOf({
  alias,
  dns,
  ssl,
  outcome,
}: Pick<Mapping, 'alias' | 'dns' | 'ssl' | 'outcome'>): Stage {
  if (alias.state === 'removed') return 'removed';
  if (alias.intent === 'remove') return 'removing';
  if (alias.state !== 'accepted') return 'adding';
  if (outcome) return outcome.stage;
  if (dns.state === 'wrong' || dns.state === 'unknown') return 'checking-dns';
  // The certificate can be valid before the last cache expires; what remains is DNS.
  return dns.state === 'published' && isServed(ssl) ? 'checking-dns' : 'checking-ssl-cert';
}

/** If the app has a network, it must also route the site. */
export const isReady = ({ dns, ssl, site }: Pick<Mapping, 'dns' | 'ssl' | 'site'>): boolean =>
  dns.state === 'propagated' && isServed(ssl) && (site.state === 'routed' || site.state === 'unwatched');

/** Is the site all that is missing? */
export const isOnlyUnrouted = ({ dns, ssl, site }: Pick<MappingLinks, 'dns' | 'ssl' | 'site'>): boolean =>
  dns.state === 'propagated' && isServed(ssl) && site.state === 'unrouted';

/** Not Ready in time? Such a mapping is still checked for some days, less and less often. */
export const isFailed = ({ alias, outcome }: Pick<Mapping, 'alias' | 'outcome'>): boolean =>
  alias.intent === 'add' && outcome !== undefined && outcome.stage !== 'done';

/** Nothing more happens until a person asks: removed, refused, or failed and checked long enough. */
export const isFinal = (mapping: Pick<Mapping, 'alias' | 'outcome' | 'nextCheckAt'>): boolean =>
  mapping.alias.state === 'removed' ||
  mapping.alias.state === 'refused' ||
  (isFailed(mapping) && mapping.nextCheckAt === undefined);

/** Until when a failed mapping is still checked; undefined for all others. */
export const checkedUntil = (mapping: Pick<Mapping, 'alias' | 'outcome'>): number | undefined =>
  isFailed(mapping) && mapping.outcome ? mapping.outcome.at + FAILED_WATCH_MS : undefined;

/** The next operation on the domain record, which is created after the alias and deleted before it. */
export function domainRecordWork({
  alias,
  siteLink,
}: Pick<Mapping, 'alias' | 'siteLink'>): 'create' | 'delete' | undefined {
  if (alias.intent === 'remove') return siteLink?.state === 'present' ? 'delete' : undefined;
  return siteLink?.state === 'requested' && alias.state === 'accepted' ? 'create' : undefined;
}

export type AlarmAxis = 'dns' | 'ssl' | 'site';

/** After Ready: the axis that is no longer right. */
export const alarmOf = (mapping: Pick<Mapping, 'outcome' | 'dns' | 'ssl' | 'site'>): AlarmAxis | undefined =>
  mapping.outcome?.stage === 'done' ? wrongAxis(mapping) : undefined;

function wrongAxis({ dns, ssl, site }: Pick<MappingLinks, 'dns' | 'ssl' | 'site'>): AlarmAxis | undefined {
  if (dns.state === 'wrong') return 'dns';
  if (!isServed(ssl)) return 'ssl';
  return site.state === 'unrouted' ? 'site' : undefined;
}

/** What people read instead of the stage. `disturbed`: was Ready, and something else is wrong than an axis. */
const setbacks = ['refused', 'drifted', 'unserved', 'unrouted', 'disturbed'] as const;
export type Setback = (typeof setbacks)[number];
export type ShownStage = Stage | Setback;
export const shownStages: readonly ShownStage[] = [...setbacks, ...stages];

const SETBACKS = { dns: 'drifted', ssl: 'unserved', site: 'unrouted' } as const;

/** What the states alone say is wrong; whether it counts is a question of health. */
export function setbackOf(
  links: Pick<MappingLinks, 'stage' | 'alias' | 'dns' | 'ssl' | 'site'>,
): Setback | undefined {
  const { stage, alias } = links;
  if (stage === 'adding') return alias.state === 'refused' ? 'refused' : undefined;
  if (stage === 'checking-ssl-cert') return isOnlyUnrouted(links) ? 'unrouted' : undefined;
  const axis = stage === 'done' ? wrongAxis(links) : undefined;
  return axis && SETBACKS[axis];
}

/** A mapping is immutable, and each is compared twice: as a decision's result, and before the next one. */
const fingerprints = new WeakMap<Mapping, string>();

/** A key of what the card shows of a mapping, without times and TTLs that only count down. */
export function cardFingerprint(mapping: Mapping): string {
  const known = fingerprints.get(mapping) ?? cardKeyOf(mapping);
  fingerprints.set(mapping, known);
  return known;
}

function cardKeyOf(mapping: Mapping): string {
  const { stage, alias, dns, ssl, openFindings, http, site, siteLink, www } = mapping;
  const seen = dns.observation?.authoritative.flatMap(({ server, a, aaaa }) => [
    `${server} ${a.outcome} ${aaaa.outcome}`,
    ...[...a.records, ...aaaa.records].map(({ type, value }) => `${server} ${type} ${value}`),
  ]);
  const agreeing = dns.observation?.resolvers.map(
    // The time of the query doesn't change what the card shows.
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
    [alias.intent, alias.state, alias.error?.code],
    [dns.state, dns.uncheckedSince !== undefined, dns.observation?.delegation, seen?.sort(), agreeing],
    [ssl.state, ssl.uncheckedSince !== undefined, served],
    openFindings.map(({ code }) => code),
    [dns.observation?.caa?.outcome, dns.observation?.health],
    http?.site.map(({ kind }) => kind),
    [site.state, site.reason, site.location, site.record?.stage, site.record?.isSecure],
    [siteLink?.siteId, siteLink?.state, siteLink?.error?.code],
    [www?.id, www?.revision],
  ]);
}
