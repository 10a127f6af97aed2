import { LRUCache } from 'lru-cache';
import { ChatError, type ChatErrorCode } from '../core/ports/chat-error.js';

/**
 * Permanent lookup failures in a row, per channel, after which a possible duplicate is better than not
 * posting.
 */
const MAX_BLIND = 5;
const MAX_LOOKUP_CHANNELS = 1_000;
/** Errors after which later lookups fail too. */
const LASTING: readonly ChatErrorCode[] = ['channel-unusable', 'refused-call', 'unknown'];

/**
 * Looks up whether a message exists before it is posted again. This can fail where posting works: the bot may
 * not be allowed to read the history.
 */
export class Lookups {
  /** Failures in a row, by channel. */
  readonly #blind = new LRUCache<string, number>({ max: MAX_LOOKUP_CHANNELS });

  /**
   * The result of `find`, or `impossible` after enough permanent failures. Before that, throws what `find`
   * throws.
   */
  async try<Found>(
    channel: string,
    find: () => Promise<Found | undefined>,
  ): Promise<Found | 'impossible' | undefined> {
    try {
      const found = await find();
      this.#blind.delete(channel);
      return found;
    } catch (error) {
      if (!(error instanceof ChatError) || !LASTING.includes(error.code)) throw error;
      const failed = (this.#blind.get(channel) ?? 0) + 1;
      this.#blind.set(channel, failed);
      if (failed < MAX_BLIND) throw error;
      return 'impossible';
    }
  }
}
