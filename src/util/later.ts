/** A part that comes up after those who need it: they wait for it, or do without it meanwhile. */
export class Later<Part> {
  /** Resolves once the part is there. */
  readonly ready: Promise<Part>;
  #current: Part | undefined;
  #resolve: (part: Part) => void = () => undefined;

  constructor() {
    this.ready = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** Undefined until the part is there. */
  get current(): Part | undefined {
    return this.#current;
  }

  /** The first one counts. */
  provide(part: Part): void {
    this.#current ??= part;
    this.#resolve(part);
  }
}
