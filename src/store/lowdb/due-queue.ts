interface Entry {
  readonly id: string;
  readonly at: number;
}

/** Ids by the moment at which they are due: a binary heap, in which an id that was set again leaves its old entry to be skipped. */
export class DueQueue {
  readonly #heap: Entry[] = [];
  readonly #current = new Map<string, number>();

  get size(): number {
    return this.#current.size;
  }

  /** Undefined takes the id out. */
  set(id: string, at: number | undefined): void {
    if (at === undefined) {
      this.#current.delete(id);
      return;
    }
    if (this.#current.get(id) === at) return;
    this.#current.set(id, at);
    this.#push({ id, at });
  }

  /** Takes out and returns the ids that are due, longest overdue first. */
  take(now: number, limit: number): string[] {
    const taken: string[] = [];
    while (taken.length < limit) {
      const first = this.#heap[0];
      if (!first || first.at > now) break;
      this.#pop();
      if (this.#current.get(first.id) !== first.at) continue;
      this.#current.delete(first.id);
      taken.push(first.id);
    }
    return taken;
  }

  /** When the first is due; undefined when there is none. */
  firstAt(): number | undefined {
    for (;;) {
      const first = this.#heap[0];
      if (!first || this.#current.get(first.id) === first.at) return first?.at;
      this.#pop();
    }
  }

  /** How many are due. */
  countDue(now: number): number {
    let count = 0;
    for (const at of this.#current.values()) if (at <= now) count++;
    return count;
  }

  #push(entry: Entry): void {
    const heap = this.#heap;
    let at = heap.push(entry) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfEarlier(at, parent)) break;
      at = parent;
    }
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    heap[0] = last;
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = this.#at(right) < this.#at(left) ? right : left;
      if (child >= heap.length || !this.#swapIfEarlier(child, at)) return;
      at = child;
    }
  }

  #at(index: number): number {
    return this.#heap[index]?.at ?? Number.POSITIVE_INFINITY;
  }

  #swapIfEarlier(child: number, parent: number): boolean {
    const [low, high] = [this.#heap[child], this.#heap[parent]];
    if (!low || !high || low.at >= high.at) return false;
    this.#heap[parent] = low;
    this.#heap[child] = high;
    return true;
  }
}
