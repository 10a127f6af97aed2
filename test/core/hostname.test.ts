import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isApex,
  isWildcard,
  parseHostname,
  probeName,
  registrableDomain,
  showHostname,
} from '../../src/core/hostname.js';

describe('what people paste', () => {
  it.each([
    ['shop.example.com', 'shop.example.com'],
    ['  SHOP.Example.COM. ', 'shop.example.com'],
    ['https://shop.example.com/path?x=1#y', 'shop.example.com'],
    ['http://shop.example.com:8080/', 'shop.example.com'],
    ['//shop.example.com/', 'shop.example.com'],
    ['<http://shop.example.com|shop.example.com>', 'shop.example.com'],
    ['<https://shop.example.com>', 'shop.example.com'],
    ['`shop.example.com`', 'shop.example.com'],
    ['“shop.example.com”', 'shop.example.com'],
    ['&lt;shop.example.com&gt;', 'shop.example.com'],
    ['shop.example.com\u200b', 'shop.example.com'],
    ['blumen-müller.de', 'xn--blumen-mller-klb.de'],
    ['XN--BLUMEN-MLLER-KLB.DE', 'xn--blumen-mller-klb.de'],
    ['faß.de', 'xn--fa-hia.de'],
    ['ｅｘａｍｐｌｅ。com', 'example.com'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
    ['*.example.com', '*.example.com'],
    ['*.Shop.example.co.uk.', '*.shop.example.co.uk'],
    ['shop.github.io', 'shop.github.io'],
    ['a-b--c.example.com', 'a-b--c.example.com'],
    ['*.<http://example.com|example.com>', '*.example.com'],
    ['"<http://shop.example.com|shop.example.com>".', 'shop.example.com'],
    ['<http://shop.example.com|shop.example.com>/cart', 'shop.example.com'],
    ['&lt;http://shop.example.com|shop.example.com&gt;', 'shop.example.com'],
    [`<http://shop.example.com/${'x'.repeat(2_000)}|shop>`, 'shop.example.com'],
    ['(shop.example.com)', 'shop.example.com'],
    ['http:shop.example.com', 'shop.example.com'],
    ['https:/shop.example.com', 'shop.example.com'],
    ['\u200eshop.example.com\u200f', 'shop.example.com'],
    ['a\u2011b.example.com', 'a-b.example.com'],
    ['a–b.example.com', 'a-b.example.com'],
    ['a−b.example.com', 'a-b.example.com'],
    ['shop[.]example(.)com', 'shop.example.com'],
    ['hxxps://shop[.]example.com/x', 'shop.example.com'],
    ['*shop.example.com*', 'shop.example.com'],
    ['~_shop.example.com_~', 'shop.example.com'],
    ['**.example.org*', '*.example.org'],
    ['*<https://shop.example.com/|shop.example.com>*', 'shop.example.com'],
    ['[shop.example.com](http://shop.example.com)', 'shop.example.com'],
    ['[shop.example.com](<http://shop.example.com|shop.example.com>)', 'shop.example.com'],
    ['[shop.example.com]', 'shop.example.com'],
    ['xn—e1afmkfd.xn—p1ai', 'xn--e1afmkfd.xn--p1ai'],
    [`${'e\u0301'.repeat(40)}.com`, `xn--9c${'a'.repeat(40)}.com`],
    ['ΟΔΟΣ-Α.gr', 'xn----zlbh7bby.gr'],
    ['col·legi.cat', 'xn--collegi-xma.cat'],
    ['аpple.com', 'xn--pple-43d.com'],
    ['a.b.c.d.e.f.g.h.example.com', 'a.b.c.d.e.f.g.h.example.com'],
  ])('%j is understood', (typed, hostname) => {
    expect(parseHostname(typed)).toEqual({ ok: true, hostname });
  });
});

it('keeps the joiners of a script that needs them: without them it is another name', () => {
  expect(parseHostname('نامه\u200cای.com')).not.toEqual(parseHostname('نامهای.com'));
  expect(parseHostname('نامه\u200cای.com')).toEqual({ ok: true, hostname: 'xn--mgba3gch31f060k.com' });
});

describe('what can’t be a public hostname', () => {
  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['https://', 'empty'],
    ['.', 'empty'],
    ['alice@example.com', 'email-address'],
    ['<mailto:alice@example.com|alice@example.com>', 'email-address'],
    ['https://user:pass@example.com', 'has-credentials'],
    ['192.0.2.1', 'ip-address'],
    ['http://192.0.2.1/', 'ip-address'],
    ['2001:db8::1', 'ip-address'],
    ['[2001:db8::1]', 'ip-address'],
    ['3221225985', 'ip-address'],
    ['0xC0000201', 'ip-address'],
    ['0xc0.0.2.1', 'ip-address'],
    ['１９２.0.2.1', 'ip-address'],
    ['192.0.2.1:443', 'ip-address'],
    ['::1', 'ip-address'],
    ['fe80::1%eth0', 'ip-address'],
    ['https://[2001:db8::1]:8443/x', 'ip-address'],
    ['2001:db8::1/64', 'ip-address'],
    ['shop.*.com', 'wildcard-not-first'],
    ['*.*.example.com', 'wildcard-not-first'],
    ['shop*.example.com', 'wildcard-not-first'],
    ['shop..example.com', 'empty-label'],
    ['.example.com', 'empty-label'],
    [`${'a'.repeat(64)}.com`, 'label-too-long'],
    [`${'ab.'.repeat(7)}${`${'a'.repeat(60)}.`.repeat(4)}com`, 'name-too-long'],
    ['a.b.c.d.e.f.g.h.i.example.com', 'too-many-labels'],
    ['my_shop.example.com', 'bad-characters'],
    ['_dmarc.example.com', 'bad-characters'],
    ['my shop.example.com', 'bad-characters'],
    ['shop,example.com', 'bad-characters'],
    ['face.de:abc', 'bad-characters'],
    ['sho\u0000p.example.com', 'bad-characters'],
    ['xn--ab-41t.com', 'bad-characters'],
    ['l’avion.fr', 'bad-characters'],
    ['shop<http://example.com|example.com>', 'bad-characters'],
    ['<http://example.com|example.com>shop.com', 'bad-characters'],
    ['<@U0123456>', 'bad-characters'],
    ['-shop.example.com', 'hyphen-edge'],
    ['shop-.example.com', 'hyphen-edge'],
    ['xn--zzzzzz.com', 'bad-punycode'],
    ['ab--cd.example.com', 'bad-punycode'],
    ['localhost', 'single-label'],
    ['com', 'single-label'],
    ['shop.local', 'no-public-suffix'],
    ['shopabcdefghijkl.onion', 'no-public-suffix'],
    ['shop.example.test', 'no-public-suffix'],
    ['shop.example.INTERNAL', 'no-public-suffix'],
    ['shop.example.123', 'no-public-suffix'],
    ['co.uk', 'is-public-suffix'],
    ['*.co.uk', 'is-public-suffix'],
    ['*.com', 'is-public-suffix'],
    ['closte.com', 'provider-internal'],
    ['app-0123.closte.com', 'provider-internal'],
    ['*.closte.com', 'provider-internal'],
  ])('%j is refused: %s', (typed, code) => {
    const result = parseHostname(typed, ['closte.com']);
    expect(result.ok ? result.hostname : result.problem.code).toBe(code);
  });
});

it('keeps a pasted password out of the problem', () => {
  expect(JSON.stringify(parseHostname('https://user:s3cret@example.com'))).not.toContain('s3cret');
});

it('quotes long text by whole characters', () => {
  const result = parseHostname(`x${'😀'.repeat(300)}.com`);
  const quoted = result.ok ? [] : Object.values(result.problem.params);
  expect(quoted).not.toEqual([]);
  for (const text of quoted) expect(() => encodeURIComponent(text)).not.toThrow();
});

describe('every text', () => {
  const pieces = fc.constantFrom(
    'a',
    'xn--',
    '.',
    '-',
    '*',
    '_',
    'ü',
    'com',
    'co.uk',
    '@',
    ':',
    '/',
    '<',
    '>',
    '|',
    '%',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 20 }).map((all) => all.join('')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((label) => `${label}.com`),
    fc.domain(),
  );

  it('is either refused or comes out as a name that obeys the rules of DNS, and stays as it is when read again', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const result = parseHostname(typed);
        if (!result.ok) return;
        expect(result.hostname).toMatch(/^(\*\.)?([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]{2,63}$/);
        expect(result.hostname.length).toBeLessThanOrEqual(253);
        expect(parseHostname(result.hostname)).toEqual(result);
        expect(parseHostname(showHostname(result.hostname).unicode)).toEqual(result);
      }),
      { numRuns: 3_000 },
    );
  });
});

it('knows apex, wildcard and the name to check', () => {
  expect(isApex('example.co.uk')).toBe(true);
  expect(isApex('shop.example.co.uk')).toBe(false);
  expect(isApex('*.example.com')).toBe(false);
  expect(isWildcard('*.example.com')).toBe(true);
  expect(registrableDomain('*.a.example.com')).toBe('example.com');
  expect(probeName('*.example.com', 'x1')).toBe('x1.example.com');
  expect(probeName('shop.example.com', 'x1')).toBe('shop.example.com');
  expect(showHostname('*.xn--blumen-mller-klb.de')).toEqual({
    unicode: '*.blumen-müller.de',
    ascii: '*.xn--blumen-mller-klb.de',
  });
});
