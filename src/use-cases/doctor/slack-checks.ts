import { botScopes } from '../../util/version.js';
import { type DoctorResult, notChecked, note, ok, problem, type Repair } from './result.js';

export interface DiagnosedChannel {
  readonly name: string;
  readonly isMember: boolean;
  readonly isArchived: boolean;
  readonly isPrivate: boolean;
}

export interface BotIdentity {
  /** The workspace's name. */
  readonly team: string;
  /** The token's; undefined if Slack doesn't say. */
  readonly scopes: readonly string[] | undefined;
  /** The organisation's ID, if the app is installed organisation-wide. */
  readonly organisation?: string | undefined;
}

/** What Slack says of the bot. Every method may throw. */
export interface SlackDiagnosis {
  whoAmI(): Promise<BotIdentity>;
  /** Undefined for a channel the bot can't see. */
  channel(id: string): Promise<DiagnosedChannel | undefined>;
  /** Joins a public channel. */
  join(channel: string): Promise<void>;
  /** Opens no socket: requests its URL, which needs a valid app-level token. Absent in HTTP mode. */
  testAppToken?: (() => Promise<void>) | undefined;
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
  channels: readonly string[],
): Promise<DoctorResult[]> {
  const [bot, app] = await Promise.all([diagnoseBot(slack, channels), diagnoseAppToken(slack)]);
  return [...bot, app, notChecked('doctor.command'), notChecked('doctor.messages-tab')];
}

async function diagnoseBot(slack: SlackDiagnosis, channels: readonly string[]): Promise<DoctorResult[]> {
  try {
    const { team, scopes, organisation } = await slack.whoAmI();
    const inChannels = await Promise.all(channels.map((id) => diagnoseChannel(slack, id)));
    return [
      ok('doctor.slack.connected', { team }),
      ...(organisation === undefined ? [] : [note('doctor.slack.organisation', { organisation, team })]),
      ...scopeLines(scopes),
      ...(channels.length === 0 ? [note('doctor.channel.none')] : inChannels),
    ];
  } catch (error) {
    const key = slackErrorName(error) === undefined ? 'doctor.slack.unreached' : 'doctor.slack.refused';
    return [problem(key, { words: failureReason(error) })];
  }
}

/** In HTTP mode only Slack can tell whether it reaches us. */
async function diagnoseAppToken({ testAppToken }: SlackDiagnosis): Promise<DoctorResult> {
  if (!testAppToken) return notChecked('doctor.request-url');
  try {
    await testAppToken();
    return ok('doctor.app-token.accepted');
  } catch (error) {
    const key =
      slackErrorName(error) === undefined ? 'doctor.app-token.unreached' : 'doctor.app-token.refused';
    return problem(key, { words: failureReason(error) });
  }
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

async function diagnoseChannel(slack: SlackDiagnosis, id: string): Promise<DoctorResult> {
  let channel: DiagnosedChannel | undefined;
  try {
    channel = await slack.channel(id);
  } catch (error) {
    return note('doctor.channel.unread', { channel: id, words: failureReason(error) });
  }
  if (!channel) return problem('doctor.channel.unseen', { channel: id });
  if (channel.isArchived) return problem('doctor.channel.archived', { channel: id });
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
      return problem('doctor.fix.join-failed', { channel, words: failureReason(error) });
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
  slackErrorName(error) ?? (error instanceof Error ? error.name : 'unknown');
