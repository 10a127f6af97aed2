import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

/** In a folder without `.env`, with nothing in the environment. */
const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [resolve('test/tools/run.mjs'), ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'] },
    encoding: 'utf8',
  });

it.each(['doctor', 'audit'])('`npm run %s` asks nobody while there are no settings', (name) => {
  expect(run(name)).toMatchObject({ status: 2, stderr: expect.stringContaining('.env.example') });
});

it('names its programs when it is given another', () => {
  expect(run('deploy')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('demo, sandbox, doctor'),
  });
});

it.each(['bench', 'chaos', 'docs', 'lab', 'liveness', 'outage', 'soak'])(
  '`npm run %s -- --help` says how',
  (name) => {
    expect(run(name, '--help')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(`npm run ${name}`),
    });
  },
);

describe('where only the packages for running are installed', () => {
  const shipped = (name: string, text = 'console.log("it runs");') => {
    const folder = mkdtempSync(join(tmpdir(), 'shipped-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const script = name === 'demo' ? 'src/sandbox/demo.js' : `src/cli/${name}.js`;
    mkdirSync(dirname(join(folder, 'dist', script)), { recursive: true });
    mkdirSync(join(folder, 'test/tools'), { recursive: true });
    writeFileSync(join(folder, 'dist', script), text);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module", "engines": { "node": ">=20" } }');
    writeFileSync(join(folder, '.env'), '');
    copyFileSync('test/tools/run.mjs', join(folder, 'test/tools/run.mjs'));
    return spawnSync(process.execPath, ['test/tools/run.mjs', name], { cwd: folder, encoding: 'utf8' });
  };

  it.each(['doctor', 'audit'])('`npm run %s` runs what was built', (name) => {
    expect(shipped(name)).toMatchObject({ status: 0, stdout: 'it runs\n' });
  });

  it('`npm run doctor` says what it needs where no package is installed', () => {
    expect(shipped('doctor', 'import "zod";')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('npm ci'),
    });
  });

  it('`npm run demo` says what it needs', () => {
    expect(shipped('demo')).toMatchObject({ status: 2, stderr: expect.stringContaining('npm ci') });
  });
});

it('`npm start` runs what was built, and nothing else', () => {
  expect(scripts.start).toBe('node --max-semi-space-size=4 --v8-pool-size=1 dist/src/cli/main.js start');
  expect(Object.keys(scripts).filter((name) => /^(pre|post)/.test(name))).toEqual(['prestart']);
});

it('`npm start` in a clone that isn’t built says what to run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clone-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  copyFileSync('package.json', join(folder, 'package.json'));
  const { status, stderr } = spawnSync('npm', ['start'], { cwd: folder, encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^The bot is not built: .* npm run build, then npm start again\.$/m);
  expect(stderr).not.toContain('MODULE_NOT_FOUND');
});
