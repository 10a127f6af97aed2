import {
  type Logger,
  LogLevel,
  type WebAPICallResult,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebClient,
  type WebClientOptions,
} from '@slack/web-api';
import type { Dispatcher } from 'undici';
import { ChatError } from '../../core/ports/chat-error.js';
import { type Metrics, noMetrics, type Outcome } from '../../core/ports/metrics.js';
import { ExpiringMap } from '../../util/cache.js';
import { fetchThrough } from '../../util/http-client.js';
import type { Log } from '../../util/log.js';
import { assertShape } from './answer-shapes.js';

export interface ClientOptions {
  readonly botToken: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  readonly dispatcher?: Dispatcher | undefined;
  readonly metrics?: Metrics;
}

export interface Clients {
  /** For calls that a person waits for: dialogs and answers. */
  readonly interactive: WebClient;
  /** For cards and threads. */
  readonly background: WebClient;
}

/** A dialog's trigger expires after 3 s. */
const INTERACTIVE_MS = 2_500;
const BACKGROUND_MS = 15_000;

/**
 * Two clients with separate queues, so that a rate limit in one doesn't block the other. Neither retries: the SDK would
 * repost a message whose response was lost.
 */
export function createClients({
  botToken,
  apiUrl,
  logger,
  dispatcher,
  metrics = noMetrics,
}: ClientOptions): Clients {
  const client = (timeout: number) =>
    new MeasuredClient(metrics, botToken, {
      slackApiUrl: apiUrl,
      timeout,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      allowAbsoluteUrls: false,
      logger,
      fetch: fetchThrough(dispatcher),
    });
  return { interactive: client(INTERACTIVE_MS), background: client(BACKGROUND_MS) };
}

/** Every SDK method, including paginated lists, goes through `apiCall`. */
class MeasuredClient extends WebClient {
  constructor(
    private readonly metrics: Metrics,
    token: string,
    options: WebClientOptions,
  ) {
    super(token, options);
  }

  override async apiCall(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    const startedAt = performance.now();
    const record = (outcome: Outcome) =>
      this.metrics.called('slack', method, outcome, performance.now() - startedAt);
    try {
      const result = await super.apiCall(method, options);
      assertShape(method, result);
      record('ok');
      return result;
    } catch (error) {
      record(slackCallOutcome(error));
      throw error;
    }
  }
}

function slackCallOutcome(error: unknown): Outcome {
  if (error instanceof ChatError) return 'wrong-shape';
  if (error instanceof WebAPIPlatformError) return 'refused';
  if (error instanceof WebAPIRateLimitedError) return 'rate-limited';
  return error instanceof WebAPIHTTPError ? 'http-status' : 'unreachable';
}

const MAX_LOGGED_TEXT = 1_000;
const SAME_LINE_MS = 60_000;
const MAX_SAME_LINES = 100;

/**
 * Passes log output of Bolt and the SDK to our log, truncated. The same line comes once a minute: over HTTP a stranger
 * causes one with each request.
 */
export function boltLogger(log: Log, monotonic: () => number = () => performance.now()): Logger {
  const written = new ExpiringMap<true>({ max: MAX_SAME_LINES, now: monotonic });
  function write(level: 'warn' | 'error', parts: readonly unknown[]): void {
    const line = text(parts);
    if (written.get(line)) return;
    written.set(line, true, SAME_LINE_MS);
    log[level]({ from: 'slack-sdk' }, line);
  }
  const text = (parts: readonly unknown[]) => parts.map(String).join(' ').slice(0, MAX_LOGGED_TEXT);
  return {
    debug: () => undefined,
    info: (...parts) => log.debug({ from: 'slack-sdk' }, text(parts)),
    warn: (...parts) => write('warn', parts),
    error: (...parts) => write('error', parts),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}
