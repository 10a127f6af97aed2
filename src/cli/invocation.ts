import { distance } from 'fastest-levenshtein';
import type { Program } from './programs.js';

/** A parsed command line: a program with its arguments, or a text with its exit code. */
export type Invocation =
  | { readonly kind: 'run'; readonly program: Program; readonly args: readonly string[] }
  | { readonly kind: 'text'; readonly text: string; readonly exitCode: 0 | 2 };

const BIN = 'closte-domain-bot';
const MAX_TYPO_DISTANCE = 2;

/** Parses a command line: `args` come after the program's own name. */
export function readInvocation(
  args: readonly string[],
  { programs, version }: { readonly programs: readonly Program[]; readonly version: string },
): Invocation {
  const [name, ...rest] = args;
  if (name === undefined) return { kind: 'text', text: cliHelp(programs), exitCode: 2 };
  if (isHelp(name) || name === 'help') return { kind: 'text', text: cliHelp(programs), exitCode: 0 };
  if (isVersion(name)) return { kind: 'text', text: version, exitCode: 0 };
  const program = programs.find((each) => each.name === name);
  if (!program) return { kind: 'text', text: unknownProgram(name, programs), exitCode: 2 };
  if (rest.some(isHelp)) return { kind: 'text', text: helpFor(program), exitCode: 0 };
  if (rest.some(isVersion)) return { kind: 'text', text: version, exitCode: 0 };
  return { kind: 'run', program, args: rest };
}

const isHelp = (arg: string): boolean => arg === '--help' || arg === '-h';
const isVersion = (arg: string): boolean => arg === '--version' || arg === '-v';
const line = ({ name, usage }: Program): string => `${name} ${usage}`.trimEnd();

function cliHelp(programs: readonly Program[]): string {
  const width = Math.max(...programs.map((each) => line(each).length));
  return [
    `Usage: ${BIN} <subcommand>`,
    '',
    ...programs.map((each) => `  ${line(each).padEnd(width)}  ${each.summary}`),
    '',
    `${BIN} <subcommand> --help explains one of them; --version prints the version.`,
    'Settings come from the environment and from .env in the working directory; .env.example lists them.',
  ].join('\n');
}

const helpFor = (program: Program): string => `Usage: ${BIN} ${line(program)}\n\n${program.summary}`;

function unknownProgram(name: string, programs: readonly Program[]): string {
  const near = programs.find((each) => distance(each.name, name) <= MAX_TYPO_DISTANCE);
  const advice = near ? `did you mean “${near.name}”?` : `run “${BIN} --help” to see them all.`;
  return `There is no subcommand “${name}”: ${advice}`;
}
