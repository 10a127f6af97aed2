import { type Bot, startBot } from './app/create-bot.js';
import { handleSignals } from './app/signals.js';
import { type Config, ConfigError, describeProblems, loadConfig } from './config/config.js';
import { DotEnvError, loadDotEnv } from './config/dot-env.js';
import { errorText, shellCatalogue } from './config/problems.js';
import { keepHeapSmall } from './util/heap.js';
import { createLog, type HidingLog } from './util/log.js';
import { StartError } from './util/start-error.js';
import { version } from './util/version.js';

/** The process boundary: environment in, signals in, exit code out. */
async function main(): Promise<void> {
  surviveClosedStreams();
  keepHeapSmall();
  if (answersQuestion(process.argv.slice(2))) return;
  const config = readConfigOrExit();
  if (!config) {
    process.exitCode = 1;
    return;
  }
  const log = createLog({ level: config.logLevel, secrets: config.secrets });
  for (const warning of config.warnings) log.warn({}, warning);
  printLastWords(log);
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled promise rejection'));
  let bot: Bot | undefined;
  const stopping = new AbortController();
  const { stopWith } = handleSignals({
    stop: async () => {
      stopping.abort();
      await (await starting.catch(() => undefined))?.stop();
    },
    abandon: async () => bot?.abandon(),
    reload: () => reload(bot, log),
    log,
  });
  const starting = startBot(config, { log, onLockLost: () => stopWith(1), stopping: stopping.signal });
  try {
    bot = await starting;
    await bot.running;
  } catch (error) {
    // Whoever stops it decides the exit code.
    if (stopping.signal.aborted) return;
    if (error instanceof StartError) log.error({}, error.message);
    else log.error({ err: error }, 'the bot could not start');
    stopWith(1);
  }
}

/** True if the command line only asks for help or the version; an unknown argument is refused. */
function answersQuestion(args: readonly string[]): boolean {
  const [first] = args;
  const t = shellCatalogue(process.env);
  if (first === undefined) return false;
  if (first === '--version') process.stdout.write(`${version}\n`);
  else if (first === '--help') process.stdout.write(`${t('shell.usage.start')}\n`);
  else {
    const why = first.startsWith('-')
      ? t('report.unknown-option', { option: first })
      : t('report.no-argument', { argument: first });
    process.stderr.write(`${why}\n${t('shell.see-help', { name: 'start' })}\n`);
    process.exitCode = 2;
  }
  return true;
}

/** A failed write to a closed terminal must not end the process; its text is dispensable. */
function surviveClosedStreams(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** A crash ends the process with one line of JSON, redacted like every other. */
function printLastWords(log: HidingLog): void {
  process.on('uncaughtException', (error) => {
    log.error({ err: error }, 'the bot crashed');
    process.exit(1);
  });
}

function readConfigOrExit(): Config | undefined {
  try {
    const commentedOut = loadDotEnv();
    return loadConfig(process.env, undefined, commentedOut);
  } catch (error) {
    if (error instanceof ConfigError)
      process.stderr.write(`${describeProblems(error, shellCatalogue(process.env))}\n`);
    else if (error instanceof DotEnvError)
      process.stderr.write(`${errorText(error, shellCatalogue(process.env))}\n`);
    else throw error;
    return undefined;
  }
}

/** An invalid configuration changes nothing. */
function reload(bot: Bot | undefined, log: HidingLog): void {
  try {
    const { apps, secrets, warnings } = loadConfig(process.env);
    log.hide(secrets);
    for (const warning of warnings) log.warn({}, warning);
    bot?.reload(apps);
  } catch (error) {
    const problems = error instanceof ConfigError ? describeProblems(error, shellCatalogue({})) : undefined;
    log.error({ err: error, problems }, 'configuration not reloaded; keeping the old one');
  }
}

await main();
