import { readFileSync, statSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { decodeText } from '../util/parse-json.js';

const FILE = '.env';

/** `.env` exists but can't be read, or not as it was meant. */
export class DotEnvError extends Error {
  override readonly name = 'DotEnvError';
}

/**
 * Loads `.env` of the working directory into the environment; existing variables are kept. Ignores a folder of that
 * name. Returns the variables that are empty only because their value begins with `#`, as a channel's name does:
 * unquoted, that is a comment. Throws `DotEnvError`.
 */
export function loadDotEnv(): readonly string[] {
  if (!statSync(FILE, { throwIfNoEntry: false })?.isFile()) return [];
  const text = readDotEnv();
  const wrong = lineWithoutValue(text);
  if (wrong !== undefined) throw new DotEnvError(wrongLine(wrong));
  // The parser takes a comment on a last line without an end for a name.
  const values = Object.entries(parseEnv(`${text}\n`));
  const strange = values.find(([name]) => !/^[\w.-]+$/.test(name));
  if (strange) throw new DotEnvError(wrongLine(lineNumberOf(strange[0], text)));
  for (const [name, value] of values) process.env[name] ??= value;
  return commentedOut(text).filter((name) => !process.env[name]);
}

function readDotEnv(): string {
  try {
    return decodeText(readFileSync(FILE));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new DotEnvError(`.env can’t be read${reason}. Let the bot’s user read it, or remove it.`);
  }
}

const QUOTED_VALUE = /^([ \t]*(?:export[ \t]+)?[\w.-]+[ \t]*=[ \t]*)(["'`])[\s\S]*?\2/gm;

/** Counted from 1. Node 20 joins such a line to the next one, later versions skip it; none says so. */
function lineWithoutValue(text: string): number | undefined {
  const lines = text
    .replaceAll(QUOTED_VALUE, (all, start: string) => start + '\n'.repeat(all.split('\n').length - 1))
    .split('\n');
  const at = lines.findIndex((line) => !/^\s*(?:#|$)|=/.test(line));
  return at === -1 ? undefined : at + 1;
}

/** Its text may be a secret. */
const lineNumberOf = (name: string, text: string): number =>
  text.slice(0, text.indexOf(name)).split('\n').length;
const wrongLine = (line: number): string =>
  `Line ${line} of .env isn’t NAME=value. Correct it, or put “#” before it.`;

/** A `#` followed by a space is a comment; one followed by a word was meant as the value. */
const commentedOut = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .flatMap((line) => /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*#[^\s#]/.exec(line)?.[1] ?? []);
