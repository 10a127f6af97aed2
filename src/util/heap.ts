import { getHeapStatistics, setFlagsFromString } from 'node:v8';

/** Up to here a heap may be garbage for the most part: collecting a small one often costs more than it gains. */
const HEAP_BYTES = 192 * 1024 ** 2;
const MIN_GROWTH_PERCENT = 20;
const MAX_GROWTH_PERCENT = 400;
/** While a bot starts, its heap grows by some 20 MiB in between. */
const LOOK_EVERY_MS = 100;

/** By how much the heap may grow between two collections of all of it, in percent of what is in use. */
export function growthPercent(usedBytes: number): number {
  const percent = Math.round((100 * (HEAP_BYTES - usedBytes)) / usedBytes);
  return Math.min(MAX_GROWTH_PERCENT, Math.max(MIN_GROWTH_PERCENT, percent));
}

/**
 * Left alone, V8 lets garbage grow to several times a large heap while the machine has memory, and begins to mark so late
 * that many a collection stops everything until it is done, for a quarter of a second. From here on it begins halfway.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--incremental-marking-hard-trigger=50');
  const adjust = () => {
    const { used_heap_size: usedBytes } = getHeapStatistics();
    setFlagsFromString(`--heap-growing-percent=${growthPercent(usedBytes)}`);
  };
  adjust();
  setInterval(adjust, LOOK_EVERY_MS).unref();
}
