import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NEEDED_SCOPES } from '../../src/doctor/slack-checks.js';
import { startWorld, type World } from '../../src/sandbox/world.js';
import { closeLab, type Lab, openLab } from '../support/lab.js';

const PROGRAM = resolve('dist/src/doctor-main.js');

it('asks for the scopes of the manifest', async () => {
  const { default: manifest } = await import('../../manifest.json', { with: { type: 'json' } });
  expect([...NEEDED_SCOPES].sort()).toEqual([...manifest.oauth_config.scopes.bot].sort());
});

describe('in Slack', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await openLab({ withNetwork: true });
    await lab.start();
    await lab.until(() => lab.lines.some((line) => line.includes('read for the first time')));
  });
  afterEach(() => closeLab(lab));

  async function examined(): Promise<string> {
    const before = lab.privately().length;
    await lab.type('/domain doctor');
    return lab.until(() => {
      const answer = lab.privately()[before];
      return answer && `${answer.text}\n${JSON.stringify(answer.blocks)}`;
    });
  }

  it('finds a bot sound, and says what it looked at', async () => {
    const said = await examined();
    expect(said).toContain('All is well.');
    for (const words of [
      'the client API key is found',
      'Closte accepts the key',
      'list of domains can be read',
      `target ${lab.world.target.address} answers`,
      'accepts key and secret',
      'every scope',
      'The bot is in channel <#C01DOMAINS>',
      'The scheduler ticks',
      'Resolver',
      'The clock is right',
    ])
      expect(said).toContain(words);
    expect(said).not.toContain(':x:');
  });

  it('names each thing that is wrong, with its fix', async () => {
    lab.world.closte.setMode('bad-key');
    lab.world.wordpress.setMode('down');
    await lab.world.edge.stop();
    const said = await examined();
    expect(said).toContain('Closte does not accept the key');
    expect(said).toContain('Ultimate Multisite can’t be asked');
    expect(said).toContain('does not answer (refused)');
    expect(said).toMatch(/3 things are to be put right|[3-9] things/);
    expect(said).not.toContain('can be read');
  });

  it('tells a list that can’t be read from one that is empty', async () => {
    lab.world.closte.setListForm('unknown-objects');
    lab.pointDns('shop.example.com');
    await lab.type('/domain map shop.example.com');
    await lab.until(() => lab.thread('shop.example.com').includes('closte.added'));
    expect(await examined()).toContain('has a form that is not known');
  });
});

describe('as a program', () => {
  let world: World;
  let folder: string;
  beforeEach(async () => {
    world = await startWorld({ rateScale: 1_000 });
    folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  });
  afterEach(async () => {
    await world.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** The world is served by this process, which must not wait in its sleep. */
  function run(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
    const child = spawn(process.execPath, [PROGRAM], {
      cwd: folder,
      env: { PATH: process.env['PATH'], PORT: '28951', ...env },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)));
    return new Promise((done) => child.once('close', (code) => done({ code, said })));
  }

  it('exits with 0 when all is well', async () => {
    const { code, said } = await run({ ...world.environment, ...world.multisiteEnvironment });
    expect(said).not.toContain('PROBLEM');
    expect(said).toContain('Closte accepts the key');
    expect(said).toContain('No bot answers at port 28951');
    expect(code).toBe(0);
  });

  it('looks at Closte and DNS before Slack is set up', async () => {
    const { SLACK_BOT_TOKEN: _, SLACK_APP_TOKEN: __, ...env } = world.environment;
    const { code, said } = await run(env as Record<string, string>);
    expect(said).toContain('PROBLEM SLACK_BOT_TOKEN is missing');
    expect(said).toContain('Closte accepts the key');
    expect(code).toBe(1);
  });

  it('prints no secret, whatever is wrong', async () => {
    world.closte.setMode('bad-key');
    const env: Record<string, string> = {
      ...world.environment,
      ...world.multisiteEnvironment,
      SLACK_BOT_TOKEN: 'xoxb-not-this-one',
    };
    const { code, said } = await run(env);
    expect(said).toContain('invalid_auth');
    for (const name of ['SLACK_BOT_TOKEN', 'CLOSTE_CLIENT_API_KEY', 'MULTISITE_API_SECRET'] as const)
      expect(said).not.toContain(env[name] ?? 'none');
    expect(code).toBe(1);
  });
});

it('says what is missing where there is nothing at all', () => {
  const env = {
    PATH: process.env['PATH'],
    DNS_RESOLVERS: 'none=127.0.0.1:9',
    CLOSTE_API_URL: 'http://127.0.0.1:9',
  };
  const { status, stdout } = spawnSync(process.execPath, [PROGRAM], { cwd: tmpdir(), env, encoding: 'utf8' });
  expect(stdout).toContain('PROBLEM CLOSTE_CLIENT_API_KEY is missing');
  expect(stdout).toContain('PROBLEM Resolver none does not answer');
  expect(status).toBe(1);
});
