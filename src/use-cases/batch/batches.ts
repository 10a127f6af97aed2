import type { Documents } from '../../store/documents.js';
import { editDocument } from '../../store/edit-document.js';
import { limit } from '../../util/concurrency/queue.js';
import { type Batch, batchesKind } from './batch.js';

const BATCHES_KEY = 'all';

/** The batches that are planned or under way, in the store. */
export interface Batches {
  all(): Promise<readonly Batch[]>;
  get(id: string): Promise<Batch | undefined>;
  /** Changes the list in one write; `edit` may run again. Resolves to the new list. */
  change(edit: (batches: readonly Batch[]) => readonly Batch[]): Promise<readonly Batch[]>;
  /** IDs of those that somebody started, as last read or written. */
  underWay(): readonly string[];
}

export function openBatches(documents: Documents): Batches {
  const inTurn = limit(1);
  let underWay: readonly string[] = [];

  function noted(batches: readonly Batch[]): readonly Batch[] {
    underWay = batches.filter(({ state }) => state !== 'planned').map(({ id }) => id);
    return batches;
  }

  const read = async () => noted((await documents.read(batchesKind, BATCHES_KEY))?.value.batches ?? []);

  return {
    underWay: () => underWay,
    all: read,
    get: async (id) => (await read()).find((batch) => batch.id === id),
    change: (edit) =>
      inTurn(async () => {
        const stored = await editDocument(documents, batchesKind, BATCHES_KEY, (value) => {
          const batches = noted(value?.batches ?? []);
          const next = edit(batches);
          return next === batches ? value : { ...value, batches: [...next] };
        });
        return noted(stored?.batches ?? []);
      }),
  };
}

/** The list with one batch replaced by what `edit` makes of it; undefined removes it. */
export const withBatch =
  (id: string, edit: (batch: Batch) => Batch | undefined) =>
  (batches: readonly Batch[]): readonly Batch[] =>
    batches.flatMap((batch) => (batch.id === id ? (edit(batch) ?? []) : batch));
