import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findWpConfig, readConstants } from '../../src/config/wp-config.js';

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
  [`define('KEY', "unfinished`, { kind: 'code' }],
  [`define('KEY'`, undefined],
  [`define('KEY', 'abc') /* unfinished`, text('abc')],
  [`define("KEY", "\\\\n{\\$b}$ 5");`, text('\\n{$b}$ 5')],
  [`define("KEY", "a\\n");`, { kind: 'code' }],
  [`define("KEY", "\\x41");`, { kind: 'code' }],
  [`define("KEY", "$é");`, { kind: 'code' }],
  [`define("K$x", "abc"); define('KEY', 'abc');`, text('abc')],
  [`define('KEY', <<<EOT\nabc\nEOT\n);`, { kind: 'code' }],
  [`$a = <<<EOT\nit's define('KEY', 'no');\n  EOT;\ndefine('KEY', 'abc');`, text('abc')],
  [`$a = <<<'EOT'\nEOTS "\nEOT . define('KEY', 'abc');`, text('abc')],
  [`$a = <<<EOT\ndefine('KEY', 'no');`, undefined],
  ["$a = `it's`; define('KEY', 'abc');", text('abc')],
  [`$o->define('KEY', 'no'); O::define('KEY', 'no'); define('KEY', 'abc');`, text('abc')],
  [`function define('KEY', 'no') {} \\define('KEY', 'abc');`, text('abc')],
  [`#[It] define('KEY', 'abc');`, text('abc')],
  [`// it's\rdefine('KEY', 'abc');`, text('abc')],
  [`// it's ?> it's define('KEY', 'no') <?php define('KEY', 'abc');`, text('abc')],
  [`?> define('KEY', 'no'); <?= define('KEY', 'abc');`, text('abc')],
  [`const KEY = 'abc';`, text('abc')],
  [`const KEY = 'a' . 'b';`, { kind: 'code' }],
  [`const OTHER = 'no', KEY = 'abc', LAST = 1;`, text('abc')],
  [`const OTHER = ['KEY', 'no'], KEY = 'abc';`, text('abc')],
  [`const OTHER = 'no'; f('x', $KEY = 'abc');`, undefined],
  [`namespace Site; const OTHER = 'no'; \\define("KEY", 'abc');`, text('abc')],
  [`define(constant_name: 'KEY', value: 'abc');`, text('abc')],
  [`define('KEY', value: 'abc', case_insensitive: false);`, text('abc')],
  [`define('KEY', value: getenv('KEY'));`, { kind: 'code' }],
  [`if ($is_staging) { define('KEY', 'staging'); } else { define('KEY', 'live'); }`, { kind: 'code' }],
  [`if ($is_staging) define('KEY', 'staging'); else define('KEY', 'live');`, { kind: 'code' }],
  [`if ($is_staging): define('KEY', 'staging'); else: define('KEY', 'live'); endif;`, { kind: 'code' }],
  [`if ($is_staging) { define('KEY', 'abc'); } define('KEY', 'abc');`, text('abc')],
  [`if (!defined('KEY')) { define('KEY', 'abc'); } if (!defined('KEY')) define('KEY', 'abc');`, text('abc')],
  [`define('KEY', 'abc'); if (!defined('KEY')) { define('KEY', 'default'); }`, text('abc')],
  [`__halt_compiler(); define('KEY', 'no');`, undefined],
  // Only PHP knows whether it comes to these; another file may define the name otherwise.
  [`if ($is_staging) { define('KEY', 'staging'); } else { require 'secrets.php'; }`, { kind: 'code' }],
  [`if ($is_staging) define('KEY', 'staging');`, { kind: 'code' }],
  [`if ($is_staging): f(); define('KEY', 'staging'); endif;`, { kind: 'code' }],
  [`if (f()): f(); else: f(); define('KEY', 'staging'); endif;`, { kind: 'code' }],
  [`$is_staging && define('KEY', 'staging');`, { kind: 'code' }],
  [`function staging() { define('KEY', 'staging'); }`, { kind: 'code' }],
  [`$staging = fn() => define('KEY', 'staging');`, { kind: 'code' }],
  [`switch ($site) { case 1: define('KEY', 'first'); }`, { kind: 'code' }],
  [`require 'secrets.php'; if (!defined('KEY')) { define('KEY', 'default'); }`, { kind: 'code' }],
  [`require 'secrets.php'; defined('KEY') or define('KEY', 'default');`, { kind: 'code' }],
  [`require 'other.php'; define('KEY', 'abc'); require 'wp-settings.php';`, text('abc')],
  [`if (!defined('OTHER')) { define('OTHER', 'x'); define('KEY', 'abc'); }`, text('abc')],
  [`if ( ! defined( 'KEY' ) ) : define( 'KEY', 'abc' ); endif;`, text('abc')],
  [`defined('KEY') || define('KEY', 'abc');`, text('abc')],
  [`defined('KEY') or define('KEY', 'abc');`, text('abc')],
  [`! defined('KEY') && define('KEY', 'abc');`, text('abc')],
  [`f(); !defined('KEY') and \\define('KEY', 'abc');`, text('abc')],
  [`if (false === defined('KEY')) define('KEY', 'abc');`, text('abc')],
  [`if (false == \\defined('KEY')) { define('KEY', 'abc'); }`, text('abc')],
  [`if (defined('KEY') === false): define('KEY', 'abc'); endif;`, text('abc')],
  [`if (true === defined('OTHER')) define('KEY', 'abc');`, { kind: 'code' }],
  [`if (f() && false === defined('KEY')) define('KEY', 'abc');`, { kind: 'code' }],
  [`f() && !defined('KEY') && define('KEY', 'abc');`, { kind: 'code' }],
  [`defined('OTHER') && define('KEY', 'abc');`, { kind: 'code' }],
  [`namespace A { define('KEY', 'abc'); }`, text('abc')],
  [`namespace A\\B { if ($is_staging) { define('KEY', 'abc'); } }`, { kind: 'code' }],
  [`namespace { define('KEY', 'abc'); }`, text('abc')],
  [`class A { function if(): int { return 1; } } define('KEY', 'abc');`, text('abc')],
  [`class A { function &while(): array { f(); } } define('KEY', 'abc');`, text('abc')],
  [`if (f()): f(); else: f(); endif; define('KEY', 'abc');`, text('abc')],
  [`$a = f() ? f() : f(); define('KEY', 'abc');`, text('abc')],
  [`function f(): string { return 'x'; } define('KEY', 'abc');`, text('abc')],
  [`@define('KEY', 'abc');`, text('abc')],
  [`class A { const KEY = 'no', OTHER = 'x'; } define('KEY', 'abc');`, text('abc')],
  [`interface A { public const KEY = 'no'; }`, undefined],
  // As `php` has it: only `define` ignores the namespace.
  [`namespace { const KEY = 'abc'; }`, text('abc')],
  [`namespace { const OTHER = 'x', KEY = 'abc'; }`, text('abc')],
  [`namespace { class A { const KEY = 'no'; } const KEY = 'abc'; }`, text('abc')],
  [`namespace { class A { const KEY = 'no'; } }`, undefined],
  [`namespace A { const KEY = 'no'; }`, undefined],
  [`namespace A { const KEY = 'no'; } namespace { const KEY = 'abc'; }`, text('abc')],
  [`namespace A\\B { const KEY = 'no'; define('KEY', 'abc'); }`, text('abc')],
  [`namespace A; const KEY = 'no';`, undefined],
  [`namespace A\\B; const KEY = 'no'; define('KEY', 'abc');`, text('abc')],
  [`namespace\\f(); const KEY = 'abc';`, text('abc')],
  [`$a = 1; namespace\\F; const KEY = 'abc';`, text('abc')],
])('%s', (php, constant) => {
  expect(read(php)).toEqual(constant);
});

it('reads only what stands in PHP’s tags', () => {
  expect(readConstants("it's <?PHP define('KEY', 'abc');").get('KEY')).toEqual(text('abc'));
  expect(readConstants("define('KEY', 'abc');").size).toBe(0);
});

it('finds every plain constant again, however it is quoted and whatever stands around it', () => {
  const single = (value: string) => `'${value.replace(/[\\']/g, '\\$&')}'`;
  const double = (value: string) => `"${value.replace(/[\\"$]/g, '\\$&')}"`;
  const value = fc.string({
    unit: fc.constantFrom('a', 'n', '\\', "'", '"', '$', '{', '\n', '#', '?>', 'é'),
  });
  const comment = fc.constantFrom('', "/* it's */", '// "\n', '# `\n');
  const statement = fc.constantFrom('', "$a = 'x';", "f(<<<X\n'\nX);", '?>"<?php ', '$b = `"`;');
  fc.assert(
    fc.property(
      value,
      fc.constantFrom(single, double),
      comment,
      statement,
      (plain, quote, inside, before) => {
        expect(read(`${before} define(${inside}'KEY', ${inside}${quote(plain)}${inside});`)).toEqual(
          text(plain),
        );
      },
    ),
    { numRuns: 1_000 },
  );
});

it('reads any text without fail', () => {
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
    '`',
    '<<<X\n',
    'X',
    '?>',
    '<?php ',
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
});

it.each(["'\\", '"\\', '/*', '):', '<<<X\n', '<<<X\n ', '?>', '<?', '`\\', 'define(', '"$', ' ', '#', '\n'])(
  '%j again and again takes no long time',
  (piece) => {
    const before = process.cpuUsage();
    read(piece.repeat(100_000));
    // Of the processor: others may be busy on it, too.
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
  },
);

it('finds the nearest file in the folder and above it, unless one is named', () => {
  const files: Record<string, string | null> = {
    '/srv/wp-config.php': "<?php define('KEY', 'srv');",
    '/srv/www/wp-config.php': "<?php define('KEY', 'www');",
    '/srv/locked/wp-config.php': null,
  };
  const find = (named: string | undefined, folder: string) =>
    findWpConfig(named, folder, (path) => files[path]);
  const keyAt = (named: string | undefined, folder: string) => find(named, folder)?.constants?.get('KEY');
  expect(keyAt(undefined, '/srv/www/bot')).toEqual(text('www'));
  expect(keyAt(undefined, '/srv/other/bot')).toEqual(text('srv'));
  expect(find(undefined, '/home/bot')).toBeUndefined();
  expect(keyAt('/srv/wp-config.php', '/srv/www')).toEqual(text('srv'));
  expect(find('/nowhere/wp-config.php', '/srv/www')).toEqual({ path: '/nowhere/wp-config.php' });
  // Above it is another site's.
  expect(find(undefined, '/srv/locked/bot')).toEqual({ path: '/srv/locked/wp-config.php' });
});
