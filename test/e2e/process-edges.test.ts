import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startWorld, type World } from '../../src/sandbox/world.js';
import { freePort } from '../support/ports.js';

const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HAS_SCRIPT = spawnSync('script', ['--version']).status === 0;

let world: World;
let dataDir: string;
let children: ChildProcess[];
beforeEach(async () => {
  world = await startWorld({ rateScale: 1_000 });
  dataDir = await mkdtemp(join(tmpdir(), 'edges-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await world.stop();
  await rm(dataDir, { recursive: true, force: true });
});

interface Options {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdout?: number | 'pipe';
  readonly command?: readonly [string, ...string[]];
}

function start({ env = {}, stdout = 'pipe', command = [process.execPath, MAIN] }: Options = {}) {
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], ...world.environment, DATA_DIR: dataDir, PORT: '0', ...env },
    stdio: ['pipe', stdout, 'pipe'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (output += bytes));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, output: () => output, exited };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const endsAt = Date.now() + 20_000; !(await isSo()); await new Promise((go) => setTimeout(go, 50)))
    if (Date.now() > endsAt) throw new Error(`not so in time: ${isSo}`);
}
const isConnected = () => world.slack.sockets.count === 1;

it.runIf(existsSync('/dev/full'))(
  'goes on with a log on a full disk, says so, and stops at SIGTERM',
  async () => {
    const full = openSync('/dev/full', 'w');
    const port = String(await freePort());
    const bot = start({ stdout: full, env: { PORT: port } });
    closeSync(full);
    await until(isConnected);
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then((answer) => answer.json());
    expect(ready).toMatchObject({ log: expect.stringMatching(/^\d+ lines couldn’t be written$/) });
    bot.child.kill('SIGTERM');
    expect(await bot.exited).toBe(0);
  },
);

it('stops and releases its folder when npm, which started it, is asked to stop', async () => {
  const npm = start({ command: ['npm', 'start', '--silent', '--prefix', ROOT] });
  await until(isConnected);
  npm.child.kill('SIGTERM');
  await npm.exited;
  await until(() => world.slack.sockets.count === 0);
  await until(() => !readdirSync(dataDir).some((name) => name.startsWith('lock')));
});

it('names a misspelt setting once in its log, with the one that was meant, and never its value', async () => {
  const bot = start({ env: { DNS_DEADLIN_HOURS: '4711' } });
  await until(isConnected);
  const warned = bot
    .output()
    .split('\n')
    .filter((line) => line.includes('DNS_DEADLIN_HOURS'));
  expect(warned.map((line) => JSON.parse(line))).toMatchObject([
    { level: 'warn', msg: expect.stringContaining('If DNS_DEADLINE_HOURS is meant, rename it.') },
  ]);
  expect(bot.output()).not.toContain('4711');
});

it('goes on when whoever read its log has gone', async () => {
  const bot = start();
  bot.child.stdout?.destroy();
  bot.child.stderr?.destroy();
  await until(isConnected);
  await world.slack.people.command({ user: 'U01ALICE', channel: 'C01DOMAINS', text: '/domain list' });
  bot.child.kill('SIGTERM');
  expect(await bot.exited).toBe(0);
});

/** Linux: a bot in a terminal of its own, which is closed under it. */
it.runIf(HAS_SCRIPT)('stops when its terminal is closed', async () => {
  const terminal = start({ command: ['script', '-qec', `exec ${process.execPath} ${MAIN}`, '/dev/null'] });
  await until(isConnected);
  const [lock = ''] = readdirSync(dataDir).filter((name) => /^lock\.\d+$/.test(name));
  const { pid } = JSON.parse(readFileSync(join(dataDir, lock), 'utf8'));
  terminal.child.kill('SIGKILL');
  await until(
    () => !existsSync(`/proc/${pid}`) || readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z '),
  );
  expect(world.slack.sockets.count).toBe(0);
  expect(readdirSync(dataDir).filter((name) => name.startsWith('lock'))).toEqual([]);
});

it('leaves Slack and exits with 1 when another process has taken its folder over', async () => {
  const bot = start();
  await until(isConnected);
  await rename(join(dataDir, 'lock.1'), join(dataDir, 'lock.2'));
  expect(await bot.exited).toBe(1);
  expect(bot.output()).toContain('another process has taken DATA_DIR over');
  await until(() => world.slack.sockets.count === 0);
});

it('says its last words in redacted JSON', async () => {
  const module = join(dataDir, 'crash.mjs');
  await writeFile(
    module,
    "process.on('SIGWINCH', () => { throw new Error('token=xoxb-12-secret-words'); });",
  );
  const bot = start({ env: { NODE_OPTIONS: `--import=${module}` } });
  await until(isConnected);
  bot.child.kill('SIGWINCH');
  expect(await bot.exited).toBe(1);
  const last = bot.output().trim().split('\n').at(-1) ?? '';
  expect(JSON.parse(last)).toMatchObject({ level: 'error', msg: 'the bot crashed' });
  expect(bot.output()).not.toContain('secret-words');
});

it.each([
  ['DATA_DIR', () => ({ DATA_DIR: '/dev/null/data' }), 'DATA_DIR (/dev/null/data) can’t be used'],
  ['DATA_DIR', () => ({ DATA_DIR: '/proc/data' }), 'DATA_DIR (/proc/data) can’t be used'],
  ['DATA_DIR', () => ({ DATA_DIR: '/proc/self' }), 'DATA_DIR (/proc/self) can’t be used'],
  ['HOST', () => ({ HOST: 'name.invalid' }), 'HOST name.invalid can’t be resolved'],
])('names %s in one sentence and exits with 1', async (_, env, sentence) => {
  const bot = start({ env: env() });
  expect(await bot.exited).toBe(1);
  expect(bot.output()).toContain(sentence);
  expect(bot.output()).not.toMatch(/\bat .*\.js/);
});

it.each(['main', 'cli/doctor', 'cli/audit'])(
  '%s answers --help and --version, and refuses an option that it does not know',
  async (program) => {
    const path = fileURLToPath(new URL(`../../dist/src/${program}.js`, import.meta.url));
    const ask = async (option: string) => {
      const asked = start({ command: [process.execPath, path, option] });
      return [await asked.exited, asked.output()];
    };
    expect(await Promise.all(['--help', '--version', '--nonsense'].map(ask))).toEqual([
      [0, expect.stringMatching(/^Usage: /)],
      [0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)],
      [2, expect.stringContaining('--nonsense')],
    ]);
  },
);

it('names a busy PORT in one sentence and exits with 1', async () => {
  const port = await freePort();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  const bot = start({ env: { PORT: String(port) } });
  expect(await bot.exited).toBe(1);
  expect(bot.output()).toContain(`PORT ${port} is in use`);
  expect(bot.output()).not.toContain('"stack"');
  other.close();
});
