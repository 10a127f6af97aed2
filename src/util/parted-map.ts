import { hashOfKey } from './large-map.js';

/** A power of two. */
const PARTS = 4_096;

/**
 * A map of many entries, in no order, in parts. V8 notes all entries of a `Map` at once when it marks it, and goes through
 * its notes, for milliseconds, whenever it collects young objects meanwhile. And only a part at a time makes room.
 */
export class PartedMap<Value> {
  readonly #parts: (Map<string, Value> | undefined)[] = new Array(PARTS);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(key: string): Value | undefined {
    return this.#parts[partOf(key)]?.get(key);
  }

  has(key: string): boolean {
    return this.#parts[partOf(key)]?.has(key) ?? false;
  }

  set(key: string, value: Value): void {
    const at = partOf(key);
    const part = this.#parts[at] ?? new Map<string, Value>();
    this.#parts[at] = part;
    this.#size += part.has(key) ? 0 : 1;
    part.set(key, value);
  }

  delete(key: string): void {
    if (this.#parts[partOf(key)]?.delete(key)) this.#size -= 1;
  }

  *keys(): Generator<string, void> {
    for (const part of this.#parts) if (part) yield* part.keys();
  }

  *values(): Generator<Value, void> {
    for (const part of this.#parts) if (part) yield* part.values();
  }
}

const partOf = (key: string): number => hashOfKey(key) & (PARTS - 1);
