import type { DomainEvent } from '../core/events/event.js';
import { ChatError, type ChatErrorCode } from '../core/ports/chat-error.js';
import { type Metrics, noMetrics } from '../core/ports/metrics.js';
import { withNewCard } from '../store/cards.js';
import type { Claim, DeliveryPlace, DeliverySummary, Store, StoredMapping } from '../store/store.js';
import { type Clock, type Ticker, Waits } from '../util/clock.js';
import { KeyedMutex } from '../util/concurrency/queue.js';
import type { WakeUp } from '../util/concurrency/wake-up.js';
import type { Log } from '../util/log.js';
import { eventsOf, loadThread, nextItem, type OutboxItem } from './card-thread.js';
import { change } from './change.js';
import { type ChannelPause, ChannelPauses, isAboutChannel } from './channel-pauses.js';
import { type CardThread, type Chat, membersOf } from './chat.js';
import {
  asPrimary,
  attemptsOf,
  pauseMs,
  withFailedItem,
  withFailure,
  withFixedCard,
  withoutLostEvents,
} from './outbox.js';
import { createSender } from './sender.js';

/** Longer than a post with its lookup and the channel's queue can take. */
const DELIVERY_LEASE_MS = 120_000;
/** One in progress and one queued; the rest stays in the store, where claims don't expire. */
const PER_CHANNEL = 2;
/** Slack allows about one message per second and channel. */
const CHANNEL_GAP_MS = 1_100;

/** Another replica may post what a person here waits for. */
const SETTLED_POLL_MS = 250;

const NOT_REPORTED = { refused: () => undefined, usable: () => undefined };

export interface DispatcherOptions {
  readonly store: Store;
  readonly chat: Chat;
  /** Signals that a new event is pending. */
  readonly wakeUp: WakeUp;
  /** A channel refused a post with Slack's error name, or took one again. */
  readonly channels?: { refused(channel: string, error: string): void; usable(channel: string): void };
  readonly metrics?: Metrics;
  readonly ticker: Ticker;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
}

export interface Dispatcher {
  start(): void;
  /** Ends the channel's pause: the bot can post there again. */
  resume(channel: string): void;
  /** Pauses a channel that is known to be unusable, without an attempt. */
  hold(channel: string): void;
  /** Calls when an event was posted; the record has its card and message. */
  onReported(listener: (stored: StoredMapping, event: DomainEvent) => void): void;
  /** Resolves when the mapping has nothing pending, when an attempt failed, or after `timeoutMs`. */
  settled(mapping: string, timeoutMs: number): Promise<void>;
  /** The problem that a person has to fix before posting can continue; undefined when there is none. */
  problem(): DispatcherProblem | undefined;
  /** The backlog, the undeliverable events and the paused channels. */
  report(): Promise<DeliveryReport>;
  stop(): Promise<void>;
}

export interface DispatcherProblem {
  readonly channel: string;
  readonly code: ChatErrorCode;
  readonly message: string;
}

export interface DeliveryReport extends DeliverySummary {
  readonly paused: readonly ChannelPause[];
}

/** Posts events to Slack: in order per mapping, rate-limited per channel, each once. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { store, chat, wakeUp, metrics = noMetrics, ticker, clock, random, sleep, log } = options;
  const { now } = clock;
  const { refused, usable } = options.channels ?? NOT_REPORTED;
  const channels = new KeyedMutex();
  /** A mapping whose card moves is in two channels' queues for a moment. */
  const threads = new KeyedMutex();
  const waiting = new Map<string, Set<() => void>>();
  const pauses = new ChannelPauses(clock.monotonic, random);
  const sender = createSender({ store, chat, startedAt: now(), log });
  /** Consecutive failures on our side, not Slack's, by mapping. */
  const failures = new Map<string, number>();
  const listeners: ((stored: StoredMapping, event: DomainEvent) => void)[] = [];
  let ticking: ReturnType<Ticker> | undefined;
  let stopListening = () => {};
  let isClaiming = false;
  let isRung = false;
  let isStopped = false;
  const gaps = new Waits(sleep);

  async function reported({ main: { card } }: CardThread, event: DomainEvent): Promise<void> {
    const saved = listeners.length === 0 ? undefined : await store.load(event.mapping);
    if (saved) for (const listener of listeners) listener({ ...saved, card }, event);
  }

  function settle(mapping: string): void {
    for (const resolve of waiting.get(mapping) ?? []) resolve();
    waiting.delete(mapping);
  }

  /**
   * Returns until when (epoch ms) the mapping waits for its primary's card; undefined when it is done for
   * now.
   */
  async function deliver(claim: Claim): Promise<number | undefined> {
    const id = claim.mapping;
    const loaded = await store.load(id);
    const thread = loaded && (await loadThread(store, loaded));
    if (loaded && !thread) {
      log.warn({ mapping: id }, 'primary of a www mapping is gone; posting a card of its own');
      await change(store, id, asPrimary);
      return undefined;
    }
    const item = thread && nextItem(thread, now());
    if (!thread || !item) {
      // A www mapping's events are posted in the thread of its primary's card.
      if (thread && thread.main.card.ts === undefined && thread.main.mapping.id !== id)
        return now() + failedAgain(id);
      if (loaded && hasLost(loaded)) await change(store, id, withoutLostEvents);
      settle(id);
      return undefined;
    }
    if (item.kind === 'card' && thread.main.mapping.id !== id) return now() + failedAgain(id);
    // Only its own claim knows whether it was posted before.
    if (item.kind === 'pointer' && thread.main.mapping.id !== id) return undefined;
    const sentAt = clock.monotonic();
    try {
      const posted = await sender.send(thread, item, claim.repeated);
      metrics.delivered();
      const { channel } = thread.main.card;
      if (pauses.endByPost(channel, sentAt)) usable(channel);
      for (const event of posted) await reported(thread, event);
      for (const { mapping } of membersOf(thread)) await settleIfDone(mapping.id);
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      metrics.deliveryFailed(error.code);
      await handle(thread, item, error);
      for (const { mapping } of membersOf(thread)) settle(mapping.id);
    }
    failures.delete(id);
    return undefined;
  }

  async function settleIfDone(mapping: string): Promise<void> {
    if (waiting.has(mapping) && !(await nextItemOf(mapping))) settle(mapping);
  }

  async function nextItemOf(mapping: string): Promise<OutboxItem | undefined> {
    const stored = await store.load(mapping);
    const thread = stored && (await loadThread(store, stored));
    return thread && nextItem(thread, now());
  }

  /** Handles a Slack error: it concerns the message, its card, or the channel. */
  async function handle(thread: CardThread, item: OutboxItem, error: ChatError): Promise<void> {
    const { card, mapping } = thread.main;
    const { id } = mapping;
    const { code } = error;
    if (item.kind === 'pointer') return failed(thread, item, error);
    const isLockedAgain = card.earlier?.at(-1)?.because === 'locked';
    if (code === 'card-gone' || (code === 'thread-locked' && !isLockedAgain)) {
      log.warn({ mapping: id, code }, 'thread is unusable; posting a new card');
      const because = code === 'card-gone' ? 'deleted' : 'locked';
      // Unless it has moved meanwhile.
      await change(store, id, (main) => (main.card.ts === card.ts ? withNewCard(main, because) : main));
      return;
    }
    if (code === 'card-fixed' && item.kind === 'update') {
      log.warn({ mapping: id }, 'card can no longer be edited; posting its state in the thread');
      await change(store, id, withFixedCard);
      return;
    }
    if (isAboutChannel(code)) {
      const waitMs = pauses.add(card.channel, error);
      if (code === 'channel-unusable') refused(card.channel, error.facts.name ?? '');
      log.warn({ err: error, channel: card.channel, code, waitMs }, 'channel does not accept messages');
      return;
    }
    await failed(thread, item, error);
  }

  async function failed(thread: CardThread, item: OutboxItem, error: ChatError): Promise<void> {
    const { id } = thread.main.mapping;
    const { code } = error;
    const attempts = Math.max(...membersOf(thread).map((member) => attemptsOf(member, item)));
    const waitMs = error.facts.retryAfterMs ?? pauseMs(attempts, random());
    log.warn({ err: error, mapping: id, code, waitMs }, 'message could not be posted to Slack');
    const retry = { now: now(), waitMs };
    const events = eventsOf(item);
    if (events.length === 0) {
      await change(store, id, (current) => withFailedItem(current, item, error, retry));
      return;
    }
    for (const member of membersOf(thread)) {
      const own = events.filter((event) => event.mapping === member.mapping.id);
      if (own.length === 0) continue;
      const saved = await change(store, member.mapping.id, (current) =>
        withFailure(current, own, error, retry),
      );
      for (const event of own.filter((each) => !saved.outbox.some((entry) => entry.event === each.id)))
        log.error(
          { mapping: event.mapping, event: event.id, type: event.type, code },
          'event is undeliverable',
        );
    }
  }

  /** Ms until the next attempt; grows with each failure. */
  function failedAgain(mapping: string): number {
    const count = failures.get(mapping) ?? 0;
    failures.set(mapping, count + 1);
    return pauseMs(count, random());
  }

  async function attempt(claim: Claim, thread: string): Promise<void> {
    try {
      const until = await threads.run(thread, () => deliver(claim));
      await (until === undefined ? store.release(claim) : store.postponeDelivery(claim, until));
    } catch (error) {
      const waitMs = failedAgain(claim.mapping);
      log.error({ err: error, mapping: claim.mapping, waitMs }, 'delivery failed');
      settle(claim.mapping);
      await store.postponeDelivery(claim, now() + waitMs);
    }
  }

  /** Sends a channel's messages one at a time with a gap, whichever mapping they belong to. */
  function enqueue(channel: string, thread: string, claim: Claim): void {
    const turn = channels.run(channel, async () => {
      if (isStopped || claim.until <= now()) return;
      if (pauses.isPaused(channel)) return store.release(claim);
      const startedAt = clock.monotonic();
      await attempt(claim, thread);
      trigger();
      const leftMs = CHANNEL_GAP_MS - (clock.monotonic() - startedAt);
      if (leftMs > 0) await gaps.wait(leftMs);
    });
    turn.catch((error: unknown) =>
      log.error({ err: error, mapping: claim.mapping }, 'delivery could not be finished'),
    );
  }

  async function claimDue(): Promise<void> {
    const isPaused = (channel: string) => pauses.isPaused(channel);
    for (const claim of await store.claimOutbox(now(), PER_CHANNEL, DELIVERY_LEASE_MS, isPaused)) {
      const { channel, thread } = claim.place ?? (await placeOf(claim));
      enqueue(channel, thread, claim);
    }
  }

  async function placeOf({ mapping }: Claim): Promise<DeliveryPlace> {
    // An unreadable record must not block the others.
    const stored = await store.load(mapping).catch(() => undefined);
    const thread = stored && (await loadThread(store, stored).catch(() => undefined));
    const main = thread?.main ?? stored;
    return { channel: main?.card.channel ?? '', thread: main?.mapping.id ?? mapping };
  }

  /** A trigger during a claim is kept: it claims once more. */
  function trigger(): void {
    isRung = true;
    if (isClaiming || isStopped) return;
    isClaiming = true;
    isRung = false;
    claimDue()
      .catch((error) => log.error({ err: error }, 'deliveries could not be claimed'))
      .finally(() => {
        isClaiming = false;
        if (isRung) trigger();
      });
  }

  async function settled(mapping: string, timeoutMs: number): Promise<void> {
    const resolvers = waiting.get(mapping) ?? new Set();
    waiting.set(mapping, resolvers);
    const timeout = new AbortController();
    const settlement = new Promise<void>((resolve) => {
      resolvers.add(resolve);
      timeout.signal.addEventListener('abort', () => resolvers.delete(resolve));
    });
    for (
      let waitedMs = 0;
      waitedMs < timeoutMs && waiting.get(mapping) === resolvers;
      waitedMs += SETTLED_POLL_MS
    ) {
      const stored = await store.load(mapping);
      if (!stored || pauses.isPaused(stored.card.channel) || !(await nextItemOf(mapping))) settle(mapping);
      await Promise.race([settlement, sleep(Math.min(SETTLED_POLL_MS, timeoutMs - waitedMs))]);
    }
    timeout.abort();
  }

  return {
    start: () => {
      ticking = ticker(trigger);
      stopListening = wakeUp.listen(trigger);
    },
    resume: (channel) => {
      if (pauses.end(channel)) trigger();
    },
    hold: (channel) => pauses.hold(channel, new ChatError('channel-unusable', 'the bot can’t post there')),
    onReported: (listener) => void listeners.push(listener),
    settled,
    problem: () => pauses.problems().at(-1),
    report: async () => ({
      ...(await store.deliverySummary((channel) => pauses.isPaused(channel))),
      paused: pauses.problems(),
    }),
    stop: async () => {
      isStopped = true;
      stopListening();
      ticking?.cancel();
      gaps.endAll();
      await channels.settled();
    },
  };
}

const hasLost = ({ outbox, events }: StoredMapping): boolean =>
  outbox.some(({ event }) => !events.some(({ id }) => id === event));
