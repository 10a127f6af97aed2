import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { postgresPrograms } from '../../support/postgres-server.js';
import { faultsIn, NO_FAULTS } from '../support/report.js';
import { runReplicas } from './replicas.js';
import { run } from './run.js';

const MAIN = fileURLToPath(new URL('../../../dist/src/main.js', import.meta.url));

/** `npm run chaos` kills it 300 times, and proves that it would find a fault. */
it('a bot that is killed again and again loses nothing and tells nothing twice', async () => {
  const differences = await run({ killed: [MAIN], last: [MAIN] }, 12, Math.random);
  expect(differences.events).toBeGreaterThanOrEqual(5);
  expect(faultsIn(differences)).toEqual(NO_FAULTS);
}, 240_000);

/** `npm run chaos -- --replicas 3` does it 300 times. */
it.skipIf(!postgresPrograms)(
  'replicas that are killed and cut off from their database lose nothing and tell nothing twice',
  async () => {
    const differences = await runReplicas([[MAIN], [MAIN], [MAIN]], 10, Math.random);
    expect(differences.events).toBeGreaterThanOrEqual(5);
    expect(faultsIn(differences)).toEqual(NO_FAULTS);
  },
  300_000,
);
