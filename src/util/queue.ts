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

/** A limit for each key, kept while a task of the key runs or waits. */
export class KeyedLimit {
  readonly #limits = new Map<string, { readonly run: Limit; users: number }>();

  constructor(private readonly size: number) {}

  async run<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const known = this.#limits.get(key) ?? { run: limit(this.size), users: 0 };
    this.#limits.set(key, known);
    known.users++;
    try {
      return await known.run(work);
    } finally {
      known.users--;
      if (known.users === 0) this.#limits.delete(key);
    }
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
