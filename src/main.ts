import { type Bot, startBot } from './bot.js';
import { type AppConfig, ConfigError, describeProblems, loadConfig } from './config.js';
import { loadDotEnv } from './dot-env.js';
import { createLog, type HidingLog, type Log } from './log.js';

/** Everything in flight must have ended by then. */
const DRAIN_MS = 9_000;

/** The process's edge: environment in, signals in, exit code out. */
async function main(): Promise<void> {
  loadDotEnv();
  const config = readConfig();
  if (!config) {
    process.exitCode = 1;
    return;
  }
  const log = createLog({ level: config.logLevel, secrets: config.secrets });
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise was left unhandled'));
  let bot: Bot | undefined;
  stopOnSignals(async () => bot?.stop(), log);
  reloadOnSignal((apps) => bot?.reload(apps), log);
  try {
    bot = await startBot(config, log);
  } catch (error) {
    log.error({ err: error }, 'the bot could not start');
    process.exit(1);
  }
}

function readConfig() {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${describeProblems(error)}\n`);
    return undefined;
  }
}

/** A faulty file changes nothing. */
function reloadOnSignal(reload: (apps: readonly AppConfig[]) => void, log: HidingLog): void {
  process.on('SIGHUP', () => {
    try {
      const { apps, secrets } = loadConfig(process.env);
      log.hide(secrets);
      reload(apps);
    } catch (error) {
      const problems = error instanceof ConfigError ? describeProblems(error) : undefined;
      log.error({ err: error, problems }, 'the configuration was not read anew: the bot goes on as before');
    }
  });
}

function stopOnSignals(stop: () => Promise<void>, log: Log): void {
  let isStopping = false;
  const drain = async (signal: NodeJS.Signals) => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.warn({}, 'not everything in flight ended in time: what is stored goes on at the next start');
      process.exit(0);
    }, DRAIN_MS).unref();
    await stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.on(signal, (received) => {
      drain(received).catch((error) => {
        log.error({ err: error }, 'stopping failed');
        process.exit(1);
      });
    });
}

await main();
