/** So many items wait for a listener that has not started yet. */
const MAX_WAITING = 1_000;

/**
 * Tells one side that the other has work for it. It is created first and passed to both, so neither has to know the other.
 * Only a hint: the work itself is stored, and whoever listens finds it without the hint, later.
 */
export class WakeUp {
  readonly #waiting = new Set<string>();
  #listener: ((item: string) => void) | undefined;

  /** Never throws: who has stored work must not fail because nobody could be woken. */
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

  /** Hears of what came before, too. Returns what stops listening. */
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
