import type { Fault } from '../../../src/sandbox/slack/delivery/faults.js';
import type { OutsideFault } from '../support/outside.js';
import type { Outage } from './run.js';

const MINUTE_MS = 60_000;
/** After five minutes of calm, for an hour. */
const isAway = (sinceMs: number): boolean => sinceMs >= 5 * MINUTE_MS && sinceMs < 65 * MINUTE_MS;
const away =
  (outcome: ReturnType<OutsideFault> = 'fails') =>
  (sinceMs: number): ReturnType<OutsideFault> =>
    isAway(sinceMs) ? outcome : 'well';
const FAILURES = ['fails', 'fails-after', 'unheard'] as const;
const chance =
  (share: number) =>
  (_: number, random: () => number): ReturnType<OutsideFault> => {
    if (random() >= share) return 'well';
    return FAILURES[Math.floor(random() * FAILURES.length)] ?? 'fails';
  };

const SLACK_FAULTS: readonly Fault[] = [
  { status: 503 },
  { status: 500 },
  { error: 'service_unavailable' },
  { error: 'internal_error' },
  { error: 'fatal_error' },
  { html: '<h1>maintenance</h1>' },
  { dropAfterAccept: true },
  { dropAfterAccept: true },
  { dropAfterAccept: true },
  { retryAfterS: 3 },
];
const anyFault = (random: () => number): Fault | undefined =>
  SLACK_FAULTS[Math.floor(random() * SLACK_FAULTS.length)];

/** Everything outside the bot, out of order by itself and all at once. */
export const outages: readonly Outage[] = [
  { name: 'Slack away for an hour', slack: (sinceMs) => (isAway(sinceMs) ? { status: 503 } : undefined) },
  {
    name: 'Slack takes everything for an hour and answers nothing',
    slack: (sinceMs) => (isAway(sinceMs) ? { dropAfterAccept: true } : undefined),
  },
  {
    name: '429 storms',
    slack: (sinceMs, random) =>
      Math.floor(sinceMs / (10 * MINUTE_MS)) % 2 === 1 && random() < 0.9
        ? { retryAfterS: 1 + Math.floor(random() * 60) }
        : undefined,
  },
  { name: 'Closte away for an hour', closte: away() },
  { name: 'Closte does it and does not say so, for an hour', closte: away('fails-after') },
  { name: 'DNS away for an hour', dns: away() },
  { name: 'disk full for an hour', disk: away(), diskError: 'ENOSPC' },
  { name: 'disk read-only for an hour', disk: away(), diskError: 'EROFS' },
  { name: 'disk fails after it wrote, for an hour', disk: away('fails-after'), diskError: 'ENOSPC' },
  {
    name: '30 % of all calls fail',
    slack: (_, random) => (random() < 0.3 ? anyFault(random) : undefined),
    closte: chance(0.3),
    dns: chance(0.3),
    disk: chance(0.3),
  },
];
