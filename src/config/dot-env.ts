import { readFileSync, statSync } from 'node:fs';
import { parseEnv } from 'node:util';

const FILE = '.env';
const BYTE_ORDER_MARK = '\uFEFF';

/** `.env` is there and can't be read. */
export class DotEnvError extends Error {
  override readonly name = 'DotEnvError';
}

/**
 * Puts `.env` of the working directory into the environment; what is set already stays. A folder so named is none. Editors
 * on Windows begin the file with a byte order mark, which would become part of the first name. Returns the variables that
 * are empty only because their value begins with `#`, as a channel's name does: without quotes that is a comment.
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

/** A `#` with a space behind it explains an empty value; one before a word was meant as part of it. */
const commentedOut = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .flatMap((line) => /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*#[^\s#]/.exec(line)?.[1] ?? []);
