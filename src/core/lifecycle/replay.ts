import type { DomainEvent, EventAbout, EventOf, EventType } from '../events/event.js';
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
    const next = mapping ? afterAny(mapping, event, context) : mappingRequested(event, channel, context);
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

type Replayer<Type extends EventType> = (mapping: Mapping, event: EventOf<Type>, context: Context) => Mapping;

/** Exhaustive: a new event type does not compile until it is handled here. */
const REPLAYERS: { readonly [Type in EventType]: Replayer<Type> } = {
  'alias.added': afterAlias,
  'alias.refused': afterAlias,
  'alias.lost': afterAlias,
  'alias.removed': afterAlias,
  'alias.remove_refused': afterAlias,
  'check.requested': afterPerson,
  'unmap.requested': afterPerson,
  'unmap.approved': afterPerson,
  'unmap.declined': afterPerson,
  'unmap.withdrawn': afterPerson,
  'unmap.proposed': afterProposal,
  'unmap.expired': (mapping) => ({ ...mapping, approval: undefined }),
  'unmap.followed': (mapping, { type, by }, context) => decideWww(mapping, { type, by }, context).mapping,
  'card.moved': afterMove,
  'card.joined': afterJoin,
  'access.denied': afterDenied,
  'error.logged': afterError,
  'domain_record.requested': afterDomainRecord,
  'domain_record.created': afterDomainRecord,
  'domain_record.found': afterDomainRecord,
  'domain_record.removed': afterDomainRecord,
  'domain_record.refused': afterDomainRecord,
  'domain_record.vanished': afterDomainRecord,
  'domain_record.updated': afterDomainRecord,
  'domain_record.renamed': afterDomainRecord,
  'dns.published': afterSeen,
  'dns.propagated': afterSeen,
  'dns.failed': afterSeen,
  'dns.drifted': afterSeen,
  'dns.restored': afterSeen,
  'dns.stuck': afterSeen,
  'dns.cleared': afterSeen,
  'ssl.issued': afterSeen,
  'ssl.failed': afterSeen,
  'ssl.expiring': afterSeen,
  'ssl.renewed': afterSeen,
  'ssl.stuck': afterSeen,
  'ssl.cleared': afterSeen,
  'site.unrouted': afterSeen,
  'site.routed': afterSeen,
  'domain.done': afterSeen,
  'customer_message.sent': afterMessage,
  'customer_message.unanswered': afterUnanswered,
  'domain.snoozed': afterAttention,
  'domain.snooze_ended': (mapping) => ({ ...mapping, snooze: undefined }),
  'finding.acknowledged': afterAttention,
  'finding.unacknowledged': afterAttention,
  'finding.muted': afterAttention,
  'finding.unmuted': afterUnmuting,
  'domain.assigned': afterTeam,
  'domain.unassigned': afterTeam,
  'domain.followed': afterTeam,
  'domain.unfollowed': afterTeam,
  'note.changed': afterTeam,
  // These events don't change the state of an existing mapping.
  'domain_connect.approved': unchanging,
  'domain_connect.cancelled': unchanging,
  'domain_connect.failed': unchanging,
  'domain.requested': unchanging,
  'setting.changed': unchanging,
  'customer_texts.changed': unchanging,
  'digest.posted': unchanging,
};

const after = <Type extends EventType>(mapping: Mapping, event: EventOf<Type>, context: Context): Mapping =>
  REPLAYERS[event.type](mapping, event, context);

/** What a newer version wrote changes nothing that this one knows of. */
const afterAny = (mapping: Mapping, event: DomainEvent, context: Context): Mapping =>
  event.type === 'unknown' ? mapping : after(mapping, event, context);

function unchanging(mapping: Mapping): Mapping {
  return mapping;
}

type PersonEvent = EventOf<
  'check.requested' | 'unmap.requested' | 'unmap.approved' | 'unmap.declined' | 'unmap.withdrawn'
>;

function afterPerson(mapping: Mapping, { type, by }: PersonEvent, context: Context): Mapping {
  return decidePerson(mapping, { type, by }, context).mapping;
}

function afterProposal(mapping: Mapping, { by, details }: EventOf<'unmap.proposed'>): Mapping {
  const { until } = details;
  return until === undefined ? mapping : { ...mapping, approval: { by, until } };
}

function afterMove(
  mapping: Mapping,
  { type, by, details }: EventOf<'card.moved'>,
  context: Context,
): Mapping {
  const { toChannel: to } = details;
  return to === undefined ? mapping : decidePerson(mapping, { type, by, to }, context).mapping;
}

function afterJoin(mapping: Mapping, { type, details }: EventOf<'card.joined'>, context: Context): Mapping {
  const { primary, primaryHostname = '' } = details;
  if (primary === undefined) return mapping;
  return decideWww(mapping, { type, primary, primaryHostname }, context).mapping;
}

function afterUnanswered(mapping: Mapping): Mapping {
  const { customerMessage: message } = mapping;
  return message ? { ...mapping, customerMessage: { ...message, remindAt: undefined } } : mapping;
}

function afterAttention(
  mapping: Mapping,
  event: EventOf<'domain.snoozed' | 'finding.acknowledged' | 'finding.unacknowledged' | 'finding.muted'>,
): Mapping {
  const { by } = event;
  switch (event.type) {
    case 'domain.snoozed':
      return decideAttention(mapping, { type: event.type, by, until: event.details.until }).mapping;
    case 'finding.acknowledged':
    case 'finding.unacknowledged': {
      const { finding = '' } = event.details;
      return decideAttention(mapping, { type: event.type, by, finding }).mapping;
    }
    case 'finding.muted': {
      const { finding = '', muteReason: reason = '', until } = event.details;
      if (until === undefined) return mapping;
      return decideAttention(mapping, { type: event.type, by, finding, reason, until }).mapping;
    }
  }
}

function afterUnmuting(mapping: Mapping, { details }: EventOf<'finding.unmuted'>): Mapping {
  return { ...mapping, mutes: mapping.mutes?.filter(({ code }) => code !== details.finding) };
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
