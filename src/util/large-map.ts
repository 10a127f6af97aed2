import { type LongList, PartedList } from './parted-list.js';

/** With fewer entries a large map is small. */
const FEW_ENTRIES = 8;

/**
 * A map of many entries in the order in which their keys came, of which none is removed. A `Map` of so many blocks the event
 * loop for milliseconds when it makes room, and leaves behind what it outgrew. This one makes room once for as many as are
 * expected, in numbers that no garbage collection goes through.
 */
export class LargeMap<Key extends string | number, Value> {
  readonly #keys = new PartedList<Key>();
  readonly #values = new PartedList<Value>();
  /** Where each key is, from 1 on, at its hash or at the next free place. */
  #places = placesFor(FEW_ENTRIES);

  /** `keyOf`: of values that hold their keys, which then take no room of their own. */
  constructor(
    private readonly expected: number,
    private readonly keyOf?: (value: Value) => Key,
  ) {}

  get size(): number {
    return this.#values.length;
  }

  get(key: Key): Value | undefined {
    const place = this.placeOf(key);
    return place === undefined ? undefined : this.#values.at(place);
  }

  has(key: Key): boolean {
    return this.placeOf(key) !== undefined;
  }

  /** A key's place in the order, from 0 on; it doesn't change. */
  placeOf(key: Key): number | undefined {
    const at = this.#places[this.#slotOf(key)] ?? 0;
    return at === 0 ? undefined : at - 1;
  }

  keyAt(place: number): Key {
    return this.keyOf ? this.keyOf(this.valueAt(place)) : this.#keys.at(place);
  }

  valueAt(place: number): Value {
    return this.#values.at(place);
  }

  set(key: Key, value: Value): void {
    const slot = this.#slotOf(key);
    const at = this.#places[slot] ?? 0;
    if (at !== 0) {
      this.#values.replace(at - 1, value);
      return;
    }
    if (!this.keyOf) this.#keys.push(key);
    this.#values.push(value);
    this.#places[slot] = this.size;
    if (2 * this.size === this.#places.length) this.#makeRoom(Math.max(this.expected + 1, this.size * 2));
  }

  /** In the order of their keys; it grows with the map. */
  get values(): LongList<Value> {
    return this.#values;
  }

  *entries(): Generator<[Key, Value], void> {
    for (let at = 0; at < this.size; at += 1) yield [this.keyAt(at), this.valueAt(at)];
  }

  /** The key's slot, or the free one where it would be. */
  #slotOf(key: Key): number {
    const last = this.#places.length - 1;
    let slot = hashOfKey(key) & last;
    for (;;) {
      const at = this.#places[slot] ?? 0;
      if (at === 0 || this.keyAt(at - 1) === key) return slot;
      slot = (slot + 1) & last;
    }
  }

  #makeRoom(count: number): void {
    this.#places = placesFor(count);
    for (let at = 0; at < this.size; at += 1) this.#places[this.#slotOf(this.keyAt(at))] = at + 1;
  }
}

/** A power of two; at least half of them stay free. */
const placesFor = (count: number): Int32Array => new Int32Array(2 ** Math.ceil(Math.log2(2 * count)));

/** FNV-1a of a text, and all bits spread over all. */
export function hashOfKey(key: string | number): number {
  let hash = typeof key === 'number' ? key : 0x811c9dc5;
  if (typeof key === 'string')
    for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}
