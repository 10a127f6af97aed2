/** V8 queues all items of an array at once when it marks it: see `PartedMap`. */
const PART_BITS = 6;
const PART_ITEMS = 2 ** PART_BITS;
const IN_PART = PART_ITEMS - 1;

/** What may be a list of 100,000: an array, or one in parts. */
export interface LongList<Item> extends Iterable<Item> {
  readonly length: number;
  at(place: number): Item | undefined;
}

export const isLongList = <Item>(items: Iterable<Item>): items is LongList<Item> =>
  Array.isArray(items) || items instanceof PartedList;

/**
 * A list of many items, in parts. An array of 100,000 blocks the event loop for milliseconds whenever it gets more room, even
 * empty: the system hands out so much memory page by page.
 */
export class PartedList<Item> implements LongList<Item> {
  readonly #parts: Item[][] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  at(place: number): Item {
    return this.#parts[place >> PART_BITS]?.[place & IN_PART] as Item;
  }

  *[Symbol.iterator](): Generator<Item, void> {
    for (let at = 0; at < this.#length; at += 1) yield this.at(at);
  }

  /** Of an item that is there. */
  replace(place: number, item: Item): void {
    const part = this.#parts[place >> PART_BITS];
    if (part) part[place & IN_PART] = item;
  }

  push(item: Item): void {
    const place = this.#length;
    // With all its room at once: an array that grows leaves behind what it outgrew.
    if ((place & IN_PART) === 0) this.#parts.push(new Array(PART_ITEMS));
    this.#length += 1;
    this.replace(place, item);
  }
}

/** After so many items a walk can be interrupted. */
const WALKED_AT_ONCE = 500;

export function* walkedParts<Item>(items: LongList<Item>): Generator<readonly Item[], void> {
  for (let from = 0; from < items.length; from += WALKED_AT_ONCE) {
    const part: Item[] = [];
    const to = Math.min(from + WALKED_AT_ONCE, items.length);
    for (let at = from; at < to; at += 1) part.push(items.at(at) as Item);
    yield part;
  }
}
