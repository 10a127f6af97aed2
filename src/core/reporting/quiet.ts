import { anyDetails, type DomainEvent, type EventType } from '../events/event.js';

/** How much a thread tells: every step, the milestones, or only what is wrong and what waits for somebody. */
export const threadLevels = ['all', 'milestones', 'problems'] as const;
export type ThreadLevel = (typeof threadLevels)[number];

/** Steps whose effect the card shows, and requests that only their author needs to see. */
const QUIET_TYPES: ReadonlySet<EventType> = new Set([
  'check.requested',
  'alias.added',
  'dns.propagated',
  'domain_record.requested',
  'domain_record.created',
  'domain_record.found',
  'domain_record.removed',
  'unmap.followed',
  'customer_message.sent',
  'domain.unassigned',
  'domain.followed',
  'domain.unfollowed',
  'note.changed',
  'domain.snoozed',
  'finding.acknowledged',
  'finding.unacknowledged',
  'finding.muted',
  'finding.unmuted',
]);

/** Problems, their ends, and what waits for somebody. */
const PROBLEM_TYPES: ReadonlySet<EventType> = new Set([
  'alias.refused',
  'alias.lost',
  'alias.remove_refused',
  'dns.failed',
  'dns.drifted',
  'dns.restored',
  'dns.stuck',
  'dns.cleared',
  'ssl.failed',
  'ssl.expiring',
  'ssl.stuck',
  'ssl.cleared',
  'site.unrouted',
  'site.routed',
  'domain_record.refused',
  'domain_record.vanished',
  'domain_connect.failed',
  'unmap.proposed',
  'unmap.approved',
  'unmap.withdrawn',
  'unmap.declined',
  'unmap.expired',
  'customer_message.unanswered',
  'access.denied',
  'error.logged',
]);

/** End what was reported as a problem. */
const LATE_TYPES: ReadonlySet<EventType> = new Set(['domain.done', 'dns.published', 'ssl.issued']);

/** Requests that only their author needs to see, and what another card tells. */
const ALWAYS_QUIET: ReadonlySet<EventType> = new Set(['check.requested', 'unmap.followed']);

/**
 * Whether an event needs no reply of its own: the card's metadata holds it until the next reply carries it. The
 * request for a www name is on its primary's card; a certificate is news only if it was overdue, an assignment only to somebody else.
 */
export function isQuiet(event: DomainEvent, level: ThreadLevel = 'milestones'): boolean {
  if (event.type === 'unknown') return false;
  if (level === 'problems') return !reportsProblem(event);
  if (level === 'all')
    return ALWAYS_QUIET.has(event.type) || (event.type === 'domain.requested' && isPassedOver(event));
  return isPassedOver(event);
}

const reportsProblem = (event: Exclude<DomainEvent, { type: 'unknown' }>): boolean =>
  PROBLEM_TYPES.has(event.type) ||
  (LATE_TYPES.has(event.type) && anyDetails(event)['late'] === true) ||
  (event.type === 'ssl.renewed' && event.details.warned === true) ||
  (event.type === 'domain.assigned' && event.details.assignee !== event.by) ||
  (event.type === 'domain.snooze_ended' && event.details.why === 'time');

function isPassedOver(event: DomainEvent): boolean {
  switch (event.type) {
    case 'domain.requested':
      return event.details.primary !== undefined;
    case 'domain.assigned':
      return event.details.assignee === event.by;
    case 'domain.snooze_ended':
      return event.details.why !== 'time';
    case 'ssl.issued':
      return event.details.late !== true;
    case 'ssl.renewed':
      return event.details.warned !== true;
    case 'unknown':
      return false;
    default:
      return QUIET_TYPES.has(event.type);
  }
}
