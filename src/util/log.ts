import pino, { type DestinationStream } from 'pino';
import { createLogDestination, type LogDestination } from './log-destination.js';

/** The log for inner code. Pass causes as `err`; no other field is read for messages and stacks. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** A log that accepts further secrets. */
export interface HidingLog extends Log {
  /** Redacts these values, too, from now on. */
  hide(secrets: readonly string[]): void;
  /** Lines that could not be written since the start. */
  droppedLines(): number;
}

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  /** Exact values that must never be written. */
  readonly secrets: readonly string[];
  /** Default: standard output. */
  readonly destination?: DestinationStream & Partial<Pick<LogDestination, 'droppedLines'>>;
}

const BLOTTED = '[redacted]';
/** Redacting shorter values would redact ordinary words. */
const MIN_SECRET = 6;

const SECRET_NAMES = 'token|authorization|cookie|api_?key|response_?url|secret|password';
/** A word may follow an escape such as JSON's `\n` or `\u001b`, or a URL's `%3D`, where no `\b` matches. */
const START = String.raw`(?:\b|(?<=\\[bfnrt]|\\u[\da-f]{4}|%[\da-f]{2}))`;
/** A URL's rest; JSON may escape its slashes. */
const REST = String.raw`(?:[^\s"'\\]|\\+\/)+`;

/** Each with its replacement. Every repetition is bounded or begins at a distinct character: linear time. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // A field of the line at any depth, and one in JSON that is itself a string.
  [
    new RegExp(`"([\\w-]*(?:${SECRET_NAMES}))"\\s*:\\s*"[^"\\\\]*(?:\\\\.[^"\\\\]*)*"`, 'gi'),
    `"$1":"${BLOTTED}"`,
  ],
  [new RegExp(`(?<=(?:${SECRET_NAMES})\\\\+"\\s*:\\s*\\\\+")(?:[^"\\\\]|\\\\+/)+`, 'gi'), BLOTTED],
  // A field of a query string or a form.
  [new RegExp(`(?<=(?:${SECRET_NAMES})=)[^&\\s"'\\\\]+`, 'gi'), BLOTTED],
  [/(?<=\bBearer |\bauthorization: )[^"\\]+/gi, BLOTTED],
  // Slack's tokens, then its response and webhook URLs, whatever the API's base is.
  [new RegExp(`${START}x(?:ox[a-z]|app)-[\\w.%-]+`, 'gi'), BLOTTED],
  [new RegExp(`https?:\\\\*/\\\\*/hooks\\.slack(?:-gov)?\\.com\\\\*/${REST}`, 'gi'), BLOTTED],
  [new RegExp(`https?://[^\\s"'\\\\]{0,300}/(?:commands|actions|services|workflows)/${REST}`, 'gi'), BLOTTED],
];

/** JSON lines. Each is redacted as a whole before it is written, so that no field leaks a secret. */
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
      // Removes objects; the redactor handles strings under such names, at any depth.
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

/** Redacts the exact secrets and whatever looks like one, in plain text or in a line of JSON, which stays JSON. */
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

/** As it is, URL-encoded and form-encoded, each in plain text and in JSON. */
function formsOf(secret: string): string[] {
  const inForm = new URLSearchParams({ '': secret }).toString().slice(1);
  const plain = [secret, encodeURIComponent(secret), inForm];
  return [...new Set([...plain, ...plain.map((form) => JSON.stringify(form).slice(1, -1))])];
}

/** Crockford's base 32: no letters that sound or look like digits. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A short ID that a person can read to an admin, who finds it in the log. `random` is in [0, 1). */
export const newIncidentId = (random: () => number): string =>
  Array.from({ length: 6 }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('');
