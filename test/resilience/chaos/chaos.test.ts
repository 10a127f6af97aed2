import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { faultsIn, NO_FAULTS } from '../support/report.js';
import { run } from './run.js';

const MAIN = fileURLToPath(new URL('../../../dist/src/main.js', import.meta.url));

/** `npm run chaos` kills it 300 times, and proves that it would find a fault. */
it('a bot that is killed again and again loses nothing and tells nothing twice', async () => {
  const differences = await run({ killed: [MAIN], last: [MAIN] }, 12, Math.random);
  expect(differences.events).toBeGreaterThanOrEqual(5);
  expect(faultsIn(differences)).toEqual(NO_FAULTS);
}, 240_000);
