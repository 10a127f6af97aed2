import { distance } from 'fastest-levenshtein';
import type { Translate } from '../locale/catalogue.js';
import type { Program } from './programs.js';

/** A parsed command line: a program with its arguments, or a text with its exit code. */
export type Invocation =
  | { readonly kind: 'run'; readonly program: Program; readonly args: readonly string[] }
  | { readonly kind: 'text'; readonly text: string; readonly exitCode: 0 | 2 };

const MAX_TYPO_DISTANCE = 2;

export interface CliFacts {
  readonly programs: readonly Program[];
  readonly version: string;
  readonly t: Translate;
}

/** Parses a command line: `args` come after the program's own name. */
export function readInvocation(args: readonly string[], { programs, version, t }: CliFacts): Invocation {
  const [name, ...rest] = args;
  if (name === undefined) return { kind: 'text', text: cliHelp(programs, t), exitCode: 2 };
  if (name === 'help' && rest.length > 0)
    return readInvocation([...rest, '--help'], { programs, version, t });
  if (isHelp(name) || name === 'help') return { kind: 'text', text: cliHelp(programs, t), exitCode: 0 };
  if (isVersion(name)) return { kind: 'text', text: version, exitCode: 0 };
  const program = programs.find((each) => each.name === name);
  if (!program) return { kind: 'text', text: unknownProgram(name, programs, t), exitCode: 2 };
  if (rest.some(isHelp)) return { kind: 'text', text: t(program.help), exitCode: 0 };
  if (rest.some(isVersion)) return { kind: 'text', text: version, exitCode: 0 };
  return { kind: 'run', program, args: rest };
}

const isHelp = (arg: string): boolean => arg === '--help' || arg === '-h';
const isVersion = (arg: string): boolean => arg === '--version' || arg === '-v';
const line = ({ name, usage }: Program): string => `${name} ${usage}`.trimEnd();

const cliHelp = (programs: readonly Program[], t: Translate): string =>
  [
    t('shell.help'),
    '',
    ...programs.flatMap((each) => [`  ${line(each)}`, `      ${t(each.summary)}`]),
    '',
    t('shell.help.more'),
  ].join('\n');

function unknownProgram(name: string, programs: readonly Program[], t: Translate): string {
  if (name.startsWith('-')) return `${t('report.unknown-option', { option: name })}\n${t('shell.help.more')}`;
  const near = programs.find((each) => distance(each.name, name) <= MAX_TYPO_DISTANCE);
  return near ? t('shell.did-you-mean', { name, near: near.name }) : t('shell.unknown', { name });
}
