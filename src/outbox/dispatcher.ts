import type { DomainEvent } from '../core/events/event.js';
import { ChatError, type ChatErrorCode } from '../core/ports/chat-error.js';
import { type Metrics, noMetrics } from '../core/ports/metrics.js';
import type { Claim, DeliveryPlace, DeliverySummary, Store, StoredMapping } from '../store/store.js';
import { type Clock, type Ticker, Waits } from '../util/clock.js';
import { KeyedMutex } from '../util/concurrency/queue.js';
import type { WakeUp } from '../util/concurrency/wake-up.js';
import type { Log } from '../util/log.js';
import { loadThread, nextItem } from './card-thread.js';
import { type ChannelPause, ChannelPauses } from './channel-pauses.js';
import { ChannelTurns } from './channel-turns.js';
import type { Chat, ReplyThread } from './chat.js';
import { DeliveryWorker, Settlements } from './delivery-worker.js';
import { FailedPosts } from './failed-posts.js';
import { Sender } from './sender.js';
import { UpdatePause } from './update-pause.js';

/** Longer than a post with its lookup and the channel's queue can take. */
const DELIVERY_LEASE_MS = 120_000;
/** One in progress and one queued; the rest stays in the store, where claims don't expire. */
const PER_CHANNEL = 2;

const NOT_REPORTED = { refused: () => undefined, usable: () => undefined };

export interface DispatcherOptions {
  readonly store: Store;
  readonly chat: Chat;
  /** Signals that a new event is pending. */
  readonly wakeUp: WakeUp;
  /** A channel refused a post with Slack's error name, or accepted one again. */
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
  /** Calls when such an event was posted; the record has its card and message. */
  onReported<Event extends DomainEvent>(
    isSuch: (event: DomainEvent) => event is Event,
    listener: (stored: StoredMapping, event: Event) => void,
  ): void;
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
export const createDispatcher = (options: DispatcherOptions): Dispatcher => new OutboxDispatcher(options);

/** Its functions are handed on one by one. */
class OutboxDispatcher implements Dispatcher {
  readonly #channels = new KeyedMutex();
  readonly #turns = new ChannelTurns();
  readonly #pauses: ChannelPauses;
  readonly #settlements: Settlements;
  readonly #worker: DeliveryWorker;
  readonly #gaps: Waits;
  /** Each gives what to call for an event that concerns it. */
  readonly #listeners: ((event: DomainEvent) => ((stored: StoredMapping) => void) | undefined)[] = [];
  #ticking: ReturnType<Ticker> | undefined;
  #stopListening = () => {};
  #isClaiming = false;
  #isRung = false;
  #isStopped = false;

  constructor(private readonly options: DispatcherOptions) {
    const { store, chat, clock, random, sleep, log, metrics = noMetrics } = options;
    const { refused, usable } = options.channels ?? NOT_REPORTED;
    const settlements = new Settlements({ isPending: (mapping) => this.#isPending(mapping), sleep });
    const pauses = new ChannelPauses(clock.monotonic, random);
    const updatePause = new UpdatePause(clock.monotonic, random);
    this.#pauses = pauses;
    this.#settlements = settlements;
    this.#gaps = new Waits(sleep);
    this.#worker = new DeliveryWorker({
      store,
      sender: new Sender({ store, chat, startedAt: clock.now(), log }),
      failedPosts: new FailedPosts({ store, pauses, updatePause, refused, now: clock.now, random, log }),
      pauses,
      updatePause,
      turns: this.#turns,
      settlements,
      usable,
      reported: (thread, event) => this.#reported(thread, event),
      metrics,
      clock,
      random,
      log,
    });
  }

  readonly start = (): void => {
    this.#ticking = this.options.ticker(this.#trigger);
    this.#stopListening = this.options.wakeUp.listen(this.#trigger);
  };

  readonly resume = (channel: string): void => {
    if (this.#pauses.end(channel)) this.#trigger();
  };

  readonly hold = (channel: string): void => {
    this.#pauses.hold(channel, new ChatError('channel-unusable', 'the bot can’t post there'));
  };

  readonly onReported: Dispatcher['onReported'] = (isSuch, listener) => {
    this.#listeners.push((event) => (isSuch(event) ? (stored) => listener(stored, event) : undefined));
  };

  readonly settled = (mapping: string, timeoutMs: number): Promise<void> => {
    return this.#settlements.settled(mapping, timeoutMs);
  };

  readonly problem = (): DispatcherProblem | undefined => {
    return this.#pauses.problems().at(-1);
  };

  readonly report = async (): Promise<DeliveryReport> => {
    const summary = await this.options.store.deliverySummary(this.#isPaused);
    return { ...summary, paused: this.#pauses.problems() };
  };

  readonly stop = async (): Promise<void> => {
    this.#isStopped = true;
    this.#stopListening();
    this.#ticking?.cancel();
    this.#gaps.endAll();
    await this.#channels.settled();
  };

  /** A trigger during a claim is kept: it claims once more. */
  readonly #trigger = (): void => {
    this.#isRung = true;
    if (this.#isClaiming || this.#isStopped) return;
    this.#isClaiming = true;
    this.#isRung = false;
    this.#claimDue()
      .catch((error) => this.options.log.error({ err: error }, 'deliveries could not be claimed'))
      .finally(() => {
        this.#isClaiming = false;
        if (this.#isRung) this.#trigger();
      });
  };

  async #claimDue(): Promise<void> {
    const { store, clock } = this.options;
    const claimedAt = clock.monotonic();
    const claims = await store.claimOutbox(clock.now(), PER_CHANNEL, DELIVERY_LEASE_MS, this.#isPaused);
    for (const claim of claims) this.#enqueue(claim.place ?? (await this.#placeOf(claim)), claim, claimedAt);
  }

  async #placeOf({ mapping }: Claim): Promise<DeliveryPlace> {
    const { store } = this.options;
    // An unreadable record must not block the others.
    const stored = await store.load(mapping).catch(() => undefined);
    const thread = stored && (await loadThread((id) => store.load(id), stored).catch(() => undefined));
    const main = thread?.main ?? stored;
    return { channel: main?.card.channel ?? '', thread: main?.mapping.id ?? mapping };
  }

  /** Sends a channel's messages one at a time with a gap, whichever mapping they belong to. */
  #enqueue({ channel, thread }: DeliveryPlace, claim: Claim, claimedAt: number): void {
    const { store, clock, log } = this.options;
    const turn = this.#channels.run(channel, async () => {
      if (this.#isStopped || claim.until <= clock.now()) return;
      if (this.#isPaused(channel)) return store.release(claim);
      const startedAt = clock.monotonic();
      const isPostponed = await this.#worker.attempt({ claim, claimedAt }, thread);
      this.#trigger();
      const now = clock.monotonic();
      const leftMs = this.#turns.leftMs(channel, now, isPostponed ? undefined : startedAt);
      if (leftMs > 0) await this.#gaps.wait(leftMs);
    });
    turn.catch((error: unknown) =>
      log.error({ err: error, mapping: claim.mapping }, 'delivery not finished'),
    );
  }

  readonly #isPaused = (channel: string): boolean => this.#pauses.isPaused(channel);

  async #isPending(mapping: string): Promise<boolean> {
    const { store, clock } = this.options;
    const load = (id: string) => store.loadReplyPart(id);
    const part = await load(mapping);
    if (!part || this.#isPaused(part.card.channel)) return false;
    const thread = await loadThread(load, part);
    return thread !== undefined && nextItem(thread, clock.now()) !== undefined;
  }

  async #reported({ main: { card } }: ReplyThread, event: DomainEvent): Promise<void> {
    const concerned = this.#listeners.flatMap((each) => each(event) ?? []);
    if (concerned.length === 0) return;
    const saved = await this.options.store.load(event.mapping);
    if (saved) for (const tell of concerned) tell({ ...saved, card });
  }
}
