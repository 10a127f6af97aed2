import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startOptions } from './processes.js';
import type { Row } from './rows.js';

/**
 * Measures commands in a process whose memory V8 treats as the bot's: how often and how much it collects at once decides
 * how long the event loop stands still.
 */
export async function benchCommands(): Promise<readonly Row[]> {
  const script = fileURLToPath(new URL('./commands-process.js', import.meta.url));
  const child = fork(script, { execArgv: [...startOptions, '--expose-gc'] });
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`the process that measures commands ended (${code ?? signal})`);
  });
  const [rows] = await Promise.race([once(child, 'message'), ended]);
  await once(child, 'exit');
  return rows as readonly Row[];
}
