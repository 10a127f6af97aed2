import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readConstants } from '../src/wp-config.js';

const read = (php: string) => readConstants(`<?php\n${php}`).get('KEY');
const text = (value: string) => ({ kind: 'text', value });

it.each([
  [`define('KEY', 'abc');`, text('abc')],
  [`define( "KEY" , "abc" ) ;`, text('abc')],
  [`DEFINE('KEY','a\\'b\\\\c');`, text("a'b\\c")],
  [`define("KEY", "a\\"b\\$c");`, text('a"b$c')],
  [`if (!defined('KEY')) { define('KEY', 'abc'); }`, text('abc')],
  [`define('KEY', 'abc', false);`, text('abc')],
  [`define('KEY', /* why */ 'abc'); // really`, text('abc')],
  [`define('KEY', 'first'); define('KEY', 'second');`, text('first')],
  [
    `// define('KEY', 'old');\n# define('KEY', 'older');\n/* define('KEY', 'oldest'); */ define('KEY', 'abc');`,
    text('abc'),
  ],
  [`define('OTHER', "define('KEY', 'no');"); define('KEY', 'abc');`, text('abc')],
  [`define('KEY', getenv('KEY'));`, { kind: 'code' }],
  [`define('KEY', "a{$b}");`, { kind: 'code' }],
  [`define('KEY', 'a' . 'b');`, { kind: 'code' }],
  [`define('KEY', SECRET);`, { kind: 'code' }],
  [`// define('KEY', 'old');`, undefined],
  [`$define = 'KEY'; echo 'abc';`, undefined],
  [`define('KEY', 'unfinished`, { kind: 'code' }],
])('%s', (php, constant) => {
  expect(read(php)).toEqual(constant);
});

it('reads any text without fail and without delay', () => {
  const pieces = fc.constantFrom(
    "define('KEY', ",
    "'",
    '"',
    '\\',
    '//',
    '/*',
    '*/',
    '#',
    '\n',
    '$a',
    '{$',
    ')',
    'x',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
      ),
      (php) => {
        readConstants(php);
      },
    ),
    { numRuns: 2_000 },
  );
  const startedAt = performance.now();
  readConstants(`'${'\\'.repeat(200_000)}`);
  readConstants('/*'.repeat(100_000));
  expect(performance.now() - startedAt).toBeLessThan(5_000);
});
