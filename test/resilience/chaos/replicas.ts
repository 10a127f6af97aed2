import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorld } from '../../../src/sandbox/world.js';
import { openDatabasePlace } from '../../../src/store/copy/database-place.js';
import { connectDatabase } from '../../../src/store/postgres/connection/connection.js';
import { createDecoder } from '../../../src/store/postgres/records/decoder.js';
import { createQueries } from '../../../src/store/postgres/records/queries.js';
import type { StoredMapping } from '../../../src/store/store.js';
import { startPostgres } from '../../support/postgres-server.js';
import { translatorFor } from '../../support/translator.js';
import { compare, type Differences, isQuiet } from '../support/compare.js';
import { cuttableLink } from './cuttable-link.js';
import { CHANNELS, Load } from './load.js';

const REPLICA_PAUSE_MS = 500;
const BETWEEN_FAULTS_MS = 2_500;
/** Some cuts are longer than a replica counts as alive. */
const MAX_CUT_MS = 15_000;
const CUT_SHARE = 0.15;
const RESTART_SHARE = 0.05;
const REST_WITHIN_MS = 600_000;
const POLLS_AT_REST = 3;
const SOME_PROMISED = 5;
const DEATHS_WITHIN_MS = 300_000;
const KILLED_AGAIN_MS = 3_000;

/** A script with its arguments for each replica. */
export type ReplicaPrograms = readonly (readonly string[])[];

/** A supervisor's work: starts a replica again whenever it ended. */
function keepRunning(program: readonly string[], env: NodeJS.ProcessEnv) {
  let isOver = false;
  let ownDeaths = 0;
  let bot: ChildProcess | undefined;
  const running = (async () => {
    while (!isOver) {
      const started = spawn(process.execPath, [...program], { env, stdio: 'ignore' });
      bot = started;
      await new Promise((resolve) => started.once('exit', resolve));
      if (!started.killed) ownDeaths++;
      if (!isOver) await sleep(REPLICA_PAUSE_MS);
    }
  })();
  return {
    /** How often it ended by itself, as at a crash point. */
    ownDeaths: () => ownDeaths,
    kill: () => bot?.kill('SIGKILL'),
    stop: async () => {
      isOver = true;
      bot?.kill('SIGKILL');
      await running;
    },
  };
}

/**
 * Replicas on one database are killed, cut off from it, and the database crashes, `faults` times at random and under
 * load; then they come to rest, and what they posted is compared with the database. `ownDeaths`: how often the
 * first replica has to end by itself before that, for a program that dies at a crash point.
 */
export async function runReplicas(
  programs: ReplicaPrograms,
  faults: number,
  random: () => number,
  ownDeaths = 0,
): Promise<Differences> {
  const server = await startPostgres();
  const world = await startWorld({ ttlS: 1, negativeTtlS: 1, rateScale: 1_000, issuanceDelayMs: 200 });
  for (const id of CHANNELS)
    Object.assign(world.slack.workspace.channels.get(id) ?? {}, { botIsMember: true });
  const folder = await mkdtemp(join(tmpdir(), 'chaos-replicas-'));
  const links = await Promise.all(programs.map(() => cuttableLink(server.port)));
  const url = await server.createDatabase('chaos');
  // The schema is there before anybody counts.
  await (await openDatabasePlace(url, { log: silent, isSource: false })).close();
  const replicas = programs.map((program, at) =>
    keepRunning(program, {
      PATH: process.env['PATH'],
      ...world.environment,
      WWW_POLICY: 'always',
      DATA_DIR: join(folder, String(at)),
      DATABASE_URL: url.replace(String(server.port), String(links[at]?.port)),
      PORT: '0',
      LOG_LEVEL: 'warn',
    }),
  );
  const one = () => Math.floor(random() * programs.length);
  async function fault(): Promise<void> {
    const dice = random();
    if (dice < RESTART_SHARE) {
      await server.halt('immediate');
      await server.start();
    } else if (dice < RESTART_SHARE + CUT_SHARE) links[one()]?.cut(random() * MAX_CUT_MS);
    else replicas[one()]?.kill();
  }
  try {
    const load = new Load(world, random);
    for (let count = 0; count < faults; count++) {
      await sleep(random() * BETWEEN_FAULTS_MS);
      await fault();
    }
    const diesUntil = Date.now() + DEATHS_WITHIN_MS;
    // The others would keep the channels to themselves.
    while ((replicas[0]?.ownDeaths() ?? 0) < ownDeaths && Date.now() < diesUntil) {
      for (const other of replicas.slice(1)) other.kill();
      await sleep(KILLED_AGAIN_MS);
    }
    for (let round = 0; round < 600 && load.acknowledged < SOME_PROMISED; round++) await sleep(100);
    await load.stop();
    const stored = await recordsAtRest(url);
    for (const replica of replicas) await replica.stop();
    const messages = CHANNELS.flatMap((channel) => world.slack.workspace.messages(channel));
    const target = { ipv4: [world.target.address], ipv6: [], cname: [world.target.host] };
    return compare(stored, messages, load, translatorFor({ target }, Date.now));
  } finally {
    await Promise.all(replicas.map((replica) => replica.stop()));
    await Promise.all(links.map((link) => link.close()));
    await world.stop();
    await server.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Nothing pending for some polls in a row. */
async function recordsAtRest(url: string): Promise<StoredMapping[]> {
  const database = connectDatabase({ url, log: silent });
  const { all } = createQueries(
    database,
    createDecoder(() => undefined),
    false,
  );
  try {
    const endsAt = Date.now() + REST_WITHIN_MS;
    for (let quiet = 0; ; ) {
      await sleep(1_000);
      const stored: StoredMapping[] = [];
      for await (const each of all()) stored.push(each);
      quiet = isQuiet(stored) ? quiet + 1 : 0;
      if (quiet >= POLLS_AT_REST || Date.now() > endsAt) return stored;
    }
  } finally {
    await database.close();
  }
}
