import { expect, it } from 'vitest';
import { newIncident } from '../src/incident.js';

it('is short, and has no letter that is taken for another when read out', () => {
  expect(newIncident(() => 0)).toBe('000000');
  expect(newIncident(() => 1 - Number.EPSILON)).toBe('ZZZZZZ');
  for (let n = 0; n < 200; n++) expect(newIncident(Math.random)).toMatch(/^[\dA-HJKMNP-TV-Z]{6}$/);
});
