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
  wholeMessage,
  writtenMessage,
} from '../../../views/dialogs/customer-dialog.js';
import { noticeDialog } from '../../../views/dialogs/notice.js';
import { actionActor, submissionActor } from '../../actor.js';
import { onButton } from '../buttons.js';
import type { ListenerContext } from '../context.js';
import { answerSubmission, type Submission } from './submission.js';

/** The message for the customer: its dialog, its files, and "mark as sent". */
export function listenToCustomer(app: App, context: ListenerContext): void {
  const { useCases, translator } = context;

  onButton(app, context, CUSTOMER_ACTION, async (value, actor) => {
    const draft = await useCases.draftMessage(value, actor);
    const dialog = customerDialog(draft, actor.channel, translator, customerWriting(context, draft));
    return { dialog: { ...dialog, external_id: context.newId() } };
  });
  app.action<BlockAction<StaticSelectAction>>(CUSTOMER_LANGUAGE_ACTION, async ({ ack, body, action }) => {
    await ack();
    await rewrite(context, body, action.selected_option?.value, 'keeping edits');
  });
  app.action<BlockAction<ButtonAction>>(CUSTOMER_REPLACE_ACTION, async ({ ack, body, action }) => {
    await ack();
    await rewrite(context, body, action.value, 'replacing them');
  });
  app.view<ViewSubmitAction>(CUSTOMER_DIALOG, (submission) => markSent(context, submission));
  app.action<BlockAction<ButtonAction>>(CUSTOMER_FILES_ACTION, async ({ ack, body }) => {
    await ack();
    await onEdited(context, body, 'files', async (form, user) => {
      const directMessage = await context.openDirectMessage(user);
      const { text, files } = customerFiles(form, translator);
      await directMessage.attach(text, files);
    });
  });
  app.action<BlockAction<ButtonAction>>(CUSTOMER_EMAIL_ACTION, async ({ ack, body }) => {
    await ack();
    await onEdited(context, body, 'email', async () => undefined);
  });
}

async function markSent(context: ListenerContext, { ack, body, view }: Submission): Promise<void> {
  const form = parseCustomerForm(view.private_metadata, view.state.values);
  if (!form) return ack();
  const { mapping, channel, topic, language, asked } = form;
  const actor = submissionActor(body, channel);
  await answerSubmission(context, { ack, by: actor }, async () => {
    await context.useCases.markMessageSent(mapping, { topic, language, asked }, actor);
    return { done: undefined, whom: actor };
  });
}

/** `language`: the chosen one; else that of the last message, or of the card. */
function customerWriting(
  { translatorAt, translator }: ListenerContext,
  { stored: { mapping } }: CustomerDraft,
  language = mapping.customerMessage?.language,
): Pick<CustomerWriting, 'writer'> {
  return { writer: translatorAt?.(mapping, language) ?? translator };
}

/** Writes the message of an open dialog in another language. */
async function rewrite(
  context: ListenerContext,
  body: BlockAction,
  language: string | undefined,
  how: 'keeping edits' | 'replacing them',
): Promise<void> {
  const { view, user, trigger_id: trigger } = body;
  if (!view || language === undefined || context.isRepeated(trigger)) return;
  const form = parseCustomerForm(view.private_metadata, view.state.values);
  if (!form || context.rateLimitWaitMs(user.id) > 0) return;
  await orNotice(context, trigger, async () => {
    const draft = await draftFor(context, body, form);
    const texts = [form.language, language].map((each) =>
      writtenMessage(draft, customerWriting(context, draft, each)),
    );
    const isKept = how === 'keeping edits' && texts.every((text) => isEdited(form, text));
    const writing = { ...customerWriting(context, draft, language), before: { form, isKept } };
    const dialog = customerDialog(draft, form.channel, context.translator, writing);
    const { external_id: externalId = '' } = view;
    await context.updateDialog(externalId, { ...dialog, external_id: externalId });
  });
}

/** Does something with the text as edited; then makes the dialog's email link that of the same text. */
async function onEdited(
  context: ListenerContext,
  body: BlockAction,
  pressed: 'files' | 'email',
  work: (form: CustomerForm, user: string) => Promise<void>,
): Promise<void> {
  const { view, user, trigger_id: trigger } = body;
  if (!view || context.isRepeated(trigger) || context.rateLimitWaitMs(user.id) > 0) return;
  const form = parseCustomerForm(view.private_metadata, view.state.values);
  if (!form) return;
  await orNotice(context, trigger, async () => {
    const draft = await draftFor(context, body, form);
    const written = customerWriting(context, draft, form.language);
    await work(wholeMessage(form, writtenMessage(draft, written)), user.id);
    const writing = { ...written, before: { form, isKept: true, pressed } };
    const { external_id: externalId = '' } = view;
    const dialog = customerDialog(draft, form.channel, context.translator, writing);
    // A dialog of an older version has no ID of ours.
    if (externalId !== '') await context.updateDialog(externalId, { ...dialog, external_id: externalId });
  });
}

const draftFor = ({ useCases }: ListenerContext, body: BlockAction, { mapping, channel }: CustomerForm) =>
  useCases.draftMessage(mapping, { ...actionActor(body), channel });

/** What fails is said in a dialog over the open one. */
async function orNotice(
  { responder, translator }: ListenerContext,
  trigger: string,
  work: () => Promise<void>,
): Promise<void> {
  const { now } = await responder.attempt(async () => {
    await work();
    return {};
  });
  if (!now) return;
  const title = translator.tPlain('customer-dialog.title');
  await responder.open(trigger, noticeDialog(now.text, translator, title));
}
