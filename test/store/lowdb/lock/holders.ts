import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../../../..');
const HOLDER = join(ROOT, 'dist/test-children/test/store/lock-holder.js');

const running: ChildProcess[] = [];

interface Outcome {
  readonly outcome: 'open' | 'refused';
  readonly message?: string;
  readonly child: ChildProcess;
}

export async function compileHolder(): Promise<void> {
  await promisify(execFile)(join(ROOT, 'node_modules/.bin/tsc'), [
    '-p',
    join(ROOT, 'test/store/tsconfig.json'),
  ]);
}

/** Starts a process of its own that opens the store in `folder`; `command` may wrap it. */
export async function startHolder(
  folder: string,
  command = process.execPath,
  args: readonly string[] = [],
): Promise<Outcome> {
  const child = spawn(command, [...args, HOLDER, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  running.push(child);
  const [line] = await once(createInterface(child.stdout), 'line');
  return { ...JSON.parse(line), child };
}

export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

export async function killHolders(): Promise<void> {
  for (const child of running.splice(0)) await kill(child);
}

export const lockFilesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith('lock'));
