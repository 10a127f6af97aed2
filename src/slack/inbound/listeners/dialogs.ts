import type { App, ViewSubmitAction } from '@slack/bolt';
import { INTERVAL_BLOCK, parseSettingsForm, SETTINGS_DIALOG } from '../../views/answers/settings.js';
import { noticeDialog, parseOpened, UNMAP_DIALOG } from '../../views/dialogs/unmap-dialog.js';
import { submissionActor } from '../actor.js';
import type { ListenerContext } from './context.js';

/** Handles submitted dialogs. */
export function listenToDialogs(app: App, { useCases, translator, responder }: ListenerContext): void {
  app.view<ViewSubmitAction>(UNMAP_DIALOG, async ({ ack, body, view }) => {
    const answer = await responder.attempt(async () => {
      const { mapping = '', channel = '' } = parseOpened(view.private_metadata) ?? {};
      await useCases.unmap(mapping, submissionActor(body, channel));
      return {};
    });
    if (!answer.now) return ack();
    await ack({ response_action: 'update', view: noticeDialog(answer.now.text, translator) });
  });

  app.view<ViewSubmitAction>(SETTINGS_DIALOG, async ({ ack, body, view }) => {
    const answer = await responder.attempt(async () => {
      const {
        app: name = '',
        channel = '',
        seconds = Number.NaN,
      } = parseSettingsForm(view.private_metadata, view.state.values) ?? {};
      await useCases.setInterval(name, seconds, submissionActor(body, channel));
      return {};
    });
    if (!answer.now) return ack();
    await ack({ response_action: 'errors', errors: { [INTERVAL_BLOCK]: answer.now.text } });
  });
}
