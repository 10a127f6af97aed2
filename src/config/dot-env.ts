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
  const wrong = wrongLineIn(text);
  // Its text may be a secret.
  if (wrong !== undefined)
    throw new DotEnvError(`Line ${wrong} of .env isn’t NAME=value. Correct it, or put “#” before it.`);
  // The parser takes a comment on a last line without an end for a name.
  for (const [name, value] of Object.entries(parseEnv(`${text}\n`))) process.env[name] ??= value;
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

const LINE = /^[ \t]*(?:#|\r?$|(?:export[ \t]+)?[\w.-]+[ \t]*=)/;

/** Counted from 1. Node 20 joins such a line to the next one, later versions skip it; none says so. */
function wrongLineIn(text: string): number | undefined {
  const at = text
    .replaceAll(QUOTED_VALUE, (all, start: string) => start + '\n'.repeat(all.split('\n').length - 1))
    .split('\n')
    .findIndex((line) => !LINE.test(line));
  return at === -1 ? undefined : at + 1;
}

/** A `#` followed by a space is a comment; one followed by a word was meant as the value. */
const commentedOut = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .flatMap((line) => /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*#[^\s#]/.exec(line)?.[1] ?? []);
