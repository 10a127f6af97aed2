import { type MappingRecord, StaleVersion, type Store } from '../store/store.js';

/** Each lost race is somebody else's progress; so many in a row are a fault. */
const MAX_RACES = 100;

/** Changes a record, over again when another saved it meanwhile. Throws when there is no such mapping. */
export async function change(
  store: Pick<Store, 'load' | 'save'>,
  id: string,
  edit: (record: MappingRecord) => MappingRecord,
): Promise<MappingRecord> {
  for (let race = 0; race < MAX_RACES; race++) {
    const record = await store.load(id);
    if (!record) throw new Error(`mapping ${id} is gone`);
    try {
      return await store.save(edit(record));
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
  throw new Error(`mapping ${id} was changed by others ${MAX_RACES} times while it was delivered`);
}
