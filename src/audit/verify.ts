import { messagePlace, withCardOf } from '../store/cards.js';
import type { SetAside, StoredMapping } from '../store/store.js';
import { type Difference, diffHistory } from './diff-history.js';
import type { HistoryReader, PostedMessage } from './history-reader.js';
import { type OutOfReach, outOfReach } from './horizon.js';
import { type Journal, type Progress, type ReadMessages, readHistory } from './read-history.js';

export interface ChannelReading {
  readonly reader: HistoryReader;
  readonly journal: Journal;
  readonly onProgress: (progress: Progress) => void;
}

export interface VerifyOptions extends ChannelReading {
  readonly storedMappings: () => AsyncIterable<StoredMapping>;
  /** Unusable mapping files; their messages are not reported as differences. */
  readonly setAside?: () => readonly SetAside[];
  readonly now: () => number;
}

export interface Verification {
  readonly mappings: number;
  readonly events: number;
  readonly messages: number;
  readonly differences: readonly Difference[];
  /** Channels with cards that the bot can't read because it is not a member. */
  readonly unread: readonly string[];
  /** Events whose messages Slack no longer shows because of a plan or retention policy. */
  readonly outOfReach: number;
  /** Mappings with unusable files. */
  readonly unusable: number;
}

/** Reads the channels and compares them with the store. Throws when Slack stays unavailable. */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const readAt = options.now();
  const channels = await options.reader.channels();
  const { messages, horizons, unreadable } = await readHistory({ ...options, channels });
  const readable = channels.filter((channel) => !unreadable.includes(channel));
  // Read the store after the messages, so that it has everything they mention.
  const read: StoredMapping[] = [];
  for await (const stored of options.storedMappings()) read.push(stored);
  const storedMappings = withCards(read);
  const channelsWithCards = storedMappings.flatMap(({ card }) => [card, ...(card.earlier ?? [])]);
  const unread = new Set(
    channelsWithCards.map(({ channel }) => channel).filter((channel) => !readable.includes(channel)),
  );
  const comparable = storedMappings.filter(({ card }) => !unread.has(card.channel));
  const aside = options.setAside?.() ?? [];
  const isKnown = ({ event }: PostedMessage) =>
    !event || !aside.some(({ file }) => file.includes(`.${event.mapping}.json`));
  const isHidden = outOfReach(storedMappings, horizons);
  /** Includes the channels of earlier cards. */
  const isUnread: OutOfReach = ({ card }, ts) => {
    const place = messagePlace(card, ts);
    return place === undefined || unread.has(place.channel);
  };
  const isUnseen: OutOfReach = (stored, ts) => isUnread(stored, ts) || isHidden(stored, ts);
  return {
    mappings: storedMappings.length,
    events: storedMappings.reduce((sum, { events }) => sum + events.length, 0),
    messages: countMessages(messages),
    differences: diffHistory(comparable, messages.filter(isKnown), readAt, isUnseen),
    unread: [...unread],
    outOfReach: comparable.reduce((sum, stored) => sum + hiddenIn(stored, isHidden), 0),
    unusable: aside.length,
  };
}

const countMessages = (messages: readonly PostedMessage[]): number =>
  new Set(messages.filter(({ event }) => event).map(({ channel, ts }) => `${channel} ${ts}`)).size;

/** Gives www mappings their primaries' cards. */
function withCards(read: readonly StoredMapping[]): StoredMapping[] {
  const byId = new Map(read.map((stored) => [stored.mapping.id, stored]));
  return read.map((stored) => {
    const { primary } = stored.mapping;
    return primary === undefined ? stored : withCardOf(byId.get(primary), stored);
  });
}

const hiddenIn = (stored: StoredMapping, isHidden: OutOfReach): number =>
  stored.events.filter(({ id }) => {
    const ts = stored.messages[id];
    return ts !== undefined && isHidden(stored, ts);
  }).length;

/** Every message of ours in the channels the bot is a member of. */
export async function readAllChannels(reading: ChannelReading): Promise<ReadMessages> {
  return readHistory({ ...reading, channels: await reading.reader.channels() });
}
