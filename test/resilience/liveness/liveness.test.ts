import { expect, it } from 'vitest';
import { dependencies, sabotages } from './dependencies.js';
import { INTERVAL_MS, runLiveness } from './run.js';

const LIMIT_S = INTERVAL_MS / 1_000;

it.each(dependencies)(
  '$name: no healthy check is late by more than an interval',
  async (bad) => {
    const { lateS, accepted } = await runLiveness(bad);
    expect(lateS).toBeLessThanOrEqual(LIMIT_S);
    // The first few at once, then one a second for ten minutes.
    if (bad.name === 'a saturated pacer') expect(accepted).toBeGreaterThan(590);
  },
  120_000,
);

it.each(sabotages)(
  'finds: $name',
  async ({ bad, sabotage }) => {
    const dependency = dependencies.find(({ name }) => name === bad);
    if (!dependency) throw new Error(`there is no dependency ${bad}`);
    expect((await runLiveness(dependency, sabotage)).lateS).toBeGreaterThan(LIMIT_S);
  },
  120_000,
);
