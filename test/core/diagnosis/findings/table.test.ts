import { expect, it } from 'vitest';
import { foundCodes } from '../../../../src/core/diagnosis/findings/findings.js';
import { GUARD_CODES } from '../../../../src/core/diagnosis/findings/guard.js';
import { findingCodes } from '../../../../src/core/diagnosis/findings/table.js';
import { played } from '../../../lab/played.js';

it('has a rule for every finding, or a guard', () => {
  expect(findingCodes.filter((code) => !foundCodes.has(code))).toEqual([]);
});

/**
 * Guards for faults that no rule knows, a chain that the stand-in can't make, and a cache that outlives its time, which
 * would have to be waited for; the tests beside this one have them.
 */
const UNPLAYED: readonly string[] = [...GUARD_CODES, 'chain-expired', 'resolver-repeating'];

it('has a scenario in the lab for every finding', () => {
  const found = new Set(played.flatMap(({ expected }) => expected));
  expect(findingCodes.filter((code) => !found.has(code) && !UNPLAYED.includes(code))).toEqual([]);
});
