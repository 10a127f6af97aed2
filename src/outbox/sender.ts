import type { DomainEvent } from '../core/events/event.js';
import { ChatError } from '../core/ports/chat-error.js';
import { change } from '../store/change.js';
import { heldEvents, quietIn } from '../store/pending.js';
import type { ReplyPart, Store } from '../store/store.js';
import type { Log } from '../util/log.js';
import { eventsOf, type OutboxItem, type ReplyItem } from './card-thread.js';
import {
  type CardThread,
  type Chat,
  type FoundMessage,
  membersOf,
  type PostOptions,
  type ReplyThread,
} from './chat.js';
import { Lookups } from './lookups.js';
import { withPointer, withPostedCard, withStaleCard, withUpdated } from './outbox.js';

/** Oldest entries are dropped beyond this; a repeated refusal adds the event again. */
const MAX_REFUSED = 1_000;

export interface SenderOptions {
  readonly store: Pick<Store, 'load' | 'save' | 'markPosted'>;
  readonly chat: Chat;
  /** When this process started (epoch ms): an earlier process may have posted what happened before. */
  readonly startedAt: number;
  readonly log: Log;
}

type ItemOf<Kind extends OutboxItem['kind']> = Extract<OutboxItem, { kind: Kind }>;

/** Sends one item at a time and stores the result. */
export class Sender {
  /** Mappings with a message that may have been posted but isn't stored as posted. */
  readonly #open = new Set<string>();
  /** Events that Slack refused in their full form. */
  readonly #refused = new Set<string>();
  readonly #lookups = new Lookups();

  constructor(private readonly options: SenderOptions) {}

  /**
   * Resolves with the events that the item reported. Searches first for a message that may exist already. Throws
   * `ChatError`.
   */
  async send(thread: CardThread, item: OutboxItem, isRepeated: boolean): Promise<readonly DomainEvent[]> {
    if (item.kind === 'reply') return this.reply(thread, item, isRepeated);
    if (item.kind === 'card')
      return this.#report(item, isRepeated, (mayBeThere) => this.#reportCard(thread, item.event, mayBeThere));
    await (item.kind === 'pointer' ? this.#point(thread, item, isRepeated) : this.#show(thread, item));
    return [];
  }

  /** The same for a reply, which takes a part of the records only. */
  reply(thread: ReplyThread, item: ReplyItem, isRepeated: boolean): Promise<readonly DomainEvent[]> {
    return this.#report(item, isRepeated, (mayBeThere) => this.#reportReply(thread, item, mayBeThere));
  }

  /** Brings the card up to date, or says in its thread what it can't show any more. */
  async #show(thread: CardThread, { kind, cardTs }: ItemOf<'update' | 'state'>): Promise<void> {
    const { chat, store } = this.options;
    const { main } = thread;
    const { id, revision, stage } = main.mapping;
    if (kind === 'update') await chat.updateCard(thread, cardTs);
    // Posted once per stage; the thread has everything in between.
    else if (main.card.fixed?.stage !== stage) await chat.postState(main, cardTs);
    await change(store, id, (current) => withUpdated(current, revision, stage));
  }

  async #point({ main }: CardThread, { earlier }: ItemOf<'pointer'>, isRepeated: boolean): Promise<void> {
    // Only a repeated attempt can find an earlier one.
    const mayBeThere = isRepeated || earlier.pointer?.attempts !== 0;
    await this.options.chat.pointToCard(main, earlier, mayBeThere);
    await change(this.options.store, main.mapping.id, (current) => withPointer(current, earlier));
  }

  async #report(
    item: ItemOf<'card' | 'reply'>,
    isRepeated: boolean,
    post: (mayBeThere: boolean) => Promise<void>,
  ): Promise<readonly DomainEvent[]> {
    const events = eventsOf(item);
    const ids = [...new Set(events.map(({ mapping }) => mapping))];
    // The claim may be outdated: another item may be due by now.
    // The other mapping's events may have been posted under a claim of its own.
    const isOld = item.kind === 'reply' && events.some(({ at }) => at < this.options.startedAt);
    const mayBeThere = isRepeated || isOld || ids.some((each) => this.#open.has(each));
    for (const each of ids) this.#open.add(each);
    try {
      await post(mayBeThere);
      for (const each of ids) this.#open.delete(each);
      for (const event of events) this.#refused.delete(event.id);
      return events;
    } catch (error) {
      if (error instanceof ChatError) this.#forgive(ids, events, error, mayBeThere);
      throw error;
    }
  }

  async #reportCard(thread: CardThread, event: DomainEvent, mayBeThere: boolean): Promise<void> {
    const { chat, store } = this.options;
    const { id, revision } = thread.main.mapping;
    const found = mayBeThere ? await this.#lookUp(thread, [event], undefined) : undefined;
    const ts = isMessageFound(found)
      ? found.ts
      : await chat.postCard(thread, event, this.#optionsFor([event], found));
    // A card found by search shows its state at posting time, so update it.
    const shownRevision = isMessageFound(found) ? -1 : revision;
    const posted = { channel: thread.main.card.channel, ts, shownRevision };
    await change(store, id, (current) => withPostedCard(current, event.id, posted));
  }

  async #reportReply(thread: ReplyThread, { events, cardTs }: ReplyItem, mayBeThere: boolean): Promise<void> {
    const { chat, store } = this.options;
    const found = mayBeThere ? await this.#lookUp(thread, events, cardTs) : undefined;
    const message: FoundMessage = isMessageFound(found)
      ? found
      : {
          ts: await chat.postReply(thread, events, cardTs, this.#optionsFor(events, found)),
          events: events.map(({ id }) => id),
        };
    let hasLeft = false;
    for (const member of quietFirst(thread, events)) {
      const own = member.outbox.map(({ event }) => event).filter((id) => message.events.includes(id));
      if (own.length === 0) continue;
      const saved = await store.markPosted(member.mapping.id, own, message.ts);
      hasLeft ||= heldEvents(saved).length > 0;
    }
    if (hasLeft) await change(store, thread.main.mapping.id, withStaleCard);
  }

  #optionsFor(events: readonly DomainEvent[], found: 'impossible' | undefined): PostOptions {
    return {
      isPlain: events.some(({ id }) => this.#refused.has(id)),
      mayBeDuplicate: found === 'impossible',
    };
  }

  async #lookUp(
    thread: ReplyThread,
    events: readonly DomainEvent[],
    cardTs: string | undefined,
  ): Promise<FoundMessage | 'impossible' | undefined> {
    const { chat, log } = this.options;
    const { card, mapping } = thread.main;
    const found = await this.#lookups.try(card.channel, () => chat.find(thread, events, cardTs));
    if (found === 'impossible')
      log.warn(
        { mapping: mapping.id, events: events.map(({ id }) => id) },
        'could not verify whether the events were posted; posting them, possibly twice',
      );
    return found;
  }

  #forgive(
    ids: readonly string[],
    events: readonly DomainEvent[],
    { code }: ChatError,
    mayBeThere: boolean,
  ): void {
    if (this.#refused.size > MAX_REFUSED) this.#refused.clear();
    if (code === 'refused-content' || code === 'refused-call' || code === 'unknown')
      for (const { id } of events) this.#refused.add(id);
    if (code === 'card-gone' || (code !== 'uncertain' && !mayBeThere))
      for (const id of ids) this.#open.delete(id);
  }
}

const isMessageFound = (found: FoundMessage | 'impossible' | undefined): found is FoundMessage =>
  found !== undefined && found !== 'impossible';

/**
 * A record whose events are all quiet is saved before one with a reportable event: if the process ends in between, the
 * reportable one is pending, and the lookup before its next attempt finds the message.
 */
function quietFirst(thread: ReplyThread, events: readonly DomainEvent[]): readonly ReplyPart[] {
  const isQuietHere = quietIn(...membersOf(thread));
  const isReported = ({ mapping }: ReplyPart) =>
    events.some((event) => event.mapping === mapping.id && !isQuietHere(event));
  return membersOf(thread).toSorted((one, other) => Number(isReported(one)) - Number(isReported(other)));
}
