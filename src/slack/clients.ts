import { type Logger, WebClient } from '@slack/web-api';
import type { Dispatcher } from 'undici';
import { fetchThrough } from '../proxy.js';

export interface ClientOptions {
  readonly botToken: string;
  readonly apiUrl: string;
  readonly logger: Logger;
  readonly dispatcher?: Dispatcher | undefined;
}

export interface Clients {
  /** For what a person waits for: a dialog, an answer. */
  readonly interactive: WebClient;
  /** For cards and threads. */
  readonly background: WebClient;
}

/** A dialog's trigger lives 3 s. */
const INTERACTIVE_MS = 2_500;
const BACKGROUND_MS = 15_000;

/**
 * Two clients with queues of their own: a rate limit in one leaves the other free. Neither retries: the SDK would post
 * a message again whose answer was lost.
 */
export function createClients({ botToken, apiUrl, logger, dispatcher }: ClientOptions): Clients {
  const client = (timeout: number) =>
    new WebClient(botToken, {
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
