import { WebAPIPlatformError } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import { ChatError } from '../../../core/ports/chat-error.js';
import { eventIdsIn } from '../metadata.js';

export interface SearchPage {
  readonly messages?:
    | readonly { readonly ts?: string | undefined; readonly metadata?: unknown }[]
    | undefined;
  readonly response_metadata?: { readonly next_cursor?: string | undefined } | undefined;
}

/** The query of one page, but for where and since when. */
interface PageQuery {
  readonly include_all_metadata: true;
  readonly limit: number;
  readonly cursor?: string;
}

const MESSAGES_PER_PAGE = 100;
/** The pages that one search reads at most. */
const MAX_SEARCH_PAGES = 20;
const MAX_SEARCHES = 5_000;
/** Tolerance between Slack's clock and ours. */
const CLOCK_MARGIN_MS = 3_600_000;

/** Slack's `oldest` parameter for messages since a moment, epoch ms by our clock. */
export const oldestSince = (at: number): string => String((at - CLOCK_MARGIN_MS) / 1000);

export interface SearchResult {
  readonly ts: string;
  /** The IDs that the message carries. */
  readonly ids: readonly string[];
}

/**
 * Searches pages of messages for one whose metadata has any of some IDs. An interrupted search resumes where it
 * stopped: one that restarts each time might never finish.
 */
export function createSearch(): (
  ids: readonly string[],
  load: (query: PageQuery) => Promise<SearchPage>,
) => Promise<SearchResult | undefined> {
  /** Slack's cursor, by the first ID. */
  const brokenOff = new LRUCache<string, string>({ max: MAX_SEARCHES });

  return async (ids, load) => {
    const [id = ''] = ids;
    let cursor = brokenOff.get(id);
    for (let pages = 0; pages < MAX_SEARCH_PAGES; pages++) {
      const page = await load(searchQuery(cursor)).catch((error: unknown) => {
        // Slack's own error may be about the channel itself.
        if (error instanceof WebAPIPlatformError) brokenOff.delete(id);
        throw error;
      });
      const found = foundIn(page, ids);
      cursor = page.response_metadata?.next_cursor || undefined;
      if (found || cursor === undefined) {
        brokenOff.delete(id);
        return found;
      }
      brokenOff.set(id, cursor);
    }
    throw new ChatError('unavailable', 'the channel has many messages since then: the search goes on');
  };

  function foundIn({ messages = [] }: SearchPage, wanted: readonly string[]): SearchResult | undefined {
    for (const { ts, metadata } of messages) {
      const ids = eventIdsIn(metadata);
      if (ts !== undefined && ids.some((id) => wanted.includes(id))) return { ts, ids };
    }
    return undefined;
  }
}

const searchQuery = (cursor: string | undefined): PageQuery => ({
  include_all_metadata: true,
  limit: MESSAGES_PER_PAGE,
  ...(cursor === undefined ? {} : { cursor }),
});
