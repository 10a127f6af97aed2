import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startOptions } from './processes.js';
import type { Row } from './rows.js';

/**
 * What a compiled script measures in a process that V8 treats as the bot's. What other parts have compiled and left would
 * slow it, and how much garbage V8 collects at once decides how long the event loop stands still.
 */
export async function rowsOfProcess(script: string, ...args: readonly string[]): Promise<readonly Row[]> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = fork(path, args, { execArgv: [...startOptions, '--expose-gc'] });
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`the process of ${[script, ...args].join(' ')} ended (${code ?? signal})`);
  });
  const [rows] = await Promise.race([once(child, 'message'), ended]);
  await once(child, 'exit');
  return rows as readonly Row[];
}
