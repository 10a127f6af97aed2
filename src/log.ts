import pino, { type DestinationStream } from 'pino';

/** What inner code may log with. Causes go under `err`; nothing else is read for messages and stacks. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  /** Exact values that must never be written. */
  readonly secrets: readonly string[];
  /** Standard output unless given. */
  readonly destination?: DestinationStream;
}

const BLOTTED = '[redacted]';
/** Slack's tokens, response and webhook URLs, and the key in Closte's query strings. */
const PATTERNS = [
  /\bx(?:ox[a-z]|app)-[\w-]+/gi,
  /https?:\/\/[^\s"'\\]*\/(?:commands|actions|services|workflows)\/[^\s"'\\]+/gi,
  /(?<=\bapi_?key=)[^&\s"'\\]+/gi,
  /(?<=\bBearer )[^\s"'\\]+/gi,
];

/** JSON lines. Each is read once more before it leaves, so that no secret gets out in whatever field it stands. */
export function createLog({ level, secrets, destination = pino.destination(1) }: LogOptions): Log {
  const guarded = { write: (line: string) => void destination.write(redact(line, secrets)) };
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: pino.stdSerializers.errWithCause },
      redact: { paths: ['*.token', '*.headers', '*.apiKey', '*.response_url'], censor: BLOTTED },
    },
    guarded,
  );
}

export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length < 6) continue;
    clean = clean.replaceAll(secret, BLOTTED).replaceAll(encodeURIComponent(secret), BLOTTED);
  }
  for (const pattern of PATTERNS) clean = clean.replace(pattern, BLOTTED);
  return clean;
}
