import { z } from 'zod';
import { SLACK_FIGURES } from './figures.js';

/** The blocks and elements that the bot uses; `test/sandbox/slack/limits.test.ts` has each one's figures. */
const textObject = (max: number) => z.string().min(1).max(max);
const blockId = textObject(SLACK_FIGURES.id).optional();
const flagShapeOfBlock = z.boolean().optional();

const plainTextObject = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: textObject(max), emoji: flagShapeOfBlock });
const mrkdwnText = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: textObject(max), verbatim: flagShapeOfBlock });
const anyText = (max: number) => z.discriminatedUnion('type', [plainTextObject(max), mrkdwnText(max)]);

const confirm = z.strictObject({
  title: plainTextObject(SLACK_FIGURES.confirm.title),
  text: anyText(SLACK_FIGURES.confirm.text),
  confirm: plainTextObject(SLACK_FIGURES.confirm.button),
  deny: plainTextObject(SLACK_FIGURES.confirm.button),
  style: z.enum(['primary', 'danger']).optional(),
});

const option = z.strictObject({
  text: anyText(SLACK_FIGURES.option.text),
  value: textObject(SLACK_FIGURES.option.value),
  description: anyText(SLACK_FIGURES.option.description).optional(),
  url: textObject(SLACK_FIGURES.button.url).optional(),
});
const options = (max: number) => z.array(option).min(1).max(max);
const common = { action_id: blockId, confirm: confirm.optional(), focus_on_load: flagShapeOfBlock };
const picker = { ...common, placeholder: plainTextObject(SLACK_FIGURES.select.placeholder).optional() };
const staticOptions = {
  options: options(SLACK_FIGURES.select.options).optional(),
};
const textInput = {
  action_id: blockId,
  focus_on_load: flagShapeOfBlock,
  placeholder: plainTextObject(SLACK_FIGURES.select.placeholder).optional(),
  initial_value: z.string().max(SLACK_FIGURES.input.value).optional(),
  dispatch_action_config: z.looseObject({}).optional(),
};

const element = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('button'),
    text: plainTextObject(SLACK_FIGURES.button.text),
    value: z.string().max(SLACK_FIGURES.button.value).optional(),
    url: textObject(SLACK_FIGURES.button.url).optional(),
    style: z.enum(['primary', 'danger']).optional(),
    accessibility_label: textObject(SLACK_FIGURES.button.accessibilityLabel).optional(),
    action_id: blockId,
    confirm: confirm.optional(),
  }),
  z.strictObject({
    type: z.literal('static_select'),
    ...picker,
    ...staticOptions,
    initial_option: option.optional(),
  }),
  z.strictObject({
    type: z.literal('external_select'),
    ...picker,
    min_query_length: z.int().min(0).optional(),
    initial_option: option.optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...picker, initial_user: z.string().optional() }),
  z.looseObject({ type: z.literal('conversations_select'), ...picker }),
  z.strictObject({
    type: z.literal('overflow'),
    action_id: blockId,
    confirm: confirm.optional(),
    options: options(SLACK_FIGURES.overflow),
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    ...common,
    options: options(SLACK_FIGURES.choices),
    initial_options: z.array(option).optional(),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    ...common,
    options: options(SLACK_FIGURES.choices),
    initial_option: option.optional(),
  }),
  z.strictObject({ type: z.literal('datepicker'), ...picker, initial_date: z.iso.date().optional() }),
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...textInput,
    multiline: flagShapeOfBlock,
    min_length: z.int().min(0).max(SLACK_FIGURES.input.value).optional(),
    max_length: z.int().min(1).max(SLACK_FIGURES.input.value).optional(),
  }),
  z.strictObject({
    type: z.literal('number_input'),
    ...textInput,
    is_decimal_allowed: z.boolean(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('file_input'),
    action_id: blockId,
    filetypes: z.array(textObject(20)).min(1).optional(),
    max_files: z.int().min(1).max(SLACK_FIGURES.fileInput.files).optional(),
  }),
]);

/** Elements that stand only in input blocks, and those that stand in none. */
const INPUT_ONLY: ReadonlySet<string> = new Set(['plain_text_input', 'number_input', 'file_input']);
const NO_INPUT: ReadonlySet<string> = new Set(['button', 'overflow']);
const interactive = element.refine(({ type }) => !INPUT_ONLY.has(type), 'unsupported element type');
const inputElement = element.refine(({ type }) => !NO_INPUT.has(type), 'unsupported element type');

const sectionBlock = z
  .strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: anyText(SLACK_FIGURES.section.text).optional(),
    fields: z.array(anyText(SLACK_FIGURES.section.field)).min(1).max(SLACK_FIGURES.section.fields).optional(),
    accessory: interactive.optional(),
    expand: flagShapeOfBlock,
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, 'must have text or fields');

export const block = z.discriminatedUnion('type', [
  sectionBlock,
  z.strictObject({
    type: z.literal('header'),
    block_id: blockId,
    text: plainTextObject(SLACK_FIGURES.header),
  }),
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  z.strictObject({
    type: z.literal('context'),
    block_id: blockId,
    elements: z.array(anyText(SLACK_FIGURES.section.text)).min(1).max(SLACK_FIGURES.context),
  }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: blockId,
    elements: z.array(interactive).min(1).max(SLACK_FIGURES.actions),
  }),
  z.strictObject({
    type: z.literal('input'),
    block_id: blockId,
    label: plainTextObject(SLACK_FIGURES.input.label),
    hint: plainTextObject(SLACK_FIGURES.input.hint).optional(),
    optional: flagShapeOfBlock,
    dispatch_action: flagShapeOfBlock,
    element: inputElement,
  }),
]);
export type Block = z.infer<typeof block>;

const anyView = {
  callback_id: z.string().max(SLACK_FIGURES.view.callbackId).optional(),
  private_metadata: z.string().max(SLACK_FIGURES.view.privateMetadata).optional(),
  external_id: z.string().max(SLACK_FIGURES.id).optional(),
};

export const views = {
  home: z.strictObject({
    type: z.literal('home'),
    ...anyView,
    blocks: z.array(block).max(SLACK_FIGURES.blocks.home),
  }),
  modal: z.strictObject({
    type: z.literal('modal'),
    ...anyView,
    title: plainTextObject(SLACK_FIGURES.view.title),
    submit: plainTextObject(SLACK_FIGURES.view.button).nullish(),
    close: plainTextObject(SLACK_FIGURES.view.button).nullish(),
    blocks: z.array(block).max(SLACK_FIGURES.blocks.modal),
    clear_on_close: flagShapeOfBlock,
    notify_on_close: flagShapeOfBlock,
    submit_disabled: flagShapeOfBlock,
  }),
};
