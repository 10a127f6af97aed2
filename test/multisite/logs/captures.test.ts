import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readEntries } from '../../../src/multisite/logs/entry.js';
import { isTellingLine, logReasonOf } from '../../../src/multisite/logs/patterns.js';

const captures = new URL('../../fixtures/captures/ultimate-multisite-logs.json', import.meta.url);
const { files } = z
  .object({ files: z.record(z.string(), z.string()) })
  .parse(JSON.parse(await readFile(captures, 'utf8')));

const toldOf = (file: string) =>
  readEntries(Buffer.from(files[file] ?? ''), true)
    .entries.map(({ entry }) => entry)
    .filter((entry) => isTellingLine(file, entry));

it('the real logs of five domains tell what matters and none of the loopback lines', () => {
  const told = Object.keys(files).flatMap((file) => toldOf(file).map(({ message }) => message));
  expect(told.filter((message) => /loopback|Failed to connect/i.test(message))).toEqual([]);
  expect(told.filter((message) => /Unknown method/.test(message)).length).toBeLessThanOrEqual(1);
  expect(told.length).toBeLessThan(8);
});

it('“given up” is told although the plugin writes it as information', () => {
  const told = toldOf('domain-nosite.example.org.log');
  expect(told.map(({ level, message }) => [level, logReasonOf(message)])).toEqual([['INFO', 'dns-given-up']]);
});

it.each([
  ['Failed to add domain shop.example.com. Error: Invalid or empty domain', true],
  ['Closte API Key not found. Cannot remove domain: shop.example.com', true],
  ['Adding domain: shop.example.com for site ID: 2', false],
  ['Domain shop.example.com added, requesting SSL', false],
])('integration-closte at INFO, %s: %s', (message, isTold) => {
  const entry = { level: 'INFO', at: '2026-11-25 13:39:27', message };
  expect(isTellingLine('integration-closte.log', entry)).toBe(isTold);
});
