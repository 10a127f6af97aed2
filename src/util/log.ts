import pino, { type DestinationStream } from 'pino';
import { createLogDestination, type LogDestination } from './log-destination.js';

/** What inner code may log with. Causes go under `err`; nothing else is read for messages and stacks. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** A log that can learn of more secrets. */
export interface HidingLog extends Log {
  /** Blots these values out too, from now on. */
  hide(secrets: readonly string[]): void;
  /** Lines that could not be written since the start. */
  droppedLines(): number;
}

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  /** Exact values that must never be written. */
  readonly secrets: readonly string[];
  /** Standard output unless given. */
  readonly destination?: DestinationStream & Partial<Pick<LogDestination, 'droppedLines'>>;
}

const BLOTTED = '[redacted]';
/** Blotting out a shorter value would blot out words. */
const MIN_SECRET = 6;

const SECRET_NAMES = 'token|authorization|cookie|api_?key|response_?url|secret|password';
/** A word may follow an escape such as JSON's `\n` or `\u001b`, or a URL's `%3D`, where no `\b` is. */
const START = String.raw`(?:\b|(?<=\\[bfnrt]|\\u[\da-f]{4}|%[\da-f]{2}))`;
/** A URL's rest; JSON may escape its slashes. */
const REST = String.raw`(?:[^\s"'\\]|\\+\/)+`;

/** Each with what stands for a hit. Every repetition is bounded or begins at a character of its own: linear time. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // A field of the line, whatever its depth, and one in JSON that is itself a text.
  [
    new RegExp(`"([\\w-]*(?:${SECRET_NAMES}))"\\s*:\\s*"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"`, 'gi'),
    `"$1":"${BLOTTED}"`,
  ],
  [new RegExp(`(?<=(?:${SECRET_NAMES})\\\\+"\\s*:\\s*\\\\+")(?:[^"\\\\]|\\\\+/)+`, 'gi'), BLOTTED],
  // A field of a query string or a form.
  [new RegExp(`(?<=(?:${SECRET_NAMES})=)[^&\\s"'\\\\]+`, 'gi'), BLOTTED],
  [/(?<=\bBearer |\bauthorization: )[^"\\]+/gi, BLOTTED],
  // Slack's tokens, then its response and webhook URLs, wherever the API's base is.
  [new RegExp(`${START}x(?:ox[a-z]|app)-[\\w.%-]+`, 'gi'), BLOTTED],
  [new RegExp(`https?:\\\\*/\\\\*/hooks\\.slack(?:-gov)?\\.com\\\\*/${REST}`, 'gi'), BLOTTED],
  [new RegExp(`https?://[^\\s"'\\\\]{0,300}/(?:commands|actions|services|workflows)/${REST}`, 'gi'), BLOTTED],
];

/** JSON lines. Each is read once more before it leaves, so that no secret gets out in whatever field it stands. */
export function createLog({ level, secrets, destination }: LogOptions): HidingLog {
  const sink = destination ?? createLogDestination();
  const known = new Set(secrets);
  let redact = createRedactor(secrets);
  const guarded = { write: (line: string) => void sink.write(redact(line)) };
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: pino.stdSerializers.errWithCause },
      // Objects; texts under such names are the redactor's, at any depth.
      redact: { paths: ['headers', '*.headers'], censor: BLOTTED },
    },
    guarded,
  );
  return Object.assign(logger, {
    hide: (more: readonly string[]) => {
      for (const secret of more) known.add(secret);
      redact = createRedactor([...known]);
    },
    droppedLines: () => sink.droppedLines?.() ?? 0,
  });
}

/** Blots out the exact secrets and whatever looks like one, in plain text or in a line of JSON, which stays JSON. */
export const redact = (text: string, secrets: readonly string[]): string => createRedactor(secrets)(text);

function createRedactor(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .filter((secret) => secret.length >= MIN_SECRET)
    .flatMap(formsOf)
    .sort((one, other) => other.length - one.length);
  return (text) => {
    let clean = text;
    for (const form of forms) clean = clean.replaceAll(form, BLOTTED);
    for (const [pattern, replacement] of PATTERNS) clean = clean.replace(pattern, replacement);
    return clean;
  };
}

/** As it is, in a URL and in a form, each in plain text and in JSON. */
function formsOf(secret: string): string[] {
  const inForm = new URLSearchParams({ '': secret }).toString().slice(1);
  const plain = [secret, encodeURIComponent(secret), inForm];
  return [...new Set([...plain, ...plain.map((form) => JSON.stringify(form).slice(1, -1))])];
}
