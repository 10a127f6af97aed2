import { DueQueue } from './due-queue.js';
import type { Claim } from './store.js';

/** Work that is due, handed out to one worker at a time. */
export class Leases {
  readonly #queue = new DueQueue();
  /** What is held now, with the time at which it is due again. */
  readonly #held = new Map<string, Claim>();
  readonly #dueAt = new Map<string, number>();
  readonly #tried = new Set<string>();

  constructor(private readonly newToken: () => string) {}

  get size(): number {
    return this.#dueAt.size;
  }

  /** Says when an id is due; `isOld` when an earlier try may have got somewhere, before this process began. */
  set(id: string, at: number | undefined, isOld = false): void {
    if (at === undefined) {
      this.#dueAt.delete(id);
      this.#tried.delete(id);
    } else {
      this.#dueAt.set(id, at);
      if (isOld) this.#tried.add(id);
    }
    if (!this.#held.has(id)) this.#queue.set(id, at);
  }

  /** The work that was tried is done; what is due next has not been tried. */
  completed(id: string): void {
    this.#tried.delete(id);
  }

  claim(now: number, limit: number, leaseMs: number): Claim[] {
    this.#expire(now);
    return this.#queue.take(now, limit, () => true).map((id) => this.#hold(id, now + leaseMs));
  }

  claimOne(id: string, now: number, leaseMs: number): Claim | undefined {
    this.#expire(now);
    if (this.#held.has(id) || !this.#dueAt.has(id)) return undefined;
    this.#queue.set(id, undefined);
    return this.#hold(id, now + leaseMs);
  }

  release({ mapping, token }: Claim): void {
    if (this.#held.get(mapping)?.token !== token) return;
    this.#held.delete(mapping);
    this.#queue.set(mapping, this.#dueAt.get(mapping));
  }

  #hold(mapping: string, until: number): Claim {
    const claim = { mapping, token: this.newToken(), until, repeated: this.#tried.has(mapping) };
    this.#tried.add(mapping);
    this.#held.set(mapping, claim);
    return claim;
  }

  /** At most as many are held as are in flight: a handful. */
  #expire(now: number): void {
    for (const claim of this.#held.values()) if (claim.until <= now) this.release(claim);
  }
}
