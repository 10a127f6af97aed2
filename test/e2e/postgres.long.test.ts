import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeLab, Lab, openLab } from '../support/lab.js';
import { type PostgresServer, postgresPrograms, startPostgres } from '../support/postgres-server.js';

const program = (name: string) => fileURLToPath(new URL(`../../dist/src/${name}.js`, import.meta.url));

let server: PostgresServer;
let databases = 0;
let url: string;
let lab: Lab;
/** What a failed test leaves behind would work on beside the next attempt. */
const running = new Set<Ran>();

interface Ran {
  readonly child: ChildProcess;
  output(): string;
  readonly exited: Promise<number | null>;
}

/** The built bot, or a program beside it, on the lab's database. */
function run(name: string, ...args: readonly string[]): Ran {
  const { dataDir } = lab.config;
  const env = {
    ...lab.world.environment,
    DATA_DIR: dataDir,
    DATABASE_URL: url,
    PORT: '0',
    DNS_CHECK_INTERVAL: '10',
  };
  const child = spawn(process.execPath, [program(name), ...args], {
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (bytes) => {
      output += bytes;
      lab.lines.push(String(bytes));
    });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ran = { child, output: () => output, exited };
  running.add(ran);
  void exited.then(() => running.delete(ran));
  return ran;
}

const trailsOf = (hostnames: readonly string[]) => hostnames.map((hostname) => lab.thread(hostname));

describe.skipIf(!postgresPrograms)('on a PostgreSQL database', () => {
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.dispose());
  beforeEach(async () => {
    url = await server.createDatabase(`e2e${databases++}`);
    lab = await openLab({ change: (config) => ({ ...config, databaseUrl: url }) });
  });
  afterEach(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    await Promise.all([...running].map(({ exited }) => exited));
    await closeLab(lab);
  });

  it('a domain becomes Ready, a restart loses nothing, and the audit finds no difference', async () => {
    await lab.start();
    await lab.type('/domain map shop.example.com');
    await lab.until(() => lab.thread('shop.example.com').includes('alias.added'), 40_000);
    await lab.stop();
    lab.pointDns('shop.example.com');
    await lab.start();
    await lab.until(() => lab.thread('shop.example.com').includes('domain.done'), 60_000);
    await lab.until(() => lab.card('shop.example.com')?.text.includes('Ready'));
    await lab.stop();
    const audit = run('cli/audit', 'verify');
    expect([await audit.exited, audit.output()]).toEqual([0, expect.stringContaining('Differences: 0.')]);
  }, 120_000);

  it('two replicas share the work of one database: nothing is posted twice', async () => {
    await lab.start();
    const second = new Lab(lab.world, lab.config, lab.triggerClock);
    await second.start();
    const hostnames = ['one', 'two', 'three', 'four', 'five', 'six'].map((name) => `${name}.example.com`);
    for (const hostname of hostnames) {
      lab.pointDns(hostname);
      await lab.type(`/domain map ${hostname}`);
    }
    await lab.until(() => trailsOf(hostnames).every((trail) => trail.includes('domain.done')), 90_000);
    for (const trail of trailsOf(hostnames)) expect(new Set(trail).size).toBe(trail.length);
    const reported = lab.messages().filter(({ metadata }) => metadata).length;
    expect(reported).toBeGreaterThan(hostnames.length);
    await second.stop();
    await lab.stop();
    const audit = run('cli/audit', 'verify');
    expect([await audit.exited, audit.output()]).toEqual([0, expect.stringContaining('Differences: 0.')]);
  }, 150_000);

  it('what a killed replica held, another one has within seconds', async () => {
    const bots = [run('main'), run('main')];
    await lab.until(() => lab.world.slack.sockets.count === bots.length, 60_000);
    const held = async () =>
      (await server.run(url, 'select holder, count(*) from channels group by holder')).length;
    for (const name of ['one', 'two', 'three'])
      expect(await lab.type(`/domain map ${name}.example.com`)).toMatchObject({ ok: true });
    await lab.until(() => lab.thread('three.example.com').includes('alias.added'), 60_000);
    expect(await held()).toBe(1);
    const [owner] = await server.run(
      url,
      'select holder = (select holder from duties order by name limit 1) as same from channels',
    );
    expect(owner).toBeDefined();
    // Kill both one after the other, so that whoever held the channel is dead; a third continues.
    for (const bot of bots) bot.child.kill('SIGKILL');
    await Promise.all(bots.map(({ exited }) => exited));
    const third = run('main');
    for (const name of ['one', 'two', 'three']) lab.pointDns(`${name}.example.com`);
    await lab.until(() => lab.thread('one.example.com').includes('dns.published'), 60_000);
    third.child.kill('SIGTERM');
    expect(await third.exited).toBe(0);
    expect(await held()).toBe(0);
  }, 180_000);

  it('an unusable database is refused in one sentence, without its password', async () => {
    url = url.replace('bot@', 'bot:geheim@').replace(/\/e2e\d+$/, '/nowhere');
    const bot = run('main');
    expect(await bot.exited).toBe(1);
    expect(bot.output()).toMatch(
      /DATABASE_URL \(127\.0\.0\.1:\d+\/nowhere\) can’t be used: there is no such database/,
    );
    expect(bot.output()).not.toContain('geheim');
  });
});
