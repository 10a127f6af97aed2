import type { WebClient } from '@slack/web-api';
import type { Log } from '../../../util/log.js';
import { slackReasonOf } from '../errors.js';

/** A posted reply, from the response of chat.postMessage. */
export interface PostedReply {
  readonly channel: string;
  readonly ts: string;
  /** Its intended thread. */
  readonly threadTs: string;
  readonly message?: { readonly thread_ts?: string | undefined } | undefined;
}

/**
 * Slack posts a reply to a deleted message into the channel, with `ok: true` and no `thread_ts` in the message. Deletes
 * such a reply; true when the card is really gone, so that a response that merely omits `thread_ts` doesn't lose a
 * card.
 */
export async function repliedElsewhere(
  client: WebClient,
  { channel, ts, threadTs, message }: PostedReply,
  log: Log,
): Promise<boolean> {
  if (!message || message.thread_ts === threadTs) return false;
  if (await exists(client, channel, threadTs)) return false;
  try {
    await client.chat.delete({ channel, ts });
  } catch (error) {
    log.warn(
      { channel, ts, reason: slackReasonOf(error) },
      'stray reply could not be deleted from the channel',
    );
  }
  return true;
}

async function exists(client: WebClient, channel: string, ts: string): Promise<boolean> {
  try {
    const { messages = [] } = await client.conversations.replies({ channel, ts, limit: 1 });
    const parent = messages.find((each) => each.ts === ts);
    return parent !== undefined && !('subtype' in parent && parent.subtype === 'tombstone');
  } catch {
    // Trust Slack's response to the post.
    return false;
  }
}
