import type { Clock } from '../../../util/clock.js';
import type { Due } from '../../due.js';
import type { Claim, ClaimFrom, Overdue } from '../../store.js';
import { DueQueue, type Ticket } from './due-queue.js';

interface Held {
  readonly claim: Claim;
  readonly group: LeaseGroup;
  readonly endsAt: number;
}

/** The work of one app in one lane. */
interface LeaseGroup {
  readonly lane: string;
  readonly app: string;
  readonly queue: DueQueue<DueItem>;
  held: number;
}

/** What is due of one mapping; `at`: when it may be claimed, monotonic; `dueAt`: by the wall clock. */
interface DueItem extends Ticket {
  readonly id: string;
  readonly group: LeaseGroup;
  readonly dueAt: number;
  work: Due['work'];
  /** An earlier process may have started it. */
  isRestored: boolean;
}

/**
 * Hands out due work to one worker at a time, round-robin over the apps. Waits and leases use the monotonic
 * clock, so setting the wall clock changes none of them.
 */
export class Leases {
  /** In turn order. */
  readonly #groups = new Map<string, LeaseGroup>();
  readonly #held = new Map<string, Held>();
  readonly #due = new Map<string, DueItem>();
  /** The work last started for each id, here or before; it may have had an effect. */
  readonly #tried = new Map<string, string | number>();
  #nextEndAt = Number.POSITIVE_INFINITY;

  constructor(
    private readonly newToken: () => string,
    private readonly clock: Clock,
  ) {}

  get size(): number {
    return this.#due.size;
  }

  /** How many leases are held. */
  held(now: number): number {
    this.#expire(this.#monotonic(now));
    return this.#held.size;
  }

  /** Sets what is due next; undefined when nothing is. */
  set(id: string, due: Due | undefined): void {
    this.#set(id, due, false);
  }

  #set(id: string, due: Due | undefined, isRestored: boolean): void {
    const before = this.#due.get(id);
    if (before?.isRestored) this.#tried.set(id, workOf(before.dueAt, before.work));
    this.#forgetPast(id, due);
    if (!due) {
      if (before) before.isQueued = false;
      this.#due.delete(id);
      return;
    }
    const group = this.#groupOf(due);
    const { at: dueAt, work } = due;
    const isSameTime = before?.dueAt === dueAt;
    if (isSameTime && before.isQueued && before.group === group) {
      before.work = work;
      before.isRestored = isRestored;
      return;
    }
    if (before) before.isQueued = false;
    // An unchanged due time keeps its monotonic time, even if the wall clock was set.
    const at = isSameTime ? before.at : this.#monotonic(dueAt);
    this.#put({ id, group, at, dueAt, work, isRestored, isQueued: !this.#held.has(id) });
  }

  /** Work that is known by its time is over once that moves: nobody asks again whether it was started. */
  #forgetPast(id: string, due: Due | undefined): void {
    const tried = this.#tried.get(id);
    if (typeof tried === 'number' && (!due || tried !== workOf(due.at, due.work))) this.#tried.delete(id);
  }

  #put(item: DueItem): void {
    this.#due.set(item.id, item);
    if (item.isQueued) item.group.queue.add(item);
  }

  /** Sets the work that was due when an earlier process ended; that process may have started it. */
  restore(id: string, due: Due | undefined): void {
    this.#set(id, due, true);
  }

  claim(now: number, limit: number, leaseMs: number, from?: ClaimFrom): Claim[] {
    const at = this.#monotonic(now);
    this.#expire(at);
    const claims: Claim[] = [];
    const { first = [], lane, perApp = 0 } = from ?? {};
    for (const id of first) {
      if (claims.length >= limit) break;
      const item = this.#due.get(id);
      if (!item || this.#held.has(id) || item.group.lane !== lane || item.group.held >= perApp) continue;
      claims.push(this.#hold(item, now, leaseMs));
    }
    while (claims.length < limit) {
      const group = this.#next(at, from);
      const item = group?.queue.take(at);
      if (!group || !item) break;
      claims.push(this.#hold(item, now, leaseMs));
      this.#toTheEnd(group);
    }
    return claims;
  }

  claimOne(id: string, now: number, leaseMs: number): Claim | undefined {
    this.#expire(this.#monotonic(now));
    const item = this.#due.get(id);
    return item && !this.#held.has(id) ? this.#hold(item, now, leaseMs) : undefined;
  }

  isHeld({ mapping, token }: Claim): boolean {
    return this.#held.get(mapping)?.claim.token === token;
  }

  /** `notBefore` (epoch ms): no earlier claim, unless other work is set in the meantime. */
  release({ mapping, token }: Claim, notBefore?: number): void {
    const held = this.#held.get(mapping);
    if (held?.claim.token !== token) return;
    this.#held.delete(mapping);
    held.group.held--;
    const item = this.#due.get(mapping);
    if (!item) return;
    const { id, group, dueAt, work, isRestored } = item;
    const at = notBefore === undefined ? item.at : Math.max(item.at, this.#monotonic(notBefore));
    this.#put({ id, group, at, dueAt, work, isRestored, isQueued: true });
  }

  /** When the first work that nobody holds is due, monotonic; undefined when there is none. */
  firstAt(): number | undefined {
    let first: number | undefined;
    for (const { queue } of this.#groups.values()) {
      const at = queue.firstAt();
      if (at !== undefined && (first === undefined || at < first)) first = at;
    }
    return first;
  }

  /** Overdue work, by lane. */
  overdue(now: number): Overdue[] {
    const at = this.#monotonic(now);
    const lanes = new Map<string, Overdue>();
    for (const { lane, queue } of this.#groups.values()) {
      const before = lanes.get(lane) ?? { lane, queued: 0, lateMs: 0 };
      const lateMs = Math.max(before.lateMs, at - (queue.firstAt() ?? at));
      lanes.set(lane, { lane, queued: before.queued + queue.countDue(at), lateMs });
    }
    return [...lanes.values()];
  }

  #monotonic(at: number): number {
    return this.clock.monotonic() + (at - this.clock.now());
  }

  #groupOf({ lane = '', app = '' }: Due): LeaseGroup {
    const key = `${lane} ${app}`;
    const known = this.#groups.get(key);
    if (known) return known;
    const group: LeaseGroup = { lane, app, queue: new DueQueue<DueItem>(), held: 0 };
    this.#groups.set(key, group);
    return group;
  }

  /** The next group in turn. */
  #next(at: number, from: ClaimFrom | undefined): LeaseGroup | undefined {
    let first: LeaseGroup | undefined;
    for (const group of this.#groups.values()) {
      const firstAt = group.queue.firstAt();
      if (firstAt === undefined || firstAt > at) continue;
      if (from) {
        if (group.lane === from.lane && group.held < from.perApp) return group;
        continue;
      }
      if (firstAt < (first?.queue.firstAt() ?? Number.POSITIVE_INFINITY)) first = group;
    }
    return first;
  }

  #toTheEnd(group: LeaseGroup): void {
    const key = `${group.lane} ${group.app}`;
    this.#groups.delete(key);
    this.#groups.set(key, group);
  }

  #hold(item: DueItem, now: number, leaseMs: number): Claim {
    const { id: mapping, group, isRestored } = item;
    item.isQueued = false;
    const work = workOf(item.dueAt, item.work);
    const repeated = isRestored || this.#tried.get(mapping) === work;
    const claim = { mapping, token: this.newToken(), until: now + leaseMs, repeated };
    this.#tried.set(mapping, work);
    const endsAt = this.#monotonic(now) + leaseMs;
    this.#held.set(mapping, { claim, group, endsAt });
    this.#nextEndAt = Math.min(this.#nextEndAt, endsAt);
    group.held++;
    return claim;
  }

  #expire(at: number): void {
    if (at < this.#nextEndAt) return;
    for (const { claim, endsAt } of this.#held.values()) if (endsAt <= at) this.release(claim);
    this.#nextEndAt = Math.min(...[...this.#held.values()].map(({ endsAt }) => endsAt));
  }
}

const workOf = (dueAt: number, work: Due['work']): string | number => work ?? dueAt;
