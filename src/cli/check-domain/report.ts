import type { Condition } from '../../core/condition.js';
import { dnsEvidence, sslEvidence } from '../../core/diagnosis/evidence.js';
import type { Finding, Moment } from '../../core/diagnosis/findings/finding.js';
import { findingsOf } from '../../core/diagnosis/findings/findings.js';
import type { WhoActs } from '../../core/diagnosis/findings/table.js';
import type { Prediction } from '../../core/diagnosis/prediction.js';
import { judgeDns } from '../../core/diagnosis/verdict.js';
import { showHostname } from '../../core/hostname.js';
import type { Mapping } from '../../core/mapping.js';
import type { DnsObservation } from '../../core/observation/observation.js';
import type { Target } from '../../core/ports/provider-facts.js';
import { isPublished, isServed } from '../../core/stage.js';
import type { App } from '../../use-cases/ports.js';

export type CheckedApp = Pick<App, 'name' | 'target' | 'intervalMs'>;

/**
 * `right`: DNS and certificate are right as far as one check can tell, and nothing keeps visitors from the site;
 * `todo`: somebody has to act; `waiting`: resolves by itself; `unchecked`: none of these is known.
 */
export type ReportVerdict = 'right' | 'todo' | 'waiting' | 'unchecked';

/** The result of a check for programs; its JSON form is documented in docs/checks.md. Times are epoch ms. */
export interface CheckReport {
  readonly hostname: string;
  readonly unicode: string;
  readonly app: string;
  readonly target: CheckedApp['target'];
  readonly at: number;
  readonly tookMs: number;
  readonly verdict: ReportVerdict;
  readonly whoActs: WhoActs;
  readonly condition: Pick<Condition, 'stage' | 'health' | 'since' | 'nextCheck'>;
  readonly axes: ReturnType<typeof axesOf>;
  readonly findings: readonly Finding[];
  readonly predictions: { readonly allSeeAt: number | undefined; readonly resolvers: readonly Prediction[] };
  readonly zone: string | undefined;
  readonly nameServers: DnsObservation['nameServers'];
  readonly dnsProvider: DnsObservation['dnsProvider'];
}

interface Checked {
  readonly mapping: Mapping;
  readonly app: CheckedApp;
  readonly seen: DnsObservation;
  readonly condition: Condition;
  readonly moment: Moment;
  readonly pending: readonly Prediction[];
  readonly allSeeAt: number | undefined;
  readonly tookMs: number;
}

export function reportOf(checked: Checked): CheckReport {
  const { mapping, app, seen, condition, moment } = checked;
  const { hostname } = mapping;
  const findings = findingsOf(mapping, app.target, moment);
  const verdict = reportVerdict(mapping, findings, app.target);
  return {
    hostname,
    unicode: showHostname(hostname).unicode,
    app: app.name,
    target: app.target,
    at: moment.now,
    tookMs: checked.tookMs,
    verdict,
    whoActs: verdict === 'todo' ? reportActor(findings, condition) : 'nobody',
    condition: {
      stage: condition.stage,
      health: condition.health,
      since: condition.since,
      nextCheck: condition.nextCheck,
    },
    axes: axesOf(mapping, seen, app.target),
    findings,
    predictions: { allSeeAt: checked.allSeeAt, resolvers: checked.pending },
    zone: seen.zone,
    nameServers: seen.nameServers,
    dnsProvider: seen.dnsProvider,
  };
}

/** Visitors land elsewhere although DNS and certificate are right, so the result isn't `right`. */
const isInTheWay = ({ code, severity }: Finding): boolean =>
  severity === 'problem' || (severity === 'warning' && code.startsWith('site-'));

function reportVerdict(mapping: Mapping, findings: readonly Finding[], target: Target): ReportVerdict {
  const { dns, ssl, site } = mapping;
  if (dns.uncheckedSince !== undefined) return 'unchecked';
  const inTheWay = findings.filter(isInTheWay);
  if (site.state === 'unrouted' || inTheWay.some(({ whoActs }) => whoActs !== 'nobody')) return 'todo';
  if (isPublished(dns) && ssl.uncheckedSince !== undefined) return 'unchecked';
  const isCached = findings.some(({ code }) => code === 'caches-waiting' || code === 'resolver-repeating');
  if (inTheWay.length > 0 || isCached) return 'waiting';
  if (!isPublished(dns)) return 'todo';
  if (!isSeenByResolvers(dns, target)) return findings.some(isForVisitors) ? 'todo' : 'waiting';
  return isServed(ssl) ? 'right' : 'waiting';
}

/** Do public resolvers agree? Without them the bot isn't Ready either. */
const isSeenByResolvers = ({ observation, disproved }: Mapping['dns'], target: Target): boolean =>
  observation !== undefined && judgeDns(observation, target, disproved).seen === 'right';

/** Somebody can act on what keeps resolvers from agreeing. */
const isForVisitors = ({ axis, severity, whoActs }: Finding): boolean =>
  axis === 'dns' && severity === 'warning' && whoActs !== 'nobody';

const reportActor = (findings: readonly Finding[], { whoActs }: Condition): WhoActs =>
  findings.find((finding) => isInTheWay(finding) && finding.whoActs !== 'nobody')?.whoActs ??
  findings.find(isForVisitors)?.whoActs ??
  whoActs;

function axesOf({ alias, dns, ssl, site }: Mapping, seen: DnsObservation, target: CheckedApp['target']) {
  const { authoritative, resolvers } = judgeDns(seen, target, dns.disproved);
  return {
    // The hosting provider wasn't asked.
    alias: { state: 'unknown' as const, assumed: alias.state },
    dns: {
      state: dns.uncheckedSince === undefined ? dns.state : ('unknown' as const),
      servers: { right: authoritative.right, of: authoritative.of },
      resolvers: { right: resolvers.right, of: resolvers.of },
      ...dnsEvidence(seen),
    },
    ssl: {
      state: ssl.uncheckedSince === undefined ? ssl.state : ('unknown' as const),
      evidence: ssl.observation && sslEvidence(ssl.observation),
    },
    site: { state: site.state, reason: site.reason, location: site.location },
  };
}
