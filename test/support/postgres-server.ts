import { execFile, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './ports.js';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';
const TRY_EVERY_MS = 50;
/** Recovery from a crash takes more than half a minute on a busy machine. */
const MAX_START_TRIES = 1_600;

/** Undefined where PostgreSQL is not installed. */
export const postgresPrograms = findPrograms();
if (!postgresPrograms)
  process.stderr.write(
    'PostgreSQL is not installed: its tests are skipped (Debian: apt-get install postgresql)\n',
  );

function findPrograms(): string | undefined {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one))
    : [];
  return versions
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
}

/** The server refuses to run as root. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

export interface PostgresServer {
  readonly port: number;
  /** Creates an empty database and resolves to its URL. */
  createDatabase(name: string): Promise<string>;
  /** Runs SQL as its owner. */
  run(url: string, sql: string): Promise<readonly Record<string, unknown>[]>;
  /** `immediate` is a crash. */
  halt(how: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
  /** Copies it to a standby. `takeOver`: it crashes, and the standby answers at its address, read-only until it is promoted. */
  standBy(): Promise<{ takeOver(): Promise<void>; promote(): Promise<void> }>;
  /** Ends it and forgets its data. */
  dispose(): Promise<void>;
}

/** A PostgreSQL server of one's own on loopback, with its default durability. */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const programs = postgresPrograms;
  if (!programs) throw new Error('PostgreSQL is not installed');
  const user = unprivileged();
  const folder = await mkdtemp(join(tmpdir(), 'domain-bot-postgres-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  let data = join(folder, 'data');
  const options = {
    ...user,
    cwd: folder,
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', HOME: folder },
  };
  const port = await freePort();
  const urlOf = (name: string) => `postgres://bot@127.0.0.1:${port}/${name}`;
  await run(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'bot', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'],
    options,
  );

  async function query(url: string, sql: string) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const result = await client.query(sql);
      return (Array.isArray(result) ? result.at(-1) : result).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  }

  let ended: Promise<unknown> | undefined;
  let pid: number | undefined;

  async function start(): Promise<void> {
    const more = [
      `port=${port}`,
      `unix_socket_directories=${folder}`,
      'listen_addresses=127.0.0.1',
      ...settings,
    ];
    const server = spawn(
      join(programs ?? '', 'postgres'),
      ['-D', data, ...more.flatMap((each) => ['-c', each])],
      {
        ...options,
        stdio: 'ignore',
      },
    );
    pid = server.pid;
    ended = new Promise((resolve) => server.once('exit', resolve));
    for (let tries = 0; ; tries++) {
      try {
        await query(urlOf('postgres'), 'select 1');
        return;
      } catch (error) {
        if (tries > MAX_START_TRIES) throw error;
        await sleep(TRY_EVERY_MS);
      }
    }
  }

  /** Signals of the postmaster: https://www.postgresql.org/docs/15/server-shutdown.html */
  async function halt(how: 'fast' | 'immediate'): Promise<void> {
    if (pid !== undefined) process.kill(pid, how === 'fast' ? 'SIGINT' : 'SIGQUIT');
    pid = undefined;
    await ended;
  }

  await start();
  return {
    port,
    createDatabase: async (name) => {
      await query(urlOf('postgres'), `create database ${name}`);
      return urlOf(name);
    },
    run: query,
    halt,
    start,
    standBy: async () => {
      const copy = join(folder, 'standby');
      const from = ['-h', '127.0.0.1', '-p', String(port), '-U', 'bot'];
      await run(join(programs, 'pg_basebackup'), [...from, '-D', copy, '--checkpoint=fast'], options);
      await writeFile(join(copy, 'standby.signal'), '', { mode: 0o644 });
      return {
        takeOver: async () => {
          await halt('immediate');
          data = copy;
          await start();
        },
        promote: async () => void (await query(urlOf('postgres'), 'select pg_promote()')),
      };
    },
    dispose: async () => {
      await halt('immediate');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Undefined where it is not installed. */
export const pgbouncer = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find((path) => existsSync(path));

/** PgBouncer before a database, with one connection of the server for each transaction. */
export async function startPooler(url: string): Promise<{ readonly url: string; dispose(): Promise<void> }> {
  const user = unprivileged();
  const folder = await mkdtemp(join(tmpdir(), 'domain-bot-pooler-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  const { port: serverPort, pathname } = new URL(url);
  const port = await freePort();
  const config = join(folder, 'pgbouncer.ini');
  await writeFile(
    config,
    `[databases]
${pathname.slice(1)} = host=127.0.0.1 port=${serverPort} user=bot
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 4
`,
    { mode: 0o644 },
  );
  const pooler = spawn(pgbouncer ?? '', [config], { ...user, cwd: folder, stdio: 'ignore' });
  const ended = new Promise((resolve) => pooler.once('exit', resolve));
  const pooled = `postgres://bot@127.0.0.1:${port}${pathname}`;
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: pooled });
    try {
      await client.connect();
      await client.end();
      break;
    } catch (error) {
      if (tries > 200) throw error;
      await sleep(50);
    }
  }
  return {
    url: pooled,
    dispose: async () => {
      pooler.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
