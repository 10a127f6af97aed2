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

interface RunningTask {
  startedAt: number;
}

/**
 * Like `limit`, but tasks that wait for somebody don't keep the quick ones waiting: after `slowAfterMs` they leave
 * their slot. Checks the running tasks only while others wait.
 */
export function patientLimit({
  size,
  slowAfterMs,
  slowSize,
  mayMakeRoom = () => true,
  maxWaiting = Number.POSITIVE_INFINITY,
  onIdle = () => undefined,
}: PatientLimitOptions): Limit {
  const line: (() => void)[] = [];
  const quick = new Set<RunningTask>();
  const slow = new Set<RunningTask>();
  let timer: NodeJS.Timeout | undefined;

  function makeRoom(): void {
    timer = undefined;
    if (mayMakeRoom()) leaveSlots(performance.now());
    admit();
  }

  function leaveSlots(now: number): void {
    for (const task of quick) {
      if (now - task.startedAt < slowAfterMs || slow.size >= slowSize) return;
      quick.delete(task);
      slow.add(task);
    }
  }

  function admit(): void {
    for (let free = size - quick.size; free > 0 && line.length > 0; free--) line.shift()?.();
    if (line.length > 0 && timer === undefined) timer = setTimeout(makeRoom, slowAfterMs / 2);
  }

  return async (work) => {
    const task: RunningTask = { startedAt: performance.now() };
    if (quick.size < size && line.length === 0) quick.add(task);
    else if (line.length >= maxWaiting) throw new QueueFull();
    else
      await new Promise<void>((resolve) => {
        line.push(() => {
          task.startedAt = performance.now();
          quick.add(task);
          resolve();
        });
        admit();
      });
    try {
      return await work();
    } finally {
      quick.delete(task);
      slow.delete(task);
      if (line.length > 0) admit();
      else if (quick.size + slow.size === 0) onIdle();
    }
  };
}

/** A limit for each key, kept until it calls `onIdle`. */
export class KeyedLimit {
  readonly #limits = new Map<string, Limit>();

  constructor(private readonly newLimit: (key: string, onIdle: () => void) => Limit) {}

  run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    return (this.#limits.get(key) ?? this.#added(key))(work);
  }

  #added(key: string): Limit {
    const added = this.newLimit(key, () => this.#limits.delete(key));
    this.#limits.set(key, added);
    return added;
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
