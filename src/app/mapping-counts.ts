import type { MappingCount } from '../core/ports/metrics.js';
import { scanSummaries } from '../use-cases/shared/conditions.js';
import type { AppRegistry } from './app-registry.js';
import type { Runtime } from './runtime.js';
import type { Storage } from './steps/create-storage.js';

/** Walks every mapping, so not on each scrape. */
const COUNTED_FOR_MS = 60_000;

/** Reports the number of mappings by stage and health to metrics. */
export function watchMappings(
  { clock, config, log, metrics }: Runtime,
  { store }: Storage,
  { apps }: AppRegistry,
): void {
  let counted: { readonly at: number; readonly counts: Promise<readonly MappingCount[]> } | undefined;

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

  metrics.watch({
    mappings: () => {
      const at = clock.monotonic();
      if (!counted || at - counted.at >= COUNTED_FOR_MS) counted = { at, counts: count() };
      return counted.counts;
    },
  });
}
