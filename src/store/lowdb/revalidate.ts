import { setTimeout as sleep } from 'node:timers/promises';

/** Delay after a start, which has more urgent work. */
const FIRST_REST_MS = 30_000;
/** Pauses this many times as long as it worked. */
const REST_FACTOR = 9;
const SHORTEST_REST_MS = 5;

/** Waits in the background; ends early, without an error, when the signal is aborted. */
export type Rest = (ms: number, signal: AbortSignal) => Promise<void>;

export const restQuietly: Rest = (ms, signal) =>
  sleep(ms, undefined, { ref: false, signal }).catch(() => undefined);

/**
 * Reads in the background what a start took from the snapshot, so that a file that went bad unnoticed is still found.
 * `check` never rejects.
 */
export async function revalidate(
  ids: readonly string[],
  check: (id: string) => Promise<void>,
  { signal, rest }: { readonly signal: AbortSignal; readonly rest: Rest },
): Promise<void> {
  let restMs = FIRST_REST_MS;
  for (const id of ids) {
    if (restMs >= SHORTEST_REST_MS) {
      await rest(restMs, signal);
      restMs = 0;
    }
    if (signal.aborted) return;
    const startedAt = performance.now();
    await check(id);
    restMs += (performance.now() - startedAt) * REST_FACTOR;
  }
}
