import { isJsonObject } from '../../../requests.js';
import type { JsonObject, PageChannel } from '../../page-api.js';
import { SlackFailure } from '../../rules/request-error.js';
import { BOT } from '../../workspace.js';
import { type Arguments, jsonOf, textOf } from '../arguments.js';
import { assertMessagesTab } from './chat.js';
import { isDirectChannel, type Method, type MethodContext, visibleChannel } from './method.js';

/** Methods of docs.slack.dev/reference/methods: `files`. */
export const FILES: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': { run: getUploadUrl, scope: 'files:write' },
  'files.info': { run: fileInfo, scope: 'files:read' },
  'files.completeUploadExternal': { run: completeUpload, scope: 'files:write' },
};

function getUploadUrl(args: Arguments, { files }: MethodContext): JsonObject {
  if (textOf(args, 'filename') === '' || !(Number(textOf(args, 'length')) > 0))
    throw new SlackFailure('invalid_arguments');
  return files.reserve(textOf(args, 'filename'), BOT.userId);
}

/** An app sees what is in a dialog of its own, and what is shared where it is a member. */
function fileInfo(args: Arguments, { files, workspace }: MethodContext): JsonObject {
  const known = files.info(textOf(args, 'file'));
  if (!known) throw new SlackFailure('file_not_found');
  const { file, channel: id } = known;
  const channel = id === undefined ? undefined : workspace.channels.get(id);
  if (id !== undefined && !channel?.botIsMember) throw new SlackFailure('file_not_found');
  const kind = channel && kindOf(channel);
  const isOf = (wanted: typeof kind) => (channel && kind === wanted ? [channel.id] : []);
  const shares = { channels: isOf('channels'), groups: isOf('groups'), ims: isOf('ims') };
  return { file: { ...file, is_public: kind === 'channels', ...shares } };
}

function kindOf(channel: PageChannel): 'channels' | 'groups' | 'ims' {
  if (isDirectChannel(channel)) return 'ims';
  return channel.isPrivate ? 'groups' : 'channels';
}

function completeUpload(args: Arguments, { files, workspace }: MethodContext): JsonObject {
  const given = jsonOf(args, 'files', 'invalid_arguments');
  const ids = Array.isArray(given) ? given.filter(isJsonObject).map(({ id }) => String(id)) : [];
  const shared = ids.flatMap((id) => files.get(id) ?? []).map(({ text: _, ...file }) => file);
  if (shared.length === 0 || shared.length < ids.length) throw new SlackFailure('file_not_found');
  const channel = visibleChannel(workspace, args, 'channel_id');
  assertMessagesTab(workspace, channel);
  const threadTs = textOf(args, 'thread_ts');
  workspace.post({
    channel: channel.id,
    user: BOT.userId,
    botId: BOT.id,
    text: textOf(args, 'initial_comment'),
    files: shared,
    ...(threadTs === '' ? {} : { threadTs }),
  });
  return { files: shared.map(({ id, name }) => ({ id, title: name })) };
}
