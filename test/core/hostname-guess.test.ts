import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHostname } from '../../src/core/hostname.js';
import { farFrom, meantHostname } from '../../src/core/hostname-guess.js';

describe('the hostname that was meant', () => {
  it.each([
    ['shop,example.com', 'shop.example.com'],
    ['shop..example.com', 'shop.example.com'],
    ['shop example com', 'shop.example.com'],
    ['my_shop.example.com', 'my-shop.example.com'],
    ['-shop.example.com', 'shop.example.com'],
    ['shop.example.con', 'shop.example.com'],
    ['shop.example.cmo', 'shop.example.com'],
    ['shop.example.comm', 'shop.example.com'],
    ['bakery.ogr', 'bakery.org'],
    ['bakery.nte', 'bakery.net'],
    ['shopexamplecom', 'shopexample.com'],
  ])('of %s is %s', (typed, meant) => expect(meantHostname(typed)).toBe(meant));

  it.each([
    'shopexample',
    'localhost',
    'shop.example.com',
    'com',
    'shop.example.internal',
    '192.0.2.1',
    '',
    '🙂',
  ])('of %j nobody can tell', (typed) => expect(meantHostname(typed)).toBeUndefined());

  it('is a hostname, whatever was typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.domain().map((name) => name.replace('.', ',')),
        ),
        (typed) => {
          const meant = meantHostname(typed);
          expect(meant === undefined || parseHostname(meant).ok).toBe(true);
        },
      ),
    );
  });
});

describe('how far a known hostname is', () => {
  it.each([
    ['shop.exmaple.com', 'shop.example.com', 2],
    ['sho.example.com', 'shop.example.com', 1],
    ['bakery', 'bakery.co.uk', 0],
    ['www.bakery', 'www.bakery.co.uk', 0],
  ])('%s is near %s', (typed, hostname, far) => expect(farFrom(typed, hostname)).toBe(far));

  it.each([
    ['news.example.com', 'shop.example.com'],
    ['a.co', 'b.co'],
    ['b', 'b.co.uk'],
  ])('%s is not meant to be %s', (typed, hostname) => expect(farFrom(typed, hostname)).toBeUndefined());
});
