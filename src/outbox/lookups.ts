import { LRUCache } from 'lru-cache';
import { ChatError, type ChatErrorCode } from './chat.js';

/** Look-ups in a channel that fail for good, in a row, before a possible duplicate is better than silence. */
const MAX_BLIND = 5;
const MAX_LOOKUP_CHANNELS = 1_000;
/** No later look-up succeeds either, as far as anybody can tell. */
const LASTING: readonly ChatErrorCode[] = ['channel-unusable', 'refused-call', 'unknown'];

/** Look-ups before a repeated post, which can be impossible where posting is not: history may be closed to the bot. */
export class Lookups {
  /** Failures in a row, by channel. */
  readonly #blind = new LRUCache<string, number>({ max: MAX_LOOKUP_CHANNELS });

  /** What `find` finds; `impossible` once it has failed for good often enough. Throws what `find` throws before that. */
  async try(
    channel: string,
    find: () => Promise<string | undefined>,
  ): Promise<string | 'impossible' | undefined> {
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
