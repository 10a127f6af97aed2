import { z } from 'zod';
import { LIMITS } from './figures.js';

/** The blocks and elements that the bot uses; `test/sandbox/slack/limits.test.ts` has each one's figures. */
const text = (max: number) => z.string().min(1).max(max);
const id = text(LIMITS.id).optional();
const flag = z.boolean().optional();

const plain = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: text(max), emoji: flag });
const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: text(max), verbatim: flag });
const anyText = (max: number) => z.discriminatedUnion('type', [plain(max), mrkdwn(max)]);

const confirm = z.strictObject({
  title: plain(LIMITS.confirm.title),
  text: anyText(LIMITS.confirm.text),
  confirm: plain(LIMITS.confirm.button),
  deny: plain(LIMITS.confirm.button),
  style: z.enum(['primary', 'danger']).optional(),
});

const option = z.strictObject({
  text: anyText(LIMITS.option.text),
  value: text(LIMITS.option.value),
  description: anyText(LIMITS.option.description).optional(),
  url: text(LIMITS.button.url).optional(),
});
const options = (max: number) => z.array(option).min(1).max(max);
const common = { action_id: id, confirm: confirm.optional(), focus_on_load: flag };
const picker = { ...common, placeholder: plain(LIMITS.select.placeholder).optional() };
const staticOptions = {
  options: options(LIMITS.select.options).optional(),
};
const textInput = {
  action_id: id,
  focus_on_load: flag,
  placeholder: plain(LIMITS.select.placeholder).optional(),
  initial_value: z.string().max(LIMITS.input.value).optional(),
  dispatch_action_config: z.looseObject({}).optional(),
};

const element = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('button'),
    text: plain(LIMITS.button.text),
    value: z.string().max(LIMITS.button.value).optional(),
    url: text(LIMITS.button.url).optional(),
    style: z.enum(['primary', 'danger']).optional(),
    accessibility_label: text(LIMITS.button.accessibilityLabel).optional(),
    action_id: id,
    confirm: confirm.optional(),
  }),
  z.strictObject({
    type: z.literal('static_select'),
    ...picker,
    ...staticOptions,
    initial_option: option.optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...picker, initial_user: z.string().optional() }),
  z.looseObject({ type: z.literal('conversations_select'), ...picker }),
  z.strictObject({
    type: z.literal('overflow'),
    action_id: id,
    confirm: confirm.optional(),
    options: options(LIMITS.overflow),
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    ...common,
    options: options(LIMITS.choices),
    initial_options: z.array(option).optional(),
  }),
  z.strictObject({ type: z.literal('datepicker'), ...picker, initial_date: z.iso.date().optional() }),
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...textInput,
    multiline: flag,
    min_length: z.int().min(0).max(LIMITS.input.value).optional(),
    max_length: z.int().min(1).max(LIMITS.input.value).optional(),
  }),
  z.strictObject({
    type: z.literal('number_input'),
    ...textInput,
    is_decimal_allowed: z.boolean(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
]);

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: id,
    text: anyText(LIMITS.section.text).optional(),
    fields: z.array(anyText(LIMITS.section.field)).min(1).max(LIMITS.section.fields).optional(),
    accessory: element.optional(),
    expand: flag,
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, 'must have text or fields');

export const block = z.discriminatedUnion('type', [
  section,
  z.strictObject({ type: z.literal('header'), block_id: id, text: plain(LIMITS.header) }),
  z.strictObject({ type: z.literal('divider'), block_id: id }),
  z.strictObject({
    type: z.literal('context'),
    block_id: id,
    elements: z.array(anyText(LIMITS.section.text)).min(1).max(LIMITS.context),
  }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: id,
    elements: z.array(element).min(1).max(LIMITS.actions),
  }),
  z.strictObject({
    type: z.literal('input'),
    block_id: id,
    label: plain(LIMITS.input.label),
    hint: plain(LIMITS.input.hint).optional(),
    optional: flag,
    dispatch_action: flag,
    element,
  }),
]);
export type Block = z.infer<typeof block>;

const anyView = {
  callback_id: z.string().max(LIMITS.view.callbackId).optional(),
  private_metadata: z.string().max(LIMITS.view.privateMetadata).optional(),
  external_id: z.string().max(LIMITS.id).optional(),
};

export const views = {
  home: z.strictObject({
    type: z.literal('home'),
    ...anyView,
    blocks: z.array(block).max(LIMITS.blocks.home),
  }),
  modal: z.strictObject({
    type: z.literal('modal'),
    ...anyView,
    title: plain(LIMITS.view.title),
    submit: plain(LIMITS.view.button).nullish(),
    close: plain(LIMITS.view.button).nullish(),
    blocks: z.array(block).max(LIMITS.blocks.modal),
    clear_on_close: flag,
    notify_on_close: flag,
    submit_disabled: flag,
  }),
};
