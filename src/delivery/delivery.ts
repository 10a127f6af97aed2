import type { Log } from '../log.js';
import { withItsCard } from '../store/its-card.js';
import type { Claim, DeliverySummary, MappingRecord, Store } from '../store/store.js';
import type { Ticker } from '../ticker.js';
import { change } from './change.js';
import { type ChannelPause, ChannelPauses, isAboutChannel } from './channel-pauses.js';
import { type Messenger, MessengerError, type MessengerErrorCode } from './messenger.js';
import {
  asPrimary,
  attemptsOf,
  nextParcel,
  type Parcel,
  pauseMs,
  withFailure,
  withFixedCard,
  withoutCard,
  withoutLostEvents,
} from './outbox.js';
import { createSender } from './sender.js';

/** Longer than a post with its look-up and the channel's queue may take. */
const LEASE_MS = 120_000;
/** One under way and one to follow: the rest stays with the store, where nothing expires. */
const PER_CHANNEL = 2;
/** Slack: about one message a second and channel. */
const CHANNEL_GAP_MS = 1_100;

export interface DeliveryOptions {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly ticker: Ticker;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
}

export interface Delivery {
  start(): void;
  /** Something new is pending: look at once. */
  ring(): void;
  /** The bot may write into the channel again: its pause ends. */
  resume(channel: string): void;
  /** Resolves when the mapping has nothing pending, or a try for it failed, or after `timeoutMs`. */
  settled(mapping: string, timeoutMs: number): Promise<void>;
  /** Why nothing gets into a channel until somebody does something; undefined when all is well. */
  trouble(): DeliveryTrouble | undefined;
  /** How far Slack is behind, what could not be told, and which channels take nothing. */
  report(): Promise<DeliveryReport>;
  stop(): Promise<void>;
}

export interface DeliveryTrouble {
  readonly channel: string;
  readonly code: MessengerErrorCode;
  readonly message: string;
}

export interface DeliveryReport extends DeliverySummary {
  readonly paused: readonly ChannelPause[];
}

/** Brings events into Slack: in order within a mapping, paced within a channel, each once. */
export function createDelivery({ store, messenger, ticker, now, sleep, log }: DeliveryOptions): Delivery {
  const channels = new Map<string, Promise<void>>();
  const waiting = new Map<string, Set<() => void>>();
  const pauses = new ChannelPauses();
  const sender = createSender({ store, messenger, log });
  /** Tries in a row that failed here and not in Slack, by mapping. */
  const failures = new Map<string, number>();
  let ticking: ReturnType<Ticker> | undefined;
  let isClaiming = false;
  let isRung = false;
  let isStopped = false;

  function settle(mapping: string): void {
    for (const resolve of waiting.get(mapping) ?? []) resolve();
    waiting.delete(mapping);
  }

  /** Returns until when the mapping waits for the card on which it stands; undefined when it is done for now. */
  async function deliver(claim: Claim): Promise<number | undefined> {
    const id = claim.mapping;
    const loaded = await store.load(id);
    const { under } = loaded?.mapping ?? {};
    if (under !== undefined && !(await store.load(under))) {
      log.warn({ mapping: id }, 'the primary of a www mapping is gone: it gets a card of its own');
      await change(store, id, asPrimary);
      return undefined;
    }
    // A companion's events are told in the thread of the card on which it stands.
    const resolved = loaded && (await withItsCard(store, loaded));
    const parcel = resolved && nextParcel(resolved);
    if (!resolved || !parcel) {
      if (resolved?.deliveries.length) await change(store, id, withoutLostEvents);
      settle(id);
      return undefined;
    }
    if (parcel.kind === 'card' && under !== undefined) return now() + failedAgain(id);
    try {
      const saved = await sender.send(resolved, parcel, claim.repeated);
      pauses.end(resolved.card.channel);
      if (!nextParcel(saved)) settle(id);
    } catch (error) {
      if (!(error instanceof MessengerError)) throw error;
      await handle(resolved, parcel, error);
      settle(id);
    }
    failures.delete(id);
    return undefined;
  }

  /** What Slack said is about the message, its card, or the channel. */
  async function handle(record: MappingRecord, parcel: Parcel, error: MessengerError): Promise<void> {
    const { id, under = id } = record.mapping;
    const { code } = error;
    if (code === 'card-gone' || (code === 'thread-locked' && record.card.replacedBecause !== 'locked')) {
      log.warn({ mapping: id, code }, 'the thread can’t go on: a new card is posted');
      await change(store, under, (main) => withoutCard(main, code === 'card-gone' ? 'deleted' : 'locked'));
      return;
    }
    if (code === 'card-fixed' && parcel.kind === 'update') {
      log.warn({ mapping: id }, 'the card can’t be edited any more: its state is told in its thread');
      await change(store, id, withFixedCard);
      return;
    }
    if (isAboutChannel(code)) {
      const waitMs = pauses.add(record.card.channel, error, now());
      log.warn({ err: error, channel: record.card.channel, code, waitMs }, 'a channel takes no messages');
      return;
    }
    const waitMs = pauseMs(attemptsOf(record, parcel), error.facts.retryAfterMs);
    log.warn({ err: error, mapping: id, code, waitMs }, 'Slack did not take a message');
    const at = { now: now(), waitMs };
    const saved = await change(store, id, (current) => withFailure(current, parcel, error, at));
    if ('event' in parcel && !saved.deliveries.some(({ event }) => event === parcel.event.id))
      log.error(
        { mapping: id, event: parcel.event.id, type: parcel.event.type, code },
        'an event is undeliverable',
      );
  }

  /** Ms until the next try, growing from one failure to the next. */
  function failedAgain(mapping: string): number {
    const count = failures.get(mapping) ?? 0;
    failures.set(mapping, count + 1);
    return pauseMs(count);
  }

  async function attempt(claim: Claim): Promise<void> {
    try {
      const until = await deliver(claim);
      await (until === undefined ? store.release(claim) : store.postponeDelivery(claim, until));
    } catch (error) {
      const waitMs = failedAgain(claim.mapping);
      log.error({ err: error, mapping: claim.mapping, waitMs }, 'delivery failed');
      settle(claim.mapping);
      await store.postponeDelivery(claim, now() + waitMs);
    }
  }

  /** One after another in a channel, a gap apart, whichever mapping they belong to. */
  function enqueue(channel: string, claim: Claim): void {
    const before = channels.get(channel) ?? Promise.resolve();
    const turn = before.then(async () => {
      if (isStopped || claim.until <= now()) return;
      if (pauses.isPaused(channel, now())) return store.release(claim);
      const startedAt = now();
      await attempt(claim);
      ring();
      // A clock that was set back makes the gap no longer.
      await sleep(Math.min(CHANNEL_GAP_MS, Math.max(0, CHANNEL_GAP_MS - (now() - startedAt))));
    });
    const settledTurn = turn.catch((error) =>
      log.error({ err: error, mapping: claim.mapping }, 'a delivery could not be ended'),
    );
    channels.set(channel, settledTurn);
    void settledTurn.then(() => {
      if (channels.get(channel) === settledTurn) channels.delete(channel);
    });
  }

  async function claimDue(): Promise<void> {
    const isPaused = (channel: string) => pauses.isPaused(channel, now());
    for (const claim of await store.claimDeliveries(now(), PER_CHANNEL, LEASE_MS, isPaused)) {
      // One that can't be read holds up no other.
      const record = await store.load(claim.mapping).catch(() => undefined);
      enqueue(record?.card.channel ?? '', claim);
    }
  }

  /** A ring during a claim is not lost: it claims once more. */
  function ring(): void {
    isRung = true;
    if (isClaiming || isStopped) return;
    isClaiming = true;
    isRung = false;
    claimDue()
      .catch((error) => log.error({ err: error }, 'nothing could be claimed for delivery'))
      .finally(() => {
        isClaiming = false;
        if (isRung) ring();
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
    const record = await store.load(mapping);
    if (!record || !nextParcel(record) || pauses.isPaused(record.card.channel, now())) settle(mapping);
    await Promise.race([settlement, sleep(timeoutMs)]);
    timeout.abort();
  }

  return {
    start: () => {
      ticking = ticker(ring);
    },
    ring,
    resume: (channel) => {
      pauses.end(channel);
      ring();
    },
    settled,
    trouble: () => pauses.troubles().at(-1),
    report: async () => ({ ...(await store.deliverySummary()), paused: pauses.troubles() }),
    stop: async () => {
      isStopped = true;
      ticking?.cancel();
      await Promise.all(channels.values());
    },
  };
}
