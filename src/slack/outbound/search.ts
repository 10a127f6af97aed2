import { WebAPIPlatformError } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import { ChatError } from '../../outbox/chat.js';

export interface SearchPage {
  readonly messages?:
    | readonly { readonly ts?: string | undefined; readonly metadata?: unknown }[]
    | undefined;
  readonly response_metadata?: { readonly next_cursor?: string | undefined } | undefined;
}

/** Per page. */
const MAX_SEARCH_PAGES = 20;
const MAX_SEARCHES = 5_000;

/**
 * Searches pages of messages for the one whose metadata has an ID. An interrupted search resumes where it stopped: one
 * that restarts each time might never finish.
 */
export function createSearch(): (
  id: string,
  load: (cursor: string | undefined) => Promise<SearchPage>,
) => Promise<string | undefined> {
  /** Slack's cursor, by ID. */
  const brokenOff = new LRUCache<string, string>({ max: MAX_SEARCHES });

  return async (id, load) => {
    let cursor = brokenOff.get(id);
    for (let pages = 0; pages < MAX_SEARCH_PAGES; pages++) {
      const page = await load(cursor).catch((error: unknown) => {
        // Slack's own error may be about the channel itself.
        if (error instanceof WebAPIPlatformError) brokenOff.delete(id);
        throw error;
      });
      const found = page.messages?.find(({ metadata }) => idOf(metadata) === id);
      cursor = page.response_metadata?.next_cursor || undefined;
      if (found || cursor === undefined) {
        brokenOff.delete(id);
        return found?.ts;
      }
      brokenOff.set(id, cursor);
    }
    throw new ChatError('unavailable', 'the channel has many messages since then: the search goes on');
  };
}

function idOf(metadata: unknown): unknown {
  if (typeof metadata !== 'object' || metadata === null || !('event_payload' in metadata)) return undefined;
  const { event_payload: payload } = metadata;
  return typeof payload === 'object' && payload !== null && 'id' in payload ? payload.id : undefined;
}
