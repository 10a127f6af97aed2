import { type DomainEvent, type EventType, SYSTEM } from '../events/event.js';
import type { Mapping } from '../mapping.js';
import { alarmOf } from '../stage.js';
import { isQuiet, type ThreadLevel } from './quiet.js';
import { type QuietHours, quietUntil } from './quiet-hours.js';

/** How a channel wants events to be reported. */
export interface ReportingRules {
  readonly thread: ThreadLevel;
  readonly quietHours: QuietHours;
  /** A site that was Ready and is down is reported in quiet hours, too. */
  readonly isUrgentReported: boolean;
}

/** How one event is reported. */
export interface Reporting {
  /** The card holds it until a reply carries it. */
  readonly isQuiet: boolean;
  /** No reply reports it before then (epoch ms), unless somebody asks for something in its thread. */
  readonly heldUntil?: number | undefined;
}

/** Used unless somebody set others. */
export const USUAL_RULES: ReportingRules = {
  thread: 'milestones',
  quietHours: { days: 'off', from: '00:00', to: '00:00', timeZone: 'UTC' },
  isUrgentReported: true,
};

/** Mention whoever takes care of the mapping: checks ended. Of the steps before, only people who follow the thread learn. */
export const TEAM_TYPES: ReadonlySet<EventType> = new Set([
  'domain.done',
  'dns.failed',
  'ssl.failed',
  'dns.drifted',
  'ssl.expiring',
  'site.unrouted',
  'alias.refused',
  'alias.remove_refused',
]);

/** Mention somebody: those, and the person named in them. */
const MENTIONING_TYPES: ReadonlySet<EventType> = new Set([
  ...TEAM_TYPES,
  'unmap.expired',
  'customer_message.unanswered',
  'domain.snooze_ended',
]);

/** Whether a person did it, who is waiting for the result. */
export const isAsked = ({ by }: Pick<DomainEvent, 'by'>): boolean => by !== SYSTEM;

/**
 * Whether a channel's card holds an event, and until when its reply waits. What somebody just asked for never waits; nor
 * does what mentions nobody.
 */
export function reportingOf(
  event: DomainEvent,
  mapping: Mapping,
  { thread, quietHours, isUrgentReported }: ReportingRules,
  now: number,
): Reporting {
  const quiet = isQuiet(event, thread);
  const mentions = event.type !== 'unknown' && MENTIONING_TYPES.has(event.type);
  const isUrgent = isUrgentReported && alarmOf(mapping) !== undefined;
  if (quiet || !mentions || isAsked(event) || isUrgent) return { isQuiet: quiet };
  return { isQuiet: false, heldUntil: quietUntil(quietHours, now) };
}

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
