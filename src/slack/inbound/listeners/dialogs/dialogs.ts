import type { App, ViewSubmitAction } from '@slack/bolt';
import { noticeDialog } from '../../../views/dialogs/notice.js';
import { parseOpened, UNMAP_DIALOG } from '../../../views/dialogs/unmap-dialog.js';
import { submissionActor } from '../../actor.js';
import type { ListenerContext } from '../context.js';

/** Handles submitted dialogs. */
export function listenToDialogs(app: App, { useCases, translator, responder }: ListenerContext): void {
  app.view<ViewSubmitAction>(UNMAP_DIALOG, async ({ ack, body, view }) => {
    const answer = await responder.attempt(async () => {
      const { mapping = '', channel = '' } = parseOpened(view.private_metadata) ?? {};
      await useCases.unmap(mapping, submissionActor(body, channel));
      return {};
    });
    if (!answer.now) return ack();
    await ack({
      response_action: 'update',
      view: noticeDialog(answer.now.text, translator, translator.tPlain('unmap.title')),
    });
  });
}
