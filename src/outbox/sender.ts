import type { DomainEvent } from '../core/events/event.js';
import { ChatError } from '../core/ports/chat-error.js';
import { heldEvents, quietIn } from '../store/pending.js';
import type { Store, StoredMapping } from '../store/store.js';
import type { Log } from '../util/log.js';
import { eventsOf, type OutboxItem } from './card-thread.js';
import { change } from './change.js';
import { type CardThread, type Chat, type FoundMessage, membersOf } from './chat.js';
import { Lookups } from './lookups.js';
import { withPointer, withPosted, withPostedCard, withStaleCard, withUpdated } from './outbox.js';

/** Oldest entries are dropped beyond this; a repeated refusal adds the event again. */
const MAX_REFUSED = 1_000;

export interface SenderOptions {
  readonly store: Pick<Store, 'load' | 'save'>;
  readonly chat: Chat;
  /** When this process began (epoch ms): what happened before may have been posted by another one. */
  readonly startedAt: number;
  readonly log: Log;
}

export interface Sender {
  /**
   * Sends one item and stores the result; resolves with the events that it reported. Searches first for a message that
   * may exist already. Throws `ChatError`.
   */
  send(thread: CardThread, item: OutboxItem, isRepeated: boolean): Promise<readonly DomainEvent[]>;
}

export function createSender({ store, chat, startedAt, log }: SenderOptions): Sender {
  /** Mappings with a message that may have been posted but isn't stored as posted. */
  const open = new Set<string>();
  /** Events that Slack refused in their full form. */
  const refused = new Set<string>();
  const lookups = new Lookups();

  async function send(
    thread: CardThread,
    item: OutboxItem,
    isRepeated: boolean,
  ): Promise<readonly DomainEvent[]> {
    const { main } = thread;
    const { id, revision, stage } = main.mapping;
    if (item.kind === 'update') await chat.updateCard(thread, item.cardTs);
    // Posted once per stage; the thread has everything in between.
    if (item.kind === 'state' && main.card.fixed?.stage !== stage) await chat.postState(main, item.cardTs);
    if (item.kind === 'update' || item.kind === 'state') {
      await change(store, id, (current) => withUpdated(current, revision, stage));
      return [];
    }
    if (item.kind === 'pointer') {
      // Only a repeated attempt can find an earlier one.
      const mayBeThere = isRepeated || item.earlier.pointer?.attempts !== 0;
      await chat.pointToCard(main, item.earlier, mayBeThere);
      await change(store, id, (current) => withPointer(current, item.earlier));
      return [];
    }
    const events = eventsOf(item);
    const ids = [...new Set(events.map(({ mapping }) => mapping))];
    // The claim may be outdated: another item may be due by now.
    // The other mapping's events may have been posted under a claim of its own.
    const isOld = item.kind === 'reply' && events.some(({ at }) => at < startedAt);
    const mayBeThere = isRepeated || isOld || ids.some((each) => open.has(each));
    for (const each of ids) open.add(each);
    try {
      await (item.kind === 'card'
        ? reportCard(thread, item.event, mayBeThere)
        : reportReply(thread, item, mayBeThere));
      for (const each of ids) open.delete(each);
      for (const event of events) refused.delete(event.id);
      return events;
    } catch (error) {
      if (error instanceof ChatError) forgive(ids, events, error, mayBeThere);
      throw error;
    }
  }

  async function reportCard(thread: CardThread, event: DomainEvent, mayBeThere: boolean): Promise<void> {
    const { id, revision } = thread.main.mapping;
    const found = mayBeThere ? await lookUp(thread, [event], undefined) : undefined;
    const ts = isMessageFound(found)
      ? found.ts
      : await chat.postCard(thread, event, optionsFor([event], found));
    // A card found by search shows its state at posting time, so update it.
    const shownRevision = isMessageFound(found) ? -1 : revision;
    const posted = { channel: thread.main.card.channel, ts, shownRevision };
    await change(store, id, (current) => withPostedCard(current, event.id, posted));
  }

  async function reportReply(
    thread: CardThread,
    { events, cardTs }: Extract<OutboxItem, { kind: 'reply' }>,
    mayBeThere: boolean,
  ): Promise<void> {
    const found = mayBeThere ? await lookUp(thread, events, cardTs) : undefined;
    const message: FoundMessage = isMessageFound(found)
      ? found
      : {
          ts: await chat.postReply(thread, events, cardTs, optionsFor(events, found)),
          events: events.map(({ id }) => id),
        };
    let hasLeft = false;
    for (const member of quietFirst(thread, events)) {
      const own = member.outbox.map(({ event }) => event).filter((id) => message.events.includes(id));
      if (own.length === 0) continue;
      const saved = await change(store, member.mapping.id, (current) => withPosted(current, own, message.ts));
      hasLeft ||= heldEvents(saved).length > 0;
    }
    if (hasLeft) await change(store, thread.main.mapping.id, withStaleCard);
  }

  const optionsFor = (events: readonly DomainEvent[], found: 'impossible' | undefined) => ({
    isPlain: events.some(({ id }) => refused.has(id)),
    mayBeDuplicate: found === 'impossible',
  });

  async function lookUp(
    thread: CardThread,
    events: readonly DomainEvent[],
    cardTs: string | undefined,
  ): Promise<FoundMessage | 'impossible' | undefined> {
    const { card, mapping } = thread.main;
    const found = await lookups.try(card.channel, () => chat.find(thread, events, cardTs));
    if (found === 'impossible')
      log.warn(
        { mapping: mapping.id, events: events.map(({ id }) => id) },
        'could not verify whether the events were posted; posting them, possibly twice',
      );
    return found;
  }

  function forgive(
    ids: readonly string[],
    events: readonly DomainEvent[],
    { code }: ChatError,
    mayBeThere: boolean,
  ): void {
    if (refused.size > MAX_REFUSED) refused.clear();
    if (code === 'refused-content' || code === 'refused-call' || code === 'unknown')
      for (const { id } of events) refused.add(id);
    if (code === 'card-gone' || (code !== 'uncertain' && !mayBeThere)) for (const id of ids) open.delete(id);
  }

  return { send };
}

const isMessageFound = (found: FoundMessage | 'impossible' | undefined): found is FoundMessage =>
  found !== undefined && found !== 'impossible';

/**
 * A record whose events are all quiet is saved before one with a reportable event: if the process ends in between, the
 * reportable one is pending, and the lookup before its next attempt finds the message.
 */
function quietFirst(thread: CardThread, events: readonly DomainEvent[]): readonly StoredMapping[] {
  const isQuietHere = quietIn(...membersOf(thread));
  const isReported = ({ mapping }: StoredMapping) =>
    events.some((event) => event.mapping === mapping.id && !isQuietHere(event));
  return membersOf(thread).toSorted((one, other) => Number(isReported(one)) - Number(isReported(other)));
}
