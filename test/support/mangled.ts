import fc from 'fast-check';

/** What breaks out of quotes, mark-up, paths, prototypes and encodings. */
const NASTY = [
  '',
  '\0',
  '\u202e',
  '\ud800',
  '\u200b',
  '—',
  '`',
  '```',
  '&',
  '<!channel>',
  '<!here|x>',
  '<@U0EVIL>',
  '<https://evil.example|shop.example.com>',
  '--',
  '--app',
  '--app=',
  '--__proto__',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '%00',
  '{{x}}',
  '{hostname}',
  "'",
  '"',
  '\\',
  '💥'.repeat(30),
  'ａ．ｃｏｍ',
  'xn--',
  'xn--a.example.com',
  '*.',
  '*.*.example.com',
  `${'a'.repeat(64)}.example.com`,
  `${'a.'.repeat(200)}com`,
  '-1',
  '1e999',
  '9007199254740993',
  '10.0.0.1',
  '[::1]',
  'localhost',
  '@everyone',
];

const nasty = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ maxLength: 8 }),
);

/** A text of good pieces and bad ones, whole or cut and stitched again. */
export function mangled(good: readonly string[], glue = ' '): fc.Arbitrary<string> {
  const pieces = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...good) }, nasty), {
    maxLength: 6,
  });
  const cut = fc.tuple(fc.nat(60), fc.nat(20), nasty);
  return fc
    .tuple(pieces, fc.constantFrom(glue, '', '\n', '\u00a0'), fc.option(cut))
    .map(([parts, between, wound]) => {
      const text = parts.join(between);
      if (!wound) return text;
      const [at, length, filling] = wound;
      return text.slice(0, at) + filling + text.slice(at + length);
    });
}

/** JSON of any shape, under keys that the reader knows. */
export function mangledJson(keys: readonly string[]): fc.Arbitrary<unknown> {
  const key = fc.oneof(fc.constantFrom(...keys), fc.constantFrom('__proto__', 'constructor', ''));
  const leaf = fc.oneof(nasty, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
  return fc.letrec((tie) => ({
    tree: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('list'), tie('object')),
    list: fc.array(tie('tree'), { maxLength: 4 }),
    object: fc.dictionary(key, tie('tree'), { maxKeys: 6, noNullPrototype: true }),
  })).tree;
}
