import { isJsonObject } from '../../requests.js';
import type { JsonObject, Message, MessageMetadata } from '../page-api.js';
import { lengthOfText, SLACK_FIGURES, validateBlocks } from '../rules/limits.js';
import { SlackFailure } from '../rules/request-error.js';
import { BOT, SLACK_APP_ID, TEAM } from '../workspace.js';
import { type Arguments, jsonOf, textOf } from './arguments.js';

/** Blocks from an argument, checked; undefined when the argument was left out. */
export function blocksOf(args: Arguments): JsonObject[] | undefined {
  const blocks = jsonOf(args, 'blocks', 'invalid_blocks_format');
  if (blocks === undefined) return undefined;
  if (!Array.isArray(blocks)) throw new SlackFailure('invalid_blocks_format');
  const errors = validateBlocks(blocks, 'message');
  if (errors.length > 0)
    throw new SlackFailure('invalid_blocks', {
      errors,
      response_metadata: { messages: errors.map((error) => `[ERROR] ${error}`) },
    });
  return blocks;
}

/** A limit of the Web API only; response URLs were seen to accept more (slackapi/bolt-js#2509). */
export function checkBlockText(blocks: readonly JsonObject[] | undefined): void {
  if (lengthOfText(blocks) > SLACK_FIGURES.blockTextTotal) throw new SlackFailure('msg_blocks_too_long');
}

/** `'none'` for the empty object that takes metadata away; undefined when the argument was left out. */
export function metadataIn(args: Arguments): MessageMetadata | 'none' | undefined {
  const metadata = jsonOf(args, 'metadata', 'invalid_metadata_format');
  if (metadata === undefined) return undefined;
  if (!isJsonObject(metadata)) throw new SlackFailure('invalid_metadata_format');
  if (Object.keys(metadata).length === 0) return 'none';
  const { event_type, event_payload } = metadata;
  if (typeof event_type !== 'string' || event_type === '' || !isJsonObject(event_payload))
    throw new SlackFailure('invalid_metadata_format');
  if (JSON.stringify(metadata).length > SLACK_FIGURES.metadata) throw new SlackFailure('metadata_too_large');
  return { event_type, event_payload };
}

/** A message's text: `text`, or `markdown_text`, which allows neither text nor blocks beside it. */
export function wordsIn(args: Arguments): string {
  const markdown = textOf(args, 'markdown_text');
  if (markdown === '') return textOf(args, 'text');
  if (args['text'] !== undefined || args['blocks'] !== undefined)
    throw new SlackFailure('markdown_text_conflict');
  if (markdown.length > SLACK_FIGURES.text.markdown) throw new SlackFailure('msg_too_long');
  return markdown;
}

/** A message as the Web API returns it. Without `include_all_metadata`, only the type of its metadata. */
export function asMessage(message: Message, withMetadata: boolean): JsonObject {
  const { ts, user, text, botId, blocks, metadata, edited, deleted, files } = message;
  return {
    type: 'message',
    ...(deleted ? { subtype: 'tombstone', hidden: true } : {}),
    user,
    text,
    ts,
    team: TEAM.id,
    ...(botId === undefined ? {} : { bot_id: botId, app_id: SLACK_APP_ID, bot_profile: BOT_PROFILE }),
    ...(blocks === undefined ? {} : { blocks }),
    ...(files === undefined ? {} : { files: files.map(({ url, ...file }) => ({ ...file, permalink: url })) }),
    ...threadFields(message),
    ...(edited ? { edited: { user, ts } } : {}),
    ...(metadata === undefined
      ? {}
      : { metadata: withMetadata ? metadata : { event_type: metadata.event_type } }),
  };
}

const BOT_PROFILE = { id: BOT.id, app_id: SLACK_APP_ID, name: BOT.name, team_id: TEAM.id, deleted: false };

function threadFields({ ts, threadTs, replyCount, broadcast, locked }: Message): JsonObject {
  if (threadTs === undefined) return {};
  if (threadTs === ts) return { thread_ts: ts, reply_count: replyCount ?? 0, is_locked: locked === true };
  return { thread_ts: threadTs, ...(broadcast ? { subtype: 'thread_broadcast' } : {}) };
}
