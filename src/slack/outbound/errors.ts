import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { ChatError, type ChatErrorCode } from '../../core/ports/chat-error.js';
import { isTunnelRefused, wasNeverSent } from '../../util/network-errors.js';
import { chatCodeOf } from './error-names.js';

const MAX_ERROR_TEXT = 200;
const DEFAULT_RETRY_MS = 30_000;
const MIN_RETRY_MS = 1_000;
/** Longer waits come from faulty proxies; trying again costs one call. */
const MAX_RETRY_MS = 5 * 60_000;

/** Maps anything the SDK throws to the chat port's errors. */
export function chatErrorOf(error: unknown): ChatError {
  if (error instanceof ChatError) return error;
  if (error instanceof WebAPIRateLimitedError) return rateLimitedError(error.retryAfter * 1_000);
  if (isBareRateLimit(error)) return rateLimitedError(DEFAULT_RETRY_MS);
  if (error instanceof WebAPIPlatformError) return platformError(error.data.error);
  if (error instanceof WebAPIHTTPError)
    return new ChatError('uncertain', `Slack answered with HTTP ${error.statusCode}`);
  if (error instanceof WebAPIRequestError && isTunnelRefused(error.original))
    return new ChatError('unavailable', 'Slack can’t be reached (the proxy refused)');
  if (error instanceof WebAPIRequestError && wasNeverSent(causeCode(error.original)))
    return new ChatError('unavailable', `Slack can’t be reached (${causeCode(error.original)})`);
  // Timeouts, resets and unexpected errors: the message may have been posted.
  return new ChatError('uncertain', 'no answer from Slack', { cause: error });
}

/** Whether Slack was busy or unreachable, rather than refusing. */
export const isPassing = (error: unknown): boolean => PASSING_CODES.has(chatErrorOf(error).code);

const PASSING_CODES: ReadonlySet<ChatErrorCode> = new Set(['uncertain', 'unavailable', 'rate-limited']);

/** Runs a call to Slack and maps its errors. Throws the chat port's error. */
export async function mapSlackErrors<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw chatErrorOf(error);
  }
}

/** One short line for the log, without the web page or headers that an SDK error may hold. */
export function slackReasonOf(error: unknown): string {
  const { message, facts } = chatErrorOf(error);
  return facts.cause instanceof Error
    ? `${message} (${rootMessage(facts.cause).slice(0, MAX_ERROR_TEXT)})`
    : message;
}

const rootMessage = (error: Error): string =>
  error.cause instanceof Error ? rootMessage(error.cause) : error.message;

function rateLimitedError(waitMs: number): ChatError {
  const retryAfterMs = Math.min(Math.max(waitMs, MIN_RETRY_MS), MAX_RETRY_MS);
  return new ChatError('rate-limited', 'Slack asks to wait', { retryAfterMs });
}

/** A 429 without a wait has no class of its own in the SDK (8.2). */
function isBareRateLimit(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Retry header did not contain a valid timeout');
}

/** A web page or a gateway's JSON becomes the "error" of a platform error, of any type. */
function platformError(name: unknown): ChatError {
  if (typeof name === 'string' && /^[a-z][a-z\d_.:-]{0,79}$/.test(name))
    return new ChatError(chatCodeOf(name), `Slack says ${name}`, { name });
  const said = typeof name === 'string' ? name : JSON.stringify(name);
  return new ChatError('uncertain', `Slack answered with ${String(said).slice(0, MAX_ERROR_TEXT)}`);
}

function causeCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return causeCode(error.cause);
}
