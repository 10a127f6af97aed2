import type { App, BlockAction, ButtonAction, ViewSubmitAction } from '@slack/bolt';
import { plain } from '../../blocks/blocks.js';
import { CUSTOMER_ACTION } from '../../views/customer.js';
import {
  CUSTOMER_DIALOG,
  CUSTOMER_FILES_ACTION,
  customerDialog,
  customerFiles,
  parseCustomerForm,
} from '../../views/dialogs/customer-dialog.js';
import { noticeDialog } from '../../views/dialogs/unmap-dialog.js';
import { submissionActor } from '../actor.js';
import { onButton } from './buttons.js';
import type { ListenerContext } from './context.js';

/** The message for the customer: its dialog, its files, and "mark as sent". */
export function listenToCustomer(app: App, context: ListenerContext): void {
  const { useCases, translator, responder } = context;
  const notice = (text: string) => ({
    ...noticeDialog(text, translator),
    title: plain(translator.tPlain('customer-dialog.title')),
  });

  onButton(app, context, CUSTOMER_ACTION, async (value, actor) => {
    const draft = await useCases.draftMessage(value, actor);
    const writer = context.translatorOf?.(draft.stored.mapping.app, draft.stored.mapping.channel);
    return { dialog: customerDialog(draft, actor.channel, translator, writer) };
  });

  app.view<ViewSubmitAction>(CUSTOMER_DIALOG, async ({ ack, body, view }) => {
    const answer = await responder.attempt(async () => {
      const form = parseCustomerForm(view.private_metadata, view.state.values);
      if (!form) return {};
      const { mapping, channel, topic, asked } = form;
      await useCases.markMessageSent(mapping, { topic, asked }, submissionActor(body, channel));
      return {};
    });
    if (!answer.now) return ack();
    await ack({ response_action: 'update', view: notice(answer.now.text) });
  });

  app.action<BlockAction<ButtonAction>>(CUSTOMER_FILES_ACTION, async ({ ack, body }) => {
    await ack();
    const { view, user, trigger_id: trigger } = body;
    if (!view || context.isRepeated(trigger) || context.rateLimitWaitMs(user.id) > 0) return;
    const form = parseCustomerForm(view.private_metadata, view.state.values);
    if (!form) return;
    const { now } = await responder.attempt(async () => {
      const directMessage = await context.openDirectMessage(user.id);
      const { text, files } = customerFiles(form, translator);
      await directMessage.attach(text, files);
      return {};
    });
    if (now) await responder.open(trigger, notice(now.text));
  });
}
