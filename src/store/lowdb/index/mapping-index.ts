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
  /** Ids by hostname. Both never change, so only a new mapping invalidates the order. */
  #sorted: string[] | undefined;

  get(id: string): IndexEntry | undefined {
    return this.#entries.get(id);
  }

  all(): readonly IndexEntry[] {
    return [...this.#entries.values()];
  }

  /** The id of the live (not removed) mapping of a hostname. */
  liveId(hostname: string): string | undefined {
    return this.#live.get(hostname);
  }

  set(entry: IndexEntry): void {
    if (!this.#entries.has(entry.id)) this.#sorted = undefined;
    this.#entries.set(entry.id, entry);
    if (entry.stage !== 'removed') this.#live.set(entry.hostname, entry.id);
    else {
      if (this.#live.get(entry.hostname) === entry.id) this.#live.delete(entry.hostname);
      const removed = this.#removed.get(entry.hostname) ?? new Set();
      this.#removed.set(entry.hostname, removed.add(entry.id));
    }
    for (const tell of this.#listeners) tell(entry.id, entry);
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
    this.#sorted = undefined;
    if (this.#live.get(entry.hostname) === id) this.#live.delete(entry.hostname);
    this.#removed.get(entry.hostname)?.delete(id);
    for (const tell of this.#listeners) tell(id, undefined);
  }

  deliverySummary(isPaused: (channel: string) => boolean = () => false): DeliverySummary {
    let pending = 0;
    let oldest: DeliverySummary['oldest'];
    const undeliverable: Record<string, number> = {};
    for (const entry of this.#entries.values()) {
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

  /** Live entries, or those of a stage, in batches and no order; the index may change between two of them. */
  *live({ app, stage }: Pick<MappingQuery, 'app' | 'stage'>): Generator<readonly IndexEntry[], void> {
    let batch: IndexEntry[] = [];
    for (const entry of this.#entries.values()) {
      if (stage === undefined ? entry.stage === 'removed' : entry.stage !== stage) continue;
      if (app !== undefined && entry.app !== app) continue;
      batch.push(entry);
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  select({ app, channel, stage, hostname, text, offset, limit }: MappingQuery): {
    ids: string[];
    total: number;
  } {
    const all = hostname === undefined ? this.#inOrder(limit) : this.#idsOf(hostname);
    const found = all.filter((id) => {
      const entry = this.#entries.get(id);
      return (
        entry !== undefined &&
        (stage === undefined ? entry.stage !== 'removed' : entry.stage === stage) &&
        (app === undefined || entry.app === app) &&
        (channel === undefined || entry.cardChannel === channel) &&
        (text === undefined || entry.hostname.includes(text))
      );
    });
    return { ids: found.slice(offset, offset + limit), total: found.length };
  }

  #inOrder(limit: number): readonly string[] {
    // Who only counts needs no order.
    if (limit === 0) return this.#sorted ?? [...this.#entries.keys()];
    this.#sorted ??= [...this.#entries.values()].sort(byHostname).map(({ id }) => id);
    return this.#sorted;
  }

  #idsOf(hostname: string): readonly string[] {
    const live = this.#live.get(hostname);
    const ids = new Set([...(live === undefined ? [] : [live]), ...(this.#removed.get(hostname) ?? [])]);
    const entries = [...ids].flatMap((id) => this.#entries.get(id) ?? []);
    return entries.sort(byHostname).map(({ id }) => id);
  }
}

/** Removed mappings of the same hostname in the order of their requests. */
function byHostname(one: IndexEntry, other: IndexEntry): number {
  if (one.hostname !== other.hostname) return one.hostname < other.hostname ? -1 : 1;
  return one.requestedAt - other.requestedAt;
}
