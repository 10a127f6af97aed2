import { expect, it } from 'vitest';
import { newStrictHosts, noStrictHosts } from '../../../src/probe/http/strict-hosts.js';

const led = (from: string, policy: string, to: string, isTrusted = true, make = newStrictHosts): string => {
  const hosts = make();
  const headers = { 'strict-transport-security': policy };
  hosts.keep(new URL(from), { status: 302, headers, body: '', isTrusted });
  return hosts.upgraded(new URL(to)).href;
};

const YEAR = 'max-age=31536000';

it.each([
  ['https://a.example/', YEAR, 'http://a.example/x?y=1', 'https://a.example/x?y=1'],
  ['https://a.example./', YEAR, 'http://a.example/', 'https://a.example/'],
  ['https://a.example/', 'Max-Age="60"', 'http://a.example/', 'https://a.example/'],
  [
    'https://a.example/',
    `${YEAR}; includeSubDomains; preload`,
    'http://www.a.example/',
    'https://www.a.example/',
  ],
  ['https://a.example/', YEAR, 'http://a.example:8080/', 'https://a.example:8080/'],
  ['https://a.example/', YEAR, 'http://www.a.example/', 'http://www.a.example/'],
  ['https://www.a.example/', `${YEAR};includeSubDomains`, 'http://a.example/', 'http://a.example/'],
  ['https://a.example/', 'max-age=0', 'http://a.example/', 'http://a.example/'],
  ['https://a.example/', 'includeSubDomains', 'http://a.example/', 'http://a.example/'],
  ['http://a.example/', YEAR, 'http://a.example/', 'http://a.example/'],
])('after %s with “%s”, %s is %s', (from, policy, to, expected) => {
  expect(led(from, policy, to)).toBe(expected);
});

it('no browser believes it without a certificate that it trusts', () => {
  expect(led('https://a.example/', YEAR, 'http://a.example/', false)).toBe('http://a.example/');
});

it('the last policy counts', () => {
  const hosts = newStrictHosts();
  for (const policy of [YEAR, 'max-age=0'])
    hosts.keep(new URL('https://a.example/'), {
      status: 200,
      headers: { 'strict-transport-security': policy },
      body: '',
      isTrusted: true,
    });
  expect(hosts.upgraded(new URL('http://a.example/')).protocol).toBe('http:');
});

it('no certificate authority remembers it', () => {
  expect(led('https://a.example/', YEAR, 'http://a.example/', true, noStrictHosts)).toBe('http://a.example/');
});
