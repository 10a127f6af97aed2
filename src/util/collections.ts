import TinyQueue from 'tinyqueue';

/** `Map.groupBy`, which Node 20 lacks. */
export function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Items a few at a time. */
export function* partsOf<Item>(items: Iterable<Item>, size: number): Generator<readonly Item[], void> {
  let part: Item[] = [];
  for (const item of items) {
    part.push(item);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** A page of many in order, of which it keeps no more than come up to its end. */
export class Ranking<Item> {
  /** The last of them comes first. */
  readonly #heap: TinyQueue<Item>;
  #size = 0;

  constructor(
    private readonly compare: (one: Item, other: Item) => number,
    private readonly range: { readonly offset: number; readonly limit: number },
  ) {
    this.#heap = new TinyQueue<Item>([], (one, other) => compare(other, one));
  }

  /** How many were added. */
  get size(): number {
    return this.#size;
  }

  add(item: Item): void {
    this.#size += 1;
    const { offset, limit } = this.range;
    if (limit === 0) return;
    const last = this.#heap.peek();
    if (last !== undefined && this.#heap.length >= offset + limit) {
      if (this.compare(item, last) >= 0) return;
      this.#heap.pop();
    }
    this.#heap.push(item);
  }

  /** The page's items in their order; call once. */
  page(): Item[] {
    const page: Item[] = [];
    while (this.#heap.length > this.range.offset) {
      const item = this.#heap.pop();
      if (item !== undefined) page.unshift(item);
    }
    return page;
  }
}

/** Small enough to insert into, large enough that a million items make a few thousand parts. */
const MAX_PART = 512;

/**
 * Items in order, in parts: inserting, removing and reading a page cost little however many there are. `compare` must tell
 * any two different items apart.
 */
export class SortedList<Item> {
  /** None is empty. */
  readonly #parts: Item[][] = [];
  #size = 0;

  constructor(private readonly compare: (one: Item, other: Item) => number) {}

  get size(): number {
    return this.#size;
  }

  add(item: Item): void {
    const at = Math.min(this.#partFor(item), Math.max(0, this.#parts.length - 1));
    const part = this.#parts[at];
    this.#size += 1;
    if (!part) {
      this.#parts.push([item]);
      return;
    }
    part.splice(this.#placeIn(part, item), 0, item);
    if (part.length > MAX_PART) this.#parts.splice(at + 1, 0, part.splice(MAX_PART / 2));
  }

  /** Whether it was there. */
  delete(item: Item): boolean {
    const at = this.#partFor(item);
    const part = this.#parts[at];
    const place = part ? this.#placeIn(part, item) : -1;
    if (!part || part[place] !== item) return false;
    part.splice(place, 1);
    if (part.length === 0) this.#parts.splice(at, 1);
    this.#size -= 1;
    return true;
  }

  page(offset: number, limit: number): Item[] {
    const found: Item[] = [];
    let skipped = 0;
    for (const part of this.#parts) {
      if (found.length >= limit) break;
      const from = Math.max(0, offset - skipped);
      skipped += part.length;
      if (from < part.length) found.push(...part.slice(from, from + limit - found.length));
    }
    return found;
  }

  *[Symbol.iterator](): Generator<Item, void> {
    for (const part of this.#parts) yield* part;
  }

  /** The items as they are now, in parts: whoever walks through them may let the list change meanwhile. */
  snapshot(): readonly (readonly Item[])[] {
    return this.#parts.map((part) => part.slice());
  }

  /** The first part whose last item doesn't come before this one. */
  #partFor(item: Item): number {
    return firstWhere(this.#parts, (part) => !this.#isBefore(part.at(-1), item));
  }

  #placeIn(part: readonly Item[], item: Item): number {
    return firstWhere(part, (each) => !this.#isBefore(each, item));
  }

  #isBefore(one: Item | undefined, other: Item): boolean {
    return one !== undefined && one !== other && this.compare(one, other) < 0;
  }
}

/** The index of the first item that fits, provided that all after it do; the length if none does. */
function firstWhere<Item>(items: readonly Item[], fits: (item: Item) => boolean): number {
  let [from, to] = [0, items.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (fits(items[middle] as Item)) to = middle;
    else from = middle + 1;
  }
  return from;
}

/**
 * A list in foreign JSON; undefined if it is none. PHP encodes a list that lost an element as an object with numbers for
 * names.
 */
export function listFrom(json: unknown): readonly unknown[] | undefined {
  if (Array.isArray(json)) return json;
  const entries = typeof json === 'object' && json !== null ? Object.entries(json) : [];
  const isNumbered = entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name));
  return isNumbered ? entries.map(([, value]) => value) : undefined;
}

/** The record with an entry under another key, unless that has one already. Returns itself if there is none to move. */
export function withKeyMoved<Value>(
  entries: Readonly<Record<string, Value>>,
  from: string,
  to: string,
): Record<string, Value> {
  const { [from]: moved, ...others } = entries;
  return moved === undefined ? entries : { [to]: moved, ...others };
}
