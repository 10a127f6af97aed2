import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { freePort } from '../support/ports.js';

interface PanelState {
  readonly hostnames: readonly { readonly records: readonly object[] }[];
}

const script = (name: string) => fileURLToPath(new URL(`../../dist/src/sandbox/${name}.js`, import.meta.url));
let child: ChildProcess;
// In order: a demo that is killed leaves its bot behind, which would join whatever world listens there next.
afterEach(async () => {
  if (child.exitCode === null && child.signalCode === null) await stopped();
});

async function started(name: string, sign: RegExp, env: Record<string, string> = {}): Promise<string> {
  child = spawn(process.execPath, [script(name)], {
    env: { PATH: process.env['PATH'], SANDBOX_PORT: '0', ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (output += bytes));
  await until(async () => sign.test(output));
  return output;
}

async function until(probe: () => Promise<boolean>): Promise<void> {
  const endsAt = Date.now() + 20_000;
  while (!(await probe())) {
    if (Date.now() > endsAt) throw new Error('not seen in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const stopped = (signal: NodeJS.Signals = 'SIGTERM') => {
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return exited;
};

it('`npm run demo` brings a page on which a domain can be mapped and its DNS made right, and stops with everything', async () => {
  const output = await started('demo', /http:\/\/127\.0\.0\.1:\d+/);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '';
  const get = async (path: string): Promise<PanelState> =>
    (await fetch(`${url}${path}`)).json() as Promise<PanelState>;
  const post = (path: string, body: object) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).then((answer) => answer.json() as Promise<{ ok: boolean }>);
  for (const path of ['/', '/style.css', '/app.js', '/vendor/preact.mjs'])
    expect((await fetch(`${url}${path}`)).status).toBe(200);
  for (const path of ['/../package.json', '/%2e%2e/package.json', '/main.ts'])
    expect((await fetch(`${url}${path}`)).status).toBe(404);

  const map = { user: 'U01ALICE', channel: 'C01DOMAINS', text: '/domain map shop.example.com' };
  await until(async () => (await post('/page/command', map)).ok);
  await until(async () => (await get('/panel/state')).hostnames.length === 1);
  await post('/panel/dns', { hostname: 'shop.example.com', action: 'point-cname' });
  expect((await get('/panel/state')).hostnames[0]?.records).toMatchObject([{ type: 'CNAME' }]);
  await until(async () => JSON.stringify(await get('/page/state')).includes('dns.published'));
  expect(await stopped()).toBe(0);
});

it('the page answers nobody who comes by another name', async () => {
  const output = await started('demo', /http:\/\/127\.0\.0\.1:\d+/);
  const { port } = new URL(/http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? '');
  const { request } = await import('node:http');
  const status = await new Promise((resolve) =>
    request({ host: '127.0.0.1', port, path: '/page/state', headers: { host: 'evil.example' } }, (answer) =>
      resolve(answer.statusCode),
    ).end(),
  );
  expect(status).toBe(403);
});

it('`npm run sandbox` prints the environment that points a bot at it', async () => {
  const output = await started('main', /The page is at/);
  for (const variable of [
    'SLACK_BOT_TOKEN=',
    'SLACK_APP_TOKEN=',
    'SLACK_API_URL=',
    'CLOSTE_API_URL=',
    'DNS_RESOLVERS=',
    'TLS_PORT=',
  ])
    expect(output).toContain(`\n${variable}`.trimStart());
  expect(await stopped()).toBe(0);
});

/** The processes of a world: the npm that started it, if any, and everything below. */
function processesBelow(root: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [, parent] = /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
        return [{ pid: Number(pid), parent: Number(parent) }];
      } catch {
        return [];
      }
    });
  const below = (pid: number): number[] =>
    parents.filter(({ parent }) => parent === pid).flatMap((each) => [each.pid, ...below(each.pid)]);
  return below(root);
}

const takesCommands = async (url: string): Promise<boolean> => {
  const answer = await fetch(`${url}/page/command`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'U01ALICE', channel: 'C01DOMAINS', text: '/domain help' }),
  });
  return ((await answer.json()) as { ok: boolean }).ok;
};

const isAlive = (pid: number): boolean =>
  existsSync(`/proc/${pid}/stat`) && !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');

describe.runIf(existsSync('/proc/self/stat'))('what ends a world ends all of it', () => {
  it.each([
    ['demo', 'SIGINT'],
    ['demo', 'SIGHUP'],
    ['main', 'SIGHUP'],
  ] as const)('%s, at %s, with its folders', async (name, signal) => {
    const folder = mkdtempSync(join(tmpdir(), 'world-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    await started(name, /at http:\/\/127\.0\.0\.1:\d+/, { TMPDIR: folder });
    const below = processesBelow(child.pid ?? 0);
    expect(below).toHaveLength(name === 'demo' ? 1 : 0);
    expect(await stopped(signal)).toBe(0);
    expect(below.filter(isAlive)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(['as soon as its bot exists', 'once its bot takes commands'])(
    'a demo that is killed takes its bot along: %s',
    async (when) => {
      const output = started('demo', /at http:\S+\d/);
      await until(async () => processesBelow(child.pid ?? 0).length > 0);
      const [bot = 0] = processesBelow(child.pid ?? 0);
      if (when === 'once its bot takes commands') {
        const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(await output) ?? [];
        await until(() => takesCommands(url));
      }
      output.catch(() => undefined);
      await stopped('SIGKILL');
      await until(async () => !isAlive(bot));
    },
  );

  it.each(['demo', 'main'])('%s stops once npm, which started it, has gone', async (name) => {
    // As npm does: a shell in between, which dies without telling anyone.
    child = spawn('sh', ['-c', `${process.execPath} ${script(name)}; true`], {
      env: { PATH: process.env['PATH'], SANDBOX_PORT: '0', npm_lifecycle_event: name },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => (output += bytes));
    await until(async () => /at http/.test(output));
    const below = processesBelow(child.pid ?? 0);
    await stopped();
    await until(async () => !below.some(isAlive));
  });
});

describe.each(['demo', 'main'])('%s says in one sentence what is wrong with its port', (name) => {
  const refused = (port: string) =>
    spawnSync(process.execPath, [script(name)], {
      env: { PATH: process.env['PATH'], SANDBOX_PORT: port },
      encoding: 'utf8',
      timeout: 20_000,
    });

  it.each(['abc', '-1', '65536', '80.5', '1e9', '0x', ' 80 80'])('SANDBOX_PORT=%s', (port) => {
    expect(refused(port)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `SANDBOX_PORT is ${port}: give a port from 1 to 65535.\n`,
    });
  });

  it('a port that is taken', async () => {
    const port = await freePort();
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
    onTestFinished(() => void taken.close());
    const { status, stderr } = refused(String(port));
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(
        new RegExp(`^Port ${port} is taken\\. Choose another one: SANDBOX_PORT=\\d+ npm run .+\n$`),
      ),
    });
  });
});
