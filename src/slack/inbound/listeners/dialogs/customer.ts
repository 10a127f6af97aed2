import type { App, BlockAction, ButtonAction, StaticSelectAction, ViewSubmitAction } from '@slack/bolt';
import type { CustomerDraft } from '../../../../use-cases/customer/customer-message.js';
import { CUSTOMER_ACTION } from '../../../views/customer.js';
import {
  CUSTOMER_DIALOG,
  CUSTOMER_EMAIL_ACTION,
  CUSTOMER_FILES_ACTION,
  CUSTOMER_LANGUAGE_ACTION,
  CUSTOMER_REPLACE_ACTION,
  type CustomerForm,
  type CustomerWriting,
  customerDialog,
  customerFiles,
  isEdited,
  parseCustomerForm,
  writtenMessage,
} from '../../../views/dialogs/customer-dialog.js';
import { noticeDialog } from '../../../views/dialogs/notice.js';
import { actionActor, submissionActor } from '../../actor.js';
import { onButton } from '../buttons.js';
import type { ListenerContext } from '../context.js';
import { answerSubmission } from './submission.js';

/** The message for the customer: its dialog, its files, and "mark as sent". */
export function listenToCustomer(app: App, context: ListenerContext): void {
  const { useCases, translator, responder } = context;
  const notice = (text: string) => noticeDialog(text, translator, translator.tPlain('customer-dialog.title'));

  /** `language`: the chosen one; else that of the last message, or of the card. */
  function writingOf(
    { stored: { mapping } }: CustomerDraft,
    language = mapping.customerMessage?.language,
  ): Pick<CustomerWriting, 'writer'> {
    return { writer: context.translatorAt?.(mapping, language) ?? translator };
  }

  onButton(app, context, CUSTOMER_ACTION, async (value, actor) => {
    const draft = await useCases.draftMessage(value, actor);
    const dialog = customerDialog(draft, actor.channel, translator, writingOf(draft));
    return { dialog: { ...dialog, external_id: context.newId() } };
  });

  app.action<BlockAction<StaticSelectAction>>(CUSTOMER_LANGUAGE_ACTION, async ({ ack, body, action }) => {
    await ack();
    await rewrite(body, action.selected_option?.value, 'keeping edits');
  });
  app.action<BlockAction<ButtonAction>>(CUSTOMER_REPLACE_ACTION, async ({ ack, body, action }) => {
    await ack();
    await rewrite(body, action.value, 'replacing them');
  });

  /** Writes the message of an open dialog in another language. */
  async function rewrite(
    body: BlockAction,
    language: string | undefined,
    how: 'keeping edits' | 'replacing them',
  ): Promise<void> {
    const { view, user, trigger_id: trigger } = body;
    if (!view || language === undefined || context.isRepeated(trigger)) return;
    const form = parseCustomerForm(view.private_metadata, view.state.values);
    if (!form || context.rateLimitWaitMs(user.id) > 0) return;
    const { now } = await responder.attempt(async () => {
      const actor = { ...actionActor(body), channel: form.channel };
      const draft = await useCases.draftMessage(form.mapping, actor);
      const next = writingOf(draft, language);
      const texts = [form.language, language].map((each) => writtenMessage(draft, writingOf(draft, each)));
      const isKept = how === 'keeping edits' && texts.every((text) => isEdited(form, text));
      const dialog = customerDialog(draft, form.channel, translator, { ...next, before: { form, isKept } });
      const { external_id: externalId = '' } = view;
      await context.updateDialog(externalId, { ...dialog, external_id: externalId });
      return {};
    });
    if (now) await responder.open(trigger, notice(now.text));
  }

  app.view<ViewSubmitAction>(CUSTOMER_DIALOG, async ({ ack, body, view }) => {
    const form = parseCustomerForm(view.private_metadata, view.state.values);
    if (!form) return ack();
    const { mapping, channel, topic, language, asked } = form;
    const actor = submissionActor(body, channel);
    await answerSubmission(context, ack, async () => {
      await useCases.markMessageSent(mapping, { topic, language, asked }, actor);
      return { done: undefined, whom: actor };
    });
  });

  app.action<BlockAction<ButtonAction>>(CUSTOMER_FILES_ACTION, async ({ ack, body }) => {
    await ack();
    await onEdited(body, 'files', async (form, user) => {
      const directMessage = await context.openDirectMessage(user);
      const { text, files } = customerFiles(form, translator);
      await directMessage.attach(text, files);
    });
  });
  app.action<BlockAction<ButtonAction>>(CUSTOMER_EMAIL_ACTION, async ({ ack, body }) => {
    await ack();
    await onEdited(body, 'email', async () => undefined);
  });

  /** Does something with the text as edited; then makes the dialog's email link that of the same text. */
  async function onEdited(
    body: BlockAction,
    pressed: 'files' | 'email',
    work: (form: CustomerForm, user: string) => Promise<void>,
  ): Promise<void> {
    const { view, user, trigger_id: trigger } = body;
    if (!view || context.isRepeated(trigger) || context.rateLimitWaitMs(user.id) > 0) return;
    const form = parseCustomerForm(view.private_metadata, view.state.values);
    if (!form) return;
    const { now } = await responder.attempt(async () => {
      await work(form, user.id);
      const actor = { ...actionActor(body), channel: form.channel };
      const draft = await useCases.draftMessage(form.mapping, actor);
      const before = { form, isKept: true, pressed };
      const writing = { ...writingOf(draft, form.language), before };
      const { external_id: externalId = '' } = view;
      const dialog = customerDialog(draft, form.channel, translator, writing);
      // A dialog of an older version has no ID of ours.
      if (externalId !== '') await context.updateDialog(externalId, { ...dialog, external_id: externalId });
      return {};
    });
    if (now) await responder.open(trigger, notice(now.text));
  }
}
