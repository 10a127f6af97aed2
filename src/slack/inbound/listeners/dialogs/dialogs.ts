import type { App, ViewSubmitAction } from '@slack/bolt';
import type { Actor } from '../../../../use-cases/actor.js';
import { parseOpened, UNMAP_DIALOG, WITHDRAW_DIALOG } from '../../../views/dialogs/unmap-dialog.js';
import { submissionActor } from '../../actor.js';
import type { ListenerContext } from '../context.js';
import { answerSubmission } from './submission.js';

/** The dialogs to unmap, and to withdraw that. */
export function listenToDialogs(app: App, context: ListenerContext): void {
  const { useCases } = context;
  onSubmitted(UNMAP_DIALOG, useCases.unmap);
  onSubmitted(WITHDRAW_DIALOG, useCases.withdrawUnmap);

  function onSubmitted(id: string, work: (mapping: string, actor: Actor) => Promise<unknown>): void {
    app.view<ViewSubmitAction>(id, async ({ ack, body, view }) => {
      const { mapping = '', channel = '' } = parseOpened(view.private_metadata) ?? {};
      const by = submissionActor(body, channel);
      await answerSubmission(context, { ack, by }, async () => {
        await work(mapping, by);
        return { done: undefined, whom: by };
      });
    });
  }
}
