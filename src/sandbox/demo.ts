import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startWorld } from './world.js';

const DEMO_PORT = 8080;

/** `npm run demo`: the world, and the bot as a process of its own, configured for it. */
async function runDemo(): Promise<void> {
  const world = await startWorld({ port: Number(process.env['SANDBOX_PORT'] ?? DEMO_PORT) });
  const dataDir = await mkdtemp(join(tmpdir(), 'closte-demo-'));
  const port = await freePort();
  const { MULTISITE_WEBHOOK_TOKEN: token = '' } = world.multisiteEnvironment;
  world.wordpress.setWebhook(`http://127.0.0.1:${port}/webhooks/default/${token}`);
  const bot = spawn(
    process.execPath,
    ['--enable-source-maps', fileURLToPath(new URL('../main.js', import.meta.url))],
    {
      cwd: dataDir,
      env: {
        PATH: process.env['PATH'],
        LOG_LEVEL: 'warn',
        ...world.environment,
        ...world.multisiteEnvironment,
        DATA_DIR: dataDir,
        PORT: String(port),
        PUBLIC_URL: `http://127.0.0.1:${port}`,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  process.stdout.write(
    `\n  The demo is at ${world.slack.url}\n\n  Type  /domain map shop.example.com  there, and play the customer in the panel on the right.\n  Or create a site in its network: the domain arrives in the channel by itself.\n  Ctrl-C stops everything.\n\n`,
  );
  const stop = () => bot.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  bot.once('exit', async (code) => {
    await world.stop();
    await rm(dataDir, { recursive: true, force: true });
    process.exitCode = code ?? 0;
  });
}

/** The network needs the bot's address before the bot listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

await runDemo();
