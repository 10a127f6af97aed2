import { performance } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { partsOf } from '../collections.js';
import { isLongList, type LongList, walkedParts } from '../parted-list.js';

/** For a long walk through memory: tells when it has kept the event loop long enough, and lets other work run. */
export interface Breather {
  isDue(): boolean;
  breathe(): Promise<void>;
}

/** Less than anything may block the event loop in all, since garbage collection comes on top. */
const TURN_MS = 0.5;
/** Reading the clock costs more than a quick visit, and leaves a number behind. */
const MAX_VISITS_UNTIMED = 16;
/** What so many quick visits take at most. */
const QUICK_MS = TURN_MS / MAX_VISITS_UNTIMED;

/** Reads the clock at each call, or every few calls while they come quickly one after the other. */
export function createBreather(): Breather {
  let since = performance.now();
  let readAt = since;
  let untimed = 1;
  let left = untimed;
  return {
    isDue: () => {
      left -= 1;
      if (left > 0) return false;
      const now = performance.now();
      untimed = now - readAt < QUICK_MS ? Math.min(2 * untimed, MAX_VISITS_UNTIMED) : 1;
      left = untimed;
      readAt = now;
      return now - since >= TURN_MS;
    },
    breathe: async () => {
      await turn();
      since = performance.now();
      readAt = since;
    },
  };
}

const SORTED_AT_ONCE = 512;

/** What a long walk through memory comes by, with turns for other work in between. */
export async function* inTurns<Item>(items: Iterable<Item>): AsyncGenerator<Item, void> {
  const breather = createBreather();
  for (const item of items) {
    if (breather.isDue()) await breather.breathe();
    yield item;
  }
}

/** The same for what needs no wait itself, which costs less. Many short visits in a row need one breather for all. */
export async function visitInTurns<Item>(
  items: Iterable<Item>,
  visit: (item: Item, at: number) => unknown,
  breather = createBreather(),
): Promise<void> {
  if (isLongList(items)) return countInTurns(items.length, (at) => visit(items.at(at) as Item, at), breather);
  let at = 0;
  for (const item of items) {
    visit(item, at);
    at += 1;
    if (breather.isDue()) await breather.breathe();
  }
}

/** Visits the numbers below a count: without an iterator, which leaves behind an object for each. */
export async function countInTurns(
  count: number,
  visit: (at: number) => unknown,
  breather = createBreather(),
): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    visit(at);
    if (breather.isDue()) await breather.breathe();
  }
}

/** Whether a list has such an item: it is walked no further than to the first. */
export async function hasAnyInTurns<Item>(
  items: LongList<Item>,
  isSuch: (item: Item) => boolean,
): Promise<boolean> {
  const breather = createBreather();
  for (const some of walkedParts(items)) {
    if (some.some(isSuch)) return true;
    if (breather.isDue()) await breather.breathe();
  }
  return false;
}

/** What each item becomes, in order. */
export async function mapInTurns<Item, Made>(
  items: Iterable<Item>,
  make: (item: Item) => Made,
  breather = createBreather(),
): Promise<Made[]> {
  const made: Made[] = [];
  await visitInTurns(items, (item) => made.push(make(item)), breather);
  return made;
}

/** A sorted copy of a long list; equal items keep their order. Sorts parts and merges them, with turns for other work. */
export async function sortedInTurns<Item>(
  items: Iterable<Item>,
  compare: (one: Item, other: Item) => number,
): Promise<Item[]> {
  const breather = createBreather();
  let runs: Item[][] = [];
  await visitInTurns(partsOf(items, SORTED_AT_ONCE), (part) => runs.push(part.toSorted(compare)), breather);
  while (runs.length > 1) {
    const longer: Item[][] = [];
    for (const [one = [], other = []] of partsOf(runs, 2)) {
      const merged: Item[] = [];
      await visitInTurns(merging(one, other, compare), (item) => merged.push(item), breather);
      longer.push(merged);
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merging<Item>(
  one: readonly Item[],
  other: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Generator<Item, void> {
  let at = 0;
  for (const item of other) {
    for (let next = one[at]; next !== undefined && compare(next, item) <= 0; next = one[++at]) yield next;
    yield item;
  }
  yield* one.slice(at);
}

/** Lets one caller go on in each turn of the event loop, in order, so that whatever comes in is handled before the next. */
export function oneEachTurn(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => turn());
    return last;
  };
}

/** Event loop utilisation from which the process counts as busy. */
const BUSY = 0.7;

/** Whether the event loop was idle since the last call, so that running work must be waiting for a third party. */
export function createIdleness(): () => boolean {
  let before = performance.eventLoopUtilization();
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    return utilization < BUSY;
  };
}
