import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanWord, plainSentence, typedAgain, typedWords } from '../../src/core/typed-text.js';

describe('what people type', () => {
  it.each<[string, string]>([
    ['map shop.example.com', 'map shop.example.com'],
    ['  map\tshop.example.com\u00a0', 'map shop.example.com'],
    ['*map* _shop.example.com_', 'map shop.example.com'],
    ['*map shop.example.com*', 'map shop.example.com'],
    ['~`shop.example.com`~', 'shop.example.com'],
    ['```map shop.example.com```', 'map shop.example.com'],
    ['“map” ‘shop.example.com’', 'map shop.example.com'],
    ['map\u200b shop.example.com\u200e', 'map shop.example.com'],
    ['map <http://shop.example.com|shop.example.com>', 'map shop.example.com'],
    ['map *<https://shop.example.com/|shop.example.com>*', 'map https://shop.example.com/'],
    ['map <https://shop.example.com|my shop>', 'map https://shop.example.com'],
    ['map *.<http://example.com|example.com>', 'map *.example.com'],
    ['map **.<http://example.com|example.com>*', 'map *.example.com'],
    ['map **.example.com*', 'map *.example.com'],
    ['map *.example.com *.example.org', 'map *.example.com *.example.org'],
    ['map &lt;shop.example.com&gt;', 'map shop.example.com'],
    ['map [shop.example.com](http://shop.example.com)', 'map http://shop.example.com'],
    ['map [shop.example.com](<http://shop.example.com|shop.example.com>)', 'map shop.example.com'],
    ['map shop[.]example(.)com', 'map shop.example.com'],
    ['map shop[dot]example[.]com', 'map shop.example.com'],
    ['map hxxps://shop[.]example.com/x', 'map https://shop.example.com/x'],
    ['map hxxp[:]//shop.example.com', 'map http://shop.example.com'],
    ['map (shop.example.com), please.', 'map shop.example.com please'],
    ['map a.example.com, b.example.com; c.example.com.', 'map a.example.com b.example.com c.example.com'],
    ['map a.example.com,b.example.com', 'map a.example.com b.example.com'],
    ['map shop,example.com', 'map shop,example.com'],
    ['map x —app Default', 'map x --app Default'],
    ['map x –app=“Default”', 'map x --app=Default'],
    ['map x ‑‑site ‘12’', 'map x --site 12'],
    ['map x \u2212\u2212site=12.', 'map x --site=12'],
    ['map a\u2011b.example.com', 'map a-b.example.com'],
    ['map my–shop.example.com', 'map my-shop.example.com'],
    ['map xn—e1afmkfd.xn—p1ai', 'map xn--e1afmkfd.xn--p1ai'],
    ['audit <@U01ALICE|alice> 7d', 'audit <@U01ALICE|alice> 7d'],
    ['map <mailto:alice@example.com|alice@example.com>', 'map alice@example.com'],
    ['map shop<http://example.com|example.com>', 'map shop<http://example.com|example.com'],
    ['map my_shop.example.com', 'map my_shop.example.com'],
    ['map _dmarc.example.com', 'map _dmarc.example.com'],
    ['', ''],
    ['** “” <>', ''],
    // Lists and arrows that come along with what was copied.
    ['map • shop.example.com', 'map shop.example.com'],
    ['map →shop.example.com ►www.example.com', 'map shop.example.com www.example.com'],
    ['map ✓shop.example.com =shop.example.com', 'map shop.example.com shop.example.com'],
    ['map a.com·b.nl·c.com', 'map a.com b.nl c.com'],
    ['map a.com⬅b.com✅c.com✔d.com', 'map a.com b.com c.com d.com'],
    ['map www.col·leccio.cat', 'map www.col·leccio.cat'],
    ['map a.com☑b.com→c.com', 'map a.com b.com c.com'],
    ['map www.buy✔now.ws www.i✅you.ws www.a⬆b.ws', 'map www.buy✔now.ws www.i✅you.ws www.a⬆b.ws'],
    ['map ☃.net i❤.ws', 'map ☃.net i❤.ws'],
    ['map - shop.example.com', 'map shop.example.com'],
    ['map :link: shop.example.com → ✅', 'map shop.example.com'],
    ['map shop.example.com --app = default', 'map shop.example.com --app default'],
    ['map shop.example.com...', 'map shop.example.com'],
    ['map <http://shop.example.com|shop.example.com>…', 'map shop.example.com'],
    // Links side by side, and behind what is no part of them.
    ['map <http://a.de|a.de>,<http://b.de|b.de>', 'map a.de b.de'],
    ['map <http://a.de|a.de><http://b.de|b.de>', 'map a.de b.de'],
    ['map https://<http://a.de|a.de>/x', 'map https://a.de/x'],
    ['map www.<http://a.de|a.de>', 'map www.a.de'],
    ['map <https://evil.example|shop.example.com>', 'map https://evil.example'],
    ['list <http://shop.de|shop.de>', 'list shop.de'],
    ['map ![x](https://shop.example.com "the shop")', 'map https://shop.example.com'],
    ['map shop [.] example [dot] com', 'map shop.example.com'],
    ['map shop<.>example\\.com', 'map shop.example.com'],
    ['map shop[.example.]com', 'map shop.example.com'],
    ['map shop[punkt]example[punto]com', 'map shop.example.com'],
    ['map hxxps[://]shop.example.com', 'map https://shop.example.com'],
    ['map http[s]:\\\\shop.example.com', 'map https://shop.example.com'],
    // Addresses without a space between them, numbered lines, and what a sentence adds.
    ['map https://a.de/,https://b.de/', 'map https://a.de/ https://b.de/'],
    ['map https://a.de;http://b.de/x,y', 'map https://a.de http://b.de/x,y'],
    ['map https://a.de/?u=x,https://b.de', 'map https://a.de/?u=x,https://b.de'],
    ['map |a.de|b.de|', 'map a.de b.de'],
    ['map a.de&amp;b.de a.de、b.de a.de+b.de/', 'map a.de b.de a.de b.de a.de b.de/'],
    ['map a.de,b@c.de,d@e.de a.b+c.d@e.de', 'map a.de b@c.de d@e.de a.b+c.d@e.de'],
    ['map https://a.de,,;https://b.de', 'map https://a.de https://b.de'],
    ['map a.de→b.de a.de►b.de a.de•b.de a.de➡️b.de', 'map a.de b.de a.de b.de a.de b.de a.de b.de'],
    ['map https://a.de/→https://b.de a.de⇒', 'map https://a.de/ https://b.de a.de'],
    ['map www.col·legi.cat shop.i❤u.ws my→shop.de', 'map www.col·legi.cat shop.i❤u.ws my→shop.de'],
    ['map 1. a.de 2) b.de (3) https://c.de', 'map a.de b.de https://c.de'],
    ['map 12 a.de --site 2.', 'map 12 a.de --site 2'],
    ['map --site 2. a.de', 'map --site 2 a.de'],
    ['shop.example.com’s shop.example.com`s', 'shop.example.com shop.example.com'],
  ])('%j is read as %j', (typed, words) => {
    expect(typedWords(typed).join(' ')).toBe(words);
  });
});

it.each([
  ['map a.de --site "My  Shop"', ['map', 'a.de', '--site', 'My Shop']],
  ['map —site=“Rosa’s Bakery, Inc.” a.de', ['map', '--site=Rosa’s Bakery, Inc', 'a.de']],
  ['map --site «\u00a0Chez Rosa\u00a0» a.de', ['map', '--site', 'Chez Rosa', 'a.de']],
  ["map --site 'My Shop' --app 'two'", ['map', '--site', 'My Shop', '--app', 'two']],
  ['map "a.de" "b.de"', ['map', 'a.de', 'b.de']],
  ['map a.de --site "My Shop', ['map', 'a.de', '--site', 'My', 'Shop']],
])('%j: the quoted value of an option is one word', (typed, words) => {
  expect(typedWords(typed)).toEqual(words);
  expect(typedWords(typedAgain(words))).toEqual(words);
});

it('reads every word of a long text, and cuts none', () => {
  const hostnames = Array.from({ length: 400 }, (_, at) => `shop-${at}.example.com`);
  expect(typedWords(`map ${hostnames.join(', ')}`)).toEqual(['map', ...hostnames]);
  expect(typedWords(`${'x'.repeat(5_000)}\nshop.example.com`)).toHaveLength(2);
});

describe('the meaning of a command', () => {
  const hostnames = [
    'shop.example.com',
    '*.example.org',
    'xn--e1afmkfd.xn--p1ai',
    'münchen.de',
    'a-b.example.com',
  ];
  const wrap =
    (before: string, after = before) =>
    (word: string) =>
      `${before}${word}${after}`;
  const around = [
    ...['*', '_', '~', '`', '"', "'", '*_', '_~', '\u200b', '\u2066', '\ufeff'].map((mark) =>
      wrap(mark, [...mark].reverse().join('')),
    ),
    wrap('“', '”'),
    wrap('„', '“'),
    ...['（）', '［］', '【】', '《》', '「」', '‹›', '〝〞', '′′', '″″', '´´', '‵‵', '||', '＂＂'].map(
      ([before = '', after = '']) => wrap(before, after),
    ),
    ...['.', '...', '…', '?', '?!', '，', '。', '！', '、', ').'].map((tail) => wrap('', tail)),
    ...['\u034f', '\u115f', '\u{e0020}', '\ufe0f', '\u0007', '\ufffc', '\u200d'].map((mark) => wrap(mark)),
    wrap('«', '»'),
    wrap('(', ')'),
    wrap('[', ']'),
    wrap('<', '>'),
    wrap('&lt;', '&gt;'),
    wrap('*“', '”*'),
    wrap('', ','),
    wrap('', '!'),
    wrap('', '\u200b'),
  ];
  const anyDecoration = fc.constantFrom(...around);
  const dashed = fc.constantFrom('--', '—', '–', '\u2011\u2011', '\u2212\u2212', '-\u2010');
  const address = fc.constantFrom<(name: string) => string>(
    (name) => name,
    (name) => name.replace(/\.(?=\w)/g, '[.]'),
    (name) => name.replace(/\.(?=[a-z])/g, ' [dot] '),
    (name) => name.replaceAll('-', '\u2011'),
    (name) => (name.startsWith('*') ? name : `<http://${name}|${name}>`),
    (name) => name.replace(/^\*\.(.*)$/, '*.<http://$1|$1>'),
    (name) => [...name].join('\u2060'),
  );

  it('does not change under marks, quotes, brackets, dashes and what nobody sees', () => {
    const command = fc.record({
      name: fc.constantFrom('map', 'status', 'unmap'),
      hostname: fc.constantFrom(...hostnames),
      app: fc.constantFrom('default', 'shop-2'),
      form: address,
      dash: dashed,
      decorations: fc.tuple(anyDecoration, anyDecoration, anyDecoration),
      space: fc.constantFrom(
        ' ',
        '  ',
        '\u00a0',
        '\t',
        ' \u200b ',
        '\u202f',
        '\u3000',
        '\u2800',
        '\u0085',
        ' • ',
      ),
    });
    fc.assert(
      fc.property(command, ({ name, hostname, app, form, dash, decorations: [one, two, three], space }) => {
        const typed = [one(name), two(form(hostname)), `${dash}app`, three(app)].join(space);
        expect(typedWords(typed)).toEqual([name, hostname, '--app', app]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same for every form of a link', () => {
    const links: ((name: string) => string)[] = [
      (name) => `<http://${name}|${name}>`,
      (name) => `<https://${name}>`,
      (name) => `*<https://${name}/|${name}>*`,
      (name) => `_<http://${name}|a label>_.`,
      (name) => `[${name}](https://${name})`,
      (name) => `[${name}](<https://${name}|${name}>)`,
      (name) => `hxxps://${name.replaceAll('.', '[.]')}`,
      (name) => `<mailto:${name}|${name}>`,
      (name) => `<http://${name}|${name}>…`,
      (name) => `“<http://${name}|${name}>”!`,
      (name) => `https://<http://${name}|${name}>/`,
      (name) => `![${name}](https://${name} "${name}")`,
      (name) => `&lt;http://${name}|${name}&gt;`,
    ];
    for (const form of links)
      for (const name of ['shop.example.com', 'münchen.de', 'a-b.example.com'])
        expect(cleanWord(form(name)).replace(/^https?:\/\/|\/?\.?$/g, '')).toBe(name);
  });
});

it('reads plain words alone as it does beside one that needs cleaning', () => {
  const letter = fc.constantFrom(...'ahxtpdoqs019.-'.split(''));
  const plain = fc
    .string({ unit: letter, minLength: 1 })
    .filter((word) => /^[a-z0-9](.*[a-z0-9])?$/.test(word));
  fc.assert(
    fc.property(fc.array(plain, { minLength: 1 }), (words) => {
      const text = words.join(' ');
      expect(typedWords(text)).toEqual(typedWords(`${text} \u00ad`));
    }),
  );
});

it('reads any text without throwing, and what it has read again as the same words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const word of typedWords(text)) expect(word).not.toMatch(/^\s*$/);
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  ...['*', '_ ', '[', '](', '<http:', '`a', '*a', '“(', '.', '\u200c', '\u3164', ' '],
  ...['1) ', '-a "', 'a,'],
])('takes no time worth mentioning for a message of nothing but “%s”', (piece) => {
  const startedAt = performance.now();
  typedWords(`${piece.repeat(40_000 / piece.length)}.a`);
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

it('takes no time worth mentioning for separators, however many follow each other', () => {
  const startedAt = performance.now();
  typedWords(','.repeat(800_000));
  expect(performance.now() - startedAt).toBeLessThan(2_000);
});

it('reads a list without spaces to its end', () => {
  const names = Array.from({ length: 500 }, (_, number) => `shop-${number}.example.com`);
  for (const separator of [',', ';', '|', '、']) expect(typedWords(names.join(separator))).toEqual(names);
});

it.each([
  ['ask <@U02BOB|bob> in <#C01OPS|ops>', 'ask @bob in #ops'],
  ['<!here> and <!subteam^S01|@support>', '@here and @support'],
  ['<#C01OPS> &amp; <@U02BOB>', 'C01OPS & U02BOB'],
  ['see <https://a.test/x|a.test/x> &lt;3', 'see a.test/x <3'],
])('%j is shown as it was typed', (text, shown) => {
  expect(plainSentence(text)).toBe(shown);
});
