import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
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

it.each([
  [BIN, 'start', 1],
  [BIN, '--help', 1],
  ['test/tools/run.mjs', 'demo', 2],
])('names an old Node, which can’t load the rest: %s %s', (script, name, code) => {
  const asOld = "data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.19.0'})";
  const args = ['--import', asOld, script, name];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).toMatch(/^Node\.js 18\.19\.0 is too old: .* needs 20\.18\.1 or later.*\n$/);
  expect(status).toBe(code);
});

it('names a package that isn’t installed, and how to install it', () => {
  const release = mkdtempSync(join(tmpdir(), 'release-'));
  onTestFinished(() => rmSync(release, { recursive: true }));
  cpSync('dist', join(release, 'dist'), { recursive: true });
  for (const file of ['package.json', 'manifest.json']) cpSync(file, join(release, file));
  const { status, stderr } = spawnSync(process.execPath, ['dist/src/cli/main.js', 'start'], {
    cwd: release,
    encoding: 'utf8',
  });
  expect(stderr).toMatch(/^The package \S+ isn’t installed\. Run “npm ci --omit=dev” .*\n$/);
  expect(status).toBe(1);
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

describe('a wrong command line', () => {
  it.each([
    [['start', 'now'], 'Unexpected argument: now.'],
    [['doctor', '--fxi'], 'There’s no option --fxi.'],
    [['audit', 'forget'], 'Name one of these: verify, rebuild.'],
    [['audit', 'rebuild', 'all'], 'Unexpected argument: all.'],
    [['store', 'copy', '--from', 'A'], 'The option --to needs a value.'],
    [['domain-connect'], 'Name one of these: template, keys, check.'],
    [['check-domain', 'a.com'], 'Say what DNS has to point to with --target, or set CLOSTE_TARGETS.'],
  ])('%j is explained, with where to find help', (args, why) => {
    const stderr = `${why}\nSee closte-domain-bot ${args[0]} --help.\n`;
    expect(run(...args)).toMatchObject({ status: 2, stdout: '', stderr });
  });
});

it.each(['--from', '--to'])(
  'a database’s URL that can’t be read is explained without its password: %s',
  (option) => {
    const args = { '--from': 'DATA_DIR', '--to': 'DATA_DIR', [option]: 'postgres://bot:gehe#im@db/domains' };
    const { status, stderr } = run('store', 'copy', ...Object.entries(args).flat());
    expect(status).toBe(2);
    expect(stderr).toContain(
      `${option} isn’t a postgres:// URL. Write special characters of its password as codes`,
    );
    expect(stderr).not.toContain('gehe');
  },
);

it('makes a key for links before any target is known', () => {
  expect(run('domain-connect', 'keys')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^DOMAIN_CONNECT_ID is missing/),
  });
});

it('hands the arguments of a subcommand on', () => {
  expect(run('audit', 'verify')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('SLACK_BOT_TOKEN'),
  });
});
