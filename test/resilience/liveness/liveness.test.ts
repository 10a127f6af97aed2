import { expect, it } from 'vitest';
import { rowsWith } from './dependencies.js';
import { isLive, LIMIT_S } from './measures.js';
import { runLiveness } from './run.js';

/** `npm run liveness` has ten times as many log files. */
const LOG_FILES = 1_000;
const rows = rowsWith(LOG_FILES).map((row) => [row.bad.name, row] as const);

it.each(rows)(
  '%s: no healthy check and no event is late by more than an interval',
  async (name, { bad }) => {
    const result = await runLiveness(bad);
    expect(result.lateS).toBeLessThanOrEqual(LIMIT_S);
    expect(result.eventLateS).toBeLessThanOrEqual(LIMIT_S);
    expect(result.delivered).toBeGreaterThan(270);
    expect(isLive(result, bad.maxSpent)).toBe(true);
    // The first few at once, then one a second for ten minutes.
    if (name === 'a saturated pacer') expect(result.accepted).toBeGreaterThan(590);
    if (name === 'an archived channel') expect(result.spent).toBeLessThan(2_000);
  },
  240_000,
);

it.each(rows)(
  '%s: is found out in a bot that was built wrongly',
  async (_, { bad, sabotage }) => {
    expect(isLive(await runLiveness(bad, sabotage), bad.maxSpent)).toBe(false);
  },
  240_000,
);
