/** Limit on items that wait for a listener that hasn't started yet. */
const MAX_WAITING = 1_000;

/**
 * Signals new work from one side to the other. Created first and passed to both, so that neither depends on the other.
 * Only a hint: the work itself is stored, and the listener finds it later without the hint.
 */
export class WakeUp {
  readonly #waiting = new Set<string>();
  #listener: ((item: string) => void) | undefined;

  /** Never throws: storing work must not fail because the wake-up does. */
  readonly notify = (item: string): void => {
    if (!this.#listener) {
      if (this.#waiting.size < MAX_WAITING) this.#waiting.add(item);
      return;
    }
    try {
      this.#listener(item);
    } catch {
      // The work is stored; the next tick finds it.
    }
  };

  /** Also delivers earlier signals. Returns a function that stops listening. */
  listen(listener: (item: string) => void): () => void {
    this.#listener = listener;
    const before = [...this.#waiting];
    this.#waiting.clear();
    for (const item of before) this.notify(item);
    return () => {
      this.#listener = undefined;
    };
  }
}
