import type { KnownBlock } from '@slack/types';
import type { View } from './view.js';

/** Slack's limits (docs: Block Kit reference, chat.postMessage), in characters after escaping. */
export const LIMITS = {
  text: 4_000,
  blocks: 50,
  sectionText: 3_000,
  contextText: 2_000,
  /** Undocumented limit of about 12,000. */
  allBlocksText: 10_000,
} as const;

const ELLIPSIS = '…';

/** Fits a view to Slack's limits: cuts long texts, then drops blocks while the whole is too long. */
export function fitView({ text, blocks }: View): View {
  let room: number = LIMITS.allBlocksText;
  const fitting: KnownBlock[] = [];
  for (const block of blocks.slice(0, LIMITS.blocks)) {
    const fitted = fitBlock(block);
    room -= textLength(fitted);
    if (room >= 0) fitting.push(fitted);
  }
  return { text: cut(text, LIMITS.text), blocks: fitting };
}

function fitBlock(block: KnownBlock): KnownBlock {
  if (block.type === 'section' && block.text)
    return { ...block, text: { ...block.text, text: cut(block.text.text, LIMITS.sectionText) } };
  if (block.type === 'context')
    return {
      ...block,
      elements: block.elements.map((element) =>
        'text' in element ? { ...element, text: cut(element.text, LIMITS.contextText) } : element,
      ),
    };
  return block;
}

function textLength(block: KnownBlock): number {
  if (block.type === 'section') return block.text?.text.length ?? 0;
  if (block.type !== 'context') return 0;
  return block.elements.reduce((sum, element) => sum + ('text' in element ? element.text.length : 0), 0);
}

/** Cuts before an entity or mark-up that would be split, and closes an open code block. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const whole = text.slice(0, limit - 8).replace(/(?:&[a-z]{0,3}|<[^<>]*|`{1,2}|[\ud800-\udbff])$/, '');
  const isOpen = (whole.split('```').length - 1) % 2 === 1;
  return `${whole}${ELLIPSIS}${isOpen ? '```' : ''}`;
}
