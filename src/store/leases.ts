import { DueQueue } from './due-queue.js';
import type { Claim } from './store.js';

/** Work on an id: when it is due (epoch ms), and what tells it from the work before and after it. */
export interface Due {
  readonly at: number;
  readonly work: string;
}

/** Work that is due, handed out to one worker at a time. */
export class Leases {
  readonly #queue = new DueQueue();
  readonly #held = new Map<string, Claim>();
  readonly #due = new Map<string, Due>();
  /** The work of each id that was begun last and may have got somewhere. */
  readonly #tried = new Map<string, string>();

  constructor(private readonly newToken: () => string) {}

  get size(): number {
    return this.#due.size;
  }

  /** How many are with a worker. */
  held(now: number): number {
    this.#expire(now);
    return this.#held.size;
  }

  /** Says what is due next; undefined when nothing is. */
  set(id: string, due: Due | undefined): void {
    if (due) this.#due.set(id, due);
    else this.#due.delete(id);
    if (!this.#held.has(id)) this.#queue.set(id, due?.at);
  }

  /** Says what was due when an earlier process ended, which may have begun it. */
  restore(id: string, due: Due | undefined): void {
    if (due) this.#tried.set(id, due.work);
    this.set(id, due);
  }

  /** The clock was set back: everything comes that much earlier. */
  setBack(byMs: number): void {
    for (const [id, due] of this.#due) this.#due.set(id, { ...due, at: due.at - byMs });
    for (const [id, claim] of this.#held) this.#held.set(id, { ...claim, until: claim.until - byMs });
    for (const [id, { at }] of this.#due) if (!this.#held.has(id)) this.#queue.set(id, at);
  }

  claim(now: number, limit: number, leaseMs: number): Claim[] {
    this.#expire(now);
    return this.#queue.take(now, limit).map((id) => this.#hold(id, now + leaseMs));
  }

  claimOne(id: string, now: number, leaseMs: number): Claim | undefined {
    this.#expire(now);
    if (this.#held.has(id) || !this.#due.has(id)) return undefined;
    this.#queue.set(id, undefined);
    return this.#hold(id, now + leaseMs);
  }

  release({ mapping, token }: Claim): void {
    if (this.#held.get(mapping)?.token !== token) return;
    this.#held.delete(mapping);
    this.#queue.set(mapping, this.#due.get(mapping)?.at);
  }

  #hold(mapping: string, until: number): Claim {
    const work = this.#due.get(mapping)?.work ?? '';
    const claim = { mapping, token: this.newToken(), until, repeated: this.#tried.get(mapping) === work };
    this.#tried.set(mapping, work);
    this.#held.set(mapping, claim);
    return claim;
  }

  /** At most as many are held as are in flight: a handful. */
  #expire(now: number): void {
    for (const claim of this.#held.values()) if (claim.until <= now) this.release(claim);
  }
}
