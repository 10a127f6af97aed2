import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onStopSignal, STARTED_BY } from '../util/stop-signals.js';
import type { Workspace } from './slack/workspace.js';
import { startOnTerminal } from './start.js';

const DEMO_PROGRAM = {
  command: 'npm run demo',
  does: 'Starts the bot and the world around it, and prints the address of a page that plays Slack.',
  variables: '  LOG_LEVEL      how much the bot logs: debug, info, warn (otherwise) or error\n',
};

/** Who may do what in the demo; the page's list of people shows the same. */
const DEMO_ROLES = {
  DOMAIN_OPERATORS: 'S01OPERATORS',
  DOMAIN_ADMINS: 'S02ADMINS',
  UNMAP_APPROVAL_HOURS: '24',
} as const;

/** `npm run demo`: the world, and the bot as a process of its own, configured for it. */
async function runDemo(): Promise<void> {
  const world = await startOnTerminal(DEMO_PROGRAM, { unknownHosts: 'sign-up' });
  if (!world) return;
  openCustomerChannel(world.slack.workspace);
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
        // Without the world around it, which may be killed, the bot stops by itself.
        [STARTED_BY]: String(process.pid),
        LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
        LOCALE: process.env['LOCALE'] ?? 'en',
        ...world.environment,
        ...world.multisiteEnvironment,
        ...DEMO_ROLES,
        DATA_DIR: dataDir,
        PORT: String(port),
        PUBLIC_URL: `http://127.0.0.1:${port}`,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
  process.stdout.write(
    `\n  The demo is at ${world.slack.url}\n\n  Its first minute is guided. You play support, the customer, Closte and the certificate authority.\n  Ctrl-C stops everything.\n\n`,
  );
  onStopSignal(() => bot.kill('SIGTERM'));
  bot.once('exit', async (code) => {
    await world.stop();
    await rm(dataDir, { recursive: true, force: true });
    process.exitCode = code ?? 0;
  });
}

/** A channel shared with a customer: the guest and the outsider see only this one. */
function openCustomerChannel(workspace: Workspace): void {
  const channel = {
    id: 'C05BAKERY',
    name: 'customer-bakery',
    topic: 'Shared with the Bakery',
    isArchived: false,
    isPrivate: false,
    isShared: true,
    botIsMember: true,
  };
  workspace.changeChannel(channel, {});
  for (const user of ['U04GIL', 'U05OLGA']) workspace.changeUser(user, { channels: [channel.id] });
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
