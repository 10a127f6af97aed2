import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { customerTopics } from '../../../core/customer/message.js';
import { NO_TEMPLATE } from '../../../core/customer/template.js';
import { mergedTexts } from '../../../settings/customer-texts.js';
import type { CustomerDraft } from '../../../use-cases/customer-message.js';
import { parseJson } from '../../../util/parse-json.js';
import { actions, button, context, plain, section } from '../../blocks/blocks.js';
import { modalOf } from '../../blocks/inputs.js';
import { code, link, moment, person } from '../../blocks/mrkdwn.js';
import type { DirectMessageFile } from '../../blocks/view.js';
import { type CustomerText, customerText, providerOf } from '../customer.js';
import { mailHtml, mailtoUrl } from '../customer-mail.js';
import type { Translator } from '../translator.js';

export const CUSTOMER_DIALOG = 'customer-message';
export const CUSTOMER_FILES_ACTION = 'customer-files';
const TEXT_BLOCK = 'customer-text';
const TEXT_INPUT = 'text';
/** Slack's limit of a text input's value. */
const MAX_TEXT = 3_000;
/** A section holds 3,000 characters, and escaping makes a URL longer. */
const MAX_MAILTO = 2_800;

const openedMessage = z.object({
  mapping: z.string(),
  channel: z.string(),
  topic: z.enum(customerTopics),
  asked: z.string().optional(),
  subject: z.string(),
});
type OpenedMessage = z.infer<typeof openedMessage>;

const typedText = z.object({
  [TEXT_BLOCK]: z.object({ [TEXT_INPUT]: z.object({ value: z.string().max(MAX_TEXT).nullish() }) }),
});

/** What a dialog is about, and the text as edited; undefined for foreign ones. */
export function parseCustomerForm(
  privateMetadata: string,
  values: unknown,
): (OpenedMessage & { readonly text: string }) | undefined {
  const opened = parseJson(privateMetadata, openedMessage);
  const text = typedText.safeParse(values).data?.[TEXT_BLOCK][TEXT_INPUT].value ?? '';
  return opened && { ...opened, text };
}

/**
 * The message for the customer: to edit, to copy, to send, and to mark as sent. `writer`: the language of the app's
 * customers, if it isn't the reader's.
 */
export function customerDialog(
  draft: CustomerDraft,
  channel: string,
  reader: Translator,
  writer = reader,
): ModalView {
  const { mapping } = draft.stored;
  const { template = NO_TEMPLATE, written } = reader.appOf(mapping.app) ?? {};
  const translator = reader.about(mapping.app);
  const message = customerText(draft, writer.about(mapping.app), {
    dnsProvider: providerOf(mapping),
    isFollowUp: draft.isFollowUp,
    link: draft.link,
    template: mergedTexts(template, written?.[writer.language]),
  });
  const { subject } = message;
  const opened: OpenedMessage = { mapping: mapping.id, channel, ...draft.content, subject };
  return modalOf({
    id: CUSTOMER_DIALOG,
    title: translator.tPlain('customer-dialog.title'),
    submit: translator.tPlain('customer-dialog.submit'),
    close: translator.tPlain('dialog.cancel'),
    data: opened,
    blocks: [
      ...sentBefore(draft, translator),
      ...oneClick(draft, translator),
      {
        type: 'input',
        block_id: TEXT_BLOCK,
        label: plain(translator.tPlain('customer-dialog.text')),
        hint: plain(translator.tPlain('customer-dialog.hint')),
        element: {
          type: 'plain_text_input',
          action_id: TEXT_INPUT,
          multiline: true,
          max_length: MAX_TEXT,
          initial_value: message.text.slice(0, MAX_TEXT),
        },
      },
      ...mailLink(message, translator),
      actions(button(CUSTOMER_FILES_ACTION, translator.tPlain('customer-dialog.files'), mapping.id)),
    ],
  });
}

function sentBefore({ stored, isFollowUp }: CustomerDraft, translator: Translator): KnownBlock[] {
  const { customerMessage: message } = stored.mapping;
  if (!message) return [];
  const params = { person: person(message.by), at: moment(message.at), isFollowUp };
  return [context(translator.t('customer-dialog.sent-before', params))];
}

/** The agent sees where the link leads before a customer does. */
function oneClick({ link: url }: CustomerDraft, translator: Translator): KnownBlock[] {
  if (url === undefined) return [];
  const host = code(new URL(url).hostname);
  return [context(translator.t('customer-dialog.one-click', { host }))];
}

/** Opens the text as first shown; too long a text has no such link. */
function mailLink({ subject, text }: CustomerText, translator: Translator): KnownBlock[] {
  const url = mailtoUrl(subject, text);
  if (url.length > MAX_MAILTO) return [];
  return [section(link(url, translator.t('customer-dialog.mail')).text)];
}

/** The edited message as files, and a link that opens it in a mail program. */
export function customerFiles(
  { subject, text }: { readonly subject: string; readonly text: string },
  translator: Translator,
): { readonly text: string; readonly files: readonly DirectMessageFile[] } {
  const url = mailtoUrl(subject, text);
  const mail = url.length > MAX_MAILTO ? '' : link(url, translator.t('customer-dialog.mail')).text;
  return {
    text: [translator.t('customer-dialog.attached'), mail].filter(Boolean).join('\n'),
    files: [
      { name: 'message.html', content: mailHtml(subject, text) },
      { name: 'message.txt', content: `${text}\n` },
    ],
  };
}
