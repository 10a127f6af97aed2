/** A part that starts after its users: they wait for it, or work without it meanwhile. */
export class Later<Part> {
  /** Resolves once the part exists. */
  readonly ready: Promise<Part>;
  #current: Part | undefined;
  #resolve: (part: Part) => void = () => undefined;

  constructor() {
    this.ready = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** Undefined until the part exists. */
  get current(): Part | undefined {
    return this.#current;
  }

  /** The first call counts. */
  provide(part: Part): void {
    this.#current ??= part;
    this.#resolve(part);
  }
}
