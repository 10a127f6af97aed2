import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startWorld } from '../../../src/sandbox/world.js';
import { readMappings } from '../../../src/store/lowdb/read-folder.js';
import type { StoredMapping } from '../../../src/store/store.js';
import { translatorFor } from '../../support/translator.js';
import { compare, type Differences, isQuiet } from '../support/compare.js';
import { CHANNELS, Load } from './load.js';

/** A bot that is killed while it starts, every few times, and otherwise once it is at work. */
const STARTING_SHARE = 0.25;
const MAX_LIFE_MS = 1_500;
const STARTED_WITHIN_MS = 60_000;
const PATIENCE_MS = 900_000;
const CALM_CHECKS = 3;
const MIN_PROMISED = 5;

/** The bot's script and its arguments. */
export interface Programs {
  readonly killed: readonly string[];
  /** Comes to rest at the end. */
  readonly last: readonly string[];
}

/** Resolves when the bot has lived long enough, if it does not kill itself before. */
export type Life = (bot: ChildProcess) => Promise<unknown>;

async function liveForAMoment(bot: ChildProcess, random: () => number): Promise<void> {
  const isAtWork = random() >= STARTING_SHARE;
  if (isAtWork) await Promise.race([isRunning(bot), sleep(STARTED_WITHIN_MS)]);
  await sleep(random() * MAX_LIFE_MS);
}

const isRunning = ({ stdout }: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('the bot is running')) resolve();
    }),
  );

/** Kills the bot again and again under load, lets it come to rest, and compares what it posted with what it knows. */
export async function run(
  { killed: killedProgram, last: lastProgram }: Programs,
  kills: number,
  random: () => number,
  live: Life = (bot) => liveForAMoment(bot, random),
): Promise<Differences> {
  const world = await startWorld({ ttlS: 1, negativeTtlS: 1, rateScale: 1_000, issuanceDelayMs: 200 });
  for (const id of CHANNELS)
    Object.assign(world.slack.workspace.channels.get(id) ?? {}, { botIsMember: true });
  const dataDir = await mkdtemp(join(tmpdir(), 'chaos-'));
  const env = {
    PATH: process.env['PATH'],
    ...world.environment,
    // Every hostname has a www mapping on its card.
    WWW_POLICY: 'always',
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'info',
  };
  const boot = (program: readonly string[]): ChildProcess => {
    const bot = spawn(process.execPath, [...program], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    bot.stdout.resume();
    return bot;
  };
  try {
    const load = new Load(world, random);
    for (let killed = 0; killed < kills; killed++) {
      const bot = boot(killedProgram);
      const ended = new Promise<number | null>((resolve) => bot.once('exit', resolve));
      await Promise.race([ended, live(bot)]);
      bot.kill('SIGKILL');
      const exitCode = await ended;
      if (exitCode !== null) throw new Error(`the bot ended by itself with the exit code ${exitCode}`);
    }
    const last = boot(lastProgram);
    // However slow the machine is: something has to be there to compare.
    for (let probe = 0; probe < 300 && load.acknowledged < MIN_PROMISED; probe++) await sleep(100);
    await load.stop();
    await atRest(dataDir);
    last.kill('SIGKILL');
    const messages = CHANNELS.flatMap((channel) => world.slack.workspace.messages(channel));
    const target = { ipv4: [world.target.address], ipv6: [], cname: [world.target.host] };
    const translator = translatorFor({ target }, Date.now);
    return compare(await stored(dataDir), messages, load, translator);
  } finally {
    await world.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function stored(dataDir: string): Promise<StoredMapping[]> {
  const storedMappings: StoredMapping[] = [];
  for await (const stored of readMappings(dataDir)) storedMappings.push(stored);
  return storedMappings;
}

/** Nothing pending for some polls in a row. */
async function atRest(dataDir: string): Promise<void> {
  const endsAt = Date.now() + PATIENCE_MS;
  for (let calm = 0; calm < CALM_CHECKS && Date.now() < endsAt; ) {
    await sleep(1_000);
    calm = isQuiet(await stored(dataDir)) ? calm + 1 : 0;
  }
}
