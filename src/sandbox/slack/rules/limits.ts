import { z } from 'zod';
import { type Block, block, views } from './block-kit.js';
import { SLACK_FIGURES, type Surface } from './figures.js';

export { SLACK_FIGURES } from './figures.js';

/** Slack's errors for the blocks, with JSON pointers; empty when there are none. */
export function validateBlocks(blocks: unknown, surface: Surface): string[] {
  const parsed = z
    .object({ blocks: z.array(block).max(SLACK_FIGURES.blocks[surface]) })
    .safeParse({ blocks });
  return parsed.success ? crossChecks(parsed.data.blocks) : messages(parsed.error);
}

/** The same for a view; its size in bytes is checked where it arrives. */
export function validateView(candidate: unknown, type: 'home' | 'modal' = 'modal'): string[] {
  const parsed = z.object({ view: views[type] }).safeParse({ view: candidate });
  if (!parsed.success) return messages(parsed.error);
  const { view } = parsed.data;
  const hasInputs = view.blocks.some((block) => block.type === 'input');
  const needsSubmit = view.type === 'modal' && hasInputs && !view.submit;
  const missing = needsSubmit ? ['missing required field: submit [json-pointer:/view/submit]'] : [];
  return [...missing, ...crossChecks(view.blocks)];
}

function crossChecks(blocks: readonly Block[]): string[] {
  const errors = duplicates(blocks.map((each) => each.block_id)).map(
    (name) => `block_id "${name}" already exists [json-pointer:/blocks]`,
  );
  for (const [index, each] of blocks.entries()) {
    for (const name of duplicates(actionIds(each)))
      errors.push(`action_id "${name}" already exists [json-pointer:/blocks/${index}]`);
  }
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
export function lengthOfText(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + lengthOfText(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) =>
      sum + (key === 'text' && typeof item === 'string' ? item.length : lengthOfText(item)),
    0,
  );
}
