import type { App, ViewSubmitAction } from '@slack/bolt';
import { sentence } from '../../views/answers/answers.js';
import {
  parseSyncRequest,
  SYNC_ACTION,
  SYNC_DIALOG,
  syncDialog,
  syncProgress,
  syncResult,
} from '../../views/answers/sync.js';
import { noticeDialog } from '../../views/dialogs/notice.js';
import { submissionActor } from '../actor.js';
import { onButton } from './buttons.js';
import type { ListenerContext } from './context.js';

/** The buttons under a comparison. Each asks for confirmation, then shows its progress in a direct message. */
export function listenToSync(app: App, context: ListenerContext): void {
  const { useCases, translator, responder } = context;

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
    const directMessage = await context.openDirectMessage(actor.user);
    // Changes nothing unless somebody can follow it.
    const unseen = await responder.attempt(async () => {
      await directMessage.show(sentence(translator.t('sync.starting')));
      return {};
    });
    if (unseen.now)
      return ack({ response_action: 'update', view: noticeDialog(unseen.now.text, translator) });
    await ack();
    const { now } = await responder.attempt(async () => {
      const progress = (done: number, of: number) =>
        directMessage.progress(syncProgress(done, of, translator));
      const result = await useCases.bulk(request.app, request.action, progress, actor);
      return { now: syncResult(result, translator) };
    });
    if (now) await directMessage.show(now);
  });
}
