import type { InputBlock, KnownBlock, ModalView, SectionBlock } from '@slack/types';
import { z } from 'zod';
import { customerTopics } from '../../../core/customer/message.js';
import { NO_TEMPLATE } from '../../../core/customer/template.js';
import { languageOf } from '../../../locale/catalogue.js';
import { languages } from '../../../locale/languages.js';
import { mergedTexts } from '../../../settings/customer-texts.js';
import type { CustomerDraft } from '../../../use-cases/customer/customer-message.js';
import { parseJson } from '../../../util/parse-json.js';
import { actions, button, context, plain, section } from '../../blocks/blocks.js';
import { modalOf, selectOption, staticSelect } from '../../blocks/inputs.js';
import { cut } from '../../blocks/limits.js';
import { code, link, moment, person } from '../../blocks/mrkdwn.js';
import type { DirectMessageFile } from '../../blocks/view.js';
import { type CustomerText, customerText, providerOf } from '../customer.js';
import { emailHtml, mailtoUrl } from '../customer-email.js';
import { nameOfLanguage } from '../setting-values.js';
import type { Translator } from '../translator.js';

export const CUSTOMER_DIALOG = 'customer-message';
export const CUSTOMER_FILES_ACTION = 'customer-files';
export const CUSTOMER_EMAIL_ACTION = 'customer-email';
export const CUSTOMER_LANGUAGE_ACTION = 'customer-language';
export const CUSTOMER_REPLACE_ACTION = 'customer-replace';
/** A new block ID empties the field: Slack keeps what was typed under the old one. */
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
  /** The chosen language of the customer. */
  language: z.string().optional(),
  /** How often the text was rewritten. */
  again: z.number().optional(),
});
type OpenedMessage = z.infer<typeof openedMessage>;

const typedTexts = z.record(
  z.string(),
  z.record(z.string(), z.looseObject({ value: z.string().max(MAX_TEXT).nullish() })),
);

export type CustomerForm = OpenedMessage & { readonly text: string };

/** What a dialog is about, and the text as edited; undefined for foreign ones. */
export function parseCustomerForm(privateMetadata: string, values: unknown): CustomerForm | undefined {
  const opened = parseJson(privateMetadata, openedMessage);
  const blocks = Object.entries(typedTexts.safeParse(values).data ?? {});
  const [, typed] = blocks.find(([id]) => id.startsWith(TEXT_BLOCK)) ?? [];
  return opened && { ...opened, text: typed?.[TEXT_INPUT]?.value ?? '' };
}

export interface CustomerWriting {
  /** In the customer's language. */
  readonly writer: Translator;
  /** A dialog whose language was changed: its edited text stays; `isKept` tells whether it was edited. */
  readonly before?:
    | {
        readonly form: CustomerForm;
        readonly isKept: boolean;
        /** What was pressed in it other than a language; the email link then has the edited text. */
        readonly pressed?: 'files' | 'email' | undefined;
      }
    | undefined;
}

/** The message as the bot writes it. */
export function writtenMessage(draft: CustomerDraft, { writer }: CustomerWriting): CustomerText {
  const { mapping } = draft.stored;
  const translator = writer.about(mapping.app);
  const {
    template = NO_TEMPLATE,
    templateLanguage = writer.language,
    written,
  } = translator.appOf(mapping.app) ?? {};
  const isFitting = languageOf(templateLanguage) === writer.language;
  const configured = isFitting ? template : { ...template, sentences: {} };
  return customerText(draft, translator, {
    dnsProvider: providerOf(mapping),
    isFollowUp: draft.isFollowUp,
    link: draft.link,
    template: mergedTexts(configured, written?.[writer.language]),
  });
}

/** Whether somebody has changed the text that the bot wrote. */
export const isEdited = ({ text }: Pick<CustomerForm, 'text'>, written: CustomerText): boolean =>
  comparable(text) !== comparable(heldText(written.text));

const comparable = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** What the field holds of a text. */
const heldText = (text: string): string => cut(text, MAX_TEXT);

/** The message in a form: the whole of it, unless somebody changed what the field holds. */
export const wholeMessage = (form: CustomerForm, written: CustomerText): CustomerForm =>
  isEdited(form, written) ? form : { ...form, text: written.text };

/** The message for the customer: to edit, to copy, to send, and to mark as sent. */
export function customerDialog(
  draft: CustomerDraft,
  channel: string,
  reader: Translator,
  writing: CustomerWriting = { writer: reader },
): ModalView {
  const { mapping } = draft.stored;
  const { writer, before } = writing;
  const translator = reader.about(mapping.app);
  const written = writtenMessage(draft, writing);
  const again = (before?.form.again ?? 0) + (before && !before.isKept ? 1 : 0);
  const { subject, text } = before?.isKept ? before.form : written;
  const opened: OpenedMessage = {
    mapping: mapping.id,
    channel,
    ...draft.content,
    subject,
    language: writer.language,
    again,
  };
  return modalOf({
    id: CUSTOMER_DIALOG,
    title: translator.tPlain('customer-dialog.title'),
    submit: translator.tPlain('customer-dialog.submit'),
    close: translator.tPlain('dialog.cancel'),
    data: opened,
    blocks: [
      ...sentBefore(draft, translator),
      ...oneClick(draft, translator),
      languageChoice(writer.language, translator),
      ...(before?.isKept && !before.pressed ? keptEdits(writer.language, translator) : []),
      ...(heldText(written.text) !== written.text && !isEdited({ text: heldText(text) }, written)
        ? [section(translator.t('customer-dialog.cut'))]
        : []),
      messageInput(text, again, translator),
      ...mailLink({ subject, text }, translator),
      actions(
        button(CUSTOMER_EMAIL_ACTION, translator.tPlain('customer-dialog.refresh'), mapping.id),
        button(CUSTOMER_FILES_ACTION, translator.tPlain('customer-dialog.files'), mapping.id),
      ),
      ...(before?.pressed === 'files' ? [context(translator.t('customer-dialog.sent-direct'))] : []),
    ],
  });
}

/** `again`: Slack keeps what was typed into a block of the same name. */
const messageInput = (text: string, again: number, { tPlain }: Translator): InputBlock => ({
  type: 'input',
  block_id: again === 0 ? TEXT_BLOCK : `${TEXT_BLOCK}-${again}`,
  label: plain(tPlain('customer-dialog.text')),
  hint: plain(tPlain('customer-dialog.hint')),
  element: {
    type: 'plain_text_input',
    action_id: TEXT_INPUT,
    multiline: true,
    max_length: MAX_TEXT,
    initial_value: heldText(text),
  },
});

function languageChoice(language: string, translator: Translator): SectionBlock {
  const optionOf = (tag: string) => selectOption(nameOfLanguage(tag, translator.language), tag);
  return {
    ...section(translator.t('customer-dialog.language')),
    accessory: {
      ...staticSelect(Object.keys(languages).map(optionOf), optionOf(language)),
      action_id: CUSTOMER_LANGUAGE_ACTION,
    },
  };
}

/** An edited text isn't lost when another language is chosen. */
const keptEdits = (language: string, translator: Translator): KnownBlock[] => [
  section(translator.t('customer-dialog.kept')),
  actions(
    button(
      CUSTOMER_REPLACE_ACTION,
      translator.tPlain('customer-dialog.replace', {
        language: nameOfLanguage(language, translator.language),
      }),
      language,
    ),
  ),
];

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

/** Opens the text; a URL can't hold a long one. */
function mailLink(
  { subject, text }: Pick<CustomerText, 'subject' | 'text'>,
  translator: Translator,
): KnownBlock[] {
  const url = mailtoUrl(subject, text);
  if (url.length > MAX_MAILTO) return [section(translator.t('customer-dialog.too-long'))];
  return [section(link(url, translator.t('customer-dialog.email')).text)];
}

/** The edited message as files, and a link that opens it in an email program. */
export function customerFiles(
  { subject, text }: { readonly subject: string; readonly text: string },
  translator: Translator,
): { readonly text: string; readonly files: readonly DirectMessageFile[] } {
  const url = mailtoUrl(subject, text);
  const email = url.length > MAX_MAILTO ? '' : link(url, translator.t('customer-dialog.email')).text;
  return {
    text: [translator.t('customer-dialog.attached'), email].filter(Boolean).join('\n'),
    files: [
      { name: 'message.html', content: emailHtml(subject, text) },
      { name: 'message.txt', content: `${text}\n` },
    ],
  };
}
