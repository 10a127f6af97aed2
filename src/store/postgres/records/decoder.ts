import type { Mapping } from '../../../core/mapping.js';
import { NewerSchema } from '../../format/form.js';
import type { OnUnreadableSeen } from '../../schema.js';
import type { SetAside, StoredMapping } from '../../store.js';
import { mappingInRow, type RecordRow, storedMappingOf } from './row.js';

/** Undefined for a row that is no record of this version, which is reported. */
export interface RecordDecoder {
  readonly stored: (row: RecordRow) => StoredMapping | undefined;
  /** Only the mapping, which is faster. */
  readonly mapping: (row: RecordRow) => Mapping | undefined;
}

export function createDecoder(
  onUnusable: (unusable: SetAside) => void,
  onUnreadableSeen?: OnUnreadableSeen,
): RecordDecoder {
  const reporting =
    <Read>(read: (row: RecordRow, onUnreadableSeen?: OnUnreadableSeen) => Read) =>
    (row: RecordRow): Read | undefined => {
      try {
        return read(row, onUnreadableSeen);
      } catch (error) {
        const reason = error instanceof Error ? error.message.slice(0, 500) : String(error);
        const state = error instanceof NewerSchema ? 'newer' : 'damaged';
        onUnusable({ file: `mappings row ${row.id} (${state})`, reason });
        return undefined;
      }
    };
  return { stored: reporting(storedMappingOf), mapping: reporting(mappingInRow) };
}
