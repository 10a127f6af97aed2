import TinyQueue from 'tinyqueue';

/** Something that is due at a moment. */
export interface Ticket {
  readonly at: number;
  /** False once it was taken, or was dropped by whoever holds it; it can't be added again. */
  isQueued: boolean;
}

/** Tickets by due time. One that was dropped stays in the heap, to be skipped later. */
export class DueQueue<Queued extends Ticket> {
  readonly #heap = new TinyQueue<Queued>([], (one, other) => one.at - other.at);

  add(ticket: Queued): void {
    this.#heap.push(ticket);
  }

  /** Removes and returns the ticket that is longest overdue; undefined when none is due. */
  take(now: number): Queued | undefined {
    const first = this.#first();
    if (!first || first.at > now) return undefined;
    this.#heap.pop();
    first.isQueued = false;
    return first;
  }

  /** When the first ticket is due; undefined when there is none. */
  firstAt(): number | undefined {
    return this.#first()?.at;
  }

  /** How many are due. Visits few others: in the heap, none comes before the one above it. */
  countDue(now: number): number {
    const { data } = this.#heap;
    const countFrom = (place: number): number => {
      const ticket = data[place];
      if (ticket === undefined || ticket.at > now) return 0;
      return Number(ticket.isQueued) + countFrom(2 * place + 1) + countFrom(2 * place + 2);
    };
    return countFrom(0);
  }

  #first(): Queued | undefined {
    for (;;) {
      const first = this.#heap.peek();
      if (!first || first.isQueued) return first;
      this.#heap.pop();
    }
  }
}
