import { expect, it } from 'vitest';
import { dnsRecordsFor, wantedRecords } from '../../src/core/dns-records.js';
import { newMapping } from '../lab/stage.js';
import { dnsSeen, START, TARGET } from '../support/observations.js';

const lines = (hostname: string, target = TARGET) => {
  const { preferred, alternative } = dnsRecordsFor(hostname, target);
  return [preferred.map(({ line }) => line), alternative?.map(({ line }) => line)];
};

const addresses = (name: string) => [`${name}. 300 IN A 203.0.113.10`, `${name}. 300 IN AAAA 2001:db8::10`];
const cname = (name: string) => [`${name}. 300 IN CNAME app-0123456789abcdef01234567.closte.com.`];

it.each([
  ['an apex gets addresses: it can hold no CNAME', 'example.com', [addresses('example.com'), undefined]],
  [
    'a name below it a CNAME, or addresses',
    'shop.example.com',
    [cname('shop.example.com'), addresses('shop.example.com')],
  ],
  ['a wildcard likewise', '*.example.com', [cname('*.example.com'), addresses('*.example.com')]],
])('%s', (_, hostname, expected) => {
  expect(lines(hostname)).toEqual(expected);
});

it('gives what there is when the target has only one kind', () => {
  expect(lines('shop.example.com', { ...TARGET, cname: [] })).toEqual([
    addresses('shop.example.com'),
    undefined,
  ]);
  expect(lines('shop.example.com', { ...TARGET, ipv4: [], ipv6: [] })).toEqual([
    cname('shop.example.com'),
    undefined,
  ]);
});

it.each([
  ['example.co.uk', '@'],
  ['a.b.example.co.uk', 'a.b'],
  ['*.example.com', '*'],
])('%s is %s in most panels', (hostname, host) => {
  expect(dnsRecordsFor(hostname, TARGET).preferred[0]?.host).toBe(host);
});

it('gives addresses alone where other records of the name rule out a CNAME', () => {
  const mapping = newMapping('shop.example.com');
  const siblings = { sibling: [], appended: [], otherTypes: ['MX'] };
  const seen = (target = TARGET) =>
    wantedRecords(
      { ...mapping, dns: { ...mapping.dns, observation: { ...dnsSeen(START, []), siblings } } },
      target,
    );
  const { preferred, alternative } = seen();
  expect([preferred.map(({ line }) => line), alternative]).toEqual([
    addresses('shop.example.com'),
    undefined,
  ]);
  expect(seen({ ...TARGET, ipv4: [], ipv6: [] }).preferred.map(({ type }) => type)).toEqual(['CNAME']);
});
