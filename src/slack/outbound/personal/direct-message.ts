import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { limit } from '../../../util/concurrency/queue.js';
import { fitView } from '../../blocks/limits.js';
import type { DirectMessageFile, View } from '../../blocks/view.js';
import { chatErrorOf } from '../errors.js';

/** A direct message to one person, updated while work is in progress. */
export interface DirectMessage {
  /** Posts the message, and later updates it. Throws SDK errors. */
  show(view: View): Promise<void>;
  /** Shows progress from time to time. */
  progress(view: View): void;
  /** Throws SDK errors. */
  attach(text: string, files: readonly DirectMessageFile[]): Promise<void>;
}

/** Bytes are sent as they are. */
export const uploadOf = ({ name, content }: DirectMessageFile) =>
  typeof content === 'string' ? { filename: name, content } : { filename: name, file: content };

const PROGRESS_GAP_MS = 10_000;

/** Opens a direct message with a person. Throws SDK errors. */
export async function openDirectMessage(
  client: WebClient,
  user: string,
  now: () => number,
): Promise<DirectMessage> {
  const { channel } = await client.conversations.open({ users: user });
  const id = channel?.id ?? '';
  let ts: string | undefined;
  let shownAt = Number.NEGATIVE_INFINITY;
  const oneAtATime = limit(1);

  async function post({ text, blocks }: View): Promise<void> {
    const message = { channel: id, text, blocks: [...blocks] };
    if (ts !== undefined && (await isUpdated(ts, message))) return;
    const answer = await client.chat.postMessage({ ...message, unfurl_links: false, unfurl_media: false });
    ts = answer.ts;
  }

  /** False if the message was deleted or can no longer be edited, so that it has to be posted again. */
  async function isUpdated(posted: string, message: { channel: string; text: string; blocks: KnownBlock[] }) {
    try {
      await client.chat.update({ ...message, ts: posted });
      return true;
    } catch (error) {
      const { code } = chatErrorOf(error);
      if (code !== 'card-gone' && code !== 'card-fixed') throw error;
      return false;
    }
  }

  return {
    async show(view) {
      await oneAtATime(() => post(fitView(view)));
    },
    progress(view) {
      if (now() - shownAt < PROGRESS_GAP_MS) return;
      shownAt = now();
      // The next update shows what this one couldn't.
      oneAtATime(() => post(fitView(view))).catch(() => undefined);
    },
    async attach(text, files) {
      await client.filesUploadV2({
        channel_id: id,
        initial_comment: text,
        file_uploads: files.map(uploadOf),
      });
    },
  };
}
