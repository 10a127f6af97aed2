import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openStore } from '../app/open-store.js';
import { describeDifference } from '../audit/diff-history.js';
import type { HistoryReader } from '../audit/history-reader.js';
import { openJournal, type StoredJournal } from '../audit/journal.js';
import { rebuildMappings } from '../audit/rebuild.js';
import { readAllChannels, verify } from '../audit/verify.js';
import { type Config, ConfigError, describeProblems, loadConfig } from '../config/config.js';
import { loadDotEnv } from '../config/dot-env.js';
import { isoTime } from '../core/instant.js';
import { boltLogger, createClients } from '../slack/connection/clients.js';
import { identify } from '../slack/connection/connection.js';
import { createHistoryReader } from '../slack/outbound/history-reader.js';
import { createFileJournals } from '../store/lowdb/journals.js';
import { readMappings } from '../store/lowdb/read-folder.js';
import { databaseName } from '../store/postgres/probe-database.js';
import { HostnameTaken, type SetAside, type Store } from '../store/store.js';
import { createHttpDispatcher } from '../util/http-client.js';
import { createLog, type Log, redact } from '../util/log.js';
import { version } from '../util/version.js';

const AUDIT_USAGE = `Usage: npm run audit -- verify    compare the channels with the store, both ways
       npm run audit -- rebuild   rebuild the store from the channels after DATA_DIR was lost
`;
const PROGRESS_MS = 5_000;
const pause = (ms: number): Promise<void> => sleep(ms);

/** `npm run audit`: exits with 0 when all is well, 1 when something differs or failed. */
async function runAudit(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean' }, version: { type: 'boolean' } },
  });
  if (values.help || values.version) {
    process.stdout.write(values.help ? AUDIT_USAGE : `${version}\n`);
    return 0;
  }
  const [what] = positionals;
  if (what !== 'verify' && what !== 'rebuild') {
    process.stderr.write(AUDIT_USAGE);
    return 1;
  }
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
    ? audited(await sourceOf(config, log), (source, journal) => runVerify(source, reader, journal))
    : audited(await openSource(config, log), (store, journal) => runRebuild(config, store, reader, journal));
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
): Promise<boolean> {
  const found = await verify({
    storedMappings,
    setAside,
    reader,
    journal,
    now: Date.now,
    onProgress: progress(),
  });
  const { mappings, events, messages, differences, unread } = found;
  const aside = setAside();
  for (const { file, reason } of aside) process.stdout.write(`${file} can’t be read: ${reason}\n`);
  if (found.outOfReach > 0)
    process.stdout.write(
      `${found.outOfReach} events are out of reach: Slack no longer shows their messages (the plan’s or a retention policy’s limit)\n`,
    );
  for (const difference of differences) process.stdout.write(`${describeDifference(difference)}\n`);
  for (const channel of unread)
    process.stdout.write(`channel ${channel} could not be read: invite the bot to it\n`);
  process.stdout.write(
    `${mappings} mappings, ${events} events, ${messages} messages: ${differences.length} differences\n`,
  );
  return differences.length === 0 && unread.length === 0 && aside.length === 0;
}

async function runRebuild(
  config: Config,
  store: Store,
  reader: HistoryReader,
  journal: StoredJournal,
): Promise<boolean> {
  for await (const { mapping } of store.all()) throw new Error(notEmpty(config, mapping.hostname));
  const { messages, horizons } = await readAllChannels({ reader, journal, onProgress: progress() });
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
  for (const hostname of duplicated)
    process.stdout.write(
      `${hostname}: two mappings of it are live in the channels; the later one was left out\n`,
    );
  for (const hostname of lost)
    process.stdout.write(`${hostname}: its card was deleted, so it can’t be rebuilt; map it again\n`);
  const limited = [...horizons].filter(([, { isLimited }]) => isLimited);
  for (const [channel, { oldestAt }] of limited)
    process.stdout.write(
      `channel ${channel}: Slack hides what is older than ${Number.isFinite(oldestAt) ? isoTime(oldestAt) : 'its plan shows'}; mappings from before are out of reach\n`,
    );
  process.stdout.write(
    `${storedMappings.length - duplicated.length} mappings rebuilt, ${lost.length} lost\n`,
  );
  return lost.length === 0 && duplicated.length === 0 && limited.length === 0;
}

const notEmpty = ({ databaseUrl, dataDir }: Config, hostname: string): string =>
  databaseUrl === undefined
    ? `DATA_DIR (${dataDir}) still has mappings, such as ${hostname}. Move its “mappings” folder away first: it would be mixed with what the channels say.`
    : `The database (${databaseName(databaseUrl)}) still has mappings, such as ${hostname}. Name an empty database first: it would be mixed with what the channels say.`;

function progress() {
  let reportedAt = 0;
  return ({ threads, of }: { readonly threads: number; readonly of: number }): void => {
    if (Date.now() - reportedAt < PROGRESS_MS && threads < of) return;
    reportedAt = Date.now();
    process.stderr.write(`${threads} of ${of} threads read\n`);
  };
}

try {
  process.exitCode = await runAudit();
} catch (error) {
  const text =
    error instanceof ConfigError
      ? describeProblems(error)
      : error instanceof Error
        ? error.message
        : String(error);
  process.stderr.write(`${redact(text, [])}\n`);
  process.exitCode = 1;
}
