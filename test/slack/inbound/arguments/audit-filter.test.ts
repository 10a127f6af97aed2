import { expect, it } from 'vitest';
import { parseAuditFilter } from '../../../../src/slack/inbound/arguments/audit-filter.js';
import { describeAuditFilter } from '../../../../src/slack/views/answers/audit.js';

const NOW = Date.UTC(2026, 10, 20, 12);
const DAY_MS = 86_400_000;
const parse = (text: string) =>
  parseAuditFilter(text.split(' ').filter(Boolean), { now: NOW, user: 'UALICE' });

it.each([
  ['', {}],
  ['7d', { since: NOW - 7 * DAY_MS }],
  ['90m', { since: NOW - 5_400_000 }],
  ['2w', { since: NOW - 14 * DAY_MS }],
  ['2026-11-01', { since: Date.UTC(2026, 10, 1) }],
  ['2026-11-01T08:30:00.000Z', { since: Date.UTC(2026, 10, 1, 8, 30) }],
  ['me', { by: 'UALICE' }],
  ['system', { by: 'system' }],
  ['U0123', { by: 'U0123' }],
  ['<@U0123|bob>', { by: 'U0123' }],
  ['dns', { type: 'dns' }],
  ['SSL.Issued', { type: 'ssl.issued' }],
  ['http://ssl.issued', { type: 'ssl.issued' }],
  ['unmap me 24h', { type: 'unmap', by: 'UALICE', since: NOW - DAY_MS }],
])('“%s” is understood', (text, filter) => {
  expect(parse(text)).toEqual(filter);
  expect(parse(describeAuditFilter(parse(text) ?? {}))).toEqual(filter);
});

it.each([
  ...['someday', 'dns ssl', '7d 8d', 'me U0123', 'shop.example.com', '<script>', '7y'],
  ...['2026-13-45', '2026-02-31', '2026-02-31T08:30:00.000Z'],
])('“%s” is not', (text) => {
  expect(parse(text)).toBeUndefined();
});
