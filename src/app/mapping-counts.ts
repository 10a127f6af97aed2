import type { MappingCount } from '../core/ports/metrics.js';
import { scanSummaries } from '../use-cases/shared/conditions.js';
import { SingleFlight } from '../util/cache.js';
import { withTimeout } from '../util/clock.js';
import type { AppRegistry } from './app-registry.js';
import type { Runtime } from './runtime.js';
import type { Storage } from './steps/create-storage.js';

/** Counting walks every mapping, so not on each scrape. */
const COUNTED_FOR_MS = 60_000;
/** After a change of settings, counting 100,000 mappings reads their files. */
const SCRAPE_WAITS_MS = 1_000;

/** Reports the number of mappings by stage and health to metrics. */
export function watchMappings(
  { clock, config, log, metrics }: Runtime,
  { store }: Storage,
  { apps }: AppRegistry,
): void {
  async function count(): Promise<readonly MappingCount[]> {
    const counts = new Map<string, MappingCount>();
    const deps = { store, apps, policy: config.policy, now: clock.now, log };
    for (const query of [{}, { stage: 'removed' as const }])
      await scanSummaries(deps, query, ({ stage, app }, { health }) => {
        const condition = apps.has(app) ? health : 'unknown';
        const key = `${stage} ${condition}`;
        counts.set(key, { stage, condition, count: (counts.get(key)?.count ?? 0) + 1 });
      });
    return [...counts.values()];
  }

  metrics.watch({ mappings: createCountReader(count, clock.monotonic) });
}

/** Reads counts that are at most a minute old; while counting takes long, those from before. Counts once at a time. */
export function createCountReader(
  count: () => Promise<readonly MappingCount[]>,
  monotonic: () => number,
): () => Promise<readonly MappingCount[]> {
  let counts: readonly MappingCount[] = [];
  let countedAt = Number.NEGATIVE_INFINITY;
  const counting = new SingleFlight<void>();

  async function recount(): Promise<void> {
    counts = await count();
    countedAt = monotonic();
  }

  return async () => {
    if (monotonic() - countedAt >= COUNTED_FOR_MS)
      await withTimeout(counting.run('all', recount), SCRAPE_WAITS_MS);
    return counts;
  };
}
