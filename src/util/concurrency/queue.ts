/** Runs a task now, or once a running one has ended. */
export type Limit = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Runs up to `size` tasks at a time; the others wait in order. */
export function limit(size: number): Limit {
  const line: (() => void)[] = [];
  let free = size;
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => line.push(resolve));
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else free++;
    }
  };
}

export interface PatientLimitOptions {
  /** Slots for quick tasks. */
  readonly size: number;
  /** A task that runs longer must be waiting for somebody: it makes room for the next. */
  readonly slowAfterMs: number;
  /** How many may have made room. */
  readonly slowSize: number;
  /** Whether they may make room now; default: always. */
  readonly mayMakeRoom?: () => boolean;
  /** How many may wait; further ones are refused with `QueueFull`. */
  readonly maxWaiting?: number;
  /** Called when the last task has ended. */
  readonly onIdle?: () => void;
}

/** Too many wait already: the task was not started. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull';
}

/** A task's slot. */
export interface Turn {
  startedAt: number;
  /** It has made room. */
  isSlow: boolean;
}

/** Removes an item from a list whose order doesn't matter; false if it isn't there. */
export function swapRemove<Item>(list: Item[], item: Item): boolean {
  const at = list.indexOf(item);
  if (at === -1) return false;
  const last = list.pop();
  if (last !== undefined && at < list.length) list[at] = last;
  return true;
}

/**
 * Like `limit`, but tasks that wait for somebody don't keep the quick ones waiting: after `slowAfterMs` they leave
 * their slot. Checks the running tasks only while others wait.
 */
export class PatientTurns {
  readonly #line: (() => void)[] = [];
  /** Not a Set, which grows and shrinks all the time: V8 keeps its outgrown tables until a major collection. */
  readonly #quick: Turn[] = [];
  #slow = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: PatientLimitOptions) {}

  /** The next one would be refused. */
  get isFull(): boolean {
    return this.#line.length >= (this.options.maxWaiting ?? Number.POSITIVE_INFINITY) && !this.#isFree();
  }

  /** At once if there is a slot. Each turn must be given back. */
  enter(): Turn | Promise<Turn> {
    const turn: Turn = { startedAt: performance.now(), isSlow: false };
    if (this.#isFree()) {
      this.#quick.push(turn);
      return turn;
    }
    if (this.isFull) throw new QueueFull();
    return new Promise((resolve) => {
      this.#line.push(() => {
        turn.startedAt = performance.now();
        this.#quick.push(turn);
        resolve(turn);
      });
      this.#admit();
    });
  }

  leave(turn: Turn): void {
    if (turn.isSlow) this.#slow--;
    else swapRemove(this.#quick, turn);
    if (this.#line.length > 0) this.#admit();
    else if (this.#quick.length + this.#slow === 0) this.options.onIdle?.();
  }

  #isFree(): boolean {
    return this.#quick.length < this.options.size && this.#line.length === 0;
  }

  #makeRoom(): void {
    this.#timer = undefined;
    if (this.options.mayMakeRoom?.() ?? true) this.#leaveSlots(performance.now());
    this.#admit();
  }

  #leaveSlots(now: number): void {
    const { slowAfterMs, slowSize } = this.options;
    const slow = this.#quick.filter(({ startedAt }) => now - startedAt >= slowAfterMs);
    for (const turn of slow.slice(0, slowSize - this.#slow)) {
      swapRemove(this.#quick, turn);
      turn.isSlow = true;
      this.#slow++;
    }
  }

  #admit(): void {
    for (let free = this.options.size - this.#quick.length; free > 0 && this.#line.length > 0; free--)
      this.#line.shift()?.();
    if (this.#line.length > 0 && this.#timer === undefined)
      this.#timer = setTimeout(() => this.#makeRoom(), this.options.slowAfterMs / 2);
  }
}

/** Runs tasks in patient turns. */
export function patientLimit(options: PatientLimitOptions): Limit {
  const turns = new PatientTurns(options);
  return async (work) => {
    const entered = turns.enter();
    const turn = entered instanceof Promise ? await entered : entered;
    try {
      return await work();
    } finally {
      turns.leave(turn);
    }
  };
}

/** One of something for each key, kept until it calls `onIdle`. */
export class Keyed<Kept> {
  readonly #kept = new Map<string, Kept>();

  constructor(private readonly newOne: (key: string, onIdle: () => void) => Kept) {}

  of(key: string): Kept {
    return this.#kept.get(key) ?? this.#added(key);
  }

  #added(key: string): Kept {
    const added = this.newOne(key, () => this.#kept.delete(key));
    this.#kept.set(key, added);
    return added;
  }
}

/** A limit for each key. */
export class KeyedLimit extends Keyed<Limit> {
  run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    return this.of(key)(work);
  }
}

/** Tasks of the same key run one after another; a failure doesn't stop the next. */
export class KeyedMutex {
  readonly #last = new Map<string, Promise<unknown>>();

  run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const turn = (this.#last.get(key) ?? Promise.resolve()).then(work, work);
    this.#last.set(key, turn);
    const forget = () => {
      if (this.#last.get(key) === turn) this.#last.delete(key);
    };
    turn.then(forget, forget);
    return turn;
  }

  /** Resolves when all started tasks have ended. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#last.values());
  }
}
