import { parseHostname } from '../../../core/hostname.js';
import { plainMentions, typedAgain, typedWords } from '../../../core/typed-text.js';
import type { MessageKey } from '../../../locale/catalogue.js';
import type { UserProblem } from '../../../use-cases/errors.js';
import { actions, button, section } from '../../blocks/blocks.js';
import { code } from '../../blocks/mrkdwn.js';
import type { View } from '../../blocks/view.js';
import { meantBy, problemText } from '../problem.js';
import type { Translator } from '../translator.js';

/** Runs the button's value as if it had been typed. */
export const RUN_ACTION = 'run';

const MAX_SHOWN = 200;
const MAX_VALUE = 2_000;

/** A usage error, and what the person probably meant. */
export interface UsageProblem {
  readonly key: MessageKey;
  /** Foreign text in it, shown as code. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The whole command without its slash command, ready to run. */
  readonly corrected?: string | undefined;
}

/** What is wrong with the typed command, and a button with the corrected one. */
export function usageView({ key, params, corrected }: UsageProblem, translator: Translator): View {
  const shown = Object.entries(params).map(([name, value]) => [name, shownParam(name, value, translator)]);
  const text = translator.t(key, {
    ...Object.fromEntries(shown),
    help: code(`${translator.command} help`),
    ...(corrected === undefined ? {} : { command: code(clipped(`${translator.command} ${corrected}`)) }),
  });
  return withCommand(text, corrected, translator);
}

/** A problem in words, and a button with the command that solves it, if there is one. `typed`: what led to it. */
export function problemView(problem: UserProblem, translator: Translator, typed = ''): View {
  const meant = meantBy(problem);
  if (meant !== undefined) {
    const corrected = correctedCommand(typed, problem, meant);
    const shown = corrected && clipped(`${translator.command} ${corrected}`);
    return withCommand(problemText(problem, translator, shown), corrected, translator);
  }
  const next = problem.code === 'not-mapped' ? `map ${problem.hostname}` : undefined;
  return withCommand(problemText(problem, translator), next, translator);
}

/** The typed command with the hostname that was meant; undefined if the mistaken word isn't in it. */
function correctedCommand(typed: string, problem: UserProblem, meant: string): string | undefined {
  const words = typedWords(typed);
  const at = words.findIndex((word) => isMistaken(word, problem));
  return at === -1 ? undefined : typedAgain(words.with(at, meant));
}

function isMistaken(word: string, problem: UserProblem): boolean {
  if (problem.code === 'hostname') return word === problem.problem.params['input'];
  const parsed = parseHostname(word);
  return problem.code === 'not-mapped' && parsed.ok && parsed.hostname === problem.hostname;
}

function withCommand(text: string, command: string | undefined, translator: Translator): View {
  const canRun = command !== undefined && command.length <= MAX_VALUE;
  const run = canRun ? [actions(button(RUN_ACTION, translator.tPlain('usage.run'), command))] : [];
  return { text, blocks: [section(text), ...run] };
}

function shownParam(name: string, value: string | number, translator: Translator) {
  if (typeof value === 'number') return value;
  return code(clipped(name === 'usage' ? `${translator.command} ${value}` : value));
}

/** Cuts between characters: Slack refuses half a surrogate pair. */
const clipped = (text: string): string => {
  const characters = Array.from(plainMentions(text));
  const shown = characters.slice(0, MAX_SHOWN).join('');
  return characters.length <= MAX_SHOWN ? shown : `${shown}…`;
};
