import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DotEnvError, loadDotEnv } from '../../src/config/dot-env.js';

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

it('reads what PowerShell’s “>” writes', () => {
  writeFileSync('.env', '\uFEFFDOT_ENV_NEW=first\r\n', 'utf16le');
  loadDotEnv();
  expect(process.env['DOT_ENV_NEW']).toBe('first');
});

it.each([
  ['a line without “=”, which would swallow the next', 'DOT_ENV_SET=1\nxoxb-secret\nDOT_ENV_NEW=1\n', 2],
  ['a last line without “=”', 'DOT_ENV_SET="1\n\n2"\nxoxb-secret', 4],
  ['a character that can’t be seen', '# why\n\nDOT_ENV_NEW\u200b=1\n', 3],
  ['spaces that are none', 'DOT_ENV_NEW\u00a0= 1', 1],
  ['a name with a space', 'DOT ENV NEW=1', 1],
])('names the line with %s, and not its text', (_, text, line) => {
  writeFileSync('.env', text);
  expect(loadDotEnv).toThrow(
    new DotEnvError(`Line ${line} of .env isn’t NAME=value. Correct it, or put “#” before it.`),
  );
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
