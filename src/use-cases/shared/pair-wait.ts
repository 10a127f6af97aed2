import { type DomainEvent, type EventType, SYSTEM } from '../../core/events/event.js';
import type { Mapping } from '../../core/mapping.js';
import { isQuiet, type ThreadLevel } from '../../core/reporting/quiet.js';
import { isPublished } from '../../core/stage.js';
import { pendingEvents } from '../../store/pending.js';
import { StaleVersion, type Store, type StoredMapping } from '../../store/store.js';

/** The longest wait of a reply for the same step of the other name on its card. */
const MAX_PAIR_WAIT_MS = 3 * 60_000;
/** A round of checks with its jitter. */
const ROUNDS = 1.2;

type PairStore = Pick<Store, 'load' | 'save'>;

/**
 * How long the reply for new events waits, in ms, so that a mapping and its www mapping share one reply per step. Events
 * that a person caused don't wait.
 */
export async function pairWaitMs(
  store: PairStore,
  mapping: Mapping,
  events: readonly DomainEvent[],
  { intervalMs, thread }: { readonly intervalMs: number; readonly thread: ThreadLevel },
): Promise<number> {
  if (events.some(({ by }) => by !== SYSTEM)) return 0;
  const other = await otherOf(store, mapping);
  const isExpected = other && stepsIn(events, thread).some((type) => mayFollow(type, other.mapping));
  return isExpected ? Math.min(intervalMs * ROUNDS, MAX_PAIR_WAIT_MS) : 0;
}

/** Ends the wait of a saved mapping if the other one has the same steps pending. Resolves with the newest record. */
export async function endPairWait(
  store: PairStore,
  saved: StoredMapping,
  events: readonly DomainEvent[],
  thread: ThreadLevel,
): Promise<StoredMapping> {
  const other = await otherOf(store, saved.mapping);
  const there = new Set(other && pendingEvents(other).map(({ type }) => type));
  if (!stepsIn(events, thread).every((type) => there.has(type))) return saved;
  const outbox = saved.outbox.map((entry) => (entry.attempts === 0 ? { ...entry, notBefore: 0 } : entry));
  try {
    return await store.save({ ...saved, outbox });
  } catch (error) {
    // Another writer was faster: the wait ends by itself.
    if (error instanceof StaleVersion) return saved;
    throw error;
  }
}

const stepsIn = (events: readonly DomainEvent[], thread: ThreadLevel): readonly EventType[] =>
  events.flatMap((event) => (event.type === 'unknown' || isQuiet(event, thread) ? [] : [event.type]));

async function otherOf(store: PairStore, { primary, www }: Mapping): Promise<StoredMapping | undefined> {
  const id = primary ?? www?.id;
  return id === undefined ? undefined : store.load(id);
}

/** Whether the other mapping may soon take the same step. */
function mayFollow(type: EventType, { alias, dns, outcome }: Mapping): boolean {
  switch (type) {
    case 'error.logged':
      return false;
    case 'alias.removed':
    case 'alias.remove_refused':
      return alias.intent === 'remove' && alias.state !== 'removed';
    case 'alias.refused':
      return alias.state === 'requested';
    case 'dns.published':
      return alias.state === 'accepted' && !isPublished(dns);
    case 'domain.done':
      return isPublished(dns) && outcome?.stage !== 'done';
    default:
      return alias.state === 'accepted' && alias.intent === 'add';
  }
}
