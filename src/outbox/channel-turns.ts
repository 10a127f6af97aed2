import { LRUCache } from 'lru-cache';

/** Slack allows about one message per second and channel. */
const CHANNEL_GAP_MS = 1_100;
/** So late a message may go without delaying the next one; a second always lies between them. */
const MADE_UP_MS = 100;
const SHORTEST_GAP_MS = CHANNEL_GAP_MS - MADE_UP_MS;
/** A channel beyond these may send its next message at once. */
const MAX_REMEMBERED = 10_000;

/** Spaces a channel's messages. A busy process sends some a little late, which would otherwise delay all that follow. */
export class ChannelTurns {
  readonly #nextAt = new LRUCache<string, number>({ max: MAX_REMEMBERED });

  /** Call when a message goes. `now`: monotonic, ms. */
  take(channel: string, now: number): void {
    const dueAt = this.#nextAt.get(channel) ?? now;
    const isInTime = now - dueAt <= MADE_UP_MS;
    this.#nextAt.set(channel, (isInTime ? dueAt : now) + CHANNEL_GAP_MS);
  }

  /**
   * How long the channel's next attempt has to wait, in ms; 0 or less: not at all. `triedAt`: an attempt that sent nothing
   * takes a turn as well, if its work could come due at once, again and again.
   */
  leftMs(channel: string, now: number, triedAt = Number.NEGATIVE_INFINITY): number {
    const nextAt = this.#nextAt.get(channel) ?? now;
    return Math.max(nextAt, triedAt + SHORTEST_GAP_MS) - now;
  }
}
