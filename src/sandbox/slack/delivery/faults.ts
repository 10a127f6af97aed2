/** Faults of the next calls of a method. `dropAfterAccept`: the call succeeds, but its response is lost. */
export interface Fault {
  readonly error?: string;
  readonly status?: number;
  readonly delayMs?: number;
  readonly dropAfterAccept?: boolean;
  /** A 200 whose body is a web page, as a proxy may put in Slack's place. */
  readonly html?: string;
  readonly retryAfterS?: number;
}

/** Faults by method, each for a number of calls. Response URLs are the method `response_url`. */
export class Faults {
  readonly #planned = new Map<string, { readonly fault: Fault; times: number }[]>();
  #duplicates = 0;

  plan(method: string, fault: Fault, times = 1): void {
    this.#planned.set(method, [...(this.#planned.get(method) ?? []), { fault, times }]);
  }

  /** The next deliveries to the app are made twice, with the same payload. */
  deliverTwice(times = 1): void {
    this.#duplicates = times;
  }

  clear(): void {
    this.#planned.clear();
    this.#duplicates = 0;
  }

  take(method: string): Fault | undefined {
    const queue = this.#planned.get(method) ?? [];
    const [first] = queue;
    if (!first) return undefined;
    first.times--;
    if (first.times <= 0) queue.shift();
    return first.fault;
  }

  takeDuplicate(): boolean {
    if (this.#duplicates === 0) return false;
    this.#duplicates--;
    return true;
  }
}
