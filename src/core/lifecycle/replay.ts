import type { DomainEvent, EventAbout, EventOf } from '../events/event.js';
import { hashOf } from '../events/event-chain.js';
import type { Mapping } from '../mapping.js';
import { isFinal, stageOf } from '../stage.js';
import { request, sourceIn } from './decide.js';
import { decideAlias } from './inputs/alias.js';
import { decideAttention } from './inputs/attention.js';
import { decideCustomer } from './inputs/customer.js';
import { decidePerson } from './inputs/person.js';
import { decideSiteLink } from './inputs/site-link.js';
import { decideTeam } from './inputs/team.js';
import { decideWww } from './inputs/www.js';
import type { Policy } from './policy.js';
import { type SeenEvent, withSeen } from './replay-seen.js';
import { type Context, dueAt } from './step.js';

/**
 * Rebuilds a mapping from its events, without observations, which the next check replaces. Starts from `base`
 * if given, else from the request; undefined with neither.
 */
export function replay(
  events: readonly DomainEvent[],
  base: Mapping | undefined,
  { channel, policy }: { readonly channel: string; readonly policy: Policy },
): Mapping | undefined {
  let mapping = base;
  for (const event of events) {
    const context = contextAt(event.at, policy);
    const next = mapping ? after(mapping, event, context) : mappingRequested(event, channel, context);
    mapping = next && { ...next, stage: stageOf(next), nextCheckAt: dueAt(next), lastHash: hashOf(event) };
  }
  return mapping;
}

/** Approvals were given before the event was written, so none is required here. */
const contextAt = (at: number, policy: Policy): Context => ({
  now: at,
  newId: () => '',
  random: 0,
  policy: { ...policy, unmapApprovalMs: undefined },
});

function mappingRequested(event: DomainEvent, channel: string, context: Context): Mapping | undefined {
  if (event.type !== 'domain.requested') return undefined;
  const { mapping: id, hostname, by } = event;
  const { app = '', site, domainRecord, www, wwwHostname = '', primary, note } = event.details;
  const pair = {
    www: www === undefined ? undefined : { id: www, hostname: wwwHostname, revision: -1 },
    primary,
    note,
    source: sourceIn(event.details),
  };
  const siteLink = site === undefined ? undefined : { siteId: site, domainRecordId: domainRecord };
  return request({ id, app, hostname, channel, by, siteLink, ...pair }, context).mapping;
}

/** Exhaustive: a new event type does not compile until it is handled here. */
function after(mapping: Mapping, event: DomainEvent, context: Context): Mapping {
  switch (event.type) {
    case 'alias.added':
    case 'alias.refused':
    case 'alias.lost':
    case 'alias.removed':
    case 'alias.remove_refused':
      return afterAlias(mapping, event, context);
    case 'check.requested':
    case 'unmap.requested':
    case 'unmap.approved':
    case 'unmap.declined':
    case 'unmap.withdrawn':
      return decidePerson(mapping, { type: event.type, by: event.by }, context).mapping;
    case 'card.moved': {
      const { toChannel: to } = event.details;
      if (to === undefined) return mapping;
      return decidePerson(mapping, { type: event.type, by: event.by, to }, context).mapping;
    }
    case 'card.joined': {
      const { primary, primaryHostname = '' } = event.details;
      if (primary === undefined) return mapping;
      return decideWww(mapping, { type: event.type, primary, primaryHostname }, context).mapping;
    }
    case 'unmap.followed':
      return decideWww(mapping, { type: event.type, by: event.by }, context).mapping;
    case 'access.denied':
      return afterDenied(mapping, event, context);
    case 'error.logged':
      return afterError(mapping, event, context);
    case 'domain_record.requested':
    case 'domain_record.created':
    case 'domain_record.found':
    case 'domain_record.removed':
    case 'domain_record.refused':
    case 'domain_record.vanished':
    case 'domain_record.updated':
    case 'domain_record.renamed':
      return afterDomainRecord(mapping, event, context);
    case 'dns.published':
    case 'dns.propagated':
    case 'dns.failed':
    case 'dns.drifted':
    case 'dns.restored':
    case 'dns.stuck':
    case 'dns.cleared':
    case 'ssl.issued':
    case 'ssl.failed':
    case 'ssl.expiring':
    case 'ssl.renewed':
    case 'ssl.stuck':
    case 'ssl.cleared':
    case 'site.unrouted':
    case 'site.routed':
    case 'domain.done':
      return afterSeen(mapping, event);
    case 'unmap.proposed': {
      const { until } = event.details;
      return until === undefined ? mapping : { ...mapping, approval: { by: event.by, until } };
    }
    case 'unmap.expired':
      return { ...mapping, approval: undefined };
    case 'customer_message.sent':
      return afterMessage(mapping, event, context);
    case 'customer_message.unanswered': {
      const { customerMessage: message } = mapping;
      return message ? { ...mapping, customerMessage: { ...message, remindAt: undefined } } : mapping;
    }
    case 'domain.snoozed': {
      const { until } = event.details;
      return decideAttention(mapping, { type: event.type, by: event.by, until }).mapping;
    }
    case 'domain.snooze_ended':
      return { ...mapping, snooze: undefined };
    case 'finding.acknowledged':
    case 'finding.unacknowledged': {
      const { finding = '' } = event.details;
      return decideAttention(mapping, { type: event.type, by: event.by, finding }).mapping;
    }
    case 'finding.muted': {
      const { finding = '', muteReason: reason = '', until } = event.details;
      if (until === undefined) return mapping;
      return decideAttention(mapping, { type: event.type, by: event.by, finding, reason, until }).mapping;
    }
    case 'finding.unmuted': {
      const { finding } = event.details;
      return { ...mapping, mutes: mapping.mutes?.filter(({ code }) => code !== finding) };
    }
    case 'domain.assigned':
    case 'domain.unassigned':
    case 'domain.followed':
    case 'domain.unfollowed':
    case 'note.changed':
      return afterTeam(mapping, event);
    // These events don't change the state of an existing mapping.
    case 'domain_connect.approved':
    case 'domain_connect.cancelled':
    case 'domain_connect.failed':
    case 'domain.requested':
    case 'setting.changed':
    case 'customer_texts.changed':
    case 'digest.posted':
    case 'unknown':
      return mapping;
  }
}

function afterMessage(
  mapping: Mapping,
  { by, details }: EventOf<'customer_message.sent'>,
  context: Context,
): Mapping {
  const { topic = '', asked = '', language, remindMs } = details;
  const input = { type: 'customer_message.sent', by, topic, language, asked, remindMs } as const;
  return decideCustomer(mapping, input, context).mapping;
}

function afterTeam(
  mapping: Mapping,
  event: EventOf<
    'domain.assigned' | 'domain.unassigned' | 'domain.followed' | 'domain.unfollowed' | 'note.changed'
  >,
): Mapping {
  const { by } = event;
  switch (event.type) {
    case 'domain.assigned':
      return decideTeam(mapping, { type: event.type, by, to: event.details.assignee }).mapping;
    case 'domain.unassigned':
      return decideTeam(mapping, { type: 'domain.assigned', by, to: undefined }).mapping;
    case 'domain.followed':
    case 'domain.unfollowed':
      return decideTeam(mapping, {
        type: 'domain.followed',
        by,
        isOn: event.type === 'domain.followed',
      }).mapping;
    case 'note.changed':
      return decideTeam(mapping, { type: event.type, by, note: event.details.note ?? '' }).mapping;
  }
}

function afterAlias(mapping: Mapping, event: EventAbout<'alias'>, context: Context): Mapping {
  switch (event.type) {
    case 'alias.lost':
      return decideAlias(mapping, { type: event.type }, context).mapping;
    case 'alias.added':
    case 'alias.removed': {
      const { already = false } = event.details;
      return decideAlias(mapping, { type: event.type, already }, context).mapping;
    }
    case 'alias.refused':
    case 'alias.remove_refused': {
      const { code = '', message = '' } = event.details;
      return decideAlias(mapping, { type: event.type, code, message }, context).mapping;
    }
  }
}

function afterDenied(mapping: Mapping, { by, details }: EventOf<'access.denied'>, context: Context): Mapping {
  if (details.permission !== 'map') return mapping;
  return decidePerson(mapping, { type: 'access.denied', by, permission: 'map' }, context).mapping;
}

/** The result of the last call is looked up before it is repeated. */
function afterError(mapping: Mapping, { details }: EventOf<'error.logged'>, context: Context): Mapping {
  const { retried, source = '', code = '', message = '' } = details;
  if (!retried) return mapping;
  return decideAlias(
    mapping,
    { type: 'alias.unreached', source, code, message, outcomeUnknown: true },
    context,
  ).mapping;
}

/** An event without its details changes nothing; the next reading of the network restores them. */
function afterDomainRecord(mapping: Mapping, event: EventAbout<'domain_record'>, context: Context): Mapping {
  const { by } = event;
  switch (event.type) {
    case 'domain_record.requested': {
      const { site: siteId } = event.details;
      if (siteId === undefined) return mapping;
      return decideSiteLink(mapping, { type: event.type, by, siteId }, context).mapping;
    }
    case 'domain_record.created': {
      const { domainRecord: domainRecordId, already = false } = event.details;
      if (domainRecordId === undefined) return mapping;
      return decideSiteLink(mapping, { type: event.type, domainRecordId, already }, context).mapping;
    }
    case 'domain_record.found': {
      const { site: siteId, domainRecord: domainRecordId } = event.details;
      if (siteId === undefined || domainRecordId === undefined) return mapping;
      return decideSiteLink(mapping, { type: event.type, siteId, domainRecordId }, context).mapping;
    }
    case 'domain_record.removed': {
      const { already = false } = event.details;
      return decideSiteLink(mapping, { type: event.type, already }, context).mapping;
    }
    case 'domain_record.refused': {
      const { code = '', message = '' } = event.details;
      return decideSiteLink(mapping, { type: event.type, code, message }, context).mapping;
    }
    case 'domain_record.vanished': {
      const { domainRecord: domainRecordId } = event.details;
      if (domainRecordId === undefined) return mapping;
      return decideSiteLink(mapping, { type: event.type, domainRecordId }, context).mapping;
    }
    case 'domain_record.updated': {
      const { promoted: isPrimary = false } = event.details;
      return decideSiteLink(mapping, { type: event.type, by, isPrimary }, context).mapping;
    }
    case 'domain_record.renamed': {
      const { to = '' } = event.details;
      return decideSiteLink(mapping, { type: event.type, to }, context).mapping;
    }
  }
}

function afterSeen(mapping: Mapping, event: SeenEvent): Mapping {
  const seen = withSeen(mapping, event);
  return isFinal(seen) ? { ...seen, nextCheckAt: undefined } : seen;
}
