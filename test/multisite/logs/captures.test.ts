import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readEntries } from '../../../src/multisite/logs/entry.js';
import { isReportableLine, logReasonOf } from '../../../src/multisite/logs/patterns.js';

const captures = new URL('../../fixtures/captures/ultimate-multisite-logs.json', import.meta.url);
const { files } = z
  .object({ files: z.record(z.string(), z.string()) })
  .parse(JSON.parse(await readFile(captures, 'utf8')));

const reportedOf = (file: string) =>
  readEntries(Buffer.from(files[file] ?? ''), true)
    .entries.map(({ entry }) => entry)
    .filter((entry) => isReportableLine(file, entry));

it('the real logs of five domains tell what matters and none of the loopback lines', () => {
  const reported = Object.keys(files).flatMap((file) => reportedOf(file).map(({ message }) => message));
  expect(reported.filter((message) => /loopback|Failed to connect/i.test(message))).toEqual([]);
  expect(reported.filter((message) => /Unknown method/.test(message)).length).toBeLessThanOrEqual(1);
  expect(reported.length).toBeLessThan(8);
});

it('“given up” is reported although the plugin writes it as information', () => {
  const reported = reportedOf('domain-nosite.example.org.log');
  expect(reported.map(({ level, message }) => [level, logReasonOf(message)])).toEqual([
    ['INFO', 'dns-given-up'],
  ]);
});

it.each([
  ['Failed to add domain shop.example.com. Error: Invalid or empty domain', true],
  ['Closte API Key not found. Cannot remove domain: shop.example.com', true],
  ['Adding domain: shop.example.com for site ID: 2', false],
  ['Domain shop.example.com added, requesting SSL', false],
])('integration-closte at INFO, %s: %s', (message, isReported) => {
  const entry = { level: 'INFO', at: '2026-11-25 13:39:27', message };
  expect(isReportableLine('integration-closte.log', entry)).toBe(isReported);
});
