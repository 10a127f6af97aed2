import type { WebClient } from '@slack/web-api';
import type { Log } from '../../util/log.js';
import { slackReasonOf } from './errors.js';

/** A reply as chat.postMessage answered for it. */
export interface PostedReply {
  readonly channel: string;
  readonly ts: string;
  /** Where it was to go. */
  readonly threadTs: string;
  readonly message?: { readonly thread_ts?: string | undefined } | undefined;
}

/**
 * Slack posts a reply to a deleted message into the channel, with `ok: true` and no `thread_ts` in the message. Such a
 * reply is deleted again; true when the card is really gone, so that an answer that merely leaves `thread_ts` out costs nobody a card.
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
    // Slack's answer to the post stands.
    return false;
  }
}
