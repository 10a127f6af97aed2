import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const { scripts }: { scripts: { start: string } } = createRequire(import.meta.url)('#package.json');
/** What `npm start` tells Node. */
export const startOptions = scripts.start.split(' ').filter((word) => word.startsWith('--'));

export interface Running {
  readonly process: ChildProcess;
  readonly port: number;
  readonly startMs: number;
}

/** Starts a compiled script and waits for the JSON line that holds its port. */
export async function run(script: string, env: Readonly<Record<string, string>>): Promise<Running> {
  const startedAt = performance.now();
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [path], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const port = portIn(line);
    if (port === undefined) continue;
    child.stdout.resume();
    return { process: child, port, startMs: performance.now() - startedAt };
  }
  throw new Error(`${script} ended before it listened`);
}

function portIn(line: string): number | undefined {
  try {
    const { port } = JSON.parse(line) as { port?: unknown };
    return typeof port === 'number' ? port : undefined;
  } catch {
    return undefined;
  }
}

export async function end({ process: child }: Running): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

const TICKS_PER_SECOND = 100;

/** User and system time since it started, as Linux accounts it. */
export async function cpuMsOf({ pid }: ChildProcess): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // After the name, which may hold spaces: utime and stime are the 12th and 13th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_PER_SECOND;
}

/** Resident memory in MiB, as Linux accounts it. */
export async function residentMiB({ process: child }: Running): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
