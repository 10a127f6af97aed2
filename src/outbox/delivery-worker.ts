import type { DomainEvent } from '../core/events/event.js';
import { ChatError } from '../core/ports/chat-error.js';
import type { Metrics } from '../core/ports/metrics.js';
import { change } from '../store/change.js';
import { replyDueAt } from '../store/pending.js';
import type { Claim, ReplyPart, Store } from '../store/store.js';
import type { Clock } from '../util/clock.js';
import { KeyedMutex } from '../util/concurrency/queue.js';
import type { Log } from '../util/log.js';
import { loadThread, nextItem, type OutboxItem } from './card-thread.js';
import type { ChannelPauses } from './channel-pauses.js';
import type { ChannelTurns } from './channel-turns.js';
import { membersOf, type ReplyThread } from './chat.js';
import type { FailedPosts } from './failed-posts.js';
import { asPrimary, pauseMs, withoutLostEvents } from './outbox.js';
import type { Sender } from './sender.js';
import type { UpdatePause } from './update-pause.js';

/** Others take over what a stopped process had claimed, but only after some 10 s. */
const SURELY_HELD_MS = 5_000;

/** Another replica may post what a person here waits for. */
const SETTLED_POLL_MS = 250;

export interface DeliveryWorkerOptions {
  readonly store: Pick<Store, 'load' | 'loadReplyPart' | 'save' | 'isHeld' | 'release' | 'postponeDelivery'>;
  readonly sender: Sender;
  readonly failedPosts: FailedPosts;
  readonly pauses: ChannelPauses;
  readonly updatePause: UpdatePause;
  readonly turns: ChannelTurns;
  readonly settlements: Settlements;
  /** A channel accepted a post again. */
  readonly usable: (channel: string) => void;
  readonly reported: (thread: ReplyThread, event: DomainEvent) => Promise<void>;
  readonly metrics: Metrics;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly log: Log;
}

/** A claim whose turn has come; `claimedAt`: monotonic, ms. */
interface ClaimInTurn {
  readonly claim: Claim;
  readonly claimedAt: number;
}

/** An item, and how it is sent. */
interface ItemToSend {
  readonly thread: ReplyThread;
  readonly item: OutboxItem;
  /** Resolves with the events that it reported. */
  readonly send: (isRepeated: boolean) => Promise<readonly DomainEvent[]>;
}

/** What a mapping has to send next, if anything. */
interface NextItem {
  readonly loaded: ReplyPart | undefined;
  readonly thread: ReplyThread | undefined;
  readonly sending?: ItemToSend;
}

/** Sends the next item of a claimed mapping, and gives the claim back. */
export class DeliveryWorker {
  /** A mapping whose card moves is in two channels' queues for a moment. */
  readonly #threads = new KeyedMutex();
  /** Consecutive failures on our side, not Slack's, by mapping. */
  readonly #failures = new Map<string, number>();

  constructor(private readonly options: DeliveryWorkerOptions) {}

  /** Returns whether it only put the mapping off. */
  async attempt({ claim, claimedAt }: ClaimInTurn, thread: string): Promise<boolean> {
    const { store, settlements, clock, log } = this.options;
    const { mapping } = claim;
    try {
      // Before anything is posted: this process may have been stopped since.
      if (clock.monotonic() - claimedAt > SURELY_HELD_MS && !(await store.isHeld(claim))) {
        await store.release(claim);
        return false;
      }
      const until = await this.#threads.run(thread, () => this.#deliver(claim));
      await (until === undefined ? store.release(claim) : store.postponeDelivery(claim, until));
      return until !== undefined;
    } catch (error) {
      const waitMs = this.#failedAgain(mapping);
      log.error({ err: error, mapping, waitMs }, 'delivery failed');
      settlements.settle(mapping);
      await store.postponeDelivery(claim, clock.now() + waitMs);
      return false;
    }
  }

  /** Returns until when (epoch ms) the mapping waits; undefined when it is done for now. */
  async #deliver(claim: Claim): Promise<number | undefined> {
    const { store, updatePause, settlements, clock, log } = this.options;
    const id = claim.mapping;
    const { loaded, thread, sending } = await this.#nextOf(id);
    if (loaded && !thread) {
      log.warn({ mapping: id }, 'primary of a www mapping is gone; posting a card of its own');
      await change(store, id, asPrimary);
      return undefined;
    }
    const item = sending?.item;
    const isAnothers = thread !== undefined && thread.main.mapping.id !== id;
    // A www mapping's events are posted in the thread of its primary's card.
    if (isAnothers && (item ? item.kind === 'card' : thread.main.card.ts === undefined))
      return clock.now() + this.#failedAgain(id);
    if (!sending) {
      await this.#finish(id, loaded);
      return undefined;
    }
    // Only its own claim knows whether it was posted before.
    if (isAnothers && sending.item.kind === 'pointer') return undefined;
    const pausedMs = sending.item.kind === 'update' ? updatePause.waitMs() : 0;
    if (pausedMs > 0) {
      settlements.settle(id);
      return putOffUntil(loaded, pausedMs, clock.now());
    }
    await this.#send(sending, claim.repeated);
    this.#failures.delete(id);
    return undefined;
  }

  /** Replies take a part of the records only, everything else all of them. */
  async #nextOf(id: string): Promise<NextItem> {
    const { store, sender } = this.options;
    const part = await this.#nextIn(id, (each) => store.loadReplyPart(each));
    if (!part.thread || !part.item) return part;
    if (part.item.kind === 'reply') {
      const { thread, item } = part;
      const send = (isRepeated: boolean) => sender.reply(thread, item, isRepeated);
      return { ...part, sending: { thread, item, send } };
    }
    const whole = await this.#nextIn(id, (each) => store.load(each));
    const { thread, item } = whole;
    if (!thread || !item) return whole;
    const send = (isRepeated: boolean) => sender.send(thread, item, isRepeated);
    return { ...whole, sending: { thread, item, send } };
  }

  async #nextIn<Part extends ReplyPart>(id: string, load: (id: string) => Promise<Part | undefined>) {
    const loaded = await load(id);
    const thread = loaded && (await loadThread(load, loaded));
    return { loaded, thread, item: thread && nextItem(thread, this.options.clock.now()) };
  }

  async #finish(id: string, stored: ReplyPart | undefined): Promise<void> {
    const { store, settlements } = this.options;
    if (stored && hasLost(stored)) await change(store, id, withoutLostEvents);
    settlements.settle(id);
  }

  async #send(sending: ItemToSend, isRepeated: boolean): Promise<void> {
    const { failedPosts, pauses, turns, settlements, usable, reported, metrics, clock } = this.options;
    const { thread, item, send } = sending;
    const { channel } = thread.main.card;
    const sentAt = clock.monotonic();
    turns.take(channel, sentAt);
    try {
      const posted = await send(isRepeated);
      metrics.delivered();
      if (pauses.endByPost(channel, sentAt)) usable(channel);
      for (const event of posted) await reported(thread, event);
      for (const { mapping } of membersOf(thread)) await settlements.settleIfDone(mapping.id);
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      metrics.deliveryFailed(error.code);
      await failedPosts.handle(thread, item, error);
      for (const { mapping } of membersOf(thread)) settlements.settle(mapping.id);
    }
  }

  /** Ms until the next attempt; grows with each failure. */
  #failedAgain(mapping: string): number {
    const count = this.#failures.get(mapping) ?? 0;
    this.#failures.set(mapping, count + 1);
    return pauseMs(count, this.options.random());
  }
}

/** A reply that is due earlier doesn't wait with the card. */
function putOffUntil(loaded: ReplyPart | undefined, pausedMs: number, now: number): number {
  const replyAt = (loaded && replyDueAt(loaded)) ?? 0;
  return replyAt > now ? Math.min(replyAt, now + pausedMs) : now + pausedMs;
}

const hasLost = ({ outbox, events }: ReplyPart): boolean =>
  outbox.some(({ event }) => !events.some(({ id }) => id === event));

export interface SettlementsOptions {
  /** Whether something of the mapping is pending that can be posted now. */
  readonly isPending: (mapping: string) => Promise<boolean>;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Callers that wait until a mapping has nothing pending, or until an attempt failed. */
export class Settlements {
  readonly #waiting = new Map<string, Set<() => void>>();

  constructor(private readonly options: SettlementsOptions) {}

  settle(mapping: string): void {
    for (const resolve of this.#waiting.get(mapping) ?? []) resolve();
    this.#waiting.delete(mapping);
  }

  async settleIfDone(mapping: string): Promise<void> {
    if (this.#waiting.has(mapping) && !(await this.options.isPending(mapping))) this.settle(mapping);
  }

  /** Resolves when the mapping is settled, at the latest after `timeoutMs`. */
  async settled(mapping: string, timeoutMs: number): Promise<void> {
    const { isPending, sleep } = this.options;
    const resolvers = this.#waiting.get(mapping) ?? new Set();
    this.#waiting.set(mapping, resolvers);
    const timeout = new AbortController();
    const settlement = new Promise<void>((resolve) => {
      resolvers.add(resolve);
      timeout.signal.addEventListener('abort', () => resolvers.delete(resolve));
    });
    for (
      let waitedMs = 0;
      waitedMs < timeoutMs && this.#waiting.get(mapping) === resolvers;
      waitedMs += SETTLED_POLL_MS
    ) {
      if (!(await isPending(mapping))) this.settle(mapping);
      await Promise.race([settlement, sleep(Math.min(SETTLED_POLL_MS, timeoutMs - waitedMs))]);
    }
    timeout.abort();
  }
}
