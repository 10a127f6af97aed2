import { z } from 'zod';

/**
 * Slack's figures: docs.slack.dev, "Block Kit reference", "Formatting message text", "Rate limits" and the
 * methods' own pages. Lengths count characters as sent (`&amp;` is five).
 */
export const LIMITS = {
  text: { postTruncatedAt: 40_000, update: 4000, markdown: 12_000 },
  /** Not documented: seen between 12,000 and 13,200 (slackapi/bolt-js#2509, #2867). */
  blockTextTotal: 13_200,
  blocks: { message: 50, modal: 100 },
  id: 255,
  section: { text: 3000, fields: 10, field: 2000 },
  header: 150,
  context: 10,
  actions: 25,
  button: { text: 75, value: 2000, url: 3000, accessibilityLabel: 75 },
  select: { options: 100, groups: 100, groupLabel: 75, placeholder: 150 },
  option: { text: 75, value: 150, description: 75 },
  overflow: 5,
  choices: 10,
  confirm: { title: 100, text: 300, button: 30 },
  image: { url: 3000, alt: 2000, title: 2000 },
  input: { label: 2000, hint: 2000, value: 3000 },
  table: { rows: 100, cells: 20, perMessage: 1 },
  view: { title: 24, button: 24, callbackId: 255, privateMetadata: 3000, bytes: 250_000, stack: 3 },
  /** No figure is published; 8,000 is what other implementations assume. */
  metadata: 8000,
  attachments: 100,
  history: { defaultLimit: 100, maxLimit: 999 },
  replies: { defaultLimit: 1000, maxLimit: 1000 },
  responseUrl: { posts: 5, lifetimeMs: 30 * 60_000 },
  triggerLifetimeMs: 3000,
  ackTimeoutMs: 3000,
  socketConnections: 10,
} as const;

export type Surface = keyof typeof LIMITS.blocks;

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
const optionGroup = z.strictObject({
  label: plain(LIMITS.select.groupLabel),
  options: options(LIMITS.select.options),
});

const common = { action_id: id, confirm: confirm.optional(), focus_on_load: flag };
const picker = { ...common, placeholder: plain(LIMITS.select.placeholder).optional() };
const staticOptions = {
  options: options(LIMITS.select.options).optional(),
  option_groups: z.array(optionGroup).min(1).max(LIMITS.select.groups).optional(),
};
const textInput = {
  action_id: id,
  focus_on_load: flag,
  placeholder: plain(LIMITS.select.placeholder).optional(),
  initial_value: z.string().max(LIMITS.input.value).optional(),
  dispatch_action_config: z.looseObject({}).optional(),
};

const image = z.strictObject({
  type: z.literal('image'),
  image_url: text(LIMITS.image.url),
  alt_text: text(LIMITS.image.alt),
});

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
  z.strictObject({
    type: z.literal('multi_static_select'),
    ...picker,
    ...staticOptions,
    initial_options: z.array(option).optional(),
    max_selected_items: z.int().min(1).optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...picker, initial_user: z.string().optional() }),
  z.strictObject({
    type: z.literal('multi_users_select'),
    ...picker,
    initial_users: z.array(z.string()).optional(),
  }),
  z.strictObject({ type: z.literal('channels_select'), ...picker, initial_channel: z.string().optional() }),
  z.looseObject({ type: z.literal('conversations_select'), ...picker }),
  z.strictObject({
    type: z.literal('overflow'),
    action_id: id,
    confirm: confirm.optional(),
    options: options(LIMITS.overflow),
  }),
  z.strictObject({
    type: z.literal('radio_buttons'),
    ...common,
    options: options(LIMITS.choices),
    initial_option: option.optional(),
  }),
  z.strictObject({
    type: z.literal('checkboxes'),
    ...common,
    options: options(LIMITS.choices),
    initial_options: z.array(option).optional(),
  }),
  z.strictObject({ type: z.literal('datepicker'), ...picker, initial_date: z.iso.date().optional() }),
  z.strictObject({ type: z.literal('timepicker'), ...picker, initial_time: z.string().optional() }),
  z.strictObject({
    type: z.literal('plain_text_input'),
    ...textInput,
    multiline: flag,
    min_length: z.int().min(0).max(LIMITS.input.value).optional(),
    max_length: z.int().min(1).max(LIMITS.input.value).optional(),
  }),
  z.strictObject({ type: z.literal('email_text_input'), ...textInput }),
  z.strictObject({ type: z.literal('url_text_input'), ...textInput }),
  z.strictObject({
    type: z.literal('number_input'),
    ...textInput,
    is_decimal_allowed: z.boolean(),
    min_value: z.string().optional(),
    max_value: z.string().optional(),
  }),
  image,
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

/** Blocks that are taken as they are: their insides are not checked here. */
const UNCHECKED_BLOCKS = [
  'rich_text',
  'video',
  'file',
  'context_actions',
  'alert',
  'card',
  'carousel',
].concat(['container', 'data_table', 'plan', 'task_card']);

const block = z.discriminatedUnion('type', [
  section,
  z.strictObject({ type: z.literal('header'), block_id: id, text: plain(LIMITS.header) }),
  z.strictObject({ type: z.literal('divider'), block_id: id }),
  z.strictObject({
    type: z.literal('context'),
    block_id: id,
    elements: z
      .array(z.discriminatedUnion('type', [...anyText(LIMITS.section.text).options, image]))
      .min(1)
      .max(LIMITS.context),
  }),
  z.strictObject({
    type: z.literal('actions'),
    block_id: id,
    elements: z.array(element).min(1).max(LIMITS.actions),
  }),
  z.strictObject({ ...image.shape, block_id: id, title: plain(LIMITS.image.title).optional() }),
  z.strictObject({
    type: z.literal('input'),
    block_id: id,
    label: plain(LIMITS.input.label),
    hint: plain(LIMITS.input.hint).optional(),
    optional: flag,
    dispatch_action: flag,
    element,
  }),
  z.strictObject({
    type: z.literal('table'),
    block_id: id,
    rows: z
      .array(z.array(z.looseObject({})).max(LIMITS.table.cells))
      .min(1)
      .max(LIMITS.table.rows),
    column_settings: z.array(z.looseObject({}).nullable()).max(LIMITS.table.cells).optional(),
  }),
  z.strictObject({ type: z.literal('markdown'), block_id: id, text: text(LIMITS.text.markdown) }),
  z.looseObject({ type: z.enum(UNCHECKED_BLOCKS), block_id: id }),
]);
type Block = z.infer<typeof block>;

const view = z.strictObject({
  type: z.literal('modal'),
  title: plain(LIMITS.view.title),
  submit: plain(LIMITS.view.button).nullish(),
  close: plain(LIMITS.view.button).nullish(),
  blocks: z.array(block).max(LIMITS.blocks.modal),
  callback_id: z.string().max(LIMITS.view.callbackId).optional(),
  private_metadata: z.string().max(LIMITS.view.privateMetadata).optional(),
  external_id: z.string().max(LIMITS.id).optional(),
  clear_on_close: flag,
  notify_on_close: flag,
  submit_disabled: flag,
});

/** What Slack would find wrong with the blocks, in its words and with JSON pointers; empty when nothing. */
export function validateBlocks(blocks: unknown, surface: Surface): string[] {
  const parsed = z.object({ blocks: z.array(block).max(LIMITS.blocks[surface]) }).safeParse({ blocks });
  return parsed.success ? crossChecks(parsed.data.blocks, surface) : messages(parsed.error);
}

/** The same for a modal; its size in bytes is checked where it arrives. */
export function validateView(candidate: unknown): string[] {
  const parsed = z.object({ view }).safeParse({ view: candidate });
  if (!parsed.success) return messages(parsed.error);
  const { blocks, submit } = parsed.data.view;
  const needsSubmit = blocks.some((each) => each.type === 'input') && !submit;
  const missing = needsSubmit ? ['missing required field: submit [json-pointer:/view/submit]'] : [];
  return [...missing, ...crossChecks(blocks, 'modal')];
}

function crossChecks(blocks: readonly Block[], surface: Surface): string[] {
  const tables = blocks.filter((each) => each.type === 'table').length;
  const markdown = blocks.reduce((sum, each) => sum + (each.type === 'markdown' ? textLength(each) : 0), 0);
  const errors = duplicates(blocks.map((each) => each.block_id)).map(
    (name) => `block_id "${name}" already exists [json-pointer:/blocks]`,
  );
  for (const [index, each] of blocks.entries()) {
    for (const name of duplicates(actionIds(each)))
      errors.push(`action_id "${name}" already exists [json-pointer:/blocks/${index}]`);
  }
  if (tables > LIMITS.table.perMessage) errors.push('only one table allowed [json-pointer:/blocks]');
  if (markdown > LIMITS.text.markdown) errors.push('markdown too long [json-pointer:/blocks]');
  if (surface === 'modal' && (tables > 0 || markdown > 0))
    errors.push('block type not supported in modals [json-pointer:/blocks]');
  return errors;
}

function actionIds(each: Block): (string | undefined)[] {
  if (each.type !== 'actions' || !Array.isArray(each.elements)) return [];
  return each.elements.map((item: { action_id?: string | undefined }) => item.action_id);
}

function duplicates(names: readonly (string | undefined)[]): string[] {
  const known = names.filter((name) => name !== undefined);
  return [...new Set(known.filter((name, index) => known.indexOf(name) !== index))];
}

function messages(error: z.ZodError): string[] {
  return error.issues.map(({ message, path }) => `${message} [json-pointer:/${path.map(String).join('/')}]`);
}

/** The characters of every `text` string in blocks, which Slack adds up for `msg_blocks_too_long`. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) => sum + (key === 'text' && typeof item === 'string' ? item.length : textLength(item)),
    0,
  );
}
