import { describe, expect, it } from 'vitest';
import { listedRows, mentionedHostnames, pastedHostnames } from '../../src/core/hostname-lists.js';
import { csvRows } from '../../src/util/csv.js';

const listedNames = (rows: readonly (readonly string[])[]) =>
  listedRows(rows).map(({ hostname }) => hostname);

it.each<[string, string[]]>([
  ['shop.example.com', ['shop.example.com']],
  ['a.example.com, b.example.com\n\nc.example.com', ['a.example.com', 'b.example.com', 'c.example.com']],
  ['shop.example.com for the Bakery', ['shop.example.com']],
  ['shop.example.com\nshop.example.com', ['shop.example.com']],
  ['the Bakery', ['the Bakery']],
  ['```\nshop.example.com\n```', ['shop.example.com']],
  [' \n ', []],
])('%j is read as %j', (text, hostnames) => expect(pastedHostnames(text)).toEqual(hostnames));

it('of prose, only what can be mapped is a hostname', () => {
  const text = 'Hi! Please connect <http://shop.example.com|shop.example.com>, not bob@example.org. Thanks.';
  expect(mentionedHostnames(text)).toEqual(['shop.example.com']);
});

it.each<[string, string[]]>([
  ['Is shop.example.com’s certificate there?', ['shop.example.com']],
  ["L'état d'example.com et de l’adresse dell’example.org", ['example.com', 'example.org']],
  ['Domain:shop.example.com, url=www.example.com', ['shop.example.com', 'www.example.com']],
  ['shop.example.com—the new one—and shop.example.com:443', ['shop.example.com']],
  ['mail bob@a.com:b.com or https://u:p@c.com', []],
  ['ask info.shop+x.y@example.com or max.media+web.de@gmail.com', []],
  ['ask info.shop&amp;x.y@example.com or max.media|web.de@gmail.com', []],
])('prose puts words and marks against a hostname: %s', (text, hostnames) => {
  expect(mentionedHostnames(text)).toEqual(hostnames);
});

it.each<[string, string[][], string[]]>([
  [
    'with a head',
    [
      ['Domain', 'Owner'],
      ['a.example.com', 'Al'],
    ],
    ['a.example.com'],
  ],
  [
    'without one',
    [
      ['Al', 'a.example.com'],
      ['Bo', 'b.example.com'],
    ],
    ['a.example.com', 'b.example.com'],
  ],
  [
    'with a typo, which is kept',
    [['a.example.com'], ['b,example'], ['c.example.com']],
    ['a.example.com', 'b,example', 'c.example.com'],
  ],
  ['without hostnames', [['x', 'y']], []],
])('a table %s', (_, rows, hostnames) => expect(listedNames(rows)).toEqual(hostnames));

it('reads app, site and note from the columns with these titles, in any order', () => {
  const csv = 'Note;Aplicación;Dominio;Site ID;Other\ncall first;blog;a.example.com;12;x\n;;b.example.com;;';
  expect(listedRows(csvRows(`\ufeff${csv}`) ?? [])).toEqual([
    { hostname: 'a.example.com', app: 'blog', site: '12', note: 'call first' },
    { hostname: 'b.example.com', app: undefined, site: undefined, note: undefined },
  ]);
});

it.each([',', ';', '\t'])('columns without a row of titles stay unread: %j', (separator) => {
  const csv = ['x', 'a.example.com', 'blog'].join(separator);
  expect(listedRows(csvRows(csv) ?? [])).toEqual([{ hostname: 'a.example.com' }]);
});

describe('a table that is made to be slow to read', () => {
  it.each<[string, string[][]]>([
    ['a row of 100,000 words', [['a.example.com', ...Array.from({ length: 100_000 }, () => 'b')]]],
    ['a row of 100,000 names', [Array.from({ length: 100_000 }, (_, at) => `n${at}.example.com`)]],
    ['100,000 rows without a name', Array.from({ length: 100_000 }, () => ['no name'])],
    ['100,000 rows of one name and a dot', Array.from({ length: 100_000 }, (_, at) => ['x', `a${at}.`])],
  ])('is read in no time: %s', (_, rows) => {
    const before = process.cpuUsage();
    listedRows(rows);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
  });
});

it('a table keeps a repeated hostname, so that it can be reported', () =>
  expect(listedNames([['Domain'], ['a.example.com'], ['b.example.com'], ['a.example.com']])).toEqual([
    'a.example.com',
    'b.example.com',
    'a.example.com',
  ]));

it.each([
  ['shop.example.com. 300 IN CNAME shops.example.net.', ['shop.example.com']],
  ['shop.example.com CNAME shops.example.net, www.example.com', ['shop.example.com', 'www.example.com']],
  ['Please CNAME shop.example.com to us', ['shop.example.com']],
  ['Plan A shop.example.com', ['shop.example.com']],
  ['IN CNAME shop.example.com', ['shop.example.com']],
])('of “%s”, the data of a record is left out, and nothing else', (line, hostnames) => {
  expect(pastedHostnames(line)).toEqual(hostnames);
});
