import type {
  Checkboxes,
  ConversationsSelect,
  ExternalSelect,
  FileInput,
  InputBlock,
  KnownBlock,
  ModalView,
  PlainTextElement,
  PlainTextInput,
  PlainTextOption,
  RadioButtons,
  StaticSelect,
} from '@slack/types';
import { z } from 'zod';
import { parseJson } from '../../util/parse-json.js';
import { plain } from './blocks.js';
import { cut } from './limits.js';

/** What a dialog's text fields and selects have, by block and action: all of it is optional and unchecked. */
export const filledFields = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_option: z.object({ value: z.string() }).nullish(),
      selected_options: z.array(z.object({ value: z.string() })).nullish(),
    }),
  ),
);

/** Slack's limits of dialogs (docs: Block Kit reference, “Views”), in characters. */
export const DIALOG_LIMITS = {
  title: 24,
  label: 2_000,
  optionText: 75,
  optionValue: 150,
  options: 100,
  choices: 10,
  privateMetadata: 3_000,
  typedText: 3_000,
} as const;

type InputElement = InputBlock['element'];

export interface DialogField {
  /** Also the element's action ID. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isOptional?: boolean | undefined;
}

const plainCut = (text: string, most: number): PlainTextElement => plain(cut(text, most));

/** A labelled field of a dialog. */
export const dialogField = (
  { id, label, hint, isOptional = false }: DialogField,
  element: InputElement,
): InputBlock => ({
  type: 'input',
  block_id: id,
  label: plainCut(label, DIALOG_LIMITS.label),
  ...(hint === undefined ? {} : { hint: plain(hint) }),
  optional: isOptional,
  element: { ...element, action_id: id } as InputElement,
});

export const textField = (options: Omit<PlainTextInput, 'type'>): PlainTextInput => ({
  type: 'plain_text_input',
  max_length: DIALOG_LIMITS.typedText,
  ...options,
});

export const selectOption = (text: string, value: string, description?: string): PlainTextOption => ({
  text: plainCut(text, DIALOG_LIMITS.optionText),
  value,
  ...(description === undefined ? {} : { description: plainCut(description, DIALOG_LIMITS.optionText) }),
});

/** Slack takes 1 to 10 options. */
export const radioButtons = (options: readonly PlainTextOption[]): RadioButtons => ({
  type: 'radio_buttons',
  options: options.slice(0, DIALOG_LIMITS.choices),
});

/** Slack takes 1 to 10 options. */
export const checkboxes = (
  options: readonly PlainTextOption[],
  isTicked: (value: string) => boolean,
): Checkboxes => {
  const ticked = options.filter(({ value = '' }) => isTicked(value));
  return {
    type: 'checkboxes',
    options: options.slice(0, DIALOG_LIMITS.choices),
    ...(ticked.length > 0 ? { initial_options: ticked } : {}),
  };
};

/** One box to tick. */
export const checkbox = (option: PlainTextOption, isTicked: boolean): Checkboxes =>
  checkboxes([option], () => isTicked);

/** Slack takes 1 to 100 options. */
export const staticSelect = (
  options: readonly PlainTextOption[],
  initial: PlainTextOption | undefined,
): StaticSelect => ({
  type: 'static_select',
  options: options.slice(0, DIALOG_LIMITS.options),
  ...(initial ? { initial_option: initial } : {}),
});

/** A menu whose options are looked up while somebody types. */
export const lookUpSelect = (placeholder: string): ExternalSelect => ({
  type: 'external_select',
  min_query_length: 0,
  placeholder: plain(placeholder),
});

/** Only channels; the one that the dialog was opened in is chosen, if Slack knows it. */
export const channelSelect = (initial: string | undefined): ConversationsSelect => ({
  type: 'conversations_select',
  filter: { include: ['public', 'private'], exclude_bot_users: true },
  ...(initial === undefined ? { default_to_current_conversation: true } : { initial_conversation: initial }),
});

export const fileInput = (filetypes: readonly string[]): FileInput => ({
  type: 'file_input',
  filetypes: [...filetypes],
  max_files: 1,
});

export interface DialogParts {
  readonly id: string;
  readonly title: string;
  readonly submit?: string | undefined;
  readonly close: string;
  /** Comes back with the submission; small. */
  readonly data?: object | undefined;
  /** Our own name of the dialog, to change it later. */
  readonly externalId?: string | undefined;
  readonly blocks: readonly KnownBlock[];
}

/** A dialog's data with the IDs that its channels have now, wherever a dialog names channels. */
export function withChannelsNow(data: string, channelNow: (id: string) => string): string {
  const channel = z.string().transform(channelNow).optional();
  const source = z.looseObject({ channel }).optional();
  const found = parseJson(data, z.looseObject({ channel, forChannel: channel, source }));
  return found === undefined ? data : JSON.stringify(found);
}

export const modalOf = ({ id, title, submit, close, data, externalId, blocks }: DialogParts): ModalView => ({
  type: 'modal',
  callback_id: id,
  ...(data ? { private_metadata: JSON.stringify(data) } : {}),
  ...(externalId === undefined ? {} : { external_id: externalId }),
  title: plainCut(title, DIALOG_LIMITS.title),
  ...(submit === undefined ? {} : { submit: plainCut(submit, DIALOG_LIMITS.title) }),
  close: plainCut(close, DIALOG_LIMITS.title),
  blocks: [...blocks],
});
