import { isWww } from '../../core/hostname.js';
import type { StoredMapping } from '../../store/store.js';
import type { Ports } from '../ports.js';
import type { TransitionDeps } from '../shared/transition.js';
import { transitionPair } from '../shared/transition.js';

/**
 * Finishes what a crash left half done between a www mapping and its primary, which are two writes: until then the card
 * that they share shows the old state, for a removed www mapping for good. Reads no other records.
 */
export async function repairPairs(deps: TransitionDeps & Pick<Ports, 'log'>): Promise<void> {
  for (const query of [{}, { stage: 'removed' as const }])
    for await (const batch of deps.store.summaries(query))
      for (const { id, hostname } of batch)
        try {
          const stored = isWww(hostname) ? await deps.store.load(id) : undefined;
          if (stored && (await isAhead(deps, stored)))
            await transitionPair(deps, id, { type: 'clock.ticked' });
        } catch (error) {
          deps.log.error({ err: error, mapping: id }, 'a www mapping could not be repaired');
        }
}

/** Whether the primary doesn't know the www mapping's latest state yet. */
async function isAhead(
  { store }: Pick<Ports, 'store'>,
  { mapping: { id, primary, revision } }: StoredMapping,
): Promise<boolean> {
  if (primary === undefined) return false;
  const www = (await store.load(primary))?.mapping.www;
  return www?.id === id && www.revision < revision;
}
