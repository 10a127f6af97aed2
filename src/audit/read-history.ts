import { ChatError, type ChatErrorCode } from '../core/ports/chat-error.js';
import type { HistoryReader, PostedMessage, Root, RootPage } from './history-reader.js';
import type { Horizon } from './horizon.js';

/** The threads read so far, to resume an interrupted run. */
export interface Journal {
  get(thread: string): readonly PostedMessage[] | undefined;
  add(thread: string, messages: readonly PostedMessage[]): Promise<void>;
}

export interface Progress {
  readonly threads: number;
  readonly of: number;
}

export interface ReadOptions {
  readonly reader: HistoryReader;
  readonly channels: readonly string[];
  readonly journal: Journal;
  readonly onProgress: (progress: Progress) => void;
}

export interface ReadMessages {
  readonly messages: readonly PostedMessage[];
  /** By channel. */
  readonly horizons: ReadonlyMap<string, Horizon>;
  /** Channels that can't be read. */
  readonly unreadable: readonly string[];
}

/**
 * Every message of ours in the channels, cards and threads. Threads in the journal that have not grown are
 * not read again.
 */
export async function readHistory({
  reader,
  channels,
  journal,
  onProgress,
}: ReadOptions): Promise<ReadMessages> {
  const messages: PostedMessage[] = [];
  const threads: { readonly channel: string; readonly root: Root }[] = [];
  const horizons = new Map<string, Horizon>();
  const unreadable: string[] = [];
  async function readRoots(channel: string): Promise<void> {
    for await (const page of reader.roots(channel)) {
      horizons.set(channel, further(horizons.get(channel), page));
      for (const root of page.roots) {
        messages.push(...root.messages);
        if (root.mayHoldOurs && root.replyCount > 0) threads.push({ channel, root });
      }
    }
  }
  for (const channel of channels) {
    try {
      await readRoots(channel);
    } catch (error) {
      if (!isAboutChannelOf(error, 'channel-unusable')) throw error;
      unreadable.push(channel);
    }
  }
  for (const [done, { channel, root }] of threads.entries()) {
    onProgress({ threads: done, of: threads.length });
    const key = `${channel} ${root.ts} ${root.replyCount}`;
    const known = journal.get(key);
    const replies = known ?? (await repliesOf(channel, root.ts));
    if (!known) await journal.add(key, replies);
    messages.push(...replies);
  }
  onProgress({ threads: threads.length, of: threads.length });
  return { messages, horizons, unreadable };

  /** Empty for a thread that was deleted since its channel was read. */
  async function repliesOf(channel: string, ts: string): Promise<readonly PostedMessage[]> {
    try {
      return await reader.replies(channel, ts);
    } catch (error) {
      if (!isAboutChannelOf(error, 'card-gone')) throw error;
      return [];
    }
  }
}

const isAboutChannelOf = (error: unknown, code: ChatErrorCode): boolean =>
  error instanceof ChatError && error.code === code;

const further = (before: Horizon | undefined, { roots, isLimited }: RootPage): Horizon => ({
  oldestAt: roots.reduce(
    (oldest, { ts }) => Math.min(oldest, Number(ts) * 1_000),
    before?.oldestAt ?? Number.POSITIVE_INFINITY,
  ),
  isLimited: isLimited || before?.isLimited === true,
});
