import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { version } from '../../src/util/version.js';

const { bin, version: released } = JSON.parse(readFileSync('package.json', 'utf8'));
const BIN = resolve(bin['closte-domain-bot']);

/** As it was built, in a folder without `.env` and with an empty environment. */
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [BIN, ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], DATA_DIR: join(tmpdir(), 'never-made') },
    encoding: 'utf8',
  });

it('knows the version of the package', () => {
  expect(version).toBe(released);
  expect(run('--version')).toMatchObject({ status: 0, stdout: `${released}\n`, stderr: '' });
});

it('explains itself on standard output', () => {
  expect(run('--help')).toMatchObject({ status: 0, stderr: '' });
});

it('refuses an unknown subcommand on standard error', () => {
  expect(run('serve')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(/^There’s no/),
  });
});

it('starts the bot, which names what its configuration lacks', () => {
  expect(run('start')).toMatchObject({ status: 1, stderr: expect.stringContaining('SLACK_BOT_TOKEN') });
});

it('hands the arguments of a subcommand on', () => {
  expect(run('audit', 'forget')).toMatchObject({ status: 2, stderr: expect.stringContaining('rebuild') });
  expect(run('audit', 'verify')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('SLACK_BOT_TOKEN'),
  });
});
