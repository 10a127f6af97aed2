import { DAY_MS } from '../instant.js';
import type { LearnedLimits } from '../learning/durations.js';

/** The configured intervals and deadlines, all in milliseconds. */
export interface Policy {
  readonly intervalMs: number;
  readonly dnsDeadlineMs: number;
  readonly sslDeadlineMs: number;
  /** A certificate issued within this time after DNS was published is normal. */
  readonly sslNormalMs: number;
  /** A certificate that takes longer than this is slow, even if nothing blocks it. */
  readonly sslSlowMs: number;
  /** The certificate authorities the hosting provider may use, as CAA records name them (RFC 8659 4.2). */
  readonly acceptedCas: readonly string[];
  /** What was learned here replaces constants; absent until enough is known. */
  readonly learned?: LearnedLimits | undefined;
  /** How long a second person has to approve an unmapping; undefined if no approval is needed. */
  readonly unmapApprovalMs?: number | undefined;
}

/** Most certificates come within minutes after DNS is right; platforms quote up to an hour. */
export const SSL_NORMAL_MS = 15 * 60_000;
export const SSL_SLOW_MS = 30 * 60_000;
/** The allowed pause between two checks, in seconds. */
export const MIN_INTERVAL_S = 10;
export const MAX_INTERVAL_S = 3_600;
/** A finding is reported after it has lasted this many intervals. */
export const INTERVALS_TO_STUCK = 2;
/**
 * Checks in a row that must contradict the state after Ready before it changes, and agree before it changes
 * back.
 */
export const CHECKS_TO_DRIFT = 3;
export const CHECKS_TO_RESTORE = 2;
/**
 * Checks in a row with the same servers silent and all others right, after which the silent ones count as
 * down.
 */
export const CHECKS_TO_GIVE_UP_ON_SILENT = 3;

/** Rounds in a row in which the resolvers must agree, because pools answer from several caches. */
export const ROUNDS_TO_PROPAGATE = 2;
/** Checks closer together than this count as one round. */
export const ROUND_GAP_MS = 2_000;
/** A failed mapping is checked after six hours, then daily, for two weeks in all. */
const FAILED_FIRST_MS = 6 * 3_600_000;
export const FAILED_WATCH_MS = 14 * DAY_MS;
/** A missing record is normal at first; the reminder comes after a day. */
export const RECORD_NORMAL_MS = DAY_MS;
/** A lasting finding is reported again after a day and after a week. */
export const REMINDERS_MS: readonly number[] = [DAY_MS, 7 * DAY_MS];
const CONFIRM_MS = 10_000;
/** A Ready mapping is checked once in this many intervals, and no less often than the minimum. */
const RELAXED_INTERVALS = 12;
const RELAXED_MAX_MS = 6 * 3_600_000;
const MIN_MS = 1_000;
/** Upper bound for a wait that depends on a TTL: zones change. */
const MAX_WAIT_MS = 3_600_000;
const MAX_BLIND_PAUSE_MS = 3_600_000;
const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 15 * 60_000;

/** Spreads `ms` over ±10 %, so that mappings created together don't stay in step. `random` is in [0, 1). */
const jittered = (ms: number, random: number): number => Math.round(ms * (0.9 + 0.2 * random));

export function nextRoundMs(policy: Policy, random: number): number {
  return jittered(policy.intervalMs, random);
}

/**
 * The pause after checks without a result: it equals the time without one so far, so it doubles, up to an
 * hour.
 */
export function blindPauseMs({ intervalMs }: Policy, blindMs: number, random: number): number {
  return jittered(Math.max(intervalMs, Math.min(blindMs, MAX_BLIND_PAUSE_MS)), random);
}

/** The pause before the round that confirms a first agreement. */
export function confirmMs(policy: Policy): number {
  return Math.min(policy.intervalMs, CONFIRM_MS);
}

/** The pace after Ready. */
export function relaxedMs({ intervalMs }: Policy, random: number): number {
  return jittered(Math.min(intervalMs * RELAXED_INTERVALS, Math.max(RELAXED_MAX_MS, intervalMs)), random);
}

/** When to check a mapping that failed at `failedAt` next; undefined when its checks are over. */
export function nextAfterFailure(failedAt: number, now: number, random: number): number | undefined {
  const next = now + jittered(now - failedAt < FAILED_FIRST_MS / 2 ? FAILED_FIRST_MS : DAY_MS, random);
  return next <= failedAt + FAILED_WATCH_MS ? next : undefined;
}

/** The pause until a predicted moment, bounded below and above so that no change is missed. */
export const pauseUntil = (at: number, now: number): number =>
  Math.min(Math.max(at - now, MIN_MS), MAX_WAIT_MS);

/** Growing pauses between attempts to reach the hosting provider: 5 s, 10 s, … 15 min. */
export function retryMs(attempts: number, random: number): number {
  return jittered(Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 20), LAST_RETRY_MS), random);
}
