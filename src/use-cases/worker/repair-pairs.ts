import type { StoredMapping } from '../../store/store.js';
import type { Ports } from '../ports.js';
import type { TransitionDeps } from '../shared/transition.js';
import { transitionPair } from '../shared/transition.js';

/**
 * Finishes what a crash left half done between a www mapping and its primary, which are two writes: until then the card
 * that they share shows the old state, for a removed www mapping for good.
 */
export async function repairPairs(deps: TransitionDeps & Pick<Ports, 'log'>): Promise<void> {
  for await (const stored of deps.store.all())
    try {
      if (await isAhead(deps, stored))
        await transitionPair(deps, stored.mapping.id, { type: 'clock.ticked' });
    } catch (error) {
      deps.log.error({ err: error, mapping: stored.mapping.id }, 'a www mapping could not be repaired');
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
