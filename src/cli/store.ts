import { resolve } from 'node:path';
import { loadDatabaseUrl } from '../config/config.js';
import { loadDotEnv } from '../config/dot-env.js';
import { shellCatalogue } from '../config/problems.js';
import { givenText } from '../config/source.js';
import { databaseUrl } from '../config/values.js';
import type { Translate } from '../locale/catalogue.js';
import type { CopyPlace, CopyPlaceOptions } from '../store/copy/copy-place.js';
import { copyStore } from '../store/copy/copy-store.js';
import { openDatabasePlace } from '../store/copy/database-place.js';
import { openFolderPlace } from '../store/copy/folder-place.js';
import { databaseError, databaseName } from '../store/postgres/connection/probe-database.js';
import { migrateDatabase } from '../store/postgres/schema/migrate.js';
import { createLog } from '../util/log.js';
import { StartError } from '../util/start-error.js';
import { CommandLineError, explainFailure, readCommandLine, refuseArguments } from './shell.js';

/** `closte-domain-bot store`. Returns the exit code. */
async function runStore(t: Translate): Promise<number> {
  const { positionals, values } = readCommandLine({
    allowPositionals: true,
    options: { help: { type: 'boolean' }, from: { type: 'string' }, to: { type: 'string' } },
  });
  const [what, ...rest] = positionals;
  const { from, to } = values;
  if (what !== 'migrate' && what !== 'copy') throw new CommandLineError('Name one of these: migrate, copy.');
  refuseArguments(rest);
  if (what === 'migrate') return migrate(t);
  if (!from || !to) throw new CommandLineError(`The option ${from ? '--to' : '--from'} needs a value.`);
  return copy(from, to, t);
}

/** The shortest time between two progress lines. */
const SAYS_EVERY_MS = 5_000;

async function copy(fromName: string, toName: string, t: Translate): Promise<number> {
  loadDotEnv();
  const [fromPlace, toPlace] = [placeNamed(fromName, '--from', t), placeNamed(toName, '--to', t)];
  if (fromPlace === undefined || toPlace === undefined) {
    process.stderr.write(`${t('shell.store.no-url')}\n`);
    return 2;
  }
  if (fromPlace === toPlace) {
    process.stderr.write(`${t('shell.store.same')}\n`);
    return 2;
  }
  const log = createLog({ level: 'warn', secrets: [] });
  const from = await openPlace(fromPlace, { log, isSource: true });
  try {
    const to = await openPlace(toPlace, { log, isSource: false });
    try {
      const { broken, ...copied } = await copyStore(from, to, copyProgress(t));
      process.stdout.write(`${t('shell.store.copied', { from: from.name, to: to.name, ...copied })}\n`);
      if (broken > 0) process.stdout.write(`${t('shell.store.broken', { count: broken })}\n`);
      return 0;
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

/** The words stand for the variables, so that no password has to be typed. */
function placeNamed(name: string, option: string, t: Translate): string | undefined {
  if (name === 'DATABASE_URL') return urlIn(givenText(process.env['DATABASE_URL']), name, t);
  if (IS_URL.test(name)) return urlIn(name, option, t);
  return resolve(name === 'DATA_DIR' ? (givenText(process.env['DATA_DIR']) ?? './data') : name);
}

/** Refuses without the URL itself, which may hold a password. */
function urlIn(text: string | undefined, name: string, t: Translate): string | undefined {
  if (text === undefined || databaseUrl.safeParse(text).success) return text;
  throw new CommandLineError(t('shell.store.bad-url', { name }));
}

const IS_URL = /^postgres(?:ql)?:\/\//;

const openPlace = (place: string, options: CopyPlaceOptions): Promise<CopyPlace> =>
  IS_URL.test(place) ? openDatabasePlace(place, options) : openFolderPlace(place, options);

function copyProgress(t: Translate): (mappings: number) => void {
  let saidAt = performance.now();
  return (mappings) => {
    if (performance.now() - saidAt < SAYS_EVERY_MS) return;
    saidAt = performance.now();
    process.stderr.write(`${t('shell.store.copying', { count: mappings })}\n`);
  };
}

async function migrate(t: Translate): Promise<number> {
  const url = loadDatabaseUrl(process.env, loadDotEnv());
  if (url === undefined) {
    process.stderr.write(`${t('shell.store.no-database')}\n`);
    return 1;
  }
  const steps = await migrated(url);
  process.stdout.write(
    `${t('shell.store.migrated', { database: databaseName(url), count: steps.length })}\n`,
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

try {
  process.exitCode = await runStore(shellCatalogue(process.env));
} catch (error) {
  process.exitCode = explainFailure(error, 'store', 1);
}
