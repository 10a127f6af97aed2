import { DAY_MS, HOUR_MS } from '../../../core/instant.js';
import { UserError } from '../../../use-cases/errors.js';

/** A Slack mention (`<@U0123|name>`) or a member ID. */
const PERSON = /^<@([UW][A-Z0-9]{2,})(?:\|[^>]*)?>$|^([UW][A-Z0-9]{7,})$/;

/** The Slack user ID that a typed word names, if it names a person. */
export function personTyped(word: string): string | undefined {
  const [, mentioned, id = mentioned] = PERSON.exec(word.trim()) ?? [];
  return id;
}

/** A longer pause would be forgotten. */
const MOST_DAYS = 365;

/** When a typed time such as `3d` or `12h` is over, in epoch ms. Throws `UserError`. */
export function endTyped(typed: string, now: number): number {
  const [, count, unit] = /^(\d{1,4})\s?([hd])$/i.exec(typed) ?? [];
  const ms = Number(count ?? 0) * (unit?.toLowerCase() === 'h' ? HOUR_MS : DAY_MS);
  if (ms === 0 || ms > MOST_DAYS * DAY_MS)
    throw new UserError({ code: 'not-a-time', typed, most: MOST_DAYS });
  return now + ms;
}

/** Whether a word looks like a time at all. */
export const looksLikeTime = (typed: string): boolean => /^\d/.test(typed);
