import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { definitionOf, findingCodes } from '../../src/core/diagnosis/findings/table.js';
import { played } from './played.js';
import { play } from './scenario.js';
import { openStage, type Stage } from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

const isProblem = (code: string) =>
  findingCodes.some((each) => each === code && definitionOf(each).severity === 'problem');

/** All of it as `check-domain --json` prints it. */
describe.each(played.map((scenario, index) => ({ ...scenario, scenario, index })))(
  '$name',
  ({ scenario, index }) => {
    const judge = scenario.isOpen ? it.fails : it;
    judge(`comes to: ${scenario.expected.join(', ') || 'nothing to tell'}`, async () => {
      const { got, checked } = await play(stage, scenario, index);
      expect(got).toEqual(scenario.expected);
      if (scenario.verdict) expect(checked.verdict).toBe(scenario.verdict);
      const [first] = checked.findings;
      if (scenario.says) expect(`${first?.what} ${first?.toDo}`).toMatch(scenario.says);
      for (const { what, toDo } of checked.findings)
        expect(`${what} ${toDo}`).not.toMatch(/[{}]|undefined|\(\)| {2}|^ /);
      if (got.length === 0) expect(checked).toMatchObject({ verdict: 'right', exitCode: 0 });
      // A problem that is still to come doesn't fail a site that works today.
      if (got.some(isProblem) && checked.verdict !== 'right') expect(checked.exitCode).not.toBe(0);
    });
  },
);

it('has enough scenarios, and enough of them healthy', () => {
  expect(played.length).toBeGreaterThanOrEqual(140);
  expect(played.filter(({ expected }) => expected.length === 0).length).toBeGreaterThanOrEqual(35);
});
