import type { App, ViewSubmitAction } from '@slack/bolt';
import type { DirectMessage } from '../../outbound/personal/direct-message.js';
import { sentence } from '../../views/answers/answers.js';
import {
  parseSyncRequest,
  SYNC_ACTION,
  SYNC_DIALOG,
  syncDialog,
  syncProgress,
  syncResult,
} from '../../views/answers/sync.js';
import { submissionActor } from '../actor.js';
import { onButton } from './buttons.js';
import type { ListenerContext } from './context.js';
import { answerSubmission } from './dialogs/submission.js';

/** The buttons under a comparison. Each asks for confirmation, then shows its progress in a direct message. */
export function listenToSync(app: App, context: ListenerContext): void {
  const { useCases, translator, responder, log } = context;

  onButton(app, context, new RegExp(`^${SYNC_ACTION}:`), async (value, actor) => {
    const request = parseSyncRequest(value);
    if (!request) return {};
    return {
      dialog: syncDialog(request, await useCases.affected(request.app, request.action, actor), translator),
    };
  });

  app.view<ViewSubmitAction>(SYNC_DIALOG, async ({ ack, body, view }) => {
    const request = parseSyncRequest(view.private_metadata);
    if (!request) return ack();
    const actor = submissionActor(body, request.channel);
    let followed: DirectMessage | undefined;
    await answerSubmission(context, { ack, by: actor }, async () => {
      const directMessage = await context.openDirectMessage(actor.user);
      await directMessage.show(sentence(translator.t('sync.starting')));
      followed = directMessage;
      return { done: undefined, whom: actor };
    });
    // Changes nothing unless somebody can follow it.
    if (!followed) return;
    const directMessage = followed;
    const { now } = await responder.attempt(async () => {
      const progress = (done: number, of: number) =>
        directMessage.progress(syncProgress(done, of, translator));
      const result = await useCases.bulk(request.app, request.action, progress, actor);
      return { now: syncResult(result, translator) };
    });
    if (!now) return;
    await directMessage
      .show(now)
      .catch((error: unknown) => log.warn({ err: error }, 'direct message could not be sent'));
  });
}
