import type { App, ViewSubmitAction } from '@slack/bolt';
import { isAllowedValue, type SettingName, settingNames } from '../../../../settings/definitions.js';
import { parseSettingsForm, SETTINGS_DIALOG } from '../../../views/dialogs/settings-dialog.js';
import { noticeDialog, parseOpened, UNMAP_DIALOG } from '../../../views/dialogs/unmap-dialog.js';
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
    await ack({ response_action: 'update', view: noticeDialog(answer.now.text, translator) });
  });

  app.view<ViewSubmitAction>(SETTINGS_DIALOG, async ({ ack, body, view }) => {
    let wrong: SettingName = 'interval';
    const answer = await responder.attempt(async () => {
      const {
        app: name = '',
        channel = '',
        wanted = {},
      } = parseSettingsForm(view.private_metadata, view.state.values) ?? {};
      wrong =
        settingNames.find((each) => wanted[each] !== undefined && !isAllowedValue(each, wanted[each])) ??
        wrong;
      await useCases.changeSettings(name, wanted, submissionActor(body, channel));
      return {};
    });
    if (!answer.now) return ack();
    await ack({ response_action: 'errors', errors: { [wrong]: answer.now.text } });
  });
}
