import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { findingCodes } from '../../../../src/core/diagnosis/findings/table.js';
import { played } from '../../../lab/played.js';

const FOLDER = 'src/core/diagnosis/findings';
const RULES = ['findings.ts', 'guard.ts', ...readdirSync(`${FOLDER}/rules`).map((file) => `rules/${file}`)]
  .map((file) => readFileSync(`${FOLDER}/${file}`, 'utf8'))
  .join('\n');

it('has a rule for every finding, or a guard', () => {
  const isRuled = (code: string) => RULES.includes(`'${code}': `) || RULES.includes(`['${code}', `);
  expect(findingCodes.filter((code) => !isRuled(code))).toEqual([]);
});

/**
 * Guards for faults that no rule knows, a chain that the stand-in can't make, and a cache that outlives its time, which
 * would have to be waited for; the tests beside this one have them.
 */
const UNPLAYED: readonly string[] = ['dns-odd', 'ssl-odd', 'chain-expired', 'resolver-repeating'];

it('has a scenario in the lab for every finding', () => {
  const found = new Set(played.flatMap(({ expected }) => expected));
  expect(findingCodes.filter((code) => !found.has(code) && !UNPLAYED.includes(code))).toEqual([]);
});
