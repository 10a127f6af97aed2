import type { WebClient } from '@slack/web-api';
import type { HistoryReader, Root, ToldMessage } from '../audit/history-reader.js';
import type { MessengerError } from '../delivery/messenger.js';
import { messengerError } from './errors.js';
import { readMetadata } from './metadata.js';

export interface HistoryReaderOptions {
  readonly client: WebClient;
  /** Tells our messages from those of other apps. */
  readonly botId: string;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Slack: fifty calls a minute for each of the methods used here. */
const GAP_MS = 1_250;
const PAGE = 200;
const MOST_TRIES = 10;
const LONGEST_PAUSE_MS = 60_000;
/** Waiting helps against these. */
const PASSING: readonly MessengerError['code'][] = ['rate-limited', 'unavailable', 'uncertain', 'unknown'];

interface Read {
  readonly ts?: string | undefined;
  readonly thread_ts?: string | undefined;
  readonly bot_id?: string | undefined;
  readonly subtype?: string | undefined;
  readonly reply_count?: number | undefined;
  readonly edited?: unknown;
}

/** Throws `MessengerError` when Slack stays away, or does not let us read. */
export function createHistoryReader({ client, botId, sleep }: HistoryReaderOptions): HistoryReader {
  async function paced<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      await sleep(GAP_MS);
      try {
        return await call();
      } catch (thrown) {
        const error = messengerError(thrown);
        if (!PASSING.includes(error.code) || attempt >= MOST_TRIES) throw error;
        await sleep(error.facts.retryAfterMs ?? Math.min(1_000 * 2 ** attempt, LONGEST_PAUSE_MS));
      }
    }
  }

  async function* pages<Answer extends { response_metadata?: { next_cursor?: string } }>(
    load: (cursor: { cursor?: string }) => Promise<Answer>,
  ): AsyncGenerator<Answer> {
    let cursor: string | undefined;
    do {
      const answer = await paced(() => load(cursor ? { cursor } : {}));
      yield answer;
      cursor = answer.response_metadata?.next_cursor;
    } while (cursor);
  }

  function told(channel: string, isReply: boolean, message: Read): ToldMessage | undefined {
    const carried = readMetadata('metadata' in message ? message.metadata : undefined);
    const isOurs = message.bot_id === botId;
    if (message.ts === undefined || (!isOurs && !carried)) return undefined;
    return { channel, ts: message.ts, isOurs, isEdited: message.edited !== undefined, isReply, ...carried };
  }

  function rootOf(channel: string, message: Read): Root | undefined {
    if (message.ts === undefined || isReplyIn(message)) return undefined;
    return {
      ts: message.ts,
      replyCount: message.reply_count ?? 0,
      mayHoldOurs: message.bot_id === botId || message.subtype === 'tombstone',
      message: told(channel, false, message),
    };
  }

  return {
    async channels() {
      const found: string[] = [];
      const query = { types: 'public_channel,private_channel', exclude_archived: false, limit: PAGE };
      for await (const { channels = [] } of pages((cursor) =>
        client.users.conversations({ ...query, ...cursor }),
      ))
        found.push(...channels.flatMap(({ id }) => id ?? []));
      return found;
    },

    async *roots(channel) {
      const query = { channel, include_all_metadata: true, limit: PAGE };
      for await (const answer of pages((cursor) => client.conversations.history({ ...query, ...cursor }))) {
        const { messages = [] } = answer;
        // Documented, and missing from the SDK's types (8.2).
        const isLimited = 'is_limited' in answer && answer.is_limited === true;
        yield { roots: messages.flatMap((message) => rootOf(channel, message) ?? []), isLimited };
      }
    },

    async replies(channel, ts) {
      const found: ToldMessage[] = [];
      const query = { channel, ts, include_all_metadata: true, limit: PAGE };
      for await (const { messages = [] } of pages((cursor) =>
        client.conversations.replies({ ...query, ...cursor }),
      ))
        found.push(...messages.filter(isReplyIn).flatMap((message) => told(channel, true, message) ?? []));
      return found;
    },
  };
}

const isReplyIn = ({ ts, thread_ts }: Read): boolean => thread_ts !== undefined && thread_ts !== ts;
