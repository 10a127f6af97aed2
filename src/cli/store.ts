import { parseArgs } from 'node:util';
import { ConfigError, describeProblems, loadConfig } from '../config/config.js';
import { loadDotEnv } from '../config/dot-env.js';
import { migrateDatabase } from '../store/postgres/migrate.js';
import { databaseName } from '../store/postgres/probe-database.js';
import { redact } from '../util/log.js';

const STORE_USAGE = `Usage: closte-domain-bot store migrate   brings the schema of the database up to date (a start does the same)
`;

/** `closte-domain-bot store`. Returns the exit code. */
async function runStore(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } });
  const [what] = positionals;
  if (what !== 'migrate') {
    process.stderr.write(STORE_USAGE);
    return 2;
  }
  return migrate();
}

async function migrate(): Promise<number> {
  const { databaseUrl } = loadConfig(process.env, undefined, loadDotEnv());
  if (databaseUrl === undefined) {
    process.stderr.write(
      'DATABASE_URL is not set: files in DATA_DIR are brought up to date as they are read.\n',
    );
    return 1;
  }
  const steps = await migrateDatabase(databaseUrl);
  const said = steps.length === 0 ? 'was up to date' : `was brought to step ${steps.at(-1)}`;
  process.stdout.write(`The database ${databaseName(databaseUrl)} ${said}.\n`);
  return 0;
}

try {
  process.exitCode = await runStore();
} catch (error) {
  const text = error instanceof ConfigError ? describeProblems(error) : String((error as Error).message);
  process.stderr.write(`${redact(text, [])}\n`);
  process.exitCode = 1;
}
