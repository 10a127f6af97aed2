import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUTHORITY, BROWSER } from '../../../src/probe/http/clients.js';

const pageOf = (body: string) => ({ status: 200, headers: {}, body });

describe('where a page sends browsers by itself', () => {
  it.each<[string, string, string | undefined]>([
    ['at once', '<meta http-equiv="refresh" content="0; url=https://old.example/">', 'https://old.example/'],
    ['in capitals', '<META HTTP-EQUIV=Refresh CONTENT="0;URL=/shop/">', '/shop/'],
    ['without “url”', `<meta content='3, /shop/' http-equiv='refresh'>`, '/shop/'],
    ['with quotation marks', `<meta http-equiv="refresh" content="0.5;url='/shop/'">`, '/shop/'],
    ['after a minute', '<meta http-equiv="refresh" content="60; url=/later">', undefined],
    ['itself again', '<meta http-equiv="refresh" content="5">', undefined],
    ['in a comment', '<!-- <meta http-equiv="refresh" content="0; url=/x"> -->', undefined],
    [
      'without scripts alone',
      '<noscript><meta http-equiv="refresh" content="0; url=/x"></noscript>',
      undefined,
    ],
    ['of another kind', '<meta http-equiv="content-type" content="text/html; url=/x">', undefined],
  ])('%s', (_, body, location) => {
    expect(BROWSER.refreshOf(pageOf(body))).toBe(location);
    expect(AUTHORITY.refreshOf(pageOf(body))).toBeUndefined();
  });

  it('is read from any bytes without an error', () => {
    const piece = fc.constantFrom(
      '<meta ',
      'http-equiv=',
      '"refresh"',
      ' content="',
      '0;',
      'url=',
      '">',
      '<!--',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (pieces) => {
        const found = BROWSER.refreshOf(pageOf(pieces.join('')));
        expect(found === undefined || found.length > 0).toBe(true);
      }),
    );
  });
});

describe('the cookies of one walk', () => {
  it('go back to the host that set them, by name and value alone', () => {
    const cookies = BROWSER.newCookies();
    cookies.keep('a.example', { 'set-cookie': ['seen=1; Path=/; HttpOnly', 'lang=pt', 'nonsense'] });
    cookies.keep('b.example', { 'set-cookie': 'other=2' });
    cookies.keep('a.example', { 'set-cookie': 'lang=ro' });
    expect(cookies.of('a.example')).toBe('seen=1; lang=ro');
    expect(cookies.of('c.example')).toBe('');
    expect(BROWSER.newCookies().of('a.example')).toBe('');
  });

  it('are bounded in number and size', () => {
    const cookies = BROWSER.newCookies();
    const many = Array.from({ length: 1_000 }, (_, at) => `name${at}=${'x'.repeat(10_000)}`);
    for (let round = 0; round < 3; round++) cookies.keep('a.example', { 'set-cookie': many });
    expect(cookies.of('a.example').length).toBeLessThanOrEqual(50 * 4_100);
  });

  it('are kept by no certificate authority', () => {
    const cookies = AUTHORITY.newCookies();
    cookies.keep('a.example', { 'set-cookie': 'seen=1' });
    expect(cookies.of('a.example')).toBe('');
  });
});
