import { type Logger, WebAPIPlatformError, WebClient } from '@slack/web-api';
import type { Dispatcher } from 'undici';
import type { PeopleDiagnosis } from '../../use-cases/doctor/people-checks.js';
import type { SlackDiagnosis } from '../../use-cases/doctor/slack-checks.js';
import { fetchThrough } from '../../util/http-client.js';
import type { ConnectionOptions } from './connection.js';

/** Slack's errors for something that doesn't exist; other errors don't say so. */
const ABSENT: ReadonlySet<string> = new Set([
  'channel_not_found',
  'user_not_found',
  'users_not_found',
  'user_not_visible',
  'no_such_subteam',
  'subteam_not_found',
]);

/** Queries Slack for the doctor; includes `testAppToken` in Socket Mode. */
export const createSlackDiagnosis = (
  client: WebClient,
  testAppToken?: SlackDiagnosis['testAppToken'],
): SlackDiagnosis & PeopleDiagnosis => ({
  testAppToken,
  whoAmI: async () => {
    const own = await client.auth.test();
    const { team = '', user_id: botUserId = '', bot_id: bot = '', response_metadata } = own;
    return {
      team,
      scopes: response_metadata?.scopes,
      organisation: own.is_enterprise_install === true ? own.enterprise_id : undefined,
      botUserId,
      appId: await slackAppOf(client, bot).catch(() => undefined),
    };
  },
  channel: (id) =>
    present(async () => {
      const { channel } = await client.conversations.info({ channel: id });
      return {
        name: channel?.name ?? id,
        isMember: channel?.is_member === true,
        isArchived: channel?.is_archived === true,
        isPrivate: channel?.is_private === true,
        isShared: channel?.is_ext_shared === true,
      };
    }),
  join: async (channel) => void (await client.conversations.join({ channel })),
  person: (id) =>
    present(async () => {
      const { user } = await client.users.info({ user: id });
      const isActive = !(user?.deleted || user?.is_bot || user?.is_restricted || user?.is_ultra_restricted);
      return { name: user?.real_name || user?.name || id, isActive };
    }),
  group: async (id) => {
    const { usergroups = [] } = await client.usergroups.list({ include_disabled: false });
    const group = usergroups.find((each) => each.id === id);
    if (!group) return undefined;
    const { users = [] } = await client.usergroups.users.list({ usergroup: id });
    return { name: `@${group.handle ?? id}`, members: users };
  },
});

/** The Slack app of a bot, as bots.info gives it. Throws SDK errors. */
export const slackAppOf = async (client: WebClient, bot: string): Promise<string | undefined> =>
  (await client.bots.info({ bot })).bot?.app_id;

/** App-level tokens name their app: `xapp-1-<app>-<number>-<secret>`. */
const APP_TOKEN_FORM = /^xapp-\d+-(A[A-Z0-9]+)-/;

export interface AppTokenOptions {
  readonly mode: ConnectionOptions['mode'];
  readonly apiUrl: string;
  readonly dispatcher: Dispatcher;
  readonly logger: Logger;
}

const APP_TOKEN_TIMEOUT_MS = 10_000;

/**
 * Requests a socket URL, which Slack gives only for a valid app-level token; opens no socket. Undefined in HTTP mode,
 * which needs no such token. Resolves with the app that the token names.
 */
export function appTokenTest({
  mode,
  apiUrl,
  dispatcher,
  logger,
}: AppTokenOptions): SlackDiagnosis['testAppToken'] {
  if (mode.kind === 'http') return undefined;
  const client = new WebClient(mode.appToken, {
    slackApiUrl: apiUrl,
    timeout: APP_TOKEN_TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger,
    fetch: fetchThrough(dispatcher),
  });
  return async () => {
    await client.apps.connections.open();
    return APP_TOKEN_FORM.exec(mode.appToken)?.[1];
  };
}

async function present<Value>(ask: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof WebAPIPlatformError && ABSENT.has(error.data.error)) return undefined;
    throw error;
  }
}
