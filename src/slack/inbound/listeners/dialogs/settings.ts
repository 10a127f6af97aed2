import type { App, BlockAction, ButtonAction, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { isAllowedValue, type SettingName, settingNames } from '../../../../settings/definitions.js';
import type { Actor } from '../../../../use-cases/actor.js';
import {
  type CustomerTexts,
  faultsIn,
  previewTexts,
  type TextsPreview,
} from '../../../../use-cases/admin/customer-texts.js';
import { sentencesDialog } from '../../../views/dialogs/notice.js';
import {
  APP_SETTINGS_ACTION,
  CHANNEL_SETTINGS_ACTION,
  parseOpenedSettings,
  parseSettingsForm,
  SETTINGS_DIALOG,
  settingField,
  settingsDialog,
  TEXTS_ACTION,
} from '../../../views/dialogs/settings-dialog.js';
import {
  faultText,
  type OpenedTexts,
  parseOpenedTexts,
  parseTexts,
  TEXTS_DIALOG,
  TEXTS_LANGUAGE_ACTION,
  TEXTS_RESET_ACTION,
  textsDialog,
  textsField,
  wasShown,
} from '../../../views/dialogs/texts-dialog.js';
import { actionActor, submissionActor } from '../../actor.js';
import type { ListenerContext } from '../context.js';
import { answerSubmission, type Submission, type SubmissionOutcome } from './submission.js';
import { touchedValues } from './touched.js';

/** Settings of apps and channels, and the texts for customers: dialogs that lead to each other. */
export function listenToSettings(app: App, context: ListenerContext): void {
  app.view<ViewSubmitAction>(SETTINGS_DIALOG, (submission) => submitSettings(context, submission));
  app.view<ViewSubmitAction>(TEXTS_DIALOG, (submission) => submitTexts(context, submission));
  linkSettings(app, context);
  linkTexts(app, context);
}

async function submitSettings(context: ListenerContext, { ack, body, view }: Submission): Promise<void> {
  const form = parseSettingsForm(view.private_metadata, touchedValues(view));
  if (!form) return ack();
  const { target, channel, wanted } = form;
  const isWrong = (each: SettingName) =>
    wanted[each] !== undefined && !isAllowedValue(each, wanted[each] ?? '');
  const wrong = settingNames.find(isWrong) ?? 'interval';
  const actor = submissionActor(body, channel);
  const work = async (): Promise<SubmissionOutcome> => {
    await context.useCases.changeSettings(target, wanted, actor);
    return { done: undefined, whom: actor };
  };
  await answerSubmission(context, { ack, by: actor }, work, () => settingField(wrong, target.forChannel));
}

async function submitTexts(context: ListenerContext, { ack, body, view }: Submission): Promise<void> {
  const opened = parseOpenedTexts(view.private_metadata);
  if (!opened) return ack();
  const actor = submissionActor(body, opened.channel);
  const typed = parseTexts(opened, view.state.values);
  const errors = faultsIn(typed).map(({ name, fault }) => [
    textsField(name, opened.language),
    faultText(fault, context.translator),
  ]);
  if (errors.length > 0) return ack({ response_action: 'errors', errors: Object.fromEntries(errors) });
  await answerSubmission(context, { ack, by: actor }, async () => {
    const shown = await context.useCases.customerTexts(opened.app, opened.language, actor);
    const preview = previewTexts(typed, opened.base, shown.written);
    if (!wasShown(preview, opened)) return { instead: previewDialog(context, opened, shown, preview) };
    await context.useCases.changeCustomerTexts(opened.app, opened.language, preview.texts, actor);
    return { done: undefined, whom: actor };
  });
}

/** The buttons that lead from settings to others, and to the texts. */
function linkSettings(app: App, context: ListenerContext): void {
  const { useCases, translator } = context;
  onDialogButton(app, context, CHANNEL_SETTINGS_ACTION, async ({ actor, metadata }) => {
    const { app: name = '', channel = '' } = parseOpenedSettings(metadata) ?? {};
    const shown = await useCases.settingsOf({ app: name, forChannel: channel }, actor(channel));
    return settingsDialog(shown, channel, translator);
  });
  onDialogButton(app, context, APP_SETTINGS_ACTION, async ({ actor, metadata }) => {
    const { app: name = '', channel = '' } = parseOpenedSettings(metadata) ?? {};
    return settingsDialog(await useCases.settingsOf({ app: name }, actor(channel)), channel, translator);
  });
  onDialogButton(app, context, TEXTS_ACTION, async ({ actor, metadata }) => {
    const { app: name = '', channel = '' } = parseOpenedSettings(metadata) ?? {};
    return shownTexts(context, { name, channel }, actor(channel));
  });
}

/** The buttons of the texts: another language, and back to the usual words. */
function linkTexts(app: App, context: ListenerContext): void {
  onDialogButton(app, context, TEXTS_LANGUAGE_ACTION, async ({ actor, metadata, value }) => {
    const { app: name = '', channel = '' } = parseOpenedTexts(metadata) ?? {};
    return shownTexts(context, { name, channel, language: value }, actor(channel));
  });
  onDialogButton(app, context, TEXTS_RESET_ACTION, async ({ actor, metadata }) => {
    const { app: name = '', channel = '', language = 'en' } = parseOpenedTexts(metadata) ?? {};
    await context.useCases.changeCustomerTexts(name, language, { sentences: {} }, actor(channel));
    return shownTexts(context, { name, channel, language }, actor(channel));
  });
}

async function shownTexts(
  context: ListenerContext,
  { name, channel, language }: { name: string; channel: string; language?: string },
  actor: Actor,
): Promise<ModalView> {
  const shown = await context.useCases.customerTexts(name, language, actor);
  return textsDialog({ shown, channel, writer: writerIn(context, shown.language, name) }, context.translator);
}

function previewDialog(
  context: ListenerContext,
  { app: name, language, channel }: OpenedTexts,
  shown: CustomerTexts,
  preview: TextsPreview,
): ModalView {
  return textsDialog(
    { shown, channel, writer: writerIn(context, language, name), preview },
    context.translator,
  );
}

const writerIn = ({ translatorAt, translator }: ListenerContext, language: string, name: string) =>
  (translatorAt?.({ app: name, channel: '' }, language) ?? translator).about(name);

interface Pressed {
  readonly actor: (channel: string) => Actor;
  readonly metadata: string;
  readonly value: string;
}

/** A button in a dialog changes that dialog; errors are shown in it. */
function onDialogButton(
  app: App,
  { responder, translator, changeDialog, isRepeated, log }: ListenerContext,
  actionId: string | RegExp,
  dialogFor: (pressed: Pressed) => Promise<ModalView>,
): void {
  app.action<BlockAction<ButtonAction>>(actionId, async ({ ack, body, action }) => {
    await ack();
    const { view } = body;
    if (!view || isRepeated(body.trigger_id)) return;
    const pressed = {
      actor: (channel: string) => ({ ...actionActor(body), channel }),
      metadata: view.private_metadata,
      value: action.value ?? '',
    };
    const answer = await responder.attempt(async () => ({ dialog: await dialogFor(pressed) }));
    const dialog = answer.dialog ?? sentencesDialog([answer.now?.text ?? ''], translator);
    await changeDialog(view.id, dialog).catch((error: unknown) =>
      log.warn({ err: error }, 'a dialog could not be changed'),
    );
  });
}
