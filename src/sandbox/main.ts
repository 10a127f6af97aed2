import { startWorld } from './world.js';

const DEFAULT_PORT = 8080;

/** `npm run sandbox`: the world without the bot; prints what points a bot at it. */
async function runSandbox(): Promise<void> {
  const world = await startWorld({ port: Number(process.env['SANDBOX_PORT'] ?? DEFAULT_PORT) });
  const lines = Object.entries({ ...world.environment, ...world.multisiteEnvironment }).map(
    ([name, value]) => `${name}=${value}`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  process.stderr.write(`\nThe page is at ${world.slack.url}. Ctrl-C stops the world.\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void world.stop());
}

await runSandbox();
