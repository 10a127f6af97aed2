import { afterAll, beforeAll, expect, it } from 'vitest';
import { findingCodes } from '../../src/core/diagnosis/findings/table.js';
import { play } from './scenario.js';
import { scenarios } from './scenarios.js';
import { openStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

it.each(scenarios.map((scenario, index) => ({ ...scenario, scenario, index })))(
  '$name: $expected',
  async ({ scenario, index }) => {
    expect((await play(stage, scenario, index)).got).toEqual(scenario.expected);
  },
);

/** Guards for faults that no rule knows, and a chain that the stand-in can't make; `test/core/findings` has them. */
const UNPLAYED: readonly string[] = ['dns-odd', 'ssl-odd', 'chain-expired'];

it('has a scenario for every finding', () => {
  const played = new Set(scenarios.flatMap(({ expected }) => expected));
  expect(findingCodes.filter((code) => !played.has(code) && !UNPLAYED.includes(code))).toEqual([]);
});
