import type { Documents } from '../../store/documents.js';
import { StaleVersion } from '../../store/store.js';
import { limit } from '../../util/concurrency/queue.js';
import { type Batch, batchesKind } from './batch.js';

const BATCHES_KEY = 'all';
const MAX_WRITE_TRIES = 5;

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

  async function read() {
    const found = await documents.read(batchesKind, BATCHES_KEY);
    return { value: found?.value, batches: noted(found?.value.batches ?? []), version: found?.version ?? 0 };
  }

  return {
    underWay: () => underWay,
    all: async () => (await read()).batches,
    get: async (id) => (await read()).batches.find((batch) => batch.id === id),
    change: (edit) =>
      inTurn(async () => {
        for (let tries = 1; ; tries++) {
          const { value, batches, version } = await read();
          const next = edit(batches);
          if (next === batches) return batches;
          try {
            await documents.write(batchesKind, BATCHES_KEY, { ...value, batches: [...next] }, version);
            return noted(next);
          } catch (error) {
            if (!(error instanceof StaleVersion) || tries >= MAX_WRITE_TRIES) throw error;
          }
        }
      }),
  };
}

/** The list with one batch replaced by what `edit` makes of it; undefined removes it. */
export const withBatch =
  (id: string, edit: (batch: Batch) => Batch | undefined) =>
  (batches: readonly Batch[]): readonly Batch[] =>
    batches.flatMap((batch) => (batch.id === id ? (edit(batch) ?? []) : batch));
