import type { ModalView } from '@slack/types';
import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { fitView } from '../../blocks/limits.js';
import type { View } from '../../blocks/view.js';
import type { DirectMessage } from './direct-message.js';

/** A person, and where they are; `channel` is empty outside channels. */
export interface Whom {
  readonly user: string;
  readonly channel: string;
  readonly threadTs?: string | undefined;
}

export type AnswerPerson = (whom: Whom, view: View) => Promise<void>;

/**
 * Answers one person without a response URL: visible to them only, in the channel or thread, otherwise in a direct
 * message. Throws SDK errors.
 */
export const createAnswerPerson =
  (client: WebClient, openDirect: (user: string) => Promise<DirectMessage>): AnswerPerson =>
  async ({ user, channel, threadTs }, view) => {
    const { text, blocks } = fitView(view);
    const isIn = channel !== '' && !channel.startsWith('D');
    const isAnswered =
      isIn &&
      (await client.chat
        .postEphemeral({
          channel,
          user,
          text,
          blocks: [...blocks],
          ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
        })
        .then(
          () => true,
          () => false,
        ));
    if (!isAnswered) await (await openDirect(user)).show(view);
  };

export type ReplyIn = (
  where: { readonly channel: string; readonly threadTs: string | undefined },
  view: View,
) => Promise<void>;

/** Answers so that everybody in the channel sees it. Throws SDK errors. */
export const createReplyIn =
  (client: WebClient): ReplyIn =>
  async ({ channel, threadTs }, view) => {
    const { text, blocks } = fitView(view);
    await client.chat.postMessage({
      channel,
      text,
      blocks: [...blocks],
      unfurl_links: false,
      unfurl_media: false,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    });
  };

const UPDATE_TRIES = 5;
const UPDATE_PAUSE_MS = 300;

/**
 * Changes a dialog that was opened by the answer to a submission: Slack may know it only a moment later. Resolves with
 * false if it was closed meanwhile. Throws SDK errors.
 */
export const createDialogUpdate =
  (client: WebClient, sleep: (ms: number) => Promise<void>) =>
  async (externalId: string, view: ModalView): Promise<boolean> => {
    for (let tries = 1; ; tries++) {
      try {
        await client.views.update({ external_id: externalId, view });
        return true;
      } catch (error) {
        const isUnknown = error instanceof WebAPIPlatformError && error.data.error === 'not_found';
        if (!isUnknown) throw error;
        if (tries >= UPDATE_TRIES) return false;
        await sleep(UPDATE_PAUSE_MS * tries);
      }
    }
  };
