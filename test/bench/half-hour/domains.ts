/** What a domain of the half-hour run is like; the first is Ready, the others wait for something. */
export const KINDS = ['ready', 'no-record', 'elsewhere', 'no-certificate'] as const;
export type DomainKind = (typeof KINDS)[number];

const WAITING = KINDS.slice(1);
/** One in so many waits. */
const WAITING_EVERY = 20;
const INTERVAL_MS = 300_000;
const READY_INTERVAL_MS = 3_600_000;
/** Domains that share a certificate, as a certificate authority allows. */
export const NAMES_PER_CERTIFICATE = 10;
const CHANNELS = 50;

export const zoneOf = (at: number): string => `half-hour-${at}.com`;
export const hostnameOf = (at: number): string => `shop.${zoneOf(at)}`;
export const idOf = (at: number): string => `half-hour-${at}`;
export const channelOf = (at: number): string => `C1HALFHOUR${at % CHANNELS}`;

export function kindOf(at: number): DomainKind {
  if (at % WAITING_EVERY !== 0) return 'ready';
  return WAITING[(at / WAITING_EVERY) % WAITING.length] ?? 'ready';
}

/** After the run's start, one after the other: each is due once within its interval. */
export function firstDueMs(at: number, count: number): number {
  const spread = ((at * 7_919) % count) / count;
  return Math.round(spread * (kindOf(at) === 'ready' ? READY_INTERVAL_MS : INTERVAL_MS));
}
