import { spawn, spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Is a program of Debian's packages here? Where it is not, its tests are skipped, and seen to be. */
export const has = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${program} || test -x /usr/sbin/${program}`]).status === 0;

/** A port that is free for UDP and TCP, below those that the system hands out for connections of its own. */
export async function freePort(address = '127.0.0.1'): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 28_000);
    if (await isFree(port, address)) return port;
  }
}

/** May a server be opened there? */
export const isFree = async (port: number, address: string): Promise<boolean> =>
  (await isFreeForUdp(port, address)) && (await isFreeForTcp(port, address));

function isFreeForUdp(port: number, address: string): Promise<boolean> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => {
    socket.once('error', () => resolve(false));
    socket.bind(port, address, () => socket.close(() => resolve(true)));
  });
}

function isFreeForTcp(port: number, address: string): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, address, () => server.close(() => resolve(true)));
  });
}

export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'peer-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Runs a server in the foreground until `stop`. */
export function serve(program: string, args: readonly string[]): { stop(): Promise<void> } {
  const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
  const child = spawn(program, args, { stdio: 'ignore', env });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  return {
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

export async function until(probeMapping: () => Promise<boolean>, patienceMs = 10_000): Promise<void> {
  const endsAt = Date.now() + patienceMs;
  while (!(await probeMapping())) {
    if (Date.now() > endsAt) throw new Error('not seen in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
