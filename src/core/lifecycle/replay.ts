import type { DomainEvent, EventType } from '../event.js';
import { hashOf } from '../event-chain.js';
import type { Mapping, OpenFinding } from '../mapping.js';
import { isFinal, stageOf } from '../stage.js';
import { type AliasInput, decideAlias } from './alias.js';
import { request } from './decide.js';
import { decidePerson, type PersonInput } from './person.js';
import { type Policy, ROUNDS_TO_PROPAGATE } from './policy.js';
import { decideSiteLink, type SiteLinkInput } from './site-link.js';
import { type Context, dueAt } from './step.js';
import { decideWww } from './www.js';

/**
 * A mapping as its events tell it, which is all but what was seen: the next check brings that again. Begins with `base`
 * where one is known, else with the request. Undefined without either.
 */
export function replay(
  events: readonly DomainEvent[],
  base: Mapping | undefined,
  { channel, policy }: { readonly channel: string; readonly policy: Policy },
): Mapping | undefined {
  let mapping = base;
  for (const event of events) {
    const next = mapping ? after(mapping, event, policy) : requested(event, channel, policy);
    mapping = next && { ...next, stage: stageOf(next), nextCheckAt: dueAt(next), lastHash: hashOf(event) };
  }
  return mapping;
}

/** Whoever had to approve has: what is told of was done. */
const contextAt = (at: number, policy: Policy): Context => ({
  now: at,
  newId: () => '',
  random: 0,
  policy: { ...policy, unmapApprovalMs: undefined },
});

function requested(event: DomainEvent, channel: string, policy: Policy): Mapping | undefined {
  if (event.type !== 'domain.requested') return undefined;
  const { mapping: id, hostname, by, details, at } = event;
  const app = String(details['app'] ?? '');
  const { site, record } = details;
  const link =
    site === undefined
      ? undefined
      : { siteId: Number(site), domainRecordId: record === undefined ? undefined : Number(record) };
  const pair = {
    www:
      details['www'] === undefined
        ? undefined
        : { id: String(details['www']), hostname: String(details['with']), revision: -1 },
    primary: details['primary'] === undefined ? undefined : String(details['primary']),
  };
  return request({ id, app, hostname, channel, by, siteLink: link, ...pair }, contextAt(at, policy)).mapping;
}

function after(mapping: Mapping, event: DomainEvent, policy: Policy): Mapping {
  const context = contextAt(event.at, policy);
  const said = aliasInput(event);
  if (said) return decideAlias(mapping, said, context).mapping;
  if (event.type === 'unmap.followed')
    return decideWww(mapping, { type: event.type, by: event.by }, context).mapping;
  const asked = personInput(event);
  if (asked) return decidePerson(mapping, asked, context).mapping;
  const linked = siteLinkInput(event);
  if (linked) return decideSiteLink(mapping, linked, context).mapping;
  const seen = afterSeen(mapping, event);
  return isFinal(seen) ? { ...seen, nextCheckAt: undefined } : seen;
}

function aliasInput({ type, details }: DomainEvent): AliasInput | undefined {
  const already = details['already'] === true;
  const words = { code: String(details['code'] ?? ''), message: String(details['message'] ?? '') };
  switch (type) {
    case 'alias.added':
      return { type: 'alias.added', already };
    case 'alias.lost':
      return { type: 'alias.lost' };
    case 'alias.removed':
      return { type: 'alias.removed', already };
    case 'alias.refused':
      return { type: 'alias.refused', ...words };
    case 'alias.remove_refused':
      return { type: 'alias.remove_refused', ...words };
    case 'error.logged':
      // What came of the last call is looked up before it is repeated.
      return details['retried'] === true
        ? { type: 'alias.unreached', ...words, outcomeUnknown: true }
        : undefined;
    default:
      return undefined;
  }
}

function siteLinkInput({ type, by, details }: DomainEvent): SiteLinkInput | undefined {
  switch (type) {
    case 'domain_record.requested':
      return { type, by, siteId: Number(details['site']) };
    case 'domain_record.created':
      return { type, domainRecordId: Number(details['record']), already: details['already'] === true };
    case 'domain_record.found':
      return { type, siteId: Number(details['site']), domainRecordId: Number(details['record']) };
    case 'domain_record.removed':
      return { type, already: details['already'] === true };
    case 'domain_record.refused':
      return { type, code: String(details['code']), message: String(details['message']) };
    case 'domain_record.vanished':
      return { type, domainRecordId: Number(details['record']) };
    case 'domain_record.renamed':
      return { type, to: String(details['to']) };
    default:
      return undefined;
  }
}

function personInput({ type, by, details }: DomainEvent): PersonInput | undefined {
  switch (type) {
    case 'check.requested':
    case 'unmap.requested':
    case 'unmap.approved':
    case 'unmap.declined':
    case 'unmap.withdrawn':
      return { type, by };
    case 'card.moved':
      return { type, by, to: String(details['toChannel']) };
    case 'access.denied':
      return details['permission'] === 'map' ? { type, by, permission: 'map' } : undefined;
    default:
      return undefined;
  }
}

function afterSeen(mapping: Mapping, event: DomainEvent): Mapping {
  return axesAfter(isLateSuccess(mapping, event) ? goingOn(mapping, event.at) : mapping, event);
}

/** What had failed goes on once the axis that failed has come right. */
function isLateSuccess({ outcome }: Mapping, { type }: DomainEvent): boolean {
  if (outcome?.stage === 'ssl-failed') return type === 'ssl.issued';
  return outcome?.stage === 'failed' && RISEN.has(type);
}

const RISEN: ReadonlySet<EventType> = new Set(['dns.published', 'dns.propagated', 'dns.restored']);

const goingOn = (mapping: Mapping, at: number): Mapping => ({
  ...mapping,
  outcome: undefined,
  dns: { ...mapping.dns, startedAt: at },
  ssl: { ...mapping.ssl, startedAt: at },
});

function axesAfter(mapping: Mapping, { type, at, by, details }: DomainEvent): Mapping {
  const { dns, ssl } = mapping;
  switch (type) {
    case 'dns.published':
      return {
        ...mapping,
        dns: { ...dns, state: 'published', since: at, publishedAt: at },
        ssl: { ...ssl, startedAt: ssl.startedAt ?? at },
      };
    case 'dns.propagated':
      return {
        ...mapping,
        dns: {
          ...dns,
          state: 'propagated',
          since: at,
          propagatedAt: at,
          agreeingRounds: ROUNDS_TO_PROPAGATE,
        },
      };
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
    case 'unmap.proposed':
      return { ...mapping, approval: { by, until: Number(details['until']) } };
    case 'unmap.expired':
      return { ...mapping, approval: undefined };
    case 'dns.stuck':
    case 'ssl.stuck': {
      const before = mapping.openFindings.find(({ code }) => code === details['finding']);
      const openFinding = stuckFinding(type, at, details, before);
      return { ...mapping, openFindings: [...without(mapping.openFindings, details), openFinding] };
    }
    case 'dns.cleared':
    case 'ssl.cleared':
      return { ...mapping, openFindings: without(mapping.openFindings, details) };
    default:
      return mapping;
  }
}

const without = (openFindings: readonly OpenFinding[], { finding }: DomainEvent['details']): OpenFinding[] =>
  openFindings.filter(({ code }) => code !== finding);

function stuckFinding(
  type: 'dns.stuck' | 'ssl.stuck',
  at: number,
  details: DomainEvent['details'],
  before: OpenFinding | undefined,
): OpenFinding {
  const { finding, records: _, again = 0, ...params } = details;
  const reported = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : String(value),
  ]);
  return {
    code: String(finding),
    axis: type === 'dns.stuck' ? 'dns' : 'ssl',
    since: before?.since ?? at,
    reported: true,
    reportedAt: at,
    times: Number(again) + 1,
    params: Object.fromEntries(reported),
    absentChecks: 0,
  };
}
