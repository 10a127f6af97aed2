import type { EventAbout, EventOf } from '../events/event.js';
import type { Mapping, OpenFinding } from '../mapping.js';
import { ROUNDS_TO_PROPAGATE } from './policy.js';

/** Events that report the results of checks. */
export type SeenEvent = EventAbout<'dns'> | EventAbout<'ssl'> | EventAbout<'site'> | EventOf<'domain.done'>;

/** Replays an event that reports a check. */
export function withSeen(mapping: Mapping, event: SeenEvent): Mapping {
  return axesAfter(isLateSuccess(mapping, event) ? goingOn(mapping, event.at) : mapping, event);
}

/** A failed mapping continues once the axis that failed is right. */
function isLateSuccess({ outcome }: Mapping, { type }: SeenEvent): boolean {
  if (outcome?.stage === 'ssl-failed') return type === 'ssl.issued';
  return outcome?.stage === 'failed' && RISEN.has(type);
}

const RISEN: ReadonlySet<SeenEvent['type']> = new Set(['dns.published', 'dns.propagated', 'dns.restored']);

const goingOn = (mapping: Mapping, at: number): Mapping => ({
  ...mapping,
  outcome: undefined,
  dns: { ...mapping.dns, startedAt: at },
  ssl: { ...mapping.ssl, startedAt: at },
});

function axesAfter(mapping: Mapping, event: SeenEvent): Mapping {
  const { dns, ssl } = mapping;
  const { at } = event;
  switch (event.type) {
    case 'dns.published':
      return {
        ...mapping,
        dns: { ...dns, state: 'published', since: at, publishedAt: at },
        ssl: { ...ssl, startedAt: ssl.startedAt ?? at },
      };
    case 'dns.propagated': {
      const agreeingRounds = ROUNDS_TO_PROPAGATE;
      return {
        ...mapping,
        dns: { ...dns, state: 'propagated', since: at, propagatedAt: at, agreeingRounds },
      };
    }
    case 'dns.restored':
      return { ...mapping, dns: { ...dns, state: 'propagated', since: at, isDrifted: undefined } };
    case 'dns.drifted':
      return { ...mapping, dns: { ...dns, state: 'wrong', since: at, isDrifted: true } };
    case 'dns.failed':
      return { ...mapping, outcome: { stage: 'failed', at } };
    case 'ssl.issued':
      return { ...mapping, ssl: { ...ssl, state: 'valid', since: at, issuedAt: at } };
    case 'ssl.renewed':
      return { ...mapping, ssl: { ...ssl, state: 'valid' } };
    case 'ssl.expiring':
      return { ...mapping, ssl: { ...ssl, state: 'expiring' } };
    case 'ssl.failed':
      return { ...mapping, outcome: { stage: 'ssl-failed', at } };
    case 'domain.done':
      return { ...mapping, outcome: { stage: 'done', at } };
    case 'dns.stuck':
    case 'ssl.stuck':
      return { ...mapping, openFindings: withFinding(mapping.openFindings, event) };
    case 'site.unrouted':
      return { ...mapping, site: unroutedSite(event) };
    case 'site.routed':
      return { ...mapping, site: { state: 'routed', since: at, contradictions: 0 } };
    case 'dns.cleared':
    case 'ssl.cleared':
      return { ...mapping, openFindings: without(mapping.openFindings, event.details.finding) };
  }
}

function unroutedSite({ at, details }: EventOf<'site.unrouted'>): Mapping['site'] {
  const { reason = 'no-record', location } = details;
  return { state: 'unrouted', reason, location, reported: reason, since: at, contradictions: 0 };
}

function withFinding(
  openFindings: readonly OpenFinding[],
  event: EventOf<'dns.stuck' | 'ssl.stuck'>,
): OpenFinding[] {
  const { finding } = event.details;
  const before = openFindings.find(({ code }) => code === finding);
  return [...without(openFindings, finding), replayedFinding(event, before)];
}

const without = (openFindings: readonly OpenFinding[], finding: string | undefined): OpenFinding[] =>
  openFindings.filter(({ code }) => code !== finding);

function replayedFinding(
  { type, at, details }: EventOf<'dns.stuck' | 'ssl.stuck'>,
  before: OpenFinding | undefined,
): OpenFinding {
  const { finding = '', again = 0 } = details;
  return {
    code: finding,
    axis: type === 'dns.stuck' ? 'dns' : 'ssl',
    since: before?.since ?? at,
    reported: true,
    reportedAt: at,
    times: again + 1,
    params: paramsReported(details),
    absentChecks: 0,
  };
}

/** The parameters a finding was reported with. */
export function paramsReported({
  finding: _,
  dnsRecords: __,
  again: ___,
  ...params
}: EventOf<'dns.stuck'>['details']): Readonly<Record<string, string | number>> {
  const present = Object.entries(params).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    present.map(([name, value]) => [name, typeof value === 'number' ? value : String(value)]),
  );
}
