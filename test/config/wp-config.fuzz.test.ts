import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readConstants } from '../../src/config/wp-config.js';
import { mangled } from '../support/mangled.js';

const RUNS = 20_000;
const PIECES = [
  '<?php ',
  '?>',
  "define('CLOSTE_CLIENT_API_KEY', 'abc');",
  'define( "CLOSTE_APP_ID" , "7" ) ;',
  "define('A', getenv('A'));",
  'if (!defined("B")) {',
  '}',
  '/* ',
  ' */',
  '// ',
  '# ',
  '#[A]',
  '<<<EOT\n',
  '\nEOT;\n',
  "<<<'X'\n",
  '\\',
  "'",
  '"',
  '$x',
  '`ls`',
  '->define(',
];

it(`of ${RUNS} malformed files each is read, in a time that grows with its length`, () => {
  const property = fc.property(mangled(PIECES, ''), (php) => {
    for (const [name, constant] of readConstants(php)) {
      expect(php).toContain('define');
      expect(typeof name).toBe('string');
      // Nothing is made up: the text of a constant stands in the file, but for what was escaped.
      if (constant.kind === 'text')
        expect(php.replaceAll('\\', '')).toContain(constant.value.replaceAll('\\', ''));
    }
  });
  fc.assert(property, { numRuns: RUNS });
});

it.each(["'", '"', '<<<A\n', '/*', '?><?php ', "define('A' ", '\\', '`'])(
  'a megabyte of %j is read',
  (piece) => {
    expect(readConstants(`<?php ${piece.repeat(1_000_000 / piece.length)}`).size).toBe(0);
  },
);
