import type { MappingRecord } from '../store/store.js';
import { compareHistory, type Difference } from './compare.js';
import type { HistoryReader, ToldMessage } from './history-reader.js';
import { type Journal, type Progress, readHistory } from './read-history.js';

export interface Reading {
  readonly reader: HistoryReader;
  readonly journal: Journal;
  readonly onProgress: (progress: Progress) => void;
}

export interface VerifyOptions extends Reading {
  readonly records: () => AsyncIterable<MappingRecord>;
  readonly now: () => number;
}

export interface Verification {
  readonly mappings: number;
  readonly events: number;
  readonly messages: number;
  readonly differences: readonly Difference[];
  /** Channels with cards that can't be read: the bot is not in them. */
  readonly unread: readonly string[];
}

/** Reads the channels back and compares them with the store. Throws when Slack stays away. */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const readAt = options.now();
  const readable = await options.reader.channels();
  const messages = await readHistory({ ...options, channels: readable });
  // After the messages: whatever was read of is stored by now.
  const records: MappingRecord[] = [];
  for await (const record of options.records()) records.push(record);
  const unread = new Set(
    records.map(({ card }) => card.channel).filter((channel) => !readable.includes(channel)),
  );
  const comparable = records.filter(({ card }) => !unread.has(card.channel));
  return {
    mappings: records.length,
    events: records.reduce((sum, { events }) => sum + events.length, 0),
    messages: messages.filter(({ event }) => event).length,
    differences: compareHistory(comparable, messages, readAt),
    unread: [...unread],
  };
}

/** Every message of ours in the channels that the bot is in. */
export async function readAll(reading: Reading): Promise<ToldMessage[]> {
  return readHistory({ ...reading, channels: await reading.reader.channels() });
}
