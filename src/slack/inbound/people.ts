import { AsyncLocalStorage } from 'node:async_hooks';
import type { AllMiddlewareArgs } from '@slack/bolt';
import { type UsersInfoResponse, WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { closestLanguage } from '../../locale/languages.js';
import type { Role, Roles } from '../../use-cases/ports.js';
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

/** An acknowledgement is due within 3 s; without an answer by then, the bot's own language is used. */
const LOOKUP_TIMEOUT_MS = 700;

/** The language of the person whose request is being handled. */
export interface ReaderLanguage {
  /** Undefined outside a request, and if the person's language isn't known. */
  current(): string | undefined;
  /** Bolt middleware, before all listeners. */
  readonly middleware: (args: AllMiddlewareArgs) => Promise<void>;
}

export function createReaderLanguage(people: Pick<SlackPeople, 'get'>): ReaderLanguage {
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

const isGroup = (id: string): boolean => id.startsWith('S');

/** Permanent errors of usergroups.users.list: such a group has no members. */
const NOBODY: readonly string[] = [
  'no_such_subteam',
  'subteam_not_found',
  'subteam_disabled',
  'plan_upgrade_required',
  'missing_scope',
  'permission_denied',
  'not_allowed_token_type',
  'invalid_arguments',
];

export interface RolesOptions {
  readonly client: WebClient;
  readonly people: Pick<SlackPeople, 'get'>;
  /** The ID of our workspace. */
  readonly team: string;
  /** The organisation, if the app is installed organisation-wide. */
  readonly organisation?: string | undefined;
  /** User IDs and user-group IDs; empty means every member. */
  readonly operators: readonly string[];
  /** Empty means the operators. */
  readonly admins: readonly string[];
  readonly now: () => number;
  readonly log: Log;
}

/**
 * Roles of people in Slack. People and group members are cached for minutes, and up to a day while Slack is
 * unreachable.
 */
export function createRoles({
  client,
  people,
  team,
  organisation,
  operators,
  admins,
  now,
  log,
}: RolesOptions): Roles {
  const isInsiderOf = async (user: string) => isInsider(await people.get(user), team, organisation);
  const members = createSlackCache<ReadonlySet<string>>({ now, log }, async (usergroup) => {
    try {
      const answer = await client.usergroups.users.list({ usergroup });
      return new Set(answer.users ?? []);
    } catch (error) {
      const name = error instanceof WebAPIPlatformError ? error.data.error : '';
      if (!NOBODY.includes(name)) throw error;
      log.warn(
        { usergroup, reason: name },
        'a user group gives nobody permissions: Slack says that nobody is in it',
      );
      return new Set<string>();
    }
  });

  /** An unreadable group doesn't affect members of other groups. Throws when it may decide the role. */
  async function isAmong(ids: readonly string[], user: string): Promise<boolean> {
    if (ids.includes(user)) return true;
    const groups = await Promise.allSettled(ids.filter(isGroup).map((id) => members.get(id)));
    if (groups.some((group) => group.status === 'fulfilled' && group.value.has(user))) return true;
    const failed = groups.find((group) => group.status === 'rejected');
    if (failed) throw failed.reason;
    return false;
  }

  async function memberRole(user: string): Promise<Role> {
    const [admin, operator] = await Promise.allSettled([
      isAmong(admins, user),
      operators.length === 0 ? true : isAmong(operators, user),
    ]);
    if (admin.status === 'fulfilled' && admin.value) return 'admin';
    const isOperator = operator.status === 'fulfilled' && operator.value;
    if (isOperator) return admins.length === 0 ? 'admin' : 'operator';
    for (const asked of [admin, operator]) if (asked.status === 'rejected') throw asked.reason;
    return 'member';
  }

  return {
    operators,
    admins,
    async roleOf(user) {
      try {
        return (await isInsiderOf(user)) ? await memberRole(user) : 'outsider';
      } catch (error) {
        log.error(
          { reason: slackReasonOf(error), user },
          'Slack could not identify the user; denying everything',
        );
        return 'unsure';
      }
    },
  };
}

/**
 * Guests, bots and people of other workspaces aren't members. In Enterprise Grid a member may have another home
 * workspace: what counts is whether ours is among theirs, or the app is installed in their organisation.
 */
function isInsider(user: Person | undefined, team: string, organisation: string | undefined): boolean {
  if (!user || user.deleted || user.is_bot || user.is_restricted || user.is_ultra_restricted) return false;
  const { teams, enterprise_id } = user.enterprise_user ?? {};
  if (user.team_id === team || teams?.includes(team)) return true;
  return organisation !== undefined && enterprise_id === organisation;
}
