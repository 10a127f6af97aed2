import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../app/open-store.js';
import { describeDifference } from '../audit/diff-history.js';
import type { HistoryReader } from '../audit/history-reader.js';
import { openJournal, type StoredJournal } from '../audit/journal.js';
import { rebuildMappings } from '../audit/rebuild.js';
import { readAllChannels, verify } from '../audit/verify.js';
import { type Config, loadConfig } from '../config/config.js';
import { loadDotEnv } from '../config/dot-env.js';
import { shellCatalogue } from '../config/problems.js';
import { isoTime } from '../core/instant.js';
import type { Translate } from '../locale/catalogue.js';
import { localized } from '../locale/recognize.js';
import { boltLogger, createClients } from '../slack/connection/clients.js';
import { identify } from '../slack/connection/connection.js';
import { createHistoryReader } from '../slack/outbound/history-reader.js';
import { createFileJournals } from '../store/lowdb/journals.js';
import { readMappings } from '../store/lowdb/read-folder.js';
import { databaseName } from '../store/postgres/connection/probe-database.js';
import { HostnameTaken, type SetAside, type Store } from '../store/store.js';
import { createHttpDispatcher } from '../util/http-client.js';
import { createLog, type Log } from '../util/log.js';
import { version } from '../util/version.js';
import { CommandLineError, explainFailure, readCommandLine, refuseArguments } from './shell.js';

const PROGRESS_MS = 5_000;
const pause = (ms: number): Promise<void> => sleep(ms);

/** `npm run audit`: exits with 0 when all is well, 1 when something differs or failed. */
async function runAudit(): Promise<number> {
  const t = shellCatalogue(process.env);
  const { positionals, values } = readCommandLine({
    allowPositionals: true,
    options: { help: { type: 'boolean' }, version: { type: 'boolean' } },
  });
  if (values.help || values.version) {
    process.stdout.write(`${values.help ? t('shell.usage.audit') : version}\n`);
    return 0;
  }
  const [what, ...rest] = positionals;
  if (what !== 'verify' && what !== 'rebuild')
    throw new CommandLineError('Name one of these: verify, rebuild.');
  refuseArguments(rest);
  const config = loadConfig(process.env, undefined, loadDotEnv());
  const log = createLog({ level: 'warn', secrets: config.secrets });
  const { background: client } = createClients({
    botToken: config.slack.botToken,
    apiUrl: config.slack.apiUrl,
    logger: boltLogger(log),
    dispatcher: createHttpDispatcher(config.proxy),
  });
  const { botId } = await identify(client, { sleep: pause, random: Math.random, log });
  const reader = createHistoryReader({ client, botId, sleep: pause, random: Math.random });
  return what === 'verify'
    ? audited(await sourceOf(config, log), (source, journal) => runVerify(source, reader, journal, t))
    : audited(await openSource(config, log), (store, journal) =>
        runRebuild({ config, store, reader, journal, t }),
      );
}

async function audited<Source extends AuditSource>(
  source: Source,
  run: (source: Source, journal: StoredJournal) => Promise<boolean>,
): Promise<number> {
  try {
    const journal = await openJournal(source.journals, 'reading');
    const isSound = await run(source, journal);
    await journal.forget();
    return isSound ? 0 : 1;
  } finally {
    await source.close();
  }
}

type AuditSource = Pick<Store, 'all' | 'setAside' | 'journals' | 'close'>;

const openSource = (config: Config, log: Log): Promise<Store> =>
  openStore(config, { now: Date.now, newToken: randomUUID, log });

/** A database is shared; the folder belongs to the running bot, and is read beside it. */
async function sourceOf(config: Config, log: Log): Promise<AuditSource> {
  if (config.databaseUrl !== undefined) return openSource(config, log);
  const aside: SetAside[] = [];
  return {
    all: () => readMappings(config.dataDir, (unusable) => aside.push(unusable)),
    setAside: () => aside,
    journals: createFileJournals(config.dataDir),
    close: async () => undefined,
  };
}

async function runVerify(
  { all: storedMappings, setAside }: AuditSource,
  reader: HistoryReader,
  journal: StoredJournal,
  t: Translate,
): Promise<boolean> {
  const found = await verify({
    storedMappings,
    setAside,
    reader,
    journal,
    now: Date.now,
    onProgress: progress(t),
  });
  const { mappings, events, messages, differences, unread } = found;
  const aside = setAside();
  for (const { file, reason } of aside) print(t('shell.audit.unreadable', { file, reason }));
  if (found.outOfReach > 0) print(t('shell.audit.out-of-reach', { count: found.outOfReach }));
  for (const difference of differences) print(localized(describeDifference(difference), t));
  for (const channel of unread) print(t('shell.audit.unread', { channel }));
  print(t('shell.audit.verified', { mappings, events, messages, differences: differences.length }));
  return differences.length === 0 && unread.length === 0 && aside.length === 0;
}

interface RebuildDeps {
  readonly config: Config;
  readonly store: Store;
  readonly reader: HistoryReader;
  readonly journal: StoredJournal;
  readonly t: Translate;
}

async function runRebuild({ config, store, reader, journal, t }: RebuildDeps): Promise<boolean> {
  for await (const { mapping } of store.all()) throw new Error(notEmpty(config, mapping.hostname, t));
  // They would be lost, or mapped twice.
  for (const { file } of store.setAside()) throw new Error(notEmpty(config, file, t));
  const { messages, horizons } = await readAllChannels({ reader, journal, onProgress: progress(t) });
  const { storedMappings, lost } = rebuildMappings(messages, config.policy);
  const duplicated: string[] = [];
  for (const stored of storedMappings) {
    try {
      await store.create(stored);
    } catch (error) {
      if (!(error instanceof HostnameTaken)) throw error;
      duplicated.push(stored.mapping.hostname);
    }
  }
  for (const hostname of duplicated) print(t('shell.audit.duplicated', { hostname }));
  for (const hostname of lost) print(t('shell.audit.lost', { hostname }));
  const limited = [...horizons].filter(([, { isLimited }]) => isLimited);
  for (const [channel, { oldestAt }] of limited) {
    const hasTime = Number.isFinite(oldestAt);
    const at = hasTime ? isoTime(oldestAt) : '';
    print(t('shell.audit.limited', { channel, hasTime: String(hasTime), at }));
  }
  print(t('shell.audit.rebuilt', { count: storedMappings.length - duplicated.length, lost: lost.length }));
  return lost.length === 0 && duplicated.length === 0 && limited.length === 0;
}

const notEmpty = ({ databaseUrl, dataDir: folder }: Config, hostname: string, t: Translate): string =>
  databaseUrl === undefined
    ? t('shell.audit.not-empty', { folder, hostname })
    : t('shell.audit.database-not-empty', { database: databaseName(databaseUrl), hostname });

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function progress(t: Translate) {
  let reportedAt = 0;
  return ({ threads, of }: { readonly threads: number; readonly of: number }): void => {
    if (Date.now() - reportedAt < PROGRESS_MS && threads < of) return;
    reportedAt = Date.now();
    process.stderr.write(`${localized(`${threads} of ${of} threads read`, t)}\n`);
  };
}

try {
  process.exitCode = await runAudit();
} catch (error) {
  process.exitCode = explainFailure(error, 'audit', 1);
}
