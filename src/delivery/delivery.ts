import { keepNewest } from '../keep-newest.js';
import type { Log } from '../log.js';
import type { Mapping } from '../mapping/mapping.js';
import { withItsCard } from '../store/its-card.js';
import { type Claim, type MappingRecord, StaleVersion, type Store } from '../store/store.js';
import type { Ticker } from '../ticker.js';
import { type Messenger, MessengerError, type MessengerErrorCode } from './messenger.js';
import {
  nextParcel,
  type Parcel,
  pauseMs,
  withoutCard,
  withPause,
  withPosted,
  withUpdated,
} from './outbox.js';

/** Longer than a post with its look-up and the channel's queue may take. */
const LEASE_MS = 120_000;
/** One under way and one to follow: the rest stays with the store, where nothing expires. */
const PER_CHANNEL = 2;
/** Slack: about one message a second and channel. */
const CHANNEL_GAP_MS = 1_100;
/** Until the card on which a companion stands is posted. */
const CARD_WAIT_MS = 1_000;
const MOST_TROUBLES = 1_000;

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
  /** Resolves when the mapping has nothing pending, or a try for it failed, or after `timeoutMs`. */
  settled(mapping: string, timeoutMs: number): Promise<void>;
  /** Why nothing gets into a channel until somebody does something; undefined when all is well. */
  trouble(): DeliveryTrouble | undefined;
  stop(): Promise<void>;
}

export interface DeliveryTrouble {
  readonly channel: string;
  readonly code: MessengerErrorCode;
  readonly message: string;
}

/** Time alone does not mend these. */
const NEEDS_SOMEBODY: readonly MessengerErrorCode[] = ['unauthorised', 'channel-unusable'];

/** Brings events into Slack: in order within a mapping, paced within a channel, each once. */
export function createDelivery({ store, messenger, ticker, now, sleep, log }: DeliveryOptions): Delivery {
  const channels = new Map<string, Promise<void>>();
  const waiting = new Map<string, Set<() => void>>();
  /** Mappings of which something may have been posted without being marked as told. */
  const open = new Set<string>();
  /** By channel. */
  const troubles = new Map<string, DeliveryTrouble>();
  let ticking: ReturnType<Ticker> | undefined;
  let isClaiming = false;
  let isRung = false;
  let isStopped = false;

  function settle(mapping: string): void {
    for (const resolve of waiting.get(mapping) ?? []) resolve();
    waiting.delete(mapping);
  }

  async function deliver(claim: Claim): Promise<void> {
    const id = claim.mapping;
    const loaded = await store.load(id);
    // A companion's events are told in the thread of the card on which it stands.
    const record = loaded && (await withItsCard(store, loaded));
    const parcel = record && nextParcel(record);
    if (!record || !parcel) return settle(id);
    if (parcel.kind === 'card' && record.mapping.under !== undefined)
      return void (await change(id, (current) => withPause(current, parcel, now() + CARD_WAIT_MS)));
    // A claim knows what was due when it was made, which may be something else by now.
    const mayBeThere = claim.repeated || open.has(id);
    open.add(id);
    try {
      const saved = await send(record, parcel, mayBeThere);
      open.delete(id);
      troubles.delete(record.card.channel);
      if (!nextParcel(saved)) settle(id);
    } catch (error) {
      if (!(error instanceof MessengerError)) throw error;
      if (error.code === 'card-gone' || (error.code !== 'uncertain' && !mayBeThere)) open.delete(id);
      await postpone(record, parcel, error);
      settle(id);
    }
  }

  async function companionOf({ mapping }: MappingRecord): Promise<Mapping | undefined> {
    return mapping.companion && (await store.load(mapping.companion.id))?.mapping;
  }

  async function send(record: MappingRecord, parcel: Parcel, mayBeThere: boolean): Promise<MappingRecord> {
    const id = record.mapping.id;
    const shown = record.mapping.revision;
    if (parcel.kind === 'update') {
      await messenger.updateCard(record, parcel.cardTs, await companionOf(record));
      return change(id, (current) => withUpdated(current, shown));
    }
    const cardTs = parcel.kind === 'reply' ? parcel.cardTs : undefined;
    const found = mayBeThere ? await messenger.find(record, parcel.event, cardTs) : undefined;
    const ts =
      found ??
      (parcel.kind === 'card'
        ? await messenger.postCard(record, parcel.event, await companionOf(record))
        : await messenger.postReply(record, parcel.event, parcel.cardTs));
    // A card that was found shows what it showed when it was posted: it is brought up to date.
    return change(id, (current) => withPosted(current, parcel, ts, found === undefined ? shown : -1));
  }

  async function postpone(record: MappingRecord, parcel: Parcel, error: MessengerError): Promise<void> {
    const id = record.mapping.id;
    const { code, message } = error;
    const { channel } = record.card;
    if (NEEDS_SOMEBODY.includes(code))
      keepNewest(troubles, channel, { channel, code, message }, MOST_TROUBLES);
    if (code === 'card-gone') {
      log.warn({ mapping: id }, 'the card was deleted in Slack: a new one is posted');
      await change(record.mapping.under ?? id, withoutCard);
      return;
    }
    const attempts = record.deliveries[0]?.attempts ?? 0;
    const waitMs = pauseMs(code, attempts, error.facts.retryAfterMs);
    log.warn({ err: error, mapping: id, code, waitMs }, 'Slack did not take a message');
    await change(id, (current) => withPause(current, parcel, now() + waitMs));
  }

  async function change(id: string, edit: (record: MappingRecord) => MappingRecord): Promise<MappingRecord> {
    for (;;) {
      const record = await store.load(id);
      if (!record) throw new Error(`mapping ${id} is gone`);
      try {
        return await store.save(edit(record));
      } catch (error) {
        if (!(error instanceof StaleVersion)) throw error;
      }
    }
  }

  /** One after another in a channel, a gap apart, whichever mapping they belong to. */
  function enqueue(channel: string, claim: Claim): void {
    const before = channels.get(channel) ?? Promise.resolve();
    const turn = before.then(async () => {
      if (isStopped || claim.until <= now()) return;
      const startedAt = now();
      await deliver(claim);
      await store.release(claim);
      ring();
      // A clock that was set back makes the gap no longer.
      await sleep(Math.min(CHANNEL_GAP_MS, Math.max(0, CHANNEL_GAP_MS - (now() - startedAt))));
    });
    const settledTurn = turn.catch((error) =>
      log.error({ err: error, mapping: claim.mapping }, 'delivery failed'),
    );
    channels.set(channel, settledTurn);
    void settledTurn.then(() => {
      if (channels.get(channel) === settledTurn) channels.delete(channel);
    });
  }

  async function claimDue(): Promise<void> {
    for (const claim of await store.claimDeliveries(now(), PER_CHANNEL, LEASE_MS)) {
      const record = await store.load(claim.mapping);
      if (record) enqueue(record.card.channel, claim);
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
    if (!record || !nextParcel(record)) settle(mapping);
    await Promise.race([settlement, sleep(timeoutMs)]);
    timeout.abort();
  }

  return {
    start: () => {
      ticking = ticker(ring);
    },
    ring,
    settled,
    trouble: () => [...troubles.values()].at(-1),
    stop: async () => {
      isStopped = true;
      ticking?.cancel();
      await Promise.all(channels.values());
    },
  };
}
