import type { ChatError } from '../core/ports/chat-error.js';
import { withNewCard } from '../store/cards.js';
import { change } from '../store/change.js';
import type { Store } from '../store/store.js';
import type { Log } from '../util/log.js';
import { eventsOf, type OutboxItem } from './card-thread.js';
import { type ChannelPauses, isAboutChannel } from './channel-pauses.js';
import { membersOf, type ReplyThread } from './chat.js';
import { attemptsOf, pauseMs, type Retry, withFailedItem, withFailure, withFixedCard } from './outbox.js';
import type { UpdatePause } from './update-pause.js';

export interface FailedPostsOptions {
  readonly store: Pick<Store, 'load' | 'save'>;
  readonly pauses: ChannelPauses;
  readonly updatePause: UpdatePause;
  /** A channel refused a post with Slack's error name. */
  readonly refused: (channel: string, error: string) => void;
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  readonly log: Log;
}

/** What an error of Slack's leads to: it concerns the message, its card, or the channel. */
export class FailedPosts {
  constructor(private readonly options: FailedPostsOptions) {}

  async handle(thread: ReplyThread, item: OutboxItem, error: ChatError): Promise<void> {
    if (item.kind === 'update' && error.code === 'rate-limited') return this.#pauseUpdates(error);
    if (item.kind !== 'pointer') {
      if (await this.#isCardReplaced(thread, item, error)) return;
      if (isAboutChannel(error.code)) return this.#pauseChannel(thread, error);
    }
    await this.#retryLater(thread, item, error);
  }

  /** Gives up a card that can't be used or edited any more. Returns whether that is what the error is about. */
  async #isCardReplaced(thread: ReplyThread, item: OutboxItem, { code }: ChatError): Promise<boolean> {
    const { store, log } = this.options;
    const { card, mapping } = thread.main;
    const { id } = mapping;
    const isLockedAgain = card.earlier?.at(-1)?.because === 'locked';
    if (code === 'card-gone' || (code === 'thread-locked' && !isLockedAgain)) {
      log.warn({ mapping: id, code }, 'thread is unusable; posting a new card');
      const because = code === 'card-gone' ? 'deleted' : 'locked';
      // Unless it has moved meanwhile.
      await change(store, id, (main) => (main.card.ts === card.ts ? withNewCard(main, because) : main));
      return true;
    }
    if (code === 'card-fixed' && item.kind === 'update') {
      log.warn({ mapping: id }, 'card can no longer be edited; posting its state in the thread');
      await change(store, id, withFixedCard);
      return true;
    }
    return false;
  }

  #pauseUpdates(error: ChatError): void {
    const waitMs = this.options.updatePause.add(error);
    this.options.log.warn(
      { err: error, waitMs },
      'Slack limits updates of cards; those of all channels wait',
    );
  }

  #pauseChannel({ main: { card } }: ReplyThread, error: ChatError): void {
    const { pauses, refused, log } = this.options;
    const { code } = error;
    const waitMs = pauses.add(card.channel, error);
    if (code === 'channel-unusable') refused(card.channel, error.facts.name ?? '');
    log.warn({ err: error, channel: card.channel, code, waitMs }, 'channel does not accept messages');
  }

  async #retryLater(thread: ReplyThread, item: OutboxItem, error: ChatError): Promise<void> {
    const { store, now, random, log } = this.options;
    const { id } = thread.main.mapping;
    const attempts = Math.max(...membersOf(thread).map((member) => attemptsOf(member, item)));
    const waitMs = error.facts.retryAfterMs ?? pauseMs(attempts, random());
    log.warn({ err: error, mapping: id, code: error.code, waitMs }, 'message could not be posted to Slack');
    const retry = { now: now(), waitMs };
    if (eventsOf(item).length > 0) return this.#retryEvents(thread, item, error, retry);
    await change(store, id, (current) => withFailedItem(current, item, error, retry));
  }

  /** Each mapping of the thread keeps its own events. */
  async #retryEvents(thread: ReplyThread, item: OutboxItem, error: ChatError, retry: Retry): Promise<void> {
    const { store, log } = this.options;
    for (const { mapping } of membersOf(thread)) {
      const own = eventsOf(item).filter((event) => event.mapping === mapping.id);
      if (own.length === 0) continue;
      const { outbox } = await change(store, mapping.id, (current) =>
        withFailure(current, own, error, retry),
      );
      for (const { id: event, type } of own.filter(({ id }) => !outbox.some((entry) => entry.event === id)))
        log.error({ mapping: mapping.id, event, type, code: error.code }, 'event is undeliverable');
    }
  }
}
