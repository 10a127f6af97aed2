import { readFileSync, statSync } from 'node:fs';
import { parseEnv } from 'node:util';

const FILE = '.env';
const BYTE_ORDER_MARK = '\uFEFF';

/** `.env` exists but can't be read. */
export class DotEnvError extends Error {
  override readonly name = 'DotEnvError';
}

/**
 * Loads `.env` of the working directory into the environment; existing variables are kept. Ignores a folder of that
 * name. Strips the byte order mark that Windows editors write, which would become part of the first name. Returns the
 * variables that are empty only because their value begins with `#`, as a channel's name does: unquoted, that is a
 * comment.
 */
export function loadDotEnv(): readonly string[] {
  if (!statSync(FILE, { throwIfNoEntry: false })?.isFile()) return [];
  const text = readDotEnv();
  for (const [name, value] of Object.entries(parseEnv(text))) process.env[name] ??= value;
  return commentedOut(text).filter((name) => !process.env[name]);
}

function readDotEnv(): string {
  try {
    const text = readFileSync(FILE, 'utf8');
    return text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new DotEnvError(`.env can’t be read${reason}. Let the bot’s user read it, or remove it.`);
  }
}

/** A `#` followed by a space is a comment; one followed by a word was meant as the value. */
const commentedOut = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .flatMap((line) => /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*#[^\s#]/.exec(line)?.[1] ?? []);
