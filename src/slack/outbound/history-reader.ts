import type { WebClient } from '@slack/web-api';
import type { HistoryReader, PostedMessage, Root } from '../../audit/history-reader.js';
import { ChatError } from '../../core/ports/chat-error.js';
import { backoffMs } from '../../util/clock.js';
import { chatErrorOf } from './errors.js';
import { type Carried, readMetadata } from './metadata.js';

export interface HistoryReaderOptions {
  readonly client: WebClient;
  /** Identifies our messages among those of other apps. */
  readonly botId: string;
  readonly sleep: (ms: number) => Promise<void>;
  /** In [0, 1). */
  readonly random: () => number;
}

/** Slack: fifty calls a minute for each method used here. */
const GAP_MS = 1_250;
const HISTORY_READ_PAGE = 200;
const MAX_READ_TRIES = 10;
const READ_BACKOFF = { firstMs: 2_000, maxMs: 60_000 } as const;
/** Errors worth a retry. */
const PASSING: readonly ChatError['code'][] = ['rate-limited', 'unavailable', 'uncertain', 'unknown'];

interface ReadPage {
  readonly ts?: string | undefined;
  readonly thread_ts?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly subtype?: string | undefined;
  readonly reply_count?: number | undefined;
  readonly edited?: unknown;
}

type Pace = Pick<HistoryReaderOptions, 'sleep' | 'random'>;

interface Paged {
  readonly response_metadata?: { readonly next_cursor?: string };
}

type LoadPage<Answer> = (cursor: { cursor?: string }) => Promise<Answer>;

/** Throws the chat port's error while Slack is unreachable or denies reading. */
export function createHistoryReader({ client, botId, ...pace }: HistoryReaderOptions): HistoryReader {
  const pages = <Answer extends Paged>(load: LoadPage<Answer>) => pagesOf(load, pace);
  return {
    async channels() {
      const found: string[] = [];
      const query = {
        types: 'public_channel,private_channel',
        exclude_archived: false,
        limit: HISTORY_READ_PAGE,
      };
      for await (const { channels = [] } of pages((cursor) =>
        client.users.conversations({ ...query, ...cursor }),
      ))
        found.push(...channels.flatMap(({ id }) => id ?? []));
      return found;
    },

    async *roots(channel) {
      const query = { channel, include_all_metadata: true, limit: HISTORY_READ_PAGE };
      for await (const answer of pages((cursor) => client.conversations.history({ ...query, ...cursor }))) {
        const { messages = [] } = answer;
        // Documented, but missing from the SDK's types (8.2).
        const isLimited = 'is_limited' in answer && answer.is_limited === true;
        yield { roots: messages.flatMap((message) => rootOf(message, channel, botId) ?? []), isLimited };
      }
    },

    async replies(channel, ts) {
      const found: PostedMessage[] = [];
      const query = { channel, ts, include_all_metadata: true, limit: HISTORY_READ_PAGE };
      for await (const { messages = [] } of pages((cursor) =>
        client.conversations.replies({ ...query, ...cursor }),
      ))
        found.push(...messages.filter(isReplyIn).flatMap((message) => reportedIn(message, channel, botId)));
      return found;
    },
  };
}

/** Not `WebClient.paginate`: an error ends its iteration; here the same page is requested again. */
async function* pagesOf<Answer extends Paged>(load: LoadPage<Answer>, pace: Pace): AsyncGenerator<Answer> {
  let cursor: string | undefined;
  do {
    const answer = await rateLimitedCall(() => load(cursor ? { cursor } : {}), pace);
    yield answer;
    const next = answer.response_metadata?.next_cursor;
    if (next && next === cursor)
      throw new ChatError('uncertain', 'Slack gives the same page again and again');
    cursor = next;
  } while (cursor);
}

async function rateLimitedCall<Answer>(
  call: () => Promise<Answer>,
  { sleep, random }: Pace,
): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    await sleep(GAP_MS);
    try {
      return await call();
    } catch (thrown) {
      const error = chatErrorOf(thrown);
      if (!PASSING.includes(error.code) || attempt >= MAX_READ_TRIES) throw error;
      await sleep(error.facts.retryAfterMs ?? backoffMs(attempt, READ_BACKOFF, random()));
    }
  }
}

function rootOf(message: ReadPage, channel: string, botId: string): Root | undefined {
  if (message.ts === undefined || isReplyIn(message)) return undefined;
  return {
    ts: message.ts,
    replyCount: message.reply_count ?? 0,
    mayHoldOurs: message.bot_id === botId || message.subtype === 'tombstone',
    messages: reportedIn(message, channel, botId),
  };
}

/** None for a message that is neither ours nor carries events. */
function reportedIn(message: ReadPage, channel: string, botId: string): PostedMessage[] {
  const carried = readMetadata('metadata' in message ? message.metadata : undefined);
  const isOurs = message.bot_id === botId;
  const { ts } = message;
  if (ts === undefined || (!isOurs && !carried)) return [];
  const posted = { channel, ts, isOurs, isEdited: message.edited !== undefined, isReply: isReplyIn(message) };
  return perEvent(posted, carried);
}

/** A message as one entry for each event that it carries; as one without an event if it carries none. */
export function perEvent(message: PostedMessage, carried: Carried | undefined): PostedMessage[] {
  if (!carried) return [message];
  const { events, mapping, held } = carried;
  return [
    ...events.map((each, at) => ({ ...message, ...each, ...(at === 0 && mapping ? { mapping } : {}) })),
    ...held.map((event) => ({ ...message, event, isHeld: true })),
  ];
}

const isReplyIn = ({ ts, thread_ts }: ReadPage): boolean => thread_ts !== undefined && thread_ts !== ts;
