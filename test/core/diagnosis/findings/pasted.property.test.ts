import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostPastedIn, withVisibleSpaces } from '../../../../src/core/diagnosis/findings/pasted.js';

const HOST = 'app-1.closte.com';
const ZONE = 'bakery.example';
const foreign = fc.constantFrom('"', '“', '’', ' ', '\t', '/', ':', ',', ';', '(', '>', '\u00a0', '\u200b');
const hostname = fc.stringMatching(/^[a-z\d][a-z\d-]{0,10}(?:\.[a-z\d][a-z\d-]{0,10}){0,3}$/);

describe('a host pasted with more than its name', () => {
  it('is found whatever stands around it, and with the zone appended', () => {
    fc.assert(
      fc.property(
        fc.string(),
        foreign,
        foreign,
        fc.string(),
        fc.boolean(),
        (first, left, right, last, isAppended) => {
          const typed = `${first.replaceAll('app', '')}${left}${HOST}${right}${last}`;
          expect(hostPastedIn(isAppended ? `${typed}.${ZONE}` : typed, [HOST], ZONE)).toBe(HOST);
        },
      ),
    );
  });

  it('is in no hostname, and not in what only begins or ends like it', () => {
    fc.assert(
      fc.property(hostname, foreign, (name, character) => {
        expect(hostPastedIn(name, [HOST], ZONE)).toBeUndefined();
        expect(hostPastedIn(`${character}${HOST}.${name}`, [HOST], ZONE)).toBeUndefined();
        expect(hostPastedIn(`${character}${name}-${HOST}`, [HOST], ZONE)).toBeUndefined();
      }),
    );
  });

  it.each([HOST, `${HOST}.`, `${HOST}.${ZONE}`, `www.${HOST}`, `${HOST}.example.org`, ''])(
    'is not in %j',
    (value) => {
      expect(hostPastedIn(value, [HOST], ZONE)).toBeUndefined();
    },
  );
});

it('shows what nobody can see', () => {
  expect(withVisibleSpaces(` ${HOST}\u200b`)).toBe(`\\032${HOST}\\226\\128\\139`);
  expect(withVisibleSpaces(`"${HOST}"`)).toBe(`"${HOST}"`);
});
