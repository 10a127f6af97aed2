import { StaleVersion, type Store, type StoredMapping } from './store.js';

/** Losing a race means another writer made progress; this many in a row is a fault. */
const MAX_CHANGE_RACES = 100;

/**
 * Changes a record, retrying when another writer saved it in between. Throws when there is no such mapping.
 */
export async function change(
  store: Pick<Store, 'load' | 'save'>,
  id: string,
  edit: (stored: StoredMapping) => StoredMapping,
): Promise<StoredMapping> {
  for (let race = 0; race < MAX_CHANGE_RACES; race++) {
    const stored = await store.load(id);
    if (!stored) throw new Error(`mapping ${id} is gone`);
    try {
      return await store.save(edit(stored));
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
  throw new Error(`mapping ${id} was changed by others ${MAX_CHANGE_RACES} times`);
}
