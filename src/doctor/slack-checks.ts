import { type DoctorLine, note, ok, problem } from './line.js';

/** What Slack says of the bot. Every method may throw. */
export interface SlackExam {
  /** The workspace's name, and the scopes that the token has; undefined where Slack does not say. */
  whoAmI(): Promise<{ readonly team: string; readonly scopes: readonly string[] | undefined }>;
  /** Undefined for a channel that the bot can't see. */
  channel(id: string): Promise<{ readonly isMember: boolean; readonly isArchived: boolean } | undefined>;
}

/** The bot scopes of the manifest: without one of them something does not work. */
export const NEEDED_SCOPES = [
  'commands',
  'chat:write',
  'chat:write.public',
  'channels:history',
  'groups:history',
  'channels:read',
  'groups:read',
  'users:read',
  'usergroups:read',
  'im:write',
  'files:write',
] as const;

export async function examineSlack(slack: SlackExam, channels: readonly string[]): Promise<DoctorLine[]> {
  try {
    const { team, scopes } = await slack.whoAmI();
    const missing = scopes === undefined ? [] : NEEDED_SCOPES.filter((scope) => !scopes.includes(scope));
    const inChannels = await Promise.all(channels.map((id) => examineChannel(slack, id)));
    return [
      ok('doctor.slack.connected', { team }),
      scopesLine(scopes, missing),
      ...(channels.length === 0 ? [note('doctor.channel.none')] : inChannels),
    ];
  } catch (error) {
    return [problem('doctor.slack.unreached', { words: reasonOf(error) })];
  }
}

function scopesLine(scopes: readonly string[] | undefined, missing: readonly string[]): DoctorLine {
  if (scopes === undefined) return note('doctor.scopes.unknown');
  return missing.length === 0
    ? ok('doctor.scopes.all')
    : problem('doctor.scopes.missing', { scopes: missing.join(', ') });
}

async function examineChannel(slack: SlackExam, id: string): Promise<DoctorLine> {
  const channel = await slack.channel(id);
  if (!channel) return problem('doctor.channel.unseen', { channel: id });
  if (channel.isArchived) return problem('doctor.channel.archived', { channel: id });
  return channel.isMember
    ? ok('doctor.channel.member', { channel: id })
    : problem('doctor.channel.stranger', { channel: id });
}

/** Slack's own name for it, such as `invalid_auth`. */
function reasonOf(error: unknown): string {
  const data = error instanceof Error && 'data' in error ? error.data : undefined;
  const named = typeof data === 'object' && data !== null && 'error' in data ? data.error : undefined;
  return typeof named === 'string' ? named : error instanceof Error ? error.name : 'unknown';
}
