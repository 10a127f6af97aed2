import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadDotEnv } from '../../src/config/dot-env.js';

const home = process.cwd();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dot-env-'));
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
  delete process.env['DOT_ENV_NEW'];
  delete process.env['DOT_ENV_SET'];
});

it('adds to the environment and changes nothing that is set', () => {
  process.env['DOT_ENV_SET'] = 'before';
  writeFileSync('.env', 'DOT_ENV_NEW="from file" # why\nDOT_ENV_SET=from file\n');
  loadDotEnv();
  expect([process.env['DOT_ENV_NEW'], process.env['DOT_ENV_SET']]).toEqual(['from file', 'before']);
});

it('does without the file, and with a folder where a container’s mount found none', () => {
  expect(loadDotEnv).not.toThrow();
  mkdirSync('.env');
  expect(loadDotEnv).not.toThrow();
});

it('reads the first line behind a byte order mark', () => {
  writeFileSync('.env', '\uFEFFDOT_ENV_NEW=first\r\n');
  loadDotEnv();
  expect(process.env['DOT_ENV_NEW']).toBe('first');
});

it.each([
  ['DOT_ENV_NEW=#domains', ['DOT_ENV_NEW']],
  ['export DOT_ENV_NEW = #domains', ['DOT_ENV_NEW']],
  ['DOT_ENV_NEW="#domains"', []],
  ['DOT_ENV_NEW= # why it is empty', []],
  ['# DOT_ENV_NEW=#domains', []],
  ['DOT_ENV_NEW=domains#1', []],
])('names what is a comment but was meant as a value: %s', (line, names) => {
  writeFileSync('.env', line);
  expect(loadDotEnv()).toEqual(names);
});
