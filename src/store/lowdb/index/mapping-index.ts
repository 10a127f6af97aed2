import { partsOf, Ranking } from '../../../util/collections.js';
import { inTurns, visitInTurns } from '../../../util/concurrency/event-loop.js';
import { PartedMap } from '../../../util/parted-map.js';
import type { DeliveryPlace, DeliverySummary, MappingQuery } from '../../store.js';
import type { EntryRow } from './entry-row.js';
import { EntryTable } from './entry-table.js';
import { type IndexEntry, resummed } from './index-entry.js';

const BATCH = 256;

/** Index of all mappings, without their records. */
export class IndexOfMappings {
  readonly #entries = new PartedMap<EntryRow>();
  readonly #live = new PartedMap<EntryRow>();
  /** Removed mappings by hostname. */
  readonly #removed = new Map<string, Set<EntryRow>>();
  readonly #listeners: ((id: string, entry: EntryRow | undefined) => void)[] = [];
  /** With something to deliver, or that can't be delivered: few of many. */
  readonly #undelivered = new Set<EntryRow>();

  constructor(
    private readonly table = new EntryTable(),
    rows: readonly EntryRow[] = [],
  ) {
    for (const row of rows) this.#place(row);
  }

  get size(): number {
    return this.#entries.size;
  }

  /** What the entry is now. */
  get(id: string): IndexEntry | undefined {
    const entry = this.#entries.get(id);
    return entry && resummed(entry, entry);
  }

  /** The entries, each as it is whenever it is read. */
  values(): Iterable<EntryRow> {
    return this.#entries.values();
  }

  /** The live (not removed) mapping of a hostname, as it is whenever it is read. */
  liveNamed(hostname: string): EntryRow | undefined {
    return this.#live.get(hostname);
  }

  set(entry: IndexEntry): void {
    const row = this.#rowFor(entry);
    this.table.set(row, entry);
    this.#place(row);
    this.#tell(entry.id, row);
  }

  /** Where the mapping's events are posted: a www mapping's in the thread of its primary's card. */
  placeOf(id: string): DeliveryPlace | undefined {
    const entry = this.#entries.get(id);
    const main = (entry?.primary === undefined ? undefined : this.#entries.get(entry.primary)) ?? entry;
    return main && { channel: main.cardChannel, thread: main.id };
  }

  /** Calls with every entry now, and with each change. */
  listen(listener: (id: string, entry: EntryRow | undefined) => void): void {
    for (const entry of this.#entries.values()) listener(entry.id, entry);
    this.#listeners.push(listener);
  }

  /** Call when its file is unusable. */
  delete(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#remove(entry);
    this.#tell(id, undefined);
  }

  deliverySummary(isPaused: (channel: string) => boolean = () => false): DeliverySummary {
    let pending = 0;
    let oldest: DeliverySummary['oldest'];
    const undeliverable: Record<string, number> = {};
    for (const entry of this.#undelivered) {
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
    return [...this.#undelivered].filter(({ pending }) => pending > 0).map(({ id }) => id);
  }

  /**
   * Live entries, or those of a stage, in batches and no order, with turns for other work, which may change the index: each is
   * as it is whenever it is read.
   */
  async *live(query: Pick<MappingQuery, 'app' | 'stage'>): AsyncGenerator<readonly EntryRow[], void> {
    for await (const batch of inTurns(partsOf(this.#candidates(query), BATCH)))
      yield batch.filter(this.#filter(query));
  }

  /** A page by hostname, with turns for other work. */
  async select(query: MappingQuery): Promise<{ ids: string[]; total: number }> {
    const { text } = query;
    const found = new Ranking<EntryRow>(byHostname, query);
    await visitInTurns(partsOf(this.#candidates(query), BATCH), (batch) => {
      const fits = this.#filter(query);
      for (const entry of batch)
        if (fits(entry) && (text === undefined || entry.hostname.includes(text))) found.add(entry);
    });
    return { ids: found.page().map(({ id }) => id), total: found.size };
  }

  #rowFor({ id, hostname }: IndexEntry): EntryRow {
    const known = this.#entries.get(id);
    if (known?.hostname === hostname) return known;
    // Somebody has edited its file.
    if (known) this.#remove(known);
    return this.table.addRow(id, hostname);
  }

  #remove(entry: EntryRow): void {
    const { id, hostname } = entry;
    this.#entries.delete(id);
    this.#undelivered.delete(entry);
    if (this.#live.get(hostname) === entry) this.#live.delete(hostname);
    this.#removed.get(hostname)?.delete(entry);
  }

  #place(entry: EntryRow): void {
    const { id, hostname, stage, pending, undeliverable } = entry;
    this.#entries.set(id, entry);
    if (pending > 0 || undeliverable.length > 0) this.#undelivered.add(entry);
    else this.#undelivered.delete(entry);
    if (stage !== 'removed') {
      this.#live.set(hostname, entry);
      return;
    }
    if (this.#live.get(hostname) === entry) this.#live.delete(hostname);
    const removed = this.#removed.get(hostname) ?? new Set();
    this.#removed.set(hostname, removed.add(entry));
  }

  #tell(id: string, entry: EntryRow | undefined): void {
    for (const listener of this.#listeners) listener(id, entry);
  }

  /** Compares numbers of texts, which hold until the next turn. Removed mappings fit only where their stage is asked for. */
  #filter(query: Pick<MappingQuery, 'app' | 'channel' | 'stage'>): (entry: EntryRow) => boolean {
    const { app, channel, stage } = query;
    const numberOf = (text = '') => this.table.shared.numberOf(text);
    const wanted = { app: numberOf(app), channel: numberOf(channel), stage: numberOf(stage ?? 'removed') };
    return (entry) =>
      (entry.textNumber('stage') === wanted.stage) === (stage !== undefined) &&
      (app === undefined || entry.textNumber('app') === wanted.app) &&
      (channel === undefined || entry.textNumber('cardChannel') === wanted.channel);
  }

  /** The fewest entries that hold all that can fit. */
  #candidates({ hostname, stage }: Pick<MappingQuery, 'hostname' | 'stage'>): Iterable<EntryRow> {
    if (hostname !== undefined) return this.#named(hostname);
    return stage === 'removed' ? this.#allRemoved() : this.#entries.values();
  }

  *#allRemoved(): Generator<EntryRow, void> {
    for (const entries of this.#removed.values()) yield* entries;
  }

  #named(hostname: string): Iterable<EntryRow> {
    const live = this.#live.get(hostname);
    return new Set([...(live ? [live] : []), ...(this.#removed.get(hostname) ?? [])]);
  }
}

/** Removed mappings of the same hostname in the order of their requests. */
function byHostname(one: EntryRow, other: EntryRow): number {
  if (one.hostname !== other.hostname) return one.hostname < other.hostname ? -1 : 1;
  return one.requestedAt - other.requestedAt;
}
