import { asVisited, isFailing, mayBeSignOn } from '../diagnosis/verdict-site.js';
import { elapsedMs } from '../instant.js';
import type { Mapping, SiteAxis } from '../mapping.js';
import type { HttpObservation, SiteAnswer } from '../observation/http.js';
import { isPublished, isServed } from '../stage.js';
import { CHECKS_TO_DRIFT } from './policy.js';
import { type Context, type Step, unchanged } from './step.js';

/** The network's data on one hostname. */
export interface SiteReading {
  /** Its domain record, or that of its `www.` or bare name, which routes both. */
  readonly record?: NonNullable<SiteAxis['record']> | undefined;
  /** Every hostname that serves the record's site: its own address and its routed domain records. */
  readonly addresses: readonly string[];
}

/** `unread`: the network could not be reached. Undefined: the app has no network. */
export type NetworkView = SiteReading | 'unread' | undefined;

export interface SiteInput {
  readonly type: 'site.read';
  readonly reading: SiteReading;
}

export type SiteVerdict = Pick<SiteAxis, 'state' | 'reason' | 'location'>;

const ROUTING_STAGES: ReadonlySet<string> = new Set(['done', 'done-without-ssl']);
const FOREIGN = {
  'network-signup': 'signup',
  'network-main': 'network-main',
  'other-host': 'other-host',
  'default-page': 'default-page',
  install: 'install',
  suspended: 'suspended',
} as const;

const isForeign = (served: SiteAnswer['served']): served is keyof typeof FOREIGN =>
  served !== undefined && served in FOREIGN;

/**
 * Does WordPress serve the customer's site under this hostname? The network's data and the visible page must
 * agree.
 */
export function judgeSite(
  hostname: string,
  network: NetworkView,
  http: HttpObservation | undefined,
): SiteVerdict {
  // Ultimate Multisite can't hold a wildcard, and no single name below it stands for all.
  if (hostname.startsWith('*.')) return { state: 'unwatched' };
  const addresses = addressesOf(network);
  const answers = visited(http, network);
  const isOurs = answers.some(({ served }) => served === 'ours');
  const byRecord =
    network === undefined || network === 'unread' ? undefined : judgeRecord(hostname, network, isOurs);
  // Another host may be the site's own primary domain, which only the network can tell.
  const mayBePrimary = ({ served }: SiteAnswer) => network === 'unread' && served === 'other-host';
  const foreign = answers.find(
    (answer) => isForeign(answer.served) && !leadsTo(answer, addresses) && !mayBePrimary(answer),
  );
  if (byRecord) return byRecord;
  if (foreign && isForeign(foreign.served)) {
    const location = foreign.linkedHost ?? foreign.finalHost;
    return { state: 'unrouted', reason: FOREIGN[foreign.served], ...(location ? { location } : {}) };
  }
  if (answers.some(isFailing)) return { state: 'unrouted', reason: 'failing' };
  if (network !== undefined && network !== 'unread') return { state: 'routed' };
  if (network === undefined) return { state: 'unwatched' };
  return { state: isOurs ? 'routed' : 'unknown' };
}

const addressesOf = (network: NetworkView): readonly string[] =>
  network === undefined || network === 'unread' ? [] : network.addresses;

/** Where there is a network, its record decides what a page that asks who visits is: the site, or another. */
const visited = (http: HttpObservation | undefined, network: NetworkView): SiteAnswer[] =>
  (http?.site ?? []).map((answer) =>
    asVisited(
      answer,
      (host) => addressesOf(network).includes(host) || (network !== undefined && mayBeSignOn(answer)),
    ),
  );

/** Undefined if the network routes it. A site's own address is routed whatever its record says. */
function judgeRecord(
  hostname: string,
  { record, addresses }: SiteReading,
  isOurs: boolean,
): SiteVerdict | undefined {
  if (addresses.includes(hostname)) return undefined;
  // A name without a record can still be a site's own address; its page shows that.
  if (!record) return isOurs ? undefined : { state: 'unrouted', reason: 'no-record' };
  if (!record.isActive) return { state: 'unrouted', reason: 'inactive' };
  if (ROUTING_STAGES.has(record.stage)) return undefined;
  const hasGivenUp = record.stage === 'failed' || record.stage === 'ssl-failed';
  return { state: 'unrouted', reason: hasGivenUp ? 'gave-up' : 'still-checking' };
}

/** A redirect to the site's own primary domain is correct. */
const leadsTo = ({ finalHost, linkedHost }: SiteAnswer, addresses: readonly string[]): boolean =>
  [finalHost, linkedHost].some((host) => host !== undefined && addresses.includes(host));

/** Does a record route its hostname? */
export const isRouting = ({
  stage,
  isActive,
}: Pick<NonNullable<SiteAxis['record']>, 'stage' | 'isActive'>): boolean =>
  isActive && ROUTING_STAGES.has(stage);

/**
 * After Ready that is a matter of the site, not of its domain: `site-error` and its like say so. Nor is a page that asks who
 * visits an alarm: it may be the site's sign-on.
 */
const withoutFailing = (
  http: HttpObservation | undefined,
  network: NetworkView,
): HttpObservation | undefined => {
  if (!http) return undefined;
  const others = { ...http, site: http.site.filter((answer) => !mayBeSignOn(answer)) };
  return { ...others, site: visited(others, network).filter((answer) => !isFailing(answer)) };
};

/** The site works, and visitors don't get it through the proxy before it. */
const unlessProxyFails = (verdict: SiteVerdict, { observation }: Mapping['dns']): SiteVerdict =>
  verdict.state === 'unrouted' || observation?.front?.fault === undefined
    ? verdict
    : { state: 'unrouted', reason: 'failing' };

/** These may pass by themselves. */
const MAY_PASS: ReadonlySet<SiteAxis['reason']> = new Set(['still-checking', 'failing']);

const BY_PAGE: ReadonlySet<string | undefined> = new Set(Object.values(FOREIGN));

/** One check's result for the site; unknown until DNS points to the target. */
export function stepSite(
  mapping: Mapping,
  network: NetworkView,
  http: HttpObservation | undefined,
  context: Context,
): Step {
  if (!isPublished(mapping.dns) && mapping.outcome?.stage !== 'done') return unchanged(mapping);
  const isWatched = mapping.outcome?.stage === 'done';
  const page = isWatched ? withoutFailing(http, network) : http;
  const seen = isServed(mapping.ssl) ? page : undefined;
  const judged = judgeSite(mapping.hostname, network, seen);
  const verdict = isWatched ? judged : unlessProxyFails(judged, mapping.dns);
  const { site } = mapping;
  const record = network === undefined || network === 'unread' ? site.record : network.record;
  // No result: keep the known state.
  if (verdict.state === 'unknown' && site.state !== 'unwatched') return unchanged(mapping);
  if (network === undefined && seen === undefined) return unchanged(mapping);
  const isOdd = isWatched && BY_PAGE.has(verdict.reason) && site.state !== 'unrouted';
  const contradictions = isOdd ? site.contradictions + 1 : 0;
  if (isOdd && contradictions < CHECKS_TO_DRIFT)
    return unchanged({ ...mapping, site: { ...site, contradictions, record } });
  return withSiteEvents({ ...mapping, site: nextAxis(site, verdict, record, context.now) }, context);
}

function nextAxis(axis: SiteAxis, verdict: SiteVerdict, record: SiteAxis['record'], now: number): SiteAxis {
  const { since, reported } = axis;
  return {
    ...verdict,
    since: isSameWait(axis, verdict) ? since : now,
    contradictions: 0,
    ...(record ? { record } : {}),
    ...(reported === undefined ? {} : { reported }),
  };
}

/** Errors have their own time to pass, however long the record didn't route. */
const isSameWait = (before: SiteVerdict, now: SiteVerdict): boolean =>
  before.state === now.state && (before.reason === 'failing') === (now.reason === 'failing');

/** Reports only when DNS and certificate are right: once per reason, and once when it is over. */
function withSiteEvents(mapping: Mapping, { now, policy }: Context): Step {
  const { site, siteLink, ssl, dns } = mapping;
  if (site.state === 'unrouted') {
    const isAlone = dns.state === 'propagated' && isServed(ssl);
    const waitedMs = elapsedMs(Math.max(site.since, ssl.issuedAt ?? 0), now);
    const isNormal = MAY_PASS.has(site.reason) && waitedMs < policy.sslNormalMs;
    if (!isAlone || isNormal || site.reported === site.reason) return unchanged(mapping);
    return {
      mapping: { ...mapping, site: { ...site, reported: site.reason } },
      report: [['site.unrouted', unroutedDetails(site, siteLink)]],
    };
  }
  if (site.reported === undefined || site.state === 'unknown') return unchanged(mapping);
  const { reported: _, ...rest } = site;
  return { mapping: { ...mapping, site: rest }, report: [['site.routed', siteStateOf(siteLink)]] };
}

const siteStateOf = (siteLink: Mapping['siteLink']) => (siteLink ? { site: siteLink.siteId } : {});

const unroutedDetails = (
  { reason = 'no-record', location, record }: SiteAxis,
  siteLink: Mapping['siteLink'],
) => ({
  reason,
  ...siteStateOf(siteLink),
  ...(location === undefined ? {} : { location }),
  ...(record === undefined ? {} : { stage: record.stage }),
  ...(record?.modifiedAt === undefined ? {} : { gaveUpAt: record.modifiedAt }),
});

/** Whether two records say the same about routing. */
export const isSameRecord = (one: SiteAxis['record'], other: SiteAxis['record']): boolean =>
  one?.id === other?.id &&
  one?.siteId === other?.siteId &&
  one?.stage === other?.stage &&
  one?.isActive === other?.isActive &&
  one?.isSecure === other?.isSecure;

/**
 * Applies the network's data between two checks. A lost route counts at once; a new one is confirmed by the
 * next check, which runs at once.
 */
export function decideSite(mapping: Mapping, { reading }: SiteInput, context: Context): Step {
  if (mapping.alias.intent === 'remove' || mapping.alias.state !== 'accepted') return unchanged(mapping);
  if (isSameRecord(reading.record, mapping.site.record)) return unchanged(mapping);
  const known = { ...mapping, site: { ...mapping.site, record: reading.record } };
  const byRecord = judgeRecord(mapping.hostname, reading, mapping.site.state === 'routed' && !reading.record);
  if (byRecord && isPublished(mapping.dns))
    return withSiteEvents(
      { ...known, site: nextAxis(mapping.site, byRecord, reading.record, context.now) },
      context,
    );
  const isNews = byRecord === undefined && mapping.site.state === 'unrouted';
  return unchanged(isNews ? { ...known, nextCheckAt: context.now } : known);
}
