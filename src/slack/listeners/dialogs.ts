import type { App, ViewSubmitAction } from '@slack/bolt';
import { submissionAsker } from '../asker.js';
import { noticeDialog, parseOpened, UNMAP_DIALOG } from '../views/dialog.js';
import { INTERVAL_BLOCK, parseSettings, SETTINGS_DIALOG } from '../views/settings.js';
import type { Desk } from './desk.js';

/** What people send off from dialogs. */
export function listenToDialogs(app: App, { service, voice, answering }: Desk): void {
  app.view<ViewSubmitAction>(UNMAP_DIALOG, async ({ ack, body, view }) => {
    const answer = await answering.attempt(async () => {
      const { mapping = '', channel = '' } = parseOpened(view.private_metadata) ?? {};
      await service.unmap(mapping, submissionAsker(body, channel));
      return {};
    });
    if (!answer.now) return ack();
    await ack({ response_action: 'update', view: noticeDialog(answer.now.text, voice) });
  });

  app.view<ViewSubmitAction>(SETTINGS_DIALOG, async ({ ack, body, view }) => {
    const answer = await answering.attempt(async () => {
      const {
        app: name = '',
        channel = '',
        seconds = Number.NaN,
      } = parseSettings(view.private_metadata, view.state.values) ?? {};
      await service.setInterval(name, seconds, submissionAsker(body, channel));
      return {};
    });
    if (!answer.now) return ack();
    await ack({ response_action: 'errors', errors: { [INTERVAL_BLOCK]: answer.now.text } });
  });
}
