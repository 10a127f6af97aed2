import { expect, it } from 'vitest';
import { newIncidentId } from '../../src/util/incident-id.js';

it('is short, and has no letter that is taken for another when read out', () => {
  expect(newIncidentId(() => 0)).toBe('000000');
  expect(newIncidentId(() => 1 - Number.EPSILON)).toBe('ZZZZZZ');
  for (let n = 0; n < 200; n++) expect(newIncidentId(Math.random)).toMatch(/^[\dA-HJKMNP-TV-Z]{6}$/);
});
