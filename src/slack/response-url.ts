import type { Dispatcher } from 'undici';
import { fetchThrough } from '../proxy.js';
import { fitView } from './limits.js';
import type { View } from './view.js';

const TIMEOUT_MS = 10_000;
/** Slack's, and GovSlack's. */
const RESPONSE_HOSTS: ReadonlySet<string> = new Set(['hooks.slack.com', 'hooks.slack-gov.com']);

export interface ResponderOptions {
  /** The Web API's base: its host may be answered too, for a Slack that isn't Slack's. */
  readonly apiUrl: string;
  readonly dispatcher?: Dispatcher | undefined;
}

/**
 * Sends answers to response URLs, which come with requests that Slack has signed, and nowhere but to Slack all the same.
 * Throws without naming the URL, which is a secret.
 */
export function createResponder({ apiUrl, dispatcher }: ResponderOptions) {
  const own = new URL(apiUrl);
  const isSlacks = (url: URL): boolean =>
    (url.hostname === own.hostname && url.protocol === own.protocol) ||
    (url.protocol === 'https:' && RESPONSE_HOSTS.has(url.hostname));

  return async (responseUrl: string, view: View, how: 'anew' | 'replace'): Promise<void> => {
    const url = URL.canParse(responseUrl) ? new URL(responseUrl) : undefined;
    if (!url || !isSlacks(url)) throw new Error('a response URL that is not Slack’s was left alone');
    const { text, blocks } = fitView(view);
    const replaces = how === 'replace';
    const status = await post(fetchThrough(dispatcher), url, {
      text,
      blocks,
      response_type: 'ephemeral',
      replace_original: replaces,
    });
    if (status >= 400) throw new Error(`Slack answered a response URL with HTTP ${status}`);
  };
}

async function post(send: typeof fetch, url: URL, body: object): Promise<number> {
  try {
    const answer = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body?.cancel();
    return answer.status;
  } catch (error) {
    throw new Error(
      `a response URL could not be reached (${error instanceof Error ? error.name : 'unknown'})`,
    );
  }
}
