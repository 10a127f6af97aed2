import { expect, it } from 'vitest';
import { type WwwPolicy, wwwOf } from '../../src/core/hostname.js';

it.each<[string, WwwPolicy, string | undefined]>([
  ['example.com', 'main_only', 'www.example.com'],
  ['example.co.uk', 'main_only', 'www.example.co.uk'],
  ['example.com.pl', 'main_only', 'www.example.com.pl'],
  ['blog.example.co.uk', 'main_only', undefined],
  ['shop.example.com', 'main_only', undefined],
  ['xn--blumen-mller-klb.de', 'main_only', 'www.xn--blumen-mller-klb.de'],
  ['shop.example.com', 'always', 'www.shop.example.com'],
  ['example.com', 'always', 'www.example.com'],
  ['example.com', 'never', undefined],
  ['www.example.com', 'always', undefined],
  ['*.example.com', 'always', undefined],
])('%s under %s goes with %s', (hostname, policy, www) => {
  expect(wwwOf(hostname, policy)).toBe(www);
});
