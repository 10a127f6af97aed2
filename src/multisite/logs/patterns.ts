import { domainToASCII } from 'node:url';
import { redact } from '../../util/log.js';
import { isWorrying, type LogEntry } from './entry.js';

const MAX_LOG_HOSTNAMES = 20;
const E_MAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,253}/gu;
/** Keys and nonces: longer than words, and containing digits. */
const KEY_LIKE = /(?<![\w.-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{20,}(?![\w.-])/g;
const HOSTNAME_PATTERN =
  /(?:\*\.)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,9}[\p{L}\p{N}-]{2,63}/gu;
const HANDLE = /^domain-(.+)\.log$/;

/** The hostnames that an entry may be about: its file's, or those in its text. In A-label form. */
export function hostnamesOf(file: string, message: string): readonly string[] {
  const [, own] = HANDLE.exec(file) ?? [];
  // `domain-creation` and `domain-ssl-checks` contain no dot, so they aren't hosts.
  const named = own?.includes('.') ? [own] : (message.replaceAll(E_MAIL, ' ').match(HOSTNAME_PATTERN) ?? []);
  return [...new Set(named.slice(0, MAX_LOG_HOSTNAMES).map((name) => asciiOf(name)))];
}

const asciiOf = (name: string): string =>
  name.startsWith('*.') ? `*.${domainToASCII(name.slice(2))}` : domainToASCII(name) || name.toLowerCase();

/** Removes secrets and personal data. */
export const withoutPrivate = (message: string, secrets: readonly string[]): string =>
  redact(message, secrets).replaceAll(E_MAIL, '[e-mail]').replaceAll(KEY_LIKE, '[redacted]');

/** A key shared by entries that say the same at different times. */
export const logKindOf = (message: string): string => message.replaceAll(/\d+/g, '#').slice(0, 300);

/** Entries with a known, harmless meaning. The texts are the plugin's own, in English. */
const KNOWN: readonly (readonly [RegExp, LogReason])[] = [
  [/Invalid or empty domain/i, 'invalid-domain'],
  [/DNS propagation checks tried for the max/i, 'dns-given-up'],
  [/SSL checks tried for the max/i, 'ssl-given-up'],
  [/Loopback|Failed to connect via|verification failed via loopback/i, 'loopback'],
  [/Certificate Invalid/i, 'certificate'],
  [/Failed to create domain record/i, 'record'],
  [/API Key (?:not found|is empty)/i, 'no-key'],
  [/HTTP \d{3} error|Invalid JSON response|Empty (?:or invalid )?response/i, 'provider-answer'],
];

export const logReasons = [
  'invalid-domain',
  'dns-given-up',
  'ssl-given-up',
  'loopback',
  'certificate',
  'record',
  'no-key',
  'provider-answer',
] as const;
export type LogReason = (typeof logReasons)[number];

/** What the plugin logs for every healthy new domain until its DNS is right, or for every certificate. */
const NOISE =
  /Loopback|Failed to connect via|verification failed via loopback|SSL certificate request failed.*Unknown method/is;
/** Refusals and final states that the plugin logs as information. */
const REPORTED_AT_INFO: ReadonlyMap<RegExp, RegExp> = new Map([
  [/^integration-closte/, /failed|error|"success":\s*false|not found|is empty/i],
  [/^domain-/, /tried for the max/i],
]);

/** Whether an entry should be reported. */
export function isReportableLine(file: string, entry: LogEntry): boolean {
  if (NOISE.test(entry.message)) return false;
  if (isWorrying(entry)) return true;
  return [...REPORTED_AT_INFO].some(([name, words]) => name.test(file) && words.test(entry.message));
}

/** Why the plugin logs this, if known. */
export const logReasonOf = (message: string): LogReason | undefined =>
  KNOWN.find(([pattern]) => pattern.test(message))?.[1];
