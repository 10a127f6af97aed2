import { nameOf, rootCodeOf } from '../../util/network-errors.js';
import { botScopes } from '../../util/version.js';
import { type DoctorResult, notChecked, note, ok, problem, type Repair, utcMinute } from './result.js';

export interface DiagnosedChannel {
  readonly name: string;
  readonly isMember: boolean;
  readonly isArchived: boolean;
  readonly isPrivate: boolean;
  /** People of other organizations read it (Slack Connect). */
  readonly isShared: boolean;
}

export interface BotIdentity {
  /** The workspace's name. */
  readonly team: string;
  /** The token's; undefined if Slack doesn't say. */
  readonly scopes: readonly string[] | undefined;
  /** The organisation's ID, if the app is installed organisation-wide. */
  readonly organisation?: string | undefined;
  readonly botUserId: string;
  /** The Slack app that the bot token belongs to; undefined if Slack doesn't say. */
  readonly appId?: string | undefined;
}

/** What has arrived from people in Slack: when it last did, epoch ms. */
export interface LastRequests {
  readonly commandAt?: number | undefined;
  /** A direct message to the bot, for which its messages tab must be on. */
  readonly messageAt?: number | undefined;
}

export interface SlackExpectations {
  /** Channels that must be usable. */
  readonly channels: readonly string[];
  /** Whether cards may be posted where people of other organizations read them. */
  readonly mayShare: boolean;
  /** As the running bot remembers it; may throw. */
  readonly lastRequests: (botUserId: string) => Promise<LastRequests>;
}

/** What Slack says about the bot. Every method may throw. */
export interface SlackDiagnosis {
  whoAmI(): Promise<BotIdentity>;
  /** Undefined for a channel the bot can't see. */
  channel(id: string): Promise<DiagnosedChannel | undefined>;
  /** Joins a public channel. */
  join(channel: string): Promise<void>;
  /**
   * Opens no socket: requests its URL, which needs a valid app-level token. Resolves with the Slack app in the token, if
   * it names one. Absent in HTTP mode.
   */
  testAppToken?: (() => Promise<string | undefined>) | undefined;
}

/** What each scope is for. */
const SCOPE_KEYS = {
  commands: 'doctor.scope.commands',
  'chat:write': 'doctor.scope.chat-write',
  'chat:write.public': 'doctor.scope.chat-write-public',
  'channels:history': 'doctor.scope.history',
  'groups:history': 'doctor.scope.history-private',
  'channels:read': 'doctor.scope.channels-read',
  'groups:read': 'doctor.scope.groups-read',
  'channels:join': 'doctor.scope.channels-join',
  'users:read': 'doctor.scope.users-read',
  'usergroups:read': 'doctor.scope.usergroups-read',
  'im:write': 'doctor.scope.im-write',
  'im:history': 'doctor.scope.im-history',
  'app_mentions:read': 'doctor.scope.app-mentions-read',
  'files:read': 'doctor.scope.files-read',
  'files:write': 'doctor.scope.files-write',
} as const satisfies Record<string, DoctorResult['key']>;

const isExplained = (scope: string): scope is keyof typeof SCOPE_KEYS => Object.hasOwn(SCOPE_KEYS, scope);

export async function diagnoseSlack(
  slack: SlackDiagnosis,
  expected: SlackExpectations,
): Promise<DoctorResult[]> {
  const identity = slack.whoAmI();
  const known = identity.catch(() => undefined);
  const [bot, app, lastRequests] = await Promise.all([
    diagnoseBot(slack, identity, expected),
    diagnoseAppToken(slack, known),
    known.then((own) => (own ? expected.lastRequests(own.botUserId) : {})).catch((): LastRequests => ({})),
  ]);
  return [...bot, ...app, ...requestLines(slack, lastRequests)];
}

async function diagnoseBot(
  slack: SlackDiagnosis,
  identity: Promise<BotIdentity>,
  { channels, mayShare }: SlackExpectations,
): Promise<DoctorResult[]> {
  try {
    const { team, scopes, organisation } = await identity;
    const inChannels = await Promise.all(channels.map((id) => diagnoseChannel(slack, id, mayShare)));
    return [
      ok('doctor.slack.connected', { team }),
      ...(organisation === undefined ? [] : [note('doctor.slack.organisation', { organisation, team })]),
      ...scopeLines(scopes),
      ...(channels.length === 0 ? [note('doctor.channel.none')] : inChannels),
    ];
  } catch (error) {
    const key = slackErrorName(error) === undefined ? 'doctor.slack.unreached' : 'doctor.slack.refused';
    return [problem(key, { reason: failureReason(error) })];
  }
}

/** Slack accepts the token of any app; with another app's, no command would reach the bot. */
async function diagnoseAppToken(
  { testAppToken }: SlackDiagnosis,
  identity: Promise<BotIdentity | undefined>,
): Promise<DoctorResult[]> {
  if (!testAppToken) return [];
  try {
    const app = await testAppToken();
    const own = (await identity)?.appId;
    if (app === undefined || own === undefined) return [note('doctor.app-token.unmatched')];
    return [app === own ? ok('doctor.app-token.accepted') : problem('doctor.app-token.other', { app, own })];
  } catch (error) {
    const key =
      slackErrorName(error) === undefined ? 'doctor.app-token.unreached' : 'doctor.app-token.refused';
    return [problem(key, { reason: failureReason(error) })];
  }
}

/** Only messages that arrived show that people reach the bot. In HTTP mode, a command shows that Slack does, too. */
function requestLines(
  { testAppToken }: SlackDiagnosis,
  { commandAt, messageAt }: LastRequests,
): DoctorResult[] {
  const since = (at: number | undefined, what: 'command' | 'messages-tab' | 'request-url') =>
    at === undefined ? notChecked(`doctor.${what}`) : ok(`doctor.${what}.arrived`, { at: utcMinute(at) });
  return [
    ...(testAppToken ? [] : [since(commandAt, 'request-url')]),
    since(commandAt, 'command'),
    since(messageAt, 'messages-tab'),
  ];
}

/** One result for each missing scope, with what doesn't work without it. */
export function scopeLines(scopes: readonly string[] | undefined): DoctorResult[] {
  if (scopes === undefined) return [note('doctor.scopes.unknown')];
  const missing = botScopes.filter((scope) => !scopes.includes(scope));
  if (missing.length === 0) return [ok('doctor.scopes.all')];
  return missing.map((scope) =>
    problem(isExplained(scope) ? SCOPE_KEYS[scope] : 'doctor.scope.other', { scope }),
  );
}

async function diagnoseChannel(slack: SlackDiagnosis, id: string, mayShare: boolean): Promise<DoctorResult> {
  let channel: DiagnosedChannel | undefined;
  try {
    channel = await slack.channel(id);
  } catch (error) {
    return note('doctor.channel.unread', { channel: id, reason: failureReason(error) });
  }
  if (!channel) return problem('doctor.channel.unseen', { channel: id });
  if (channel.isArchived) return problem('doctor.channel.archived', { channel: id });
  if (channel.isShared && !mayShare) return problem('doctor.channel.shared', { channel: id });
  if (channel.isMember) return ok('doctor.channel.member', { channel: id });
  const stranger = problem('doctor.channel.stranger', { channel: id });
  return channel.isPrivate ? stranger : { ...stranger, repair: joining(slack, id) };
}

const joining = (slack: SlackDiagnosis, channel: string): Repair => ({
  id: `join:${channel}`,
  question: 'doctor.fix.join',
  run: async () => {
    try {
      await slack.join(channel);
      return ok('doctor.channel.member', { channel });
    } catch (error) {
      return problem('doctor.fix.join-failed', { channel, reason: failureReason(error) });
    }
  },
});

/** Slack's own error, such as `invalid_auth`; drops anything else (a proxy's page). */
function slackErrorName(error: unknown): string | undefined {
  const data = error instanceof Error && 'data' in error ? error.data : undefined;
  const named = typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
  return typeof named === 'string' && /^[\w.-]{1,60}$/.test(named) ? named : undefined;
}

/** Slack's own error, or the kind of failure. */
export const failureReason = (error: unknown): string =>
  slackErrorName(error) ?? (rootCodeOf(error) || nameOf(error));
