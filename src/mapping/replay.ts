import type { DomainEvent } from './event.js';
import { hashOf } from './event-chain.js';
import { request } from './lifecycle.js';
import { decideFamily } from './lifecycle-family.js';
import { decideHost, type HostInput } from './lifecycle-host.js';
import { decidePerson, type PersonInput } from './lifecycle-person.js';
import { decideSite, type SiteInput } from './lifecycle-site.js';
import type { Mapping, Note } from './mapping.js';
import { type Policy, ROUNDS_TO_PROPAGATE } from './policy.js';
import { isFinal, stageOf } from './stage.js';
import { type Context, dueAt } from './step.js';

/**
 * A mapping as its events tell it, which is all but what was seen: the next check brings that anew. Begins with `base`
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
    mapping = next && { ...next, stage: stageOf(next), nextCheckAt: dueAt(next), head: hashOf(event) };
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
      : { siteId: Number(site), recordId: record === undefined ? undefined : Number(record) };
  const family = {
    companion:
      details['companion'] === undefined
        ? undefined
        : { id: String(details['companion']), hostname: String(details['with']), revision: -1 },
    under: details['under'] === undefined ? undefined : String(details['under']),
  };
  return request({ id, app, hostname, channel, by, site: link, ...family }, contextAt(at, policy)).mapping;
}

function after(mapping: Mapping, event: DomainEvent, policy: Policy): Mapping {
  const context = contextAt(event.at, policy);
  const said = hostInput(event);
  if (said) return decideHost(mapping, said, context).mapping;
  if (event.type === 'unmap.followed')
    return decideFamily(mapping, { type: event.type, by: event.by }, context).mapping;
  const asked = personInput(event);
  if (asked) return decidePerson(mapping, asked, context).mapping;
  const linked = siteInput(event);
  if (linked) return decideSite(mapping, linked, context).mapping;
  const seen = afterSeen(mapping, event);
  return isFinal(seen) ? { ...seen, nextCheckAt: undefined } : seen;
}

function hostInput({ type, details }: DomainEvent): HostInput | undefined {
  const already = details['already'] === true;
  const words = { code: String(details['code'] ?? ''), message: String(details['message'] ?? '') };
  switch (type) {
    case 'closte.added':
      return { type: 'host.added', already };
    case 'closte.lost':
      return { type: 'host.lost' };
    case 'closte.removed':
      return { type: 'host.removed', already };
    case 'closte.refused':
      return { type: 'host.refused', ...words };
    case 'closte.remove_refused':
      return { type: 'host.remove_refused', ...words };
    case 'error.logged':
      // What came of the last call is looked up before it is repeated.
      return details['retried'] === true
        ? { type: 'host.unreached', ...words, outcomeUnknown: true }
        : undefined;
    default:
      return undefined;
  }
}

function siteInput({ type, by, details }: DomainEvent): SiteInput | undefined {
  switch (type) {
    case 'record.requested':
      return { type, by, siteId: Number(details['site']) };
    case 'record.created':
      return { type, recordId: Number(details['record']), already: details['already'] === true };
    case 'record.found':
      return { type, siteId: Number(details['site']), recordId: Number(details['record']) };
    case 'record.removed':
      return { type, already: details['already'] === true };
    case 'record.refused':
      return { type, code: String(details['code']), message: String(details['message']) };
    case 'record.vanished':
      return { type, recordId: Number(details['record']) };
    case 'record.renamed':
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
      return { type, by };
    case 'access.refused':
      return details['wish'] === 'map' ? { type, by, wish: 'map' } : undefined;
    default:
      return undefined;
  }
}

function afterSeen(mapping: Mapping, { type, at, by, details }: DomainEvent): Mapping {
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
      return { ...mapping, dns: { ...dns, state: 'propagated', since: at } };
    case 'dns.drifted':
      return { ...mapping, dns: { ...dns, state: 'wrong', since: at } };
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
    case 'ssl.stuck':
      return { ...mapping, notes: [...without(mapping.notes, details), stuckNote(type, at, details)] };
    case 'dns.cleared':
    case 'ssl.cleared':
      return { ...mapping, notes: without(mapping.notes, details) };
    default:
      return mapping;
  }
}

const without = (notes: readonly Note[], { finding }: DomainEvent['details']): Note[] =>
  notes.filter(({ code }) => code !== finding);

function stuckNote(type: 'dns.stuck' | 'ssl.stuck', at: number, details: DomainEvent['details']): Note {
  const { finding, records: _, ...params } = details;
  return {
    code: String(finding),
    axis: type === 'dns.stuck' ? 'dns' : 'ssl',
    since: at,
    told: true,
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'number' ? value : String(value),
      ]),
    ),
    absentLooks: 0,
  };
}
