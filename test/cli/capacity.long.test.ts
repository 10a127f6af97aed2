import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const BIN = resolve('dist/src/cli/main.js');

function measure(...args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'capacity-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const env = { PATH: process.env['PATH'], DATA_DIR: join(folder, 'data') };
  const run = spawnSync(process.execPath, [BIN, 'capacity', ...args], { cwd: folder, env, encoding: 'utf8' });
  return { ...run, left: readdirSync(folder) };
}

it('measures this machine within two minutes, carries a few domains, not ten million a second, and leaves nothing', () => {
  const few = measure('--mappings', '10', '--interval', '3600', '--json');
  expect(few).toMatchObject({ status: 0, stderr: '', left: [] });
  expect(JSON.parse(few.stdout)).toMatchObject({
    asked: { mappings: 10, intervalS: 3_600 },
    isCarried: true,
    store: 'files',
    measured: { checkCpuMs: expect.any(Number), atRate: { seconds: expect.any(Number) } },
    assumed: { probeCpu: false },
  });
  const many = measure('--mappings', '10000000', '--interval', '1');
  expect(many).toMatchObject({ status: 1, stderr: '', left: [] });
  expect(many.stdout).toMatch(/^No: /);
}, 240_000);

it.each([
  [[], 'The option --mappings needs a value.'],
  [['--mappings', '5'], 'The option --interval needs a value.'],
  [['--mappings', 'many', '--interval', '5'], 'The value of --mappings '],
  [['--mappings', '5', '--interval', '5', '--fast'], 'There’s no option --fast.'],
])('%j is refused in one sentence, before anything is measured', (args, sentence) => {
  expect(measure(...args)).toMatchObject({
    status: 2,
    stdout: '',
    stderr: expect.stringMatching(sentence),
    left: [],
  });
});
