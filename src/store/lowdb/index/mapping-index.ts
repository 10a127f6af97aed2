import { partsOf, Ranking } from '../../../util/collections.js';
import { inTurns, visitInTurns } from '../../../util/concurrency/event-loop.js';
import type { DeliveryPlace, DeliverySummary, MappingQuery } from '../../store.js';
import type { IndexEntry } from './index-entry.js';

const BATCH = 256;

/** Index of all mappings, without their records. */
export class IndexOfMappings {
  readonly #entries = new Map<string, IndexEntry>();
  readonly #live = new Map<string, string>();
  /** Ids of removed mappings by hostname. */
  readonly #removed = new Map<string, Set<string>>();
  readonly #listeners: ((id: string, entry: IndexEntry | undefined) => void)[] = [];
  /** With something to deliver, or that can't be delivered: few of many. */
  readonly #undelivered = new Map<string, IndexEntry>();

  get size(): number {
    return this.#entries.size;
  }

  get(id: string): IndexEntry | undefined {
    return this.#entries.get(id);
  }

  values(): Iterable<IndexEntry> {
    return this.#entries.values();
  }

  /** The id of the live (not removed) mapping of a hostname. */
  liveId(hostname: string): string | undefined {
    return this.#live.get(hostname);
  }

  set(entry: IndexEntry): void {
    this.#entries.set(entry.id, entry);
    if (entry.pending > 0 || entry.undeliverable.length > 0) this.#undelivered.set(entry.id, entry);
    else this.#undelivered.delete(entry.id);
    if (entry.stage !== 'removed') this.#live.set(entry.hostname, entry.id);
    else {
      if (this.#live.get(entry.hostname) === entry.id) this.#live.delete(entry.hostname);
      const removed = this.#removed.get(entry.hostname) ?? new Set();
      this.#removed.set(entry.hostname, removed.add(entry.id));
    }
    for (const listener of this.#listeners) listener(entry.id, entry);
  }

  /** Where the mapping's events are posted: a www mapping's in the thread of its primary's card. */
  placeOf(id: string): DeliveryPlace | undefined {
    const entry = this.#entries.get(id);
    const main = (entry?.primary === undefined ? undefined : this.#entries.get(entry.primary)) ?? entry;
    return main && { channel: main.cardChannel, thread: main.id };
  }

  /** Calls with every entry now, and with each change. */
  listen(listener: (id: string, entry: IndexEntry | undefined) => void): void {
    for (const entry of this.#entries.values()) listener(entry.id, entry);
    this.#listeners.push(listener);
  }

  /** Call when its file is unusable. */
  delete(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#undelivered.delete(id);
    if (this.#live.get(entry.hostname) === id) this.#live.delete(entry.hostname);
    this.#removed.get(entry.hostname)?.delete(id);
    for (const listener of this.#listeners) listener(id, undefined);
  }

  deliverySummary(isPaused: (channel: string) => boolean = () => false): DeliverySummary {
    let pending = 0;
    let oldest: DeliverySummary['oldest'];
    const undeliverable: Record<string, number> = {};
    for (const entry of this.#undelivered.values()) {
      pending += entry.pending;
      if (
        entry.pendingSince !== undefined &&
        entry.pendingSince < (oldest?.at ?? Number.POSITIVE_INFINITY) &&
        !isPaused(entry.cardChannel)
      )
        oldest = { mapping: entry.id, at: entry.pendingSince };
      for (const reason of entry.undeliverable) undeliverable[reason] = (undeliverable[reason] ?? 0) + 1;
    }
    return { pending, oldest, undeliverable };
  }

  pendingMappings(): string[] {
    return [...this.#undelivered.values()].filter(({ pending }) => pending > 0).map(({ id }) => id);
  }

  /** Live entries, or those of a stage, in batches and no order, with turns for other work, which may change the index. */
  async *live(query: Pick<MappingQuery, 'app' | 'stage'>): AsyncGenerator<readonly IndexEntry[], void> {
    for await (const batch of inTurns(partsOf(this.#candidates(query), BATCH)))
      yield batch.filter((entry) => isIn(entry, query));
  }

  /** A page by hostname, with turns for other work. Keeps no batches, whose garbage would cost pauses. */
  async select(query: MappingQuery): Promise<{ ids: string[]; total: number }> {
    const { channel, text } = query;
    const found = new Ranking<IndexEntry>(byHostname, query);
    await visitInTurns(this.#candidates(query), (entry) => {
      if (
        isIn(entry, query) &&
        (channel === undefined || entry.cardChannel === channel) &&
        (text === undefined || entry.hostname.includes(text))
      )
        found.add(entry);
    });
    return { ids: found.page().map(({ id }) => id), total: found.size };
  }

  /** The fewest entries that hold all that can fit. */
  #candidates({ hostname, stage }: Pick<MappingQuery, 'hostname' | 'stage'>): Iterable<IndexEntry> {
    if (hostname !== undefined) return this.#named(hostname);
    return stage === 'removed' ? this.#allRemoved() : this.#entries.values();
  }

  *#allRemoved(): Generator<IndexEntry, void> {
    for (const ids of this.#removed.values())
      for (const id of ids) {
        const entry = this.#entries.get(id);
        if (entry) yield entry;
      }
  }

  #named(hostname: string): readonly IndexEntry[] {
    const live = this.#live.get(hostname);
    const ids = new Set([...(live === undefined ? [] : [live]), ...(this.#removed.get(hostname) ?? [])]);
    return [...ids].flatMap((id) => this.#entries.get(id) ?? []);
  }
}

/** Removed mappings only where their stage is asked for. */
const isIn = (entry: IndexEntry, { app, stage }: Pick<MappingQuery, 'app' | 'stage'>): boolean =>
  (stage === undefined ? entry.stage !== 'removed' : entry.stage === stage) &&
  (app === undefined || entry.app === app);

/** Removed mappings of the same hostname in the order of their requests. */
function byHostname(one: IndexEntry, other: IndexEntry): number {
  if (one.hostname !== other.hostname) return one.hostname < other.hostname ? -1 : 1;
  return one.requestedAt - other.requestedAt;
}
