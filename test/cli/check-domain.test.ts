import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { startWorld, type World } from '../../src/sandbox/world.js';
import { answerTo, scriptedServer } from '../support/dns-server.js';

const { bin } = JSON.parse(readFileSync('package.json', 'utf8'));
const BIN = resolve(bin['closte-domain-bot']);
const CHECKED = [
  'DNS_RESOLVERS',
  'DNS_AUTHORITATIVE_PORT',
  'TLS_PORT',
  'HTTP_PORT',
  'CA_FILE',
  'ALLOW_PRIVATE_ADDRESSES',
  'CLOSTE_TARGETS',
];

let world: World;
let settings: Record<string, string>;
beforeAll(async () => {
  world = await startWorld();
  settings = Object.fromEntries(CHECKED.map((name) => [name, world.environment[name] ?? '']));
});
afterAll(() => world.stop());

/** As a person starts it, without any token. */
async function run(
  args: readonly string[],
  { input = '', change = {} as Record<string, string>, onOutput = () => {} } = {},
) {
  const child = spawn(process.execPath, [BIN, 'check-domain', ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], ...settings, ...change },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (bytes) => {
    stdout += bytes;
    onOutput();
  });
  child.stderr.on('data', (bytes) => {
    stderr += bytes;
  });
  child.stdin.end(input);
  const status = await new Promise<number | null>((done) => child.on('close', done));
  return { status, stdout, stderr };
}
const json = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const point = async (hostname: string) => {
  world.dns.zoneOf(hostname)?.add(hostname, 'CNAME', world.target.host);
  world.edge.setAliases([hostname]);
  await world.edge.serve(hostname, 'issued');
};

describe('check-domain', () => {
  it('says what is wrong, what to do and where, and who acts', async () => {
    const { status, stdout, stderr } = await run(['www.example.org']);
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    expect(stdout).toContain('the customer has to act');
    expect(stdout).toMatch(/^PROBLEM a-wrong: .*192\.0\.2\.80/m);
    expect(stdout).toContain(
      'DNS provider: Harbour Domains, https://panel.dns-provider.net/zones/example.org',
    );
    expect(stdout).toMatch(/Type +Name +Value\n +delete +A +www +192\.0\.2\.80\n +create +CNAME +www +app-/);
    expect(stdout).not.toMatch(/[{}`]|undefined|NaN/);
  });

  it('has nothing to say against a domain that is right', async () => {
    await point('right.example.com');
    const { status, stdout } = await run(['right.example.com', '--json']);
    expect(status).toBe(0);
    expect(json(stdout)).toMatchObject([
      {
        schema: 1,
        hostname: 'right.example.com',
        app: 'default',
        verdict: 'right',
        whoActs: 'nobody',
        axes: {
          alias: { state: 'unknown' },
          dns: { state: 'published', servers: { right: 2, of: 2 }, resolvers: { right: 4, of: 4 } },
          ssl: { state: 'valid', served: 'trusted' },
        },
        findings: [],
        predictions: { allSeeAt: null, resolvers: [] },
        dnsProvider: { name: 'Harbour Domains', source: 'domain-connect' },
      },
    ]);
  });

  it('documents every field of its JSON', async () => {
    const { stdout } = await run(['www.example.org', '--json']);
    const [report] = json(stdout);
    const [finding] = report.findings;
    const page = readFileSync('docs/checks.md', 'utf8');
    for (const field of [report, report.condition, report.axes, finding, finding.changes[0]].flatMap(
      Object.keys,
    ))
      expect(page).toContain(`\`${field}\``);
  });

  it('takes hostnames from standard input, and refuses in words what is none', async () => {
    await point('one.example.com');
    const input = 'one.example.com\nnot a-host..name\n';
    const { status, stdout } = await run(['-', '--json'], { input });
    expect(status).toBe(2);
    expect(json(stdout)).toMatchObject([
      { input: 'not', problem: { code: 'single-label' } },
      { input: 'a-host..name', problem: { code: 'empty-label', text: expect.stringContaining('two dots') } },
      { hostname: 'one.example.com', verdict: 'right' },
    ]);
  });

  it('could not check where nobody answers', async () => {
    const change = { DNS_RESOLVERS: 'nobody=127.0.0.1:9', DOMAIN_CONNECT: 'false' };
    const { status, stdout } = await run(['shop.example.com', '--json'], { change });
    expect({ status, verdict: json(stdout)[0].verdict }).toEqual({ status: 3, verdict: 'unchecked' });
  });

  it('counts no servers where nobody answers', async () => {
    const change = { DNS_RESOLVERS: 'nobody=127.0.0.1:9', DOMAIN_CONNECT: 'false' };
    const { stdout } = await run(['shop.example.com'], { change });
    expect(stdout).toContain('DNS: couldn’t be checked.');
  });

  it('checks again, and follows until everything is right', async () => {
    await point('again.example.com');
    const twice = await run(['again.example.com', '--json', '--repeat', '2', '--interval', '3']);
    expect(json(twice.stdout).map(({ condition }) => condition.stage)).toEqual(['checking-dns', 'done']);
    const onOutput = () => {
      onOutput.first ??= point('later.example.com');
    };
    onOutput.first = undefined as Promise<void> | undefined;
    const following = run(['later.example.com', '--json', '--follow', '--interval', '1'], { onOutput });
    const { status, stdout } = await following;
    expect(status).toBe(0);
    expect(json(stdout)[0]).toMatchObject({ verdict: 'todo' });
    expect(json(stdout).at(-1)).toMatchObject({ verdict: 'right' });
  });

  it.each([
    [[], 'Name at least one hostname'],
    [['a.com', '--repeat', '0'], '--repeat'],
    [['a.com', '--repeat', '2', '--follow'], 'either --repeat or --follow'],
    [['a.com', '--target', 'no target'], '--target'],
    [['a.com', '--app', 'other'], 'There’s no app other. Configured: default.'],
    [['a.com', '--colour'], '--colour'],
  ])('refuses %j with a reason', async (args, reason) => {
    const { status, stdout, stderr } = await run(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(reason);
  });

  it('names a setting that it can’t use, and needs none but the target', async () => {
    const wrong = await run(['a.example.com'], { change: { DNS_RESOLVERS: 'nonsense' } });
    expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining('DNS_RESOLVERS') });
    const without = await run(['a.example.com'], { change: { CLOSTE_TARGETS: '' } });
    expect(without).toMatchObject({ status: 2, stderr: expect.stringContaining('CLOSTE_TARGETS') });
    const given = await run(['nothing.example.com', '--target', world.target.address], {
      change: { CLOSTE_TARGETS: '' },
    });
    expect(given).toMatchObject({ status: 1, stderr: '' });
    expect(given.stdout).toContain(world.target.address);
  });

  it('prints no secret', async () => {
    const change = { CLOSTE_CLIENT_API_KEY: 'www.example.org', SLACK_BOT_TOKEN: 'xoxb-secret-token' };
    const { stdout, stderr } = await run(['www.example.org', '--json'], { change });
    expect(stdout + stderr).not.toContain('www.example.org');
  });
});

it('obeys no control character in what was pasted, which the sentence may begin with', async () => {
  const { stdout, stderr } = await run(['\u001b[2Jshop..example.com', '\u001b[2J\u202ea'.repeat(2)]);
  expect(`${stdout}${stderr}`).toContain('two dots in a row');
  expect(`${stdout}${stderr}`).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
});

it('obeys no control character in what strangers put into DNS', async () => {
  const loud = '\u001b[2J\u009b31m\u202eevil.stranger-dns.net';
  const server = await scriptedServer(
    (query) => {
      const [question] = query.questions ?? [];
      const records = { name: question?.name ?? '', ttl: 60 };
      return question?.type === 'A'
        ? [answerTo(query, { answers: [{ ...records, type: 'CNAME', data: loud }] })]
        : [answerTo(query, { answers: [{ ...records, type: 'TXT', data: [loud] }] })];
    },
    { address: '127.0.0.67', port: world.dns.authoritativePort },
  );
  onTestFinished(() => server.stop());
  world.dns.addZone('stranger-dns.net').add('ns1.stranger-dns.net', 'A', '127.0.0.67');
  world.dns.addZone('escape-zone.com', ['ns1.stranger-dns.net']);
  const { stdout, stderr } = await run(['shop.escape-zone.com']);
  expect(stdout).toContain('evil.stranger-dns.net');
  expect(`${stdout}${stderr}`).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
});
