import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

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

it('`npm start` runs what was built, and nothing else', () => {
  expect(scripts.start).toBe('node dist/src/main.js');
  expect(Object.keys(scripts).filter((name) => /^(pre|post)/.test(name))).toEqual([]);
});
