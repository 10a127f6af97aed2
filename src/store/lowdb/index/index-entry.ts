import { join } from 'node:path';
import { laneOf } from '../../../core/lane.js';
import type { Mapping } from '../../../core/mapping.js';
import { unpointed } from '../../cards.js';
import { isCardStale, replyDueAt, reportableEntries } from '../../pending.js';
import type { Judge, MappingSummary, StoredMapping } from '../../store.js';
import { sharedText, summaryOf } from '../../summary.js';
import type { Due } from './leases.js';

/** What memory holds of each mapping. */
export interface IndexEntry extends MappingSummary {
  readonly cardChannel: string;
  readonly version: number;
  readonly path: string;
  readonly check: Due | undefined;
  readonly delivery: Due | undefined;
  /** Events that need a reply, and since when the oldest waits. */
  readonly pending: number;
  readonly pendingSince: number | undefined;
  /** Why events are undeliverable. */
  readonly undeliverable: readonly string[];
}

const MAX_STEM = 180;
const NO_REASONS: readonly string[] = [];

/** Readable, and short enough for a file name with any hostname. */
export function pathFor(folder: string, { id, hostname }: Pick<Mapping, 'id' | 'hostname'>): string {
  const stem = hostname.replace('*', '_wildcard').slice(0, MAX_STEM);
  return join(folder, `${stem}.${id}.json`);
}

export function entryOf(stored: StoredMapping, path: string, judge: Judge | undefined): IndexEntry {
  const summary = summaryOf(stored.mapping, judge);
  const { app, stage } = summary;
  const { nextCheckAt } = stored.mapping;
  const check =
    nextCheckAt === undefined
      ? undefined
      : { at: nextCheckAt, work: `check ${nextCheckAt}`, lane: laneOf(stored.mapping), app };
  return {
    ...summary,
    cardChannel: sharedText(stored.card.channel),
    version: stored.version,
    path,
    check: stage === 'removed' ? undefined : check,
    delivery: outboxDueOf(stored),
    pending: reportableEntries(stored).length,
    pendingSince: pendingSinceOf(stored),
    undeliverable: stored.undeliverable?.length
      ? stored.undeliverable.map(({ reason }) => reason)
      : NO_REASONS,
  };
}

/** Replies go out before updates of cards, of which thousands may be due at once. */
export const DELIVERY_LANES = ['reply', 'update'] as const;

/** When the next message is due: a reply or an update of the card, whichever is first; then where a card moved to. */
function outboxDueOf(stored: StoredMapping): Due | undefined {
  const { outbox, card, mapping } = stored;
  const replyAt = replyDueAt(stored);
  const updateAt = isCardStale(stored) ? card.notBefore : undefined;
  const isReplyFirst = replyAt !== undefined && (updateAt === undefined || replyAt <= updateAt);
  if (isReplyFirst) return { at: replyAt, work: outbox[0]?.event ?? '', lane: 'reply' };
  if (updateAt !== undefined) return { at: updateAt, work: `card ${mapping.revision}`, lane: 'update' };
  const { ts, pointer } = (card.ts === undefined ? undefined : unpointed(card)) ?? {};
  return pointer && { at: pointer.notBefore, work: `pointer ${ts}`, lane: 'update' };
}

/** Since when the oldest reportable event waits; one that waits for its pair's other event, or for quiet hours to end, is not late. */
function pendingSinceOf(stored: StoredMapping): number | undefined {
  const [first] = reportableEntries(stored);
  const at = first && stored.events.find(({ id }) => id === first.event)?.at;
  return at === undefined || first === undefined || first.attempts > 0
    ? at
    : Math.max(at, first.notBefore, first.heldUntil ?? 0);
}

/** Separates duplicates left by copied or restored files: one entry stays per id and per live hostname. */
export function withoutDoubles(entries: readonly IndexEntry[]): {
  kept: IndexEntry[];
  doubles: IndexEntry[];
} {
  const newestFirst = entries.toSorted(
    (one, other) => other.requestedAt - one.requestedAt || other.version - one.version,
  );
  const ids = new Set<string>();
  const hostnames = new Set<string>();
  const kept: IndexEntry[] = [];
  const doubles: IndexEntry[] = [];
  for (const entry of newestFirst) {
    const isLive = entry.stage !== 'removed';
    const isDouble = ids.has(entry.id) || (isLive && hostnames.has(entry.hostname));
    (isDouble ? doubles : kept).push(entry);
    ids.add(entry.id);
    if (isLive) hostnames.add(entry.hostname);
  }
  return { kept, doubles };
}
