/** V8 queues all items of an array at once when it marks it: see `PartedMap`. */
const PART_ITEMS = 64;

/** A list of many items, in parts, that grows without a copy. */
export class PartedList<Item> {
  readonly #parts: Item[][] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  at(place: number): Item {
    return this.#parts[Math.floor(place / PART_ITEMS)]?.[place % PART_ITEMS] as Item;
  }

  /** Of an item that is there. */
  replace(place: number, item: Item): void {
    const part = this.#parts[Math.floor(place / PART_ITEMS)];
    if (part) part[place % PART_ITEMS] = item;
  }

  push(item: Item): void {
    if (this.#length % PART_ITEMS === 0) this.#parts.push([]);
    this.#parts.at(-1)?.push(item);
    this.#length += 1;
  }
}
