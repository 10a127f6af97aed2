import type { Log } from '../log.js';
import type { DomainEvent } from '../mapping/event.js';
import type { Mapping } from '../mapping/mapping.js';
import type { MappingRecord, Store } from '../store/store.js';
import { change } from './change.js';
import { Lookups } from './lookups.js';
import { type Messenger, MessengerError } from './messenger.js';
import { type Parcel, withPosted, withUpdated } from './outbox.js';

/** Forgotten beyond that: what is refused again is remembered again. */
const MAX_REFUSED = 1_000;

export interface SenderOptions {
  readonly store: Pick<Store, 'load' | 'save'>;
  readonly messenger: Messenger;
  readonly log: Log;
}

export interface Sender {
  /** Sends one parcel and stores that it was; what may be there already is looked for first. Throws `MessengerError`. */
  send(record: MappingRecord, parcel: Parcel, isRepeated: boolean): Promise<MappingRecord>;
}

export function createSender({ store, messenger, log }: SenderOptions): Sender {
  /** Mappings of which something may have been posted without being marked as told. */
  const open = new Set<string>();
  /** Events that Slack refused in their full form. */
  const refused = new Set<string>();
  const lookups = new Lookups();

  async function companionOf({ mapping }: MappingRecord): Promise<Mapping | undefined> {
    return mapping.companion && (await store.load(mapping.companion.id))?.mapping;
  }

  async function send(record: MappingRecord, parcel: Parcel, isRepeated: boolean): Promise<MappingRecord> {
    const { id, revision, stage } = record.mapping;
    if (parcel.kind === 'update')
      await messenger.updateCard(record, parcel.cardTs, await companionOf(record));
    // Told once a stage: what happened in between is in the thread anyway.
    if (parcel.kind === 'state' && record.card.fixed?.stage !== stage)
      await messenger.postState(record, parcel.cardTs);
    if (parcel.kind === 'update' || parcel.kind === 'state')
      return change(store, id, (current) => withUpdated(current, revision, stage));
    // A claim knows what was due when it was made, which may be something else by now.
    const mayBeThere = isRepeated || open.has(id);
    open.add(id);
    try {
      const saved = await tell(record, parcel, mayBeThere);
      open.delete(id);
      refused.delete(parcel.event.id);
      return saved;
    } catch (error) {
      if (error instanceof MessengerError) forgive(id, parcel.event, error, mayBeThere);
      throw error;
    }
  }

  async function tell(
    record: MappingRecord,
    parcel: Extract<Parcel, { event: DomainEvent }>,
    mayBeThere: boolean,
  ): Promise<MappingRecord> {
    const { id, revision } = record.mapping;
    const { event } = parcel;
    const cardTs = parcel.kind === 'reply' ? parcel.cardTs : undefined;
    const found = mayBeThere ? await lookUp(record, event, cardTs) : undefined;
    const options = { isPlain: refused.has(event.id), mayBeDuplicate: found === 'impossible' };
    const isFound = found !== undefined && found !== 'impossible';
    const ts = isFound
      ? found
      : cardTs === undefined
        ? await messenger.postCard(record, event, await companionOf(record), options)
        : await messenger.postReply(record, event, cardTs, options);
    // A card that was found shows what it showed when it was posted: it is brought up to date.
    return change(store, id, (current) => withPosted(current, parcel, ts, isFound ? -1 : revision));
  }

  async function lookUp(
    record: MappingRecord,
    event: DomainEvent,
    cardTs: string | undefined,
  ): Promise<string | 'impossible' | undefined> {
    const found = await lookups.try(record.card.channel, () => messenger.find(record, event, cardTs));
    if (found === 'impossible')
      log.warn(
        { mapping: record.mapping.id, event: event.id },
        'nobody can look whether an event was posted: it is posted, perhaps a second time',
      );
    return found;
  }

  function forgive(id: string, event: DomainEvent, { code }: MessengerError, mayBeThere: boolean): void {
    if (refused.size > MAX_REFUSED) refused.clear();
    if (code === 'refused-content' || code === 'refused-call' || code === 'unknown') refused.add(event.id);
    if (code === 'card-gone' || (code !== 'uncertain' && !mayBeThere)) open.delete(id);
  }

  return { send };
}
