import { ConfigError, describeProblems, loadConfig } from '../config/config.js';
import { loadDotEnv } from '../config/dot-env.js';
import type { Translate } from '../locale/catalogue.js';
import { migrateDatabase } from '../store/postgres/migrate.js';
import { databaseError, databaseName } from '../store/postgres/probe-database.js';
import { redact } from '../util/log.js';
import { StartError } from '../util/start-error.js';
import { errorText, readCommandLine, shellCatalogue } from './shell.js';

/** `closte-domain-bot store`. Returns the exit code. */
async function runStore(t: Translate): Promise<number> {
  const { positionals } = readCommandLine({ allowPositionals: true, options: { help: { type: 'boolean' } } });
  if (positionals[0] === 'migrate') return migrate(t);
  process.stderr.write(`${t('shell.usage.store')}\n`);
  return 2;
}

async function migrate(t: Translate): Promise<number> {
  const { databaseUrl } = loadConfig(process.env, undefined, loadDotEnv());
  if (databaseUrl === undefined) {
    process.stderr.write(`${t('shell.store.no-database')}\n`);
    return 1;
  }
  const steps = await migrated(databaseUrl);
  process.stdout.write(
    `${t('shell.store.migrated', { database: databaseName(databaseUrl), count: steps.length })}\n`,
  );
  return 0;
}

async function migrated(url: string): Promise<readonly number[]> {
  try {
    return await migrateDatabase(url);
  } catch (error) {
    throw error instanceof StartError ? error : databaseError(url, error);
  }
}

const shell = shellCatalogue(process.env);
try {
  process.exitCode = await runStore(shell);
} catch (error) {
  const text =
    error instanceof ConfigError ? redact(describeProblems(error, shell), []) : errorText(error, shell);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
