import type { KnownBlock, SectionBlock } from '@slack/types';
import { divider, section } from './blocks.js';
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

/** The end of a view (buttons, time and place) is kept, whatever else has to be left out. */
const MAX_FOOT = { blocks: 10, text: 3_000 } as const;

/** Fits a view to Slack's limits: cuts long texts, then leaves out blocks before the view's end. */
export function fitView({ text, blocks }: View): View {
  const fitted = blocks.map(fitBlock);
  const foot = footOf(fitted);
  const head = fitted.slice(0, fitted.length - foot.length);
  let room: number = LIMITS.allBlocksText - allTextLength(foot) - ELLIPSIS.length;
  const places = LIMITS.blocks - foot.length;
  const fitting: KnownBlock[] = [];
  for (const [at, block] of head.entries()) {
    const isLast = at === head.length - 1;
    room -= textLength(block);
    if (room < 0 || fitting.length >= (isLast ? places : places - 1)) {
      fitting.push({ type: 'context', elements: [{ type: 'mrkdwn', text: ELLIPSIS }] });
      break;
    }
    fitting.push(block);
  }
  return { text: cut(text, LIMITS.text), blocks: [...fitting, ...foot] };
}

/** As few sections as hold all lines whole, in order. */
export function sections(lines: readonly string[]): readonly SectionBlock[] {
  const texts: string[] = [];
  for (const line of lines) {
    const longer = `${texts.at(-1) ?? ''}\n${line}`;
    if (texts.length > 0 && longer.length <= LIMITS.sectionText) texts[texts.length - 1] = longer;
    else texts.push(line);
  }
  return texts.map(section);
}

/** As few views as hold all of them whole, in order. */
export function joinViews(views: readonly View[]): readonly View[] {
  const hasLong = views.some(({ blocks }) => blocks.length > 1);
  const joined: View[] = [];
  for (const view of views) {
    const last = joined.pop();
    if (!last) {
      joined.push(view);
      continue;
    }
    const both = {
      text: `${last.text}\n${view.text}`,
      blocks: [...last.blocks, ...(hasLong ? [divider] : []), ...view.blocks],
    };
    joined.push(...(isWhole(both) ? [both] : [last, view]));
  }
  return joined;
}

const isWhole = ({ text, blocks }: View): boolean =>
  text.length <= LIMITS.text &&
  blocks.length <= LIMITS.blocks &&
  allTextLength(blocks) <= LIMITS.allBlocksText - ELLIPSIS.length;

/** The blocks after the last section. */
function footOf(blocks: readonly KnownBlock[]): readonly KnownBlock[] {
  const foot = blocks.slice(blocks.findLastIndex(({ type }) => type === 'section') + 1);
  const isShort = foot.length <= MAX_FOOT.blocks && allTextLength(foot) <= MAX_FOOT.text;
  return isShort && foot.length < blocks.length ? foot : [];
}

const allTextLength = (blocks: readonly KnownBlock[]): number =>
  blocks.reduce((sum, block) => sum + textLength(block), 0);

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
