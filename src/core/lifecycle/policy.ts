/** The configured pace of the watch; all in milliseconds. */
export interface Policy {
  readonly intervalMs: number;
  readonly dnsDeadlineMs: number;
  readonly sslDeadlineMs: number;
  /** A certificate that comes within this time after DNS was published is nothing to talk about. */
  readonly sslNormalMs: number;
  /** One that takes longer than this is slow even where nothing stands in its way. */
  readonly sslSlowMs: number;
  /** What certificate authorities the host may use, as they are named in CAA records (RFC 8659 4.2). */
  readonly acceptedCas: readonly string[];
  /** How long a second person has to approve an unmapping; undefined where none is needed. */
  readonly unmapApprovalMs?: number | undefined;
}

/** Most certificates come within minutes after DNS is right; platforms quote up to an hour. */
export const SSL_NORMAL_MS = 15 * 60_000;
export const SSL_SLOW_MS = 30 * 60_000;
/** What the pause between two checks can be, in seconds. */
export const MIN_INTERVAL_S = 10;
export const MAX_INTERVAL_S = 3_600;
/** A finding is told when it has lasted for so many intervals. */
export const INTERVALS_TO_STUCK = 2;
/** Looks in a row that must contradict what is known before it is given up after Ready, and that must agree again. */
export const CHECKS_TO_DRIFT = 3;
export const CHECKS_TO_RESTORE = 2;
/** Looks in a row in which the same part of the servers is silent and the rest right: the silent ones are down. */
export const CHECKS_TO_GIVE_UP_ON_SILENT = 3;

/** Rounds in a row in which the watched resolvers must agree: pools answer from several caches. */
export const ROUNDS_TO_PROPAGATE = 2;
/** Looks closer together than this count as one round. */
export const ROUND_GAP_MS = 2_000;
/** A mapping that has failed is checked once after six hours, then daily, two weeks in all. */
const FAILED_FIRST_MS = 6 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
export const FAILED_WATCH_MS = 14 * DAY_MS;
/** A missing record is what everybody waits for; whoever has forgotten it is reminded after a day. */
export const RECORD_NORMAL_MS = DAY_MS;
/** A finding that lasts is reported again a day later, and a week after that. */
export const REMINDERS_MS: readonly number[] = [DAY_MS, 7 * DAY_MS];
const CONFIRM_MS = 10_000;
/** Each mapping that is ready is looked at once in so many intervals, and at least so often. */
const RELAXED_INTERVALS = 12;
const RELAXED_MAX_MS = 6 * 3_600_000;
const MIN_MS = 1_000;
/** However long a resolver may remember: zones change their minds. */
const MAX_WAIT_MS = 3_600_000;
const MAX_BLIND_PAUSE_MS = 3_600_000;
const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 15 * 60_000;

/** Spreads `ms` over ±10 %, so that mappings of the same moment drift apart. `random` is in [0, 1). */
const jittered = (ms: number, random: number): number => Math.round(ms * (0.9 + 0.2 * random));

export function nextRoundMs(policy: Policy, random: number): number {
  return jittered(policy.intervalMs, random);
}

/** What can't be checked is tried again after as long as it has been so: pauses double, up to an hour. */
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

/** When to check next what failed at `failedAt`; undefined when it was checked long enough. */
export function nextAfterFailure(failedAt: number, now: number, random: number): number | undefined {
  const next = now + jittered(now - failedAt < FAILED_FIRST_MS / 2 ? FAILED_FIRST_MS : DAY_MS, random);
  return next <= failedAt + FAILED_WATCH_MS ? next : undefined;
}

/** The pause until a predicted moment: not at once, and not so long that a change of plan would be missed. */
export const pauseUntil = (at: number, now: number): number =>
  Math.min(Math.max(at - now, MIN_MS), MAX_WAIT_MS);

/** Growing pauses between tries to reach the host: 5 s, 10 s, … 15 min. */
export function retryMs(attempts: number, random: number): number {
  return jittered(Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 20), LAST_RETRY_MS), random);
}
