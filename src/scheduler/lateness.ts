import type { LaneSnapshot } from '../util/lane.js';

/** One lane as people and metrics see it. */
export interface LaneLateness extends LaneSnapshot {
  /** Overdue work that has no slot yet. */
  readonly queued: number;
  /** By how much the oldest of it is late. */
  readonly lateMs: number;
}

/** How far the bot is behind: doctor, readiness, metrics and the log all read this. */
export interface Lateness {
  /** By how much the oldest overdue check is late. */
  readonly checkMs: number;
  /** How long the oldest event that Slack could have taken has waited. */
  readonly eventMs: number;
  readonly lanes: readonly LaneLateness[];
}

/** What the store knows of waiting work. */
export interface WaitingWork {
  readonly checks: readonly { readonly lane: string; readonly queued: number; readonly lateMs: number }[];
  /** Epoch ms; undefined where nothing waits. */
  readonly oldestEventAt: number | undefined;
}

/**
 * Lanes whose lateness is the bot's own. Calls to one app's hosting provider or network may be late because it is slow,
 * and a check of what can't be checked is no loss: these have a limit of their own, beyond which something is wrong here.
 */
const OWN_LANES: ReadonlySet<string> = new Set(['checks']);

export interface LatenessLimits {
  /** Of checks and events. */
  readonly ownMs: number;
  /** Of every other lane. */
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

/** What of it is beyond its limit, in words for operators; undefined when all is in time. */
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
