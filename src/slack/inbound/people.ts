import { AsyncLocalStorage } from 'node:async_hooks';
import type { AllMiddlewareArgs } from '@slack/bolt';
import type { UsersInfoResponse, WebClient } from '@slack/web-api';
import { closestLanguage } from '../../locale/languages.js';
import { createCache } from '../../util/cache.js';
import { withTimeout } from '../../util/clock.js';
import type { Log } from '../../util/log.js';
import { slackReasonOf } from '../outbound/errors.js';

const FRESH_MS = 5 * 60_000;
const STALE_MS = 15 * 60_000;
/** How long Slack's last answer counts while Slack is unreachable. */
const MAX_AGE_MS = 24 * 3_600_000;
const MAX_CACHED_USERS = 10_000;

export type Person = NonNullable<UsersInfoResponse['user']>;

/** What Slack knows of people. */
export interface SlackPeople {
  /** Undefined for an unknown ID. Rejects while Slack is unreachable and has said nothing yet. */
  get(user: string): Promise<Person | undefined>;
}

export interface SlackCacheOptions {
  readonly now: () => number;
  readonly log: Log;
}

/** Caches what Slack says of people and groups for minutes, and up to a day while Slack is unreachable. */
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

/** `users.info`, cached, with the language of each person's Slack. */
export const createPeople = (client: WebClient, options: SlackCacheOptions): SlackPeople =>
  createSlackCache(options, async (user) => (await client.users.info({ user, include_locale: true })).user);

/** An acknowledgement is due within 3 s; without an answer by then, the bot's own language serves. */
const LOOKUP_TIMEOUT_MS = 700;

/** The language of the person whose request is being handled. */
export interface ReaderLanguage {
  /** Undefined outside a request, and if the person's language isn't known. */
  current(): string | undefined;
  /** Bolt middleware, before all listeners. */
  readonly middleware: (args: AllMiddlewareArgs) => Promise<void>;
}

export function createReaderLanguage(people: SlackPeople): ReaderLanguage {
  const reading = new AsyncLocalStorage<string | undefined>();

  async function languageOf(user: string | undefined): Promise<string | undefined> {
    if (user === undefined) return undefined;
    const person = await withTimeout(people.get(user), LOOKUP_TIMEOUT_MS).catch(() => undefined);
    return person?.locale === undefined ? undefined : closestLanguage(person.locale);
  }

  return {
    current: () => reading.getStore(),
    middleware: async ({ context, next }) => {
      await reading.run(await languageOf(context.userId), next);
    },
  };
}
