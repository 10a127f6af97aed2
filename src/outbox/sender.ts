import type { DomainEvent } from '../core/event.js';
import type { Mapping } from '../core/mapping.js';
import type { Store, StoredMapping } from '../store/store.js';
import type { Log } from '../util/log.js';
import { change } from './change.js';
import { type Chat, ChatError } from './chat.js';
import { Lookups } from './lookups.js';
import { type OutboxItem, withPointer, withPosted, withUpdated } from './outbox.js';

/** Oldest entries are dropped beyond this; a repeated refusal adds the event again. */
const MAX_REFUSED = 1_000;

export interface SenderOptions {
  readonly store: Pick<Store, 'load' | 'save'>;
  readonly chat: Chat;
  readonly log: Log;
}

export interface Sender {
  /**
   * Sends one item and stores the result. Searches first for a message that may exist already. Throws
   * `ChatError`.
   */
  send(stored: StoredMapping, item: OutboxItem, isRepeated: boolean): Promise<StoredMapping>;
}

export function createSender({ store, chat, log }: SenderOptions): Sender {
  /** Mappings with a message that may have been posted but isn't stored as posted. */
  const open = new Set<string>();
  /** Events that Slack refused in their full form. */
  const refused = new Set<string>();
  const lookups = new Lookups();

  async function wwwOf({ mapping }: StoredMapping): Promise<Mapping | undefined> {
    return mapping.www && (await store.load(mapping.www.id))?.mapping;
  }

  async function send(stored: StoredMapping, item: OutboxItem, isRepeated: boolean): Promise<StoredMapping> {
    const { id, revision, stage } = stored.mapping;
    if (item.kind === 'update') await chat.updateCard(stored, item.cardTs, await wwwOf(stored));
    // Posted once per stage; the thread has everything in between.
    if (item.kind === 'state' && stored.card.fixed?.stage !== stage)
      await chat.postState(stored, item.cardTs);
    if (item.kind === 'update' || item.kind === 'state')
      return change(store, id, (current) => withUpdated(current, revision, stage));
    if (item.kind === 'pointer') {
      // Only a repeated attempt can find an earlier one.
      const mayBeThere = isRepeated || item.earlier.pointer?.attempts !== 0;
      await chat.pointToCard(stored, item.earlier, mayBeThere);
      return change(store, id, (current) => withPointer(current, item.earlier));
    }
    // The claim may be outdated: another item may be due by now.
    const mayBeThere = isRepeated || open.has(id);
    open.add(id);
    try {
      const saved = await report(stored, item, mayBeThere);
      open.delete(id);
      refused.delete(item.event.id);
      return saved;
    } catch (error) {
      if (error instanceof ChatError) forgive(id, item.event, error, mayBeThere);
      throw error;
    }
  }

  async function report(
    stored: StoredMapping,
    item: Extract<OutboxItem, { event: DomainEvent }>,
    mayBeThere: boolean,
  ): Promise<StoredMapping> {
    const { id, revision } = stored.mapping;
    const { event } = item;
    const cardTs = item.kind === 'reply' ? item.cardTs : undefined;
    const found = mayBeThere ? await lookUp(stored, event, cardTs) : undefined;
    const options = { isPlain: refused.has(event.id), mayBeDuplicate: found === 'impossible' };
    const isFound = found !== undefined && found !== 'impossible';
    const ts = isFound
      ? found
      : cardTs === undefined
        ? await chat.postCard(stored, event, await wwwOf(stored), options)
        : await chat.postReply(stored, event, cardTs, options);
    // A card found by search shows its state at posting time, so update it.
    const posted = { channel: stored.card.channel, ts, shownRevision: isFound ? -1 : revision };
    return change(store, id, (current) => withPosted(current, item, posted));
  }

  async function lookUp(
    stored: StoredMapping,
    event: DomainEvent,
    cardTs: string | undefined,
  ): Promise<string | 'impossible' | undefined> {
    const found = await lookups.try(stored.card.channel, () => chat.find(stored, event, cardTs));
    if (found === 'impossible')
      log.warn(
        { mapping: stored.mapping.id, event: event.id },
        'could not verify whether the event was posted; posting it, possibly twice',
      );
    return found;
  }

  function forgive(id: string, event: DomainEvent, { code }: ChatError, mayBeThere: boolean): void {
    if (refused.size > MAX_REFUSED) refused.clear();
    if (code === 'refused-content' || code === 'refused-call' || code === 'unknown') refused.add(event.id);
    if (code === 'card-gone' || (code !== 'uncertain' && !mayBeThere)) open.delete(id);
  }

  return { send };
}
