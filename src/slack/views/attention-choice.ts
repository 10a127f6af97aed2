import { type FindingCode, findingCodes } from '../../core/diagnosis/findings/table.js';
import { presentFindingCode } from '../../core/events/legacy.js';

const attentionChoices = ['snooze', 'awake', 'ack', 'unack', 'mute', 'unmute'] as const;
type AttentionAct = (typeof attentionChoices)[number];

/** What somebody wants for a mapping, or for one of its findings. */
export interface AttentionChoice {
  readonly choice: AttentionAct;
  readonly mapping: string;
  readonly finding: FindingCode | undefined;
}

/** As the value of an option or a button. */
export const choiceValue = ({ choice, mapping, finding }: AttentionChoice): string =>
  [choice, mapping, ...(finding === undefined ? [] : [finding])].join(' ');

export function parseChoice(value: string): AttentionChoice | undefined {
  const [typed, mapping, written = ''] = value.split(' ');
  const code = presentFindingCode(written);
  const choice = attentionChoices.find((each) => each === typed);
  if (choice === undefined || !mapping) return undefined;
  return { choice, mapping, finding: findingCodes.find((each) => each === code) };
}
