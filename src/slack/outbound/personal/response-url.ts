import type { Dispatcher } from 'undici';
import { z } from 'zod';
import { fetchThrough } from '../../../util/http-client.js';
import { isTunnelRefused, rootCodeOf, wasNeverSent } from '../../../util/network-errors.js';
import { parseJson } from '../../../util/parse-json.js';
import { fitView } from '../../blocks/limits.js';
import type { View } from '../../blocks/view.js';
import type { AnswerPerson } from './answer-person.js';

const ANSWER_TIMEOUT_MS = 10_000;
/** Slack accepts five posts to a response URL within 30 minutes; refused ones don't count. */
const MAX_ANSWER_TRIES = 5;
/** Without an answer Slack may have taken the post: a person should not read it five times. */
const MAX_UNANSWERED_TRIES = 2;
const WINDOW_MS = 30 * 60_000;
const FIRST_ANSWER_PAUSE_MS = 1_000;
const MAX_REFUSAL = 80;
const MAX_SAID_BYTES = 64 * 1024;
const MAX_ANSWER_PAUSE_MS = 5 * 60_000;

/** Who waits for the answer, and where: for the ephemeral fallback. */
export interface Recipient {
  readonly channel: string;
  readonly user: string;
}

export interface ResponseUrlOptions {
  /** The Web API's base; its host is allowed, too, for a stand-in of Slack. */
  readonly apiUrl: string;
  readonly dispatcher?: Dispatcher | undefined;
  /** The fallback when the response URL fails. */
  readonly answerPerson: AnswerPerson;
  readonly sleep: (ms: number) => Promise<void>;
  readonly now: () => number;
}

export type Respond = (
  /** Slack leaves it out of some payloads; the answer then goes to the recipient without it. */
  responseUrl: string | undefined,
  view: View,
  how: 'again' | 'replace',
  to?: Recipient,
) => Promise<void>;

/**
 * Sends answers to response URLs, and only to Slack's hosts, although the requests that bring them are signed. Retries
 * a URL that is busy (429, 503) or unreachable within its 30 minutes, then tells the person without it. Throws
 * without naming the URL, which is a secret.
 */
export function createResponseUrlClient({
  apiUrl,
  dispatcher,
  answerPerson,
  sleep,
  now,
}: ResponseUrlOptions): Respond {
  const own = new URL(apiUrl);
  const fetchSlack = fetchThrough(dispatcher, MAX_SAID_BYTES);
  const isSlacks = (url: URL): boolean =>
    (url.hostname === own.hostname && url.protocol === own.protocol) ||
    (url.protocol === 'https:' &&
      (url.hostname === 'hooks.slack.com' || url.hostname.endsWith('.slack-gov.com')));

  async function send(url: URL, body: object): Promise<void> {
    const endsAt = now() + WINDOW_MS;
    for (let attempt = 1; ; attempt++) {
      const outcome = await post(fetchSlack, url, body);
      if (outcome === 'taken') return;
      const waitMs = Math.min(
        outcome.retryAfterMs ?? FIRST_ANSWER_PAUSE_MS * 4 ** (attempt - 1),
        MAX_ANSWER_PAUSE_MS,
      );
      const maxTries = outcome.isUnanswered ? MAX_UNANSWERED_TRIES : MAX_ANSWER_TRIES;
      if (!outcome.isPassing || attempt >= maxTries || now() + waitMs >= endsAt)
        throw new Error(`Slack did not take an answer: ${outcome.reason}`);
      await sleep(waitMs);
    }
  }

  return async (responseUrl, view, how, to) => {
    const { text, blocks } = fitView(view);
    if (responseUrl === undefined && to) return answerPerson(to, { text, blocks });
    const url = responseUrl && URL.canParse(responseUrl) ? new URL(responseUrl) : undefined;
    if (!url || !isSlacks(url)) throw new Error('a response URL that is not Slack’s was left alone');
    const body = { text, blocks, response_type: 'ephemeral', replace_original: how === 'replace' };
    try {
      await send(url, body);
    } catch (error) {
      if (!to) throw error;
      await answerPerson(to, { text, blocks });
    }
  };
}

interface Refusal {
  readonly reason: string;
  readonly isPassing: boolean;
  /** It was sent, so Slack may have taken it. */
  readonly isUnanswered?: boolean;
  readonly retryAfterMs?: number | undefined;
}

async function post(send: typeof fetch, url: URL, body: object): Promise<'taken' | Refusal> {
  try {
    const answer = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    const { status } = answer;
    const text = await answer.text();
    const refusal = refusalIn(text);
    if (status < 400 && isWebPage(text))
      return { reason: 'no answer (a web page)', isPassing: true, isUnanswered: true };
    if (status < 400 && refusal === undefined) return 'taken';
    if (status < 400) return { reason: `Slack says ${refusal}`, isPassing: false };
    const retryAfterS = Number(answer.headers.get('retry-after') ?? Number.NaN);
    return {
      reason: `HTTP ${status}`,
      isPassing: status === 429 || status >= 500,
      retryAfterMs: retryAfterS > 0 ? retryAfterS * 1_000 : undefined,
    };
  } catch (error) {
    // `fetch` refuses redirects, so a retry would fail the same way.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
    const reason = `no answer (${error instanceof Error ? error.name : 'unknown'})`;
    const isUnanswered = !wasNeverSent(rootCodeOf(error)) && !isTunnelRefused(error);
    return { reason, isPassing: !cause.includes('redirect'), isUnanswered };
  }
}

/** Of a proxy, as one that asks for a login: Slack may have got nothing. */
const isWebPage = (text: string): boolean => text.trimStart().startsWith('<');

/** Slack answers "ok" or JSON; like the Web API it may refuse with HTTP 200. */
function refusalIn(text: string): string | undefined {
  const { error } = parseJson(text, z.object({ ok: z.literal(false), error: z.string().catch('no') })) ?? {};
  return error?.slice(0, MAX_REFUSAL);
}
