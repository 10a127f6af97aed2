import type { Batch, BatchKind } from '../../src/use-cases/batch/batch.js';
import { type Batches, openBatches } from '../../src/use-cases/batch/batches.js';
import { START } from './observations.js';

/** A list that somebody has seen the dry run of. */
export const plannedBatch = (kind: BatchKind = 'map', more: Partial<Batch> = {}): Batch => ({
  id: 'b1',
  kind,
  state: 'planned',
  by: 'U01ALICE',
  team: 'T1',
  askedIn: 'C1',
  at: START,
  channel: 'C1',
  app: 'default',
  lines: [
    { typed: 'shop.example.com', hostname: 'shop.example.com', forecast: 'ready' },
    {
      typed: 'nope',
      forecast: 'refused',
      problem: { code: 'hostname', problem: { code: 'empty', params: {} } },
    },
  ],
  ...more,
});

/** Batches in memory, of which there is one. */
export async function batchesWith(batch: Batch): Promise<Batches> {
  let document: { value: { batches: Batch[] }; version: number } | undefined;
  const batches = openBatches({
    read: async () => document as never,
    write: async (_kind, _key, value, version) => {
      document = { value: value as { batches: Batch[] }, version: version + 1 };
      return version + 1;
    },
  });
  await batches.change(() => [batch]);
  return batches;
}
