import type { App, ViewSubmitAction } from '@slack/bolt';
import type { Actor } from '../../../../use-cases/actor.js';
import { noticeDialog } from '../../../views/dialogs/notice.js';
import { parseOpened, UNMAP_DIALOG, WITHDRAW_DIALOG } from '../../../views/dialogs/unmap-dialog.js';
import { submissionActor } from '../../actor.js';
import type { ListenerContext } from '../context.js';

/** Handles submitted dialogs. */
export function listenToDialogs(app: App, { useCases, translator, responder }: ListenerContext): void {
  onSubmitted(UNMAP_DIALOG, useCases.unmap);
  onSubmitted(WITHDRAW_DIALOG, useCases.withdrawUnmap);

  /** An error replaces the dialog. */
  function onSubmitted(id: string, work: (mapping: string, actor: Actor) => Promise<unknown>): void {
    app.view<ViewSubmitAction>(id, async ({ ack, body, view }) => {
      const { now } = await responder.attempt(async () => {
        const { mapping = '', channel = '' } = parseOpened(view.private_metadata) ?? {};
        await work(mapping, submissionActor(body, channel));
        return {};
      });
      if (!now) return ack();
      const title = translator.tPlain('unmap.title');
      await ack({ response_action: 'update', view: noticeDialog(now.text, translator, title) });
    });
  }
}
