import { onStopSignal } from '../util/stop-signals.js';
import { SOME_REQUEST_URL, startOnTerminal } from './start.js';

const SANDBOX_PROGRAM = {
  command: 'npm run sandbox',
  does: 'Starts the world around the bot without the bot, and prints the environment that points a bot at it.',
  variables: `  SANDBOX_REQUEST_URL   where Slack sends requests, such as ${SOME_REQUEST_URL}; Socket Mode without it\n`,
};

/** `npm run sandbox`: the world without the bot; prints what points a bot at it. */
async function runSandbox(): Promise<void> {
  const requestUrl = process.env['SANDBOX_REQUEST_URL'] ?? '';
  const world = await startOnTerminal(SANDBOX_PROGRAM, requestUrl === '' ? {} : { requestUrl });
  if (!world) return;
  const lines = Object.entries({ ...world.environment, ...world.multisiteEnvironment }).map(
    ([name, value]) => `${name}=${value}`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  process.stderr.write(`\nThe page is at ${world.slack.url}. Ctrl-C stops the world.\n`);
  onStopSignal(() => void world.stop());
}

await runSandbox();
