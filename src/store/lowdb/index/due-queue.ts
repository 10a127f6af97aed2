import TinyQueue from 'tinyqueue';

interface DueEntry {
  readonly id: string;
  readonly at: number;
}

/** Ids by due time. Setting an id again leaves its old entry in the heap, to be skipped later: only the current one is mapped. */
export class DueQueue {
  readonly #heap = new TinyQueue<DueEntry>([], (one, other) => one.at - other.at);
  readonly #current = new Map<string, DueEntry>();

  get size(): number {
    return this.#current.size;
  }

  /** Undefined removes the id. */
  set(id: string, at: number | undefined): void {
    if (at === undefined) {
      this.#current.delete(id);
      return;
    }
    if (this.#current.get(id)?.at === at) return;
    const entry = { id, at };
    this.#current.set(id, entry);
    this.#heap.push(entry);
  }

  /** Removes and returns the due ids, longest overdue first. */
  take(now: number, limit: number): string[] {
    const taken: string[] = [];
    while (taken.length < limit) {
      const first = this.#heap.peek();
      if (!first || first.at > now) break;
      this.#heap.pop();
      if (this.#current.get(first.id) !== first) continue;
      this.#current.delete(first.id);
      taken.push(first.id);
    }
    return taken;
  }

  /** When the first id is due; undefined when there is none. */
  firstAt(): number | undefined {
    for (;;) {
      const first = this.#heap.peek();
      if (!first || this.#current.get(first.id) === first) return first?.at;
      this.#heap.pop();
    }
  }

  /** How many are due. Looks at few others: in the heap, none comes before the one above it. */
  countDue(now: number): number {
    const { data } = this.#heap;
    const countFrom = (at: number): number => {
      const entry = data[at];
      if (entry === undefined || entry.at > now) return 0;
      const isCurrent = this.#current.get(entry.id) === entry;
      return Number(isCurrent) + countFrom(2 * at + 1) + countFrom(2 * at + 2);
    };
    return countFrom(0);
  }
}
