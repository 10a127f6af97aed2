import { type FindingCode, findingCodes } from '../../core/diagnosis/findings/table.js';

const attentionWishes = ['snooze', 'awake', 'ack', 'unack', 'mute', 'unmute'] as const;
type Wish = (typeof attentionWishes)[number];

/** What somebody wants for a mapping, or for one of its findings. */
export interface AttentionWish {
  readonly wish: Wish;
  readonly mapping: string;
  readonly finding: FindingCode | undefined;
}

/** As the value of an option or a button. */
export const wishValue = ({ wish, mapping, finding }: AttentionWish): string =>
  [wish, mapping, ...(finding === undefined ? [] : [finding])].join(' ');

export function parseWish(value: string): AttentionWish | undefined {
  const [typed, mapping, code] = value.split(' ');
  const wish = attentionWishes.find((each) => each === typed);
  if (wish === undefined || !mapping) return undefined;
  return { wish, mapping, finding: findingCodes.find((each) => each === code) };
}
