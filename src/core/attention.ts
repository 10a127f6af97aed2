import type { DomainEvent, EventType } from './events/event.js';
import type { Mapping } from './mapping.js';

type Attention = Pick<Mapping, 'snooze' | 'mutes' | 'alias'>;

/** Whether a finding is muted, so that it neither blocks nor alarms. */
export const isMuted = ({ mutes = [] }: Pick<Mapping, 'mutes'>, code: string): boolean =>
  mutes.some((mute) => mute.code === code);

/** When the next snooze or mute ends (epoch ms); undefined if none does. */
export function attentionEndsAt({ snooze, mutes = [], alias }: Attention): number | undefined {
  if (alias.intent === 'remove') return undefined;
  const ends = [...mutes.map(({ until }) => until), ...(snooze?.until === undefined ? [] : [snooze.until])];
  return ends.length === 0 ? undefined : Math.min(...ends);
}

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

/**
 * Whether an event needs no reply of its own: the card's metadata holds it until the next reply carries it. The
 * request for a www name is on its primary's card; a certificate is news only if it was overdue, an assignment only to somebody else.
 */
export function isQuiet(event: DomainEvent): boolean {
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
