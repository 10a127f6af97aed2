import type { LaneSnapshot } from '../util/concurrency/lane.js';

/** One lane, for people and metrics. */
export interface LaneLateness extends LaneSnapshot {
  /** Overdue work without a slot. */
  readonly queued: number;
  /** Lateness of the oldest of it. */
  readonly lateMs: number;
}

/** The bot's lateness, as read by doctor, readiness, metrics and the log. */
export interface Lateness {
  /** Lateness of the oldest overdue check. */
  readonly checkMs: number;
  /** How long the oldest event that Slack could have accepted has waited. */
  readonly eventMs: number;
  readonly lanes: readonly LaneLateness[];
}

/** Waiting work, according to the store. */
export interface WaitingWork {
  readonly checks: readonly { readonly lane: string; readonly queued: number; readonly lateMs: number }[];
  /** Epoch ms; undefined if nothing waits. */
  readonly oldestEventAt: number | undefined;
}

/**
 * Lanes whose lateness is the bot's own. Calls to one app's hosting provider or network may be late because it is slow,
 * and a late check of an unreachable server is no loss: these have their own limit, beyond which the bot is at fault.
 */
const OWN_LANES: ReadonlySet<string> = new Set(['checks']);

export interface LatenessLimits {
  /** For checks and events. */
  readonly ownMs: number;
  /** For every other lane. */
  readonly laneMs: number;
}

export function latenessOf(lanes: readonly LaneSnapshot[], waiting: WaitingWork, now: number): Lateness {
  const withQueue = lanes.map((lane) => {
    const { queued = 0, lateMs = 0 } = waiting.checks.find((each) => each.lane === lane.name) ?? {};
    return { ...lane, queued, lateMs };
  });
  return {
    checkMs: Math.max(0, ...withQueue.filter(({ name }) => OWN_LANES.has(name)).map(({ lateMs }) => lateMs)),
    eventMs: waiting.oldestEventAt === undefined ? 0 : Math.max(0, now - waiting.oldestEventAt),
    lanes: withQueue,
  };
}

/** What exceeds its limit, as a text for operators; undefined if nothing does. */
export function tooLate(
  { checkMs, eventMs, lanes }: Lateness,
  { ownMs, laneMs }: LatenessLimits,
): string | undefined {
  const seconds = (ms: number) => `${Math.round(ms / 1000)} s`;
  const late = [
    ...(checkMs > ownMs ? [`oldest overdue check: ${seconds(checkMs)}`] : []),
    ...(eventMs > ownMs ? [`oldest undelivered event: ${seconds(eventMs)}`] : []),
    ...lanes
      .filter(({ name, lateMs }) => !OWN_LANES.has(name) && lateMs > laneMs)
      .map(({ name, lateMs }) => `oldest overdue work of lane ${name}: ${seconds(lateMs)}`),
  ];
  return late.length > 0 ? late.join(', ') : undefined;
}
