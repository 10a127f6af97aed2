import { httpRules } from '../../core/diagnosis/findings/rules/http.js';
import { HOUR_MS } from '../../core/instant.js';
import type { Mapping } from '../../core/mapping.js';
import type { HttpObservation, SiteAnswer } from '../../core/observation/http.js';
import type { DnsObservation, Lookup, SslObservation } from '../../core/observation/observation.js';
import { isReady } from '../../core/stage.js';

/** How long port 80 of a healthy mapping is not queried: at the usual interval, every twelfth check does. */
const CHALLENGE_KEPT_MS = 12 * HOUR_MS;

export interface SteadyView {
  readonly dns: DnsObservation;
  /** Where the certificate must be served. */
  readonly addresses: readonly string[];
  readonly now: number;
}

/**
 * The last result for the site of a Ready mapping, if nothing hints at a change: then one request to each address shows
 * whether it still holds. Undefined: check all of it.
 */
export function steadySite(
  mapping: Mapping,
  { dns, addresses, now }: SteadyView,
): HttpObservation | undefined {
  const { http, outcome, openFindings } = mapping;
  if (!http || outcome?.stage !== 'done' || !isReady(mapping) || isDoubted(mapping)) return undefined;
  const isRecent = Math.abs(now - (http.challengeAt ?? http.at)) < CHALLENGE_KEPT_MS;
  const isClean =
    http.site.some(isServedOurs) &&
    http.site.every((answer) => isServedOurs(answer) || answer.failure === 'unreachable') &&
    http.challenge.every(({ outcome }) => outcome === 'reached' || outcome === 'unreachable') &&
    !openFindings.some(({ code }) => Object.hasOwn(httpRules, code));
  const isSamePlace =
    http.queried === dns.queried &&
    isSameList(
      addresses,
      http.site.map(({ address }) => address),
    );
  return isRecent && isClean && isSamePlace && isSameDns(mapping.dns.observation, dns) ? http : undefined;
}

const isServedOurs = ({ served }: SiteAnswer): boolean => served === 'ours';

const isDoubted = ({ dns, ssl, site }: Mapping): boolean =>
  dns.contradictions + ssl.contradictions + site.contradictions > 0 ||
  dns.uncheckedSince !== undefined ||
  ssl.uncheckedSince !== undefined;

/** Do the servers answer as before? TTLs, order and round trips don't matter. */
function isSameDns(before: DnsObservation | undefined, now: DnsObservation): boolean {
  return before !== undefined && answersIn(before) === answersIn(now);
}

function answersIn({ delegation, zone, nameServers, authoritative, front }: DnsObservation): string {
  const answers = authoritative.map(({ server, address, a, aaaa }) => [
    server,
    address,
    ...[a, aaaa].flatMap(lookupFacts),
  ]);
  return JSON.stringify([delegation, zone, nameServers, front?.served, answers.map(String).sort()]);
}

const lookupFacts = ({ outcome, records, chain }: Lookup) => [
  outcome,
  chain,
  records.map(({ name, type, value }) => `${name} ${type} ${value}`).sort(),
];

/** Is the same certificate served at every address? */
export const isSameSsl = (before: SslObservation | undefined, now: Pick<SslObservation, 'edges'>): boolean =>
  before !== undefined && isSameList(before.edges.map(servedAt), now.edges.map(servedAt));

const servedAt = ({ address, outcome, certificate }: SslObservation['edges'][number]): string =>
  `${address} ${outcome} ${certificate?.fingerprint} ${certificate?.chainError}`;

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.toSorted().join('\n') === other.toSorted().join('\n');
