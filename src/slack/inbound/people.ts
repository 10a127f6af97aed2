import { type UsersInfoResponse, WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { createCache } from '../../util/cache.js';
import type { Log } from '../../util/log.js';
import { slackReasonOf } from '../outbound/errors.js';

const FRESH_MS = 5 * 60_000;
const STALE_MS = 15 * 60_000;
/** How long Slack's last answer counts while Slack is unreachable. */
const MAX_AGE_MS = 24 * 3_600_000;
const MAX_CACHED_USERS = 10_000;

export type Person = NonNullable<UsersInfoResponse['user']>;

/** What Slack knows about people. */
export interface SlackPeople {
  /** Undefined for an unknown ID. Rejects while Slack is unreachable and nothing is cached. */
  get(user: string): Promise<Person | undefined>;
  /** Call when Slack says that somebody's language or kind of account has changed. */
  forget(user: string): void;
}

export interface SlackCacheOptions {
  readonly now: () => number;
  readonly log: Log;
}

/** Caches what Slack says about people and groups for minutes, and up to a day while Slack is unreachable. */
export const createSlackCache = <Value>(
  { now, log }: SlackCacheOptions,
  load: (id: string) => Promise<Value>,
) =>
  createCache({
    load,
    now,
    freshMs: FRESH_MS,
    staleMs: STALE_MS,
    maxAgeMs: MAX_AGE_MS,
    max: MAX_CACHED_USERS,
    onFailure: (error) =>
      log.warn(
        { reason: slackReasonOf(error) },
        'Slack could not identify the user; using what it said last',
      ),
  });

/** Permanent errors of users.info: such a person is no member, whoever else they are. */
const UNKNOWN: readonly string[] = ['user_not_found', 'users_not_found', 'user_not_visible'];

/** `users.info`, cached, with the language of each person's Slack. */
export const createPeople = (client: WebClient, options: SlackCacheOptions): SlackPeople =>
  createSlackCache(options, async (user) => {
    try {
      return (await client.users.info({ user, include_locale: true })).user;
    } catch (error) {
      if (error instanceof WebAPIPlatformError && UNKNOWN.includes(error.data.error)) return undefined;
      throw error;
    }
  });
