import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { run } from './run.js';
import { sabotages } from './sabotage.js';

const MAIN = fileURLToPath(new URL('../../../dist/src/main.js', import.meta.url));

/** `npm run chaos` kills it 300 times, and proves that it would find a fault. */
it('loses nothing and tells nothing twice when it is killed again and again', async () => {
  const { events, lost, duplicated, outOfOrder, wrongCards, brokenPromises } = await run(
    MAIN,
    12,
    Math.random,
  );
  expect(events).toBeGreaterThanOrEqual(5);
  expect({ lost, duplicated, outOfOrder, wrongCards, brokenPromises }).toEqual({
    lost: 0,
    duplicated: 0,
    outOfOrder: 0,
    wrongCards: 0,
    brokenPromises: 0,
  });
}, 240_000);

it.each(Object.values(sabotages))('the harness can still be proved: $name', async ({ file, from }) => {
  const built = await readFile(new URL(`../../dist/${file}`, import.meta.url), 'utf8');
  expect(built).toContain(from);
});
