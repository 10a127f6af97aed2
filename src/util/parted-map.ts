import { hashOfKey } from './large-map.js';

/** A power of two. */
const PARTS = 1_024;

/**
 * A map of many entries, in no order, in parts. V8 queues all entries of a `Map` at once when it marks it, and walks that
 * queue, for milliseconds, whenever it collects young objects meanwhile. And only a part at a time makes room.
 */
export class PartedMap<Value> {
  readonly #parts: (Map<string, Value> | undefined)[] = new Array(PARTS);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(key: string): Value | undefined {
    return this.#parts[numberOfPart(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.#parts[numberOfPart(key)]?.has(key) ?? false;
  }

  set(key: string, value: Value): void {
    const at = numberOfPart(key);
    const part = this.#parts[at] ?? new Map<string, Value>();
    this.#parts[at] = part;
    this.#size += part.has(key) ? 0 : 1;
    part.set(key, value);
  }

  delete(key: string): void {
    if (this.#parts[numberOfPart(key)]?.delete(key)) this.#size -= 1;
  }

  *keys(): Generator<string, void> {
    for (const part of this.#parts) if (part) yield* part.keys();
  }

  *values(): Generator<Value, void> {
    for (const part of this.#parts) if (part) yield* part.values();
  }
}

const numberOfPart = (key: string): number => hashOfKey(key) & (PARTS - 1);
