/** The configured pace of the watch; all in milliseconds. */
export interface Policy {
  readonly intervalMs: number;
  readonly dnsDeadlineMs: number;
  readonly sslDeadlineMs: number;
}

/** Rounds in a row in which the watched resolvers must agree: pools answer from several caches. */
export const ROUNDS_TO_PROPAGATE = 2;
/** Looks closer together than this count as one round. */
export const ROUND_GAP_MS = 2_000;
const CONFIRM_MS = 10_000;
const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 15 * 60_000;

/** Spreads `ms` over ±10 %, so that mappings of the same moment drift apart. `random` is in [0, 1). */
const jittered = (ms: number, random: number): number => Math.round(ms * (0.9 + 0.2 * random));

export function nextRoundMs(policy: Policy, random: number): number {
  return jittered(policy.intervalMs, random);
}

/** The pause before the round that confirms a first agreement. */
export function confirmMs(policy: Policy): number {
  return Math.min(policy.intervalMs, CONFIRM_MS);
}

/** Growing pauses between tries to reach the host: 5 s, 10 s, … 15 min. */
export function retryMs(attempts: number, random: number): number {
  return jittered(Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 20), LAST_RETRY_MS), random);
}
