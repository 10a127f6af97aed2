import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeQuery,
  publicKeyFromTxt,
  publicKeyTxtParts,
  signQuery,
  verifyQuery,
} from '../../../src/core/domain-connect/sign-query.js';

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
const { privateKey, publicKey } = pair();

/** A key of 4,096 bits whose private half nobody has: searching its primes takes up to a minute on a busy machine. */
const longPublicKey = () =>
  createPublicKey({
    key: { kty: 'RSA', n: Buffer.alloc(512, 0xff).toString('base64url'), e: 'AQAB' },
    format: 'jwk',
  }).export({ type: 'spki', format: 'pem' });

describe('encodeQuery', () => {
  it('orders by name and encodes what RFC 3986 reserves', () => {
    expect(
      encodeQuery({ host: 'shop', domain: 'example.com', redirect_uri: "https://a.test/?b='(*)!&c d" }),
    ).toBe('domain=example.com&host=shop&redirect_uri=https%3A%2F%2Fa.test%2F%3Fb%3D%27%28%2A%29%21%26c%20d');
  });

  it('is read back as it was', () => {
    const parameters = fc.dictionary(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(parameters, (given) => {
        expect(Object.fromEntries(new URLSearchParams(encodeQuery(given)))).toEqual({ ...given });
      }),
    );
  });
});

describe('signing', () => {
  it('is verified with the published public key', () => {
    const query = encodeQuery({ domain: 'example.com', host: 'shop' });
    const signature = signQuery(query, privateKey);
    expect(verifyQuery(query, signature, publicKeyTxtParts(publicKey))).toBe(true);
    expect(verifyQuery(`${query}x`, signature, publicKeyTxtParts(publicKey))).toBe(false);
    expect(verifyQuery(query, signature, publicKeyTxtParts(pair().publicKey))).toBe(false);
  });

  it('refuses a key that is not RSA', () => {
    const { privateKey: key } = generateKeyPairSync('ed25519', {
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    expect(() => signQuery('a=b', key)).toThrow('RSA');
    expect(() => publicKeyTxtParts(key)).toThrow('RSA');
  });
});

describe('the published public key', () => {
  it('comes in numbered parts that fit a DNS string', () => {
    const parts = publicKeyTxtParts(`${longPublicKey()}`);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts[0]).toMatch(/^p=1,a=RS256,d=MII/);
    for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255);
  });

  it('is the same from either half of the pair, and in any order', () => {
    expect(publicKeyTxtParts(privateKey)).toEqual(publicKeyTxtParts(publicKey));
    const read = publicKeyFromTxt([...publicKeyTxtParts(publicKey)].reverse());
    expect(read?.export({ type: 'spki', format: 'pem' })).toBe(publicKey);
  });

  it.each([
    ['nothing', () => []],
    ['a part missing', (parts: string[]) => parts.slice(1)],
    ['a part repeated', (parts: string[]) => [...parts, ...parts.slice(0, 1)]],
    ['other text', () => ['v=spf1 -all']],
    ['a broken key', () => ['p=1,a=RS256,d=AAAA']],
    ['another algorithm', (parts: string[]) => parts.map((part) => part.replace('RS256', 'RS512'))],
  ])('is not there with %s', (_, change) => {
    expect(publicKeyFromTxt(change(publicKeyTxtParts(publicKey)))).toBeUndefined();
  });

  it('leaves other TXT records aside', () => {
    expect(publicKeyFromTxt(['v=spf1 -all', ...publicKeyTxtParts(publicKey)])).toBeDefined();
  });
});
