import { startOnTerminal } from './start.js';

const SANDBOX_PROGRAM = {
  command: 'npm run sandbox',
  does: 'Starts the world around the bot without the bot, and prints the environment that points a bot at it.',
};

/** `npm run sandbox`: the world without the bot; prints what points a bot at it. */
async function runSandbox(): Promise<void> {
  const world = await startOnTerminal(SANDBOX_PROGRAM);
  if (!world) return;
  const lines = Object.entries({ ...world.environment, ...world.multisiteEnvironment }).map(
    ([name, value]) => `${name}=${value}`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  process.stderr.write(`\nThe page is at ${world.slack.url}. Ctrl-C stops the world.\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void world.stop());
}

await runSandbox();
