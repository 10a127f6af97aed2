import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMultisite } from '../../src/multisite/rest/client.js';

import type { Message } from '../../src/sandbox/slack/page-api.js';
import { BOT } from '../../src/sandbox/slack/workspace.js';
import { startWorld, type World } from '../../src/sandbox/world.js';
import { scopeLines } from '../../src/use-cases/doctor/slack-checks.js';
import { ALICE, BOB, closeLab, DOMAINS, type Lab, openLab } from '../support/lab.js';
import { freePort } from '../support/ports.js';

/** Whatever the width of the first column is. */
const inOneColumn = (said: string): string => said.replaceAll(/^(ok|PROBLEM|note|not checked) +/gm, '$1 ');

const PROGRAM = resolve('dist/src/cli/doctor.js');

it('asks for each scope of the manifest, and says what it is for', async () => {
  const { default: manifest } = await import('../../manifest.json', { with: { type: 'json' } });
  const lines = scopeLines([]);
  expect(lines.map(({ params }) => params['scope'])).toEqual(manifest.oauth_config.scopes.bot);
  expect(lines.map(({ key }) => key)).not.toContain('doctor.scope.other');
  expect(scopeLines(manifest.oauth_config.scopes.bot)).toMatchObject([{ state: 'ok' }]);
});

describe('in Slack', () => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await openLab({ withNetwork: true });
    await lab.start();
    await lab.until(() => lab.lines.some((line) => line.includes('read for the first time')));
  });
  afterEach(() => closeLab(lab));

  async function diagnosed(): Promise<string> {
    const before = lab.privately().length;
    await lab.type('/domain doctor');
    return lab.until(() => {
      const answer = lab.privately()[before];
      return answer && `${answer.text}\n${JSON.stringify(answer.blocks)}`;
    });
  }

  it('finds a bot sound, and says what it checked', async () => {
    const said = await diagnosed();
    expect(said).toContain('No problems found.');
    for (const words of [
      'found the client API key',
      'Closte accepts the key',
      'read the account’s list of domains',
      `target ${lab.world.target.address} answers`,
      'accepts the key and secret',
      'every scope',
      'The bot is in channel <#C01DOMAINS>',
      'The scheduler is running',
      'Resolver',
      'The clock is right',
      'Slack accepts the app-level token, and it belongs to the bot’s Slack app',
      'The slash command works (last one: 20',
      'DATA_DIR',
      'Messages tab',
      'Node.js',
    ])
      expect(said).toContain(words);
    expect(said).not.toContain(':x:');
  });

  it('counts the messages tab as checked once a direct message came, also beside the bot and after a restart', async () => {
    expect(await diagnosed()).toContain('To try it, send the bot a direct message');
    const direct = lab.world.slack.people.openDirect(ALICE, BOT.userId);
    lab.world.slack.people.message({ user: ALICE, channel: direct, text: 'hello' });
    await lab.until(() => lab.messages(direct).length > 1);
    await lab.stop();
    await lab.start();
    const said = await diagnosed();
    expect(said).toContain('messages tab is on (last direct message: 20');
    expect(said).not.toContain('To try it');
  });

  it('names each thing that is wrong, with its fix', async () => {
    lab.world.closte.setMode('bad-key');
    lab.world.wordpress.setMode('down');
    await lab.world.edge.stop();
    const said = await diagnosed();
    expect(said).toContain('Closte rejects the key');
    expect(said).toContain('Ultimate Multisite is unreachable');
    expect(said).toContain('doesn’t answer (refused)');
    expect(said).toMatch(/[3-9] problems found\./);
    expect(said).not.toContain('read the account’s list');
  });

  it('tells a list that can’t be read from one that is empty', async () => {
    lab.world.closte.setListForm('unknown-objects');
    lab.pointDns('shop.example.com');
    await lab.type('/domain map shop.example.com');
    await lab.until(() => lab.thread('shop.example.com').includes('alias.added'));
    expect(await diagnosed()).toContain('has an unknown format');
  });
});

describe('the bot’s own webhooks', () => {
  let lab: Lab;
  beforeEach(async () => {
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    lab = await openLab({
      withNetwork: true,
      change: (config) => ({ ...config, http: { ...config.http, port, publicUrl }, admins: ['S02ADMINS'] }),
    });
    await lab.start();
    await lab.until(() => lab.lines.some((line) => line.includes('read for the first time')));
  });
  afterEach(() => closeLab(lab));

  const webhooks = () => lab.world.wordpress.webhooks().map(({ event }) => event);
  const offers = (message: Message | undefined) =>
    (message?.blocks ?? []).filter((block) => JSON.stringify(block).includes('doctor-repair'));
  const press = (message: Message | undefined, block: Record<string, unknown> | undefined, user = ALICE) => {
    const [element] = (block?.['elements'] ?? []) as { value: string }[];
    return lab.world.slack.people.action({
      user,
      channel: DOMAINS,
      messageTs: message?.ts ?? '',
      actionId: 'doctor-repair',
      blockId: String(block?.['block_id']),
      value: element?.value,
    });
  };
  async function diagnosed(user = ALICE): Promise<Message> {
    const before = lab.privately(user).length;
    await lab.type('/domain doctor', user);
    return lab.until(() => lab.privately(user)[before]);
  }

  it('are offered, created after a question, and bring a test event and a domain', async () => {
    const answer = await diagnosed();
    expect(JSON.stringify(answer.blocks)).toContain('has no webhook domain_created');
    const [first, second] = offers(answer);
    expect(JSON.stringify(first)).toContain('"confirm"');
    expect(webhooks()).toEqual([]);

    await press(answer, first);
    await lab.until(() => webhooks().includes('domain_created'));
    await lab.until(() =>
      lab.privately().some(({ text }) => text.includes('webhook domain_created is set up')),
    );
    await press(answer, second);
    await lab.until(() => webhooks().includes('site_published'));
    await press(answer, second);
    await lab.until(() => lab.privately().some(({ text }) => text.includes('Nothing left to fix')));
    expect(webhooks()).toHaveLength(2);

    expect(await lab.world.wordpress.sendTestEvent()).toBe(200);
    await lab.until(() => lab.messages().some(({ text }) => text.includes('test event arrived')));
    await lab.world.wordpress.addDomain('shop.example.com', 12);
    await lab.until(() => lab.card('shop.example.com'));
    const again = await diagnosed();
    expect(offers(again)).toEqual([]);
    expect(JSON.stringify(again.blocks)).toContain('webhook arrived');
  });

  it('with a wrong token are a problem, and reported in the channel once', async () => {
    const { multisite } = lab.config.apps[0] ?? {};
    const rest = createMultisite({
      url: multisite?.url ?? '',
      apiKey: multisite?.rest?.apiKey ?? '',
      apiSecret: multisite?.rest?.apiSecret ?? '',
      timeoutMs: 5_000,
    });
    const url = `http://127.0.0.1:${lab.bot?.port}/webhooks/default/an-older-token-of-24-letters`;
    await rest.createWebhook('Bot', 'domain_created', url);
    for (const name of ['one', 'two']) await lab.world.wordpress.addDomain(`${name}.example.com`, 12);
    const reported = () => lab.messages().filter(({ text }) => text.includes('wrong token'));
    await lab.until(() => reported().length > 0);
    const answer = await diagnosed();
    expect(JSON.stringify(answer.blocks)).toContain('has a wrong address or token');
    const [offer] = offers(answer);
    await press(answer, offer);
    await lab.until(() => lab.world.wordpress.webhooks().every((each) => each.url !== url));
    await lab.world.wordpress.addDomain('three.example.com', 12);
    await lab.until(() => lab.messages().some(({ text }) => text.includes('right token again')));
    expect(reported()).toHaveLength(1);
  });

  it('are changed by admins only', async () => {
    const answer = await diagnosed(BOB);
    await press(answer, offers(answer)[0], BOB);
    await lab.until(() => lab.privately(BOB).some(({ text }) => text.includes('don’t have permission')));
    expect(webhooks()).toEqual([]);
  });
});

it('an app-level token of another Slack app shows in readiness and in the log, and as a problem beside the bot', async () => {
  const lab = await openLab({ appToken: 'xapp-1-A0OTHER-1700000000000-secret' });
  try {
    await lab.start();
    const words = 'SLACK_APP_TOKEN belongs to Slack app A0OTHER and SLACK_BOT_TOKEN to A0SANDBOX';
    await lab.until(() => lab.lines.some((line) => line.includes(words)));
    const ready = await fetch(`http://127.0.0.1:${lab.bot?.port}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.text()).toContain(words);
    const env = { ...process.env, ...lab.world.environment, PORT: String(await freePort()) };
    const child = spawn(process.execPath, [PROGRAM], { cwd: tmpdir(), env });
    let said = '';
    child.stdout.on('data', (data) => (said += String(data)));
    const code = await new Promise((done) => child.once('close', done));
    expect(said).toContain('SLACK_APP_TOKEN belongs to Slack app A0OTHER, but SLACK_BOT_TOKEN to A0SANDBOX');
    expect(code).toBe(1);
  } finally {
    await closeLab(lab);
  }
});

describe('as a program', () => {
  let world: World;
  let folder: string;
  let port: string;
  beforeEach(async () => {
    port = String(await freePort());
    world = await startWorld({ rateScale: 1_000 });
    folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  });
  afterEach(async () => {
    await world.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** The world is served by this process, which must not wait in its sleep. */
  function run(
    env: Record<string, string>,
    args: readonly string[] = [],
    input = '',
  ): Promise<{ code: number | null; said: string }> {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], PORT: port, ...env },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)));
    child.stdin.end(input);
    return new Promise((done) => child.once('close', (code) => done({ code, said: inOneColumn(said) })));
  }

  it('exits with 0 when all is well', async () => {
    const { code, said } = await run({ ...world.environment, ...world.multisiteEnvironment });
    expect(said).not.toContain('PROBLEM');
    expect(said).toContain('Closte accepts the key');
    expect(said).toContain(`No bot answers at port ${port}`);
    expect(code).toBe(0);
  });

  it('checks tokens, people, groups, folder and resolvers, and counts what is wrong', async () => {
    const { code, said } = await run({
      ...world.environment,
      SLACK_APP_TOKEN: 'xapp-1-not-this-one',
      DOMAIN_OPERATORS: 'U02BOB,U09NOBODY,S09GONE,S01OPERATORS,U04GIL',
      UNMAP_APPROVAL_HOURS: '24',
      DATA_DIR: '/dev/null/data',
      DOMAIN_CHANNELS: 'C01DOMAINS,C09NOWHERE',
    });
    for (const words of [
      'PROBLEM Slack rejects SLACK_APP_TOKEN (',
      'ok DOMAIN_OPERATORS: ',
      'PROBLEM DOMAIN_OPERATORS contains U09NOBODY, which Slack doesn’t know.',
      'PROBLEM DOMAIN_OPERATORS contains the user group S09GONE, which is gone',
      'user group @operators, one member',
      '(U04GIL), who is deactivated, a guest or a bot',
      'PROBLEM Nobody can approve unmapping',
      'PROBLEM DATA_DIR (/dev/null/data) isn’t writable (ENOTDIR)',
      'PROBLEM The bot can’t see channel C09NOWHERE',
      'not checked Messages tab of the bot',
      `PORT ${port} on 127.0.0.1 is free`,
      '7 problems found.',
    ])
      expect(said).toContain(words);
    expect(code).toBe(1);
  });

  it.each([
    ['swapped', 'xapp-1-a', 'SLACK_BOT_TOKEN is an app-level token, which belongs in SLACK_APP_TOKEN.'],
    ['a user’s', 'xoxp-1-a', 'SLACK_BOT_TOKEN is a user token.'],
    ['rotated', 'xoxe.xoxb-1-a', 'SLACK_BOT_TOKEN is a token that expires within 12 hours'],
    ['another', 'nonsense', 'SLACK_BOT_TOKEN does not begin with “xoxb-”.'],
  ])('tells tokens apart: %s', async (_, token, sentence) => {
    const { said } = await run({ ...world.environment, SLACK_BOT_TOKEN: token });
    expect(said).toContain(sentence);
    expect(said).not.toContain('[redacted]');
    expect(said).not.toContain(token);
  });

  it('says the same in JSON', async () => {
    const { code, said } = await run(world.environment as Record<string, string>, ['--json']);
    const { checks, summary } = JSON.parse(said);
    expect(summary).toBe('No problems found.');
    expect(checks).toContainEqual(expect.objectContaining({ state: 'ok', check: 'app-token.accepted' }));
    expect(code).toBe(0);
  });

  it('joins a channel once it is asked to, and not before', async () => {
    const stranger = [...world.slack.workspace.channels.values()].find(
      ({ botIsMember, isPrivate, isArchived }) => !botIsMember && !isPrivate && !isArchived,
    );
    expect(stranger).toBeDefined();
    const env = { ...world.environment, DOMAIN_CHANNELS: stranger?.id ?? '' };
    const declined = await run(env, ['--fix'], 'n\n');
    expect(declined.said).toContain(`Join channel ${stranger?.id}? [y/N]`);
    expect(declined.code).toBe(1);
    expect(world.slack.workspace.channels.get(stranger?.id ?? '')?.botIsMember).toBe(false);
    const agreed = await run(env, ['--fix'], 'y\n');
    expect(agreed.said).toContain(`The bot is in channel ${stranger?.id}.`);
    expect(agreed.code).toBe(0);
    expect(world.slack.workspace.channels.get(stranger?.id ?? '')?.botIsMember).toBe(true);
  });

  it('checks Closte and DNS before Slack is set up', async () => {
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
  const said = inOneColumn(stdout);
  expect(said).toContain('PROBLEM CLOSTE_CLIENT_API_KEY is missing');
  expect(said).toContain('PROBLEM Resolver none doesn’t answer');
  expect(status).toBe(1);
});
