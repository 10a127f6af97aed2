import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/config.js';
import { startWorld, type World } from '../../src/sandbox/world.js';
import { eventsIn, heldOn } from '../support/carried.js';
import { freePort } from '../support/ports.js';
import { filesIn, leaksIn, openToOthers } from '../support/secrets.js';

const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

interface Started {
  readonly child: ChildProcess;
  output(): string;
  readonly exited: Promise<number | null>;
}

function start(env: Readonly<Record<string, string>>, cwd = tmpdir()): Started {
  const child = spawn(process.execPath, [MAIN], { cwd, env: { PATH: process.env['PATH'], ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (output += bytes));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, output: () => output, exited };
}

async function until(probe: () => boolean): Promise<void> {
  const endsAt = Date.now() + 15_000;
  while (!probe()) {
    if (Date.now() > endsAt) throw new Error('not seen in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('names every problem of its configuration at once and exits with 1', async () => {
  const bot = start({ SLACK_BOT_TOKEN: 'nonsense-secret', DNS_CHECK_INTERVAL: '9', LOG_LEVEL: 'loud' });
  expect(await bot.exited).toBe(1);
  for (const variable of [
    'SLACK_BOT_TOKEN',
    'SLACK_SIGNING_SECRET',
    'CLOSTE_CLIENT_API_KEY',
    'CLOSTE_TARGETS',
    'DNS_CHECK_INTERVAL',
    'LOG_LEVEL',
  ])
    expect(bot.output()).toContain(variable);
  expect(bot.output()).not.toContain('nonsense-secret');
  expect(bot.output()).not.toMatch(/\n\s+at /);
});

describe('in a world', () => {
  let world: World;
  let dataDir: string;
  let started: Started[];
  beforeEach(async () => {
    world = await startWorld({ ttlS: 1, negativeTtlS: 1, rateScale: 1_000 });
    dataDir = await mkdtemp(join(tmpdir(), 'process-'));
    started = [];
  });
  afterEach(async () => {
    for (const { child } of started) child.kill('SIGKILL');
    const { secrets } = loadConfig({ ...world.environment, DATA_DIR: dataDir });
    const outputs = started.map(({ output }, run) => ({ place: `output of run ${run}`, text: output() }));
    const leaks = leaksIn([...outputs, ...(await filesIn(dataDir))], secrets);
    const open = await openToOthers(dataDir);
    await world.stop();
    await rm(dataDir, { recursive: true, force: true });
    expect(leaks).toEqual([]);
    expect(open).toEqual([]);
  });

  const boot = (change: Readonly<Record<string, string>> = {}) => {
    const bot = start({ ...world.environment, DATA_DIR: dataDir, PORT: '0', ...change });
    started.push(bot);
    return bot;
  };
  /** A container that is created again would wait 30 s for one. */
  const locks = () => readdirSync(dataDir).filter((name) => name.startsWith('lock'));
  const isRunning = ({ output }: Started) => output().includes('the bot is running');

  it('drains at SIGTERM and exits with 0', async () => {
    const bot = boot();
    await until(() => isRunning(bot) && world.slack.sockets.count === 1);
    const stoppedAt = Date.now();
    bot.child.kill('SIGTERM');
    expect(await bot.exited).toBe(0);
    expect(Date.now() - stoppedAt).toBeLessThan(10_000);
  });

  it('drains within 10 s while Closte keeps it waiting', async () => {
    world.closte.setMode('timeout-after-write');
    const bot = boot();
    await until(() => isRunning(bot) && world.slack.sockets.count === 1);
    await world.slack.people.command({
      user: 'U01ALICE',
      channel: 'C01DOMAINS',
      text: '/domain map shop.example.com',
    });
    await until(() => world.closte.calls().length > 0);
    const stoppedAt = Date.now();
    bot.child.kill('SIGTERM');
    expect(await bot.exited).toBe(0);
    expect(Date.now() - stoppedAt).toBeLessThan(10_000);
    expect(locks()).toEqual([]);
  });

  it('refuses a folder on which another bot works, and takes it over at once after a SIGKILL', async () => {
    const first = boot();
    await until(() => isRunning(first));
    const second = boot();
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain('Another bot');
    first.child.kill('SIGKILL');
    await first.exited;
    const third = boot();
    await until(() => isRunning(third));
  });

  it('goes on where a SIGKILL ended it', async () => {
    const first = boot();
    await until(() => world.slack.sockets.count === 1);
    await world.slack.people.command({
      user: 'U01ALICE',
      channel: 'C01DOMAINS',
      text: '/domain map shop.example.com',
    });
    first.child.kill('SIGKILL');
    await first.exited;
    boot();
    const reported = () =>
      world.slack.workspace
        .messages('C01DOMAINS')
        .flatMap(({ metadata }) => [...eventsIn(metadata), ...heldOn(metadata)].map(({ type }) => type));
    await until(() => reported().includes('alias.added'));
    expect(reported().filter((type) => type === 'domain.requested')).toHaveLength(1);
  });

  it('lives, and says that it is not ready, while Slack is away at its start; goes on when Slack is back', async () => {
    world.slack.faults.plan('auth.test', { status: 503 }, 3);
    const port = String(await freePort());
    const bot = boot({ PORT: port });
    const status = (path: string) =>
      fetch(`http://127.0.0.1:${port}${path}`).then(
        (answer) => answer.status,
        () => undefined,
      );
    let isAlive = false;
    await until(() => {
      void status('/healthz').then((code) => {
        isAlive = code === 200;
      });
      return isAlive;
    });
    expect(await status('/readyz')).toBe(503);
    await until(() => isRunning(bot) && world.slack.sockets.count === 1);
  });

  it('exits with 0 at SIGTERM while it still waits for Slack', async () => {
    world.slack.faults.plan('auth.test', { status: 503 }, 1_000);
    const bot = boot();
    await until(() => bot.output().includes('trying again'));
    bot.child.kill('SIGTERM');
    expect(await bot.exited).toBe(0);
    expect(locks()).toEqual([]);
  });

  it('says which token Slack does not accept', async () => {
    const bot = boot({ SLACK_BOT_TOKEN: 'xoxb-of-another-workspace' });
    expect(await bot.exited).toBe(1);
    expect(bot.output()).toContain('Slack doesn’t accept SLACK_BOT_TOKEN (invalid_auth)');
    expect(bot.output()).not.toContain('"stack"');
    expect(locks()).toEqual([]);
    expect(bot.output()).not.toContain('xoxb-of-another-workspace');
  });

  it('says which token Slack does not accept for its socket', async () => {
    world.slack.faults.plan('apps.connections.open', { error: 'account_inactive' }, 1_000);
    const bot = boot();
    expect(await bot.exited).toBe(1);
    expect(bot.output()).toContain('Slack doesn’t accept SLACK_APP_TOKEN (account_inactive)');
    expect(bot.output()).not.toContain('"stack"');
    expect(isRunning(bot)).toBe(false);
    expect(locks()).toEqual([]);
  });

  it('is not running before its socket is open, and tries until it is', async () => {
    world.slack.faults.plan('apps.connections.open', { status: 503 }, 2);
    const bot = boot();
    await until(() => isRunning(bot));
    const failures = bot.output().split('no connection to Slack; trying again').length - 1;
    expect(failures).toBe(2);
    expect(bot.output().indexOf('the bot is running')).toBeGreaterThan(
      bot.output().indexOf('connected to Slack'),
    );
  });

  it('exits with 0 at SIGTERM while it still waits for its socket', async () => {
    world.slack.faults.plan('apps.connections.open', { status: 503 }, 1_000);
    const bot = boot();
    await until(() => bot.output().includes('no connection to Slack; trying again'));
    bot.child.kill('SIGTERM');
    expect(await bot.exited).toBe(0);
    expect(isRunning(bot)).toBe(false);
    expect(locks()).toEqual([]);
  });

  it('keeps a webhook that comes while Slack is away at its start', async () => {
    const token = world.multisiteEnvironment['MULTISITE_WEBHOOK_TOKEN'] ?? '';
    const port = String(await freePort());
    const env = {
      ...world.environment,
      DATA_DIR: dataDir,
      PORT: port,
      SLACK_CHANNEL: 'C01DOMAINS',
      MULTISITE_URL: 'https://network.example.org',
    };
    world.slack.faults.plan('auth.test', { status: 503 }, 3);
    const bot = start({ ...env, MULTISITE_WEBHOOK_TOKEN: token }, dataDir);
    started.push(bot);
    await until(() => bot.output().includes('Slack can’t be reached'));
    const answer = await fetch(`http://127.0.0.1:${port}/webhooks/default/${token}`, {
      method: 'POST',
      body: JSON.stringify({ domain_id: 7, domain_domain: 'shop.example.com', domain_site_id: 2 }),
    });
    expect(answer.status).toBe(200);
    await until(() =>
      world.slack.workspace.messages('C01DOMAINS').some(({ text }) => text.includes('shop.example.com:')),
    );
  });

  it('reads its apps again on SIGHUP, and goes on as before when the file is faulty', async () => {
    const file = join(dataDir, '..', `${basename(dataDir)}-apps.json`);
    const app = (name: string, key: string) => ({
      name,
      key,
      targets: [world.target.address],
      channel: 'C01DOMAINS',
      www: 'never',
    });
    const key = world.environment['CLOSTE_CLIENT_API_KEY'] ?? '';
    await writeFile(file, JSON.stringify({ apps: [app('first', key)] }));
    const bot = start(
      { ...world.environment, CLOSTE_APPS_FILE: file, DATA_DIR: dataDir, PORT: '0' },
      dataDir,
    );
    started.push(bot);
    await until(() => bot.output().includes('"apps":["first"]') && world.slack.sockets.count > 0);

    await writeFile(file, JSON.stringify({ apps: [app('first', key), app('second', 'another-key-1234')] }));
    bot.child.kill('SIGHUP');
    await until(() => bot.output().includes('"apps":["first","second"]'));

    await writeFile(file, '{');
    bot.child.kill('SIGUSR2');
    await until(() => bot.output().includes('CLOSTE_APPS_FILE is not JSON'));
    await world.slack.people.command({
      user: 'U01ALICE',
      channel: 'C01DOMAINS',
      text: '/domain map shop.example.com --app second',
    });
    await until(() =>
      world.slack.workspace.messages('C01DOMAINS').some(({ text }) => text.includes('shop.example.com:')),
    );
    expect(bot.child.exitCode).toBeNull();
    expect(bot.output()).not.toContain('another-key-1234');
    await rm(file);
  });
});
