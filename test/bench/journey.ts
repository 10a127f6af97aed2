import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBot } from '../../src/app/create-bot.js';
import { loadConfig } from '../../src/config/config.js';
import { startWorld } from '../../src/sandbox/world.js';
import { createLog } from '../../src/util/log.js';
import { startCoverage } from './journey-coverage.js';
import { createPath } from './journey-path.js';

const ALICE = 'U01ALICE';
const BOB = 'U02BOB';
const RUNS = 5;
const POLL_MS = 50;
/** Long enough for everything that runs each second. */
const IDLE_MS = 3_000;
/** What a command leaves to be done is over by then. */
const SETTLED_MS = 3_000;

/**
 * Prints the product's files between `/domain map HOSTNAME` and its card, counted twice.
 *
 * The path: the files on the call stack whenever a step is taken, at the first command of a person whom the running bot
 * doesn't know. A reader who follows the command from payload to card opens these.
 *
 * In all: every file of which something runs each time that doesn't run without a command, down to the smallest helper and
 * what begins beside the card. The catalogue counts as one file, and so do the general tools. Checks are held back.
 */
export async function benchJourney(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-journey-'));
  const world = await startWorld({ rateScale: 1e6 });
  const path = createPath();
  let cardPosted = () => {};
  const operators = { DOMAIN_OPERATORS: 'S01OPERATORS' };
  const config = loadConfig({ ...world.environment, ...operators, DATA_DIR: dataDir, PORT: '0' });
  const bot = await startBot(config, {
    log: createLog({ level: 'error', secrets: [], destination: process.stderr }),
    overrides: { lanes: [] },
    wrap: {
      store: path.watchStore,
      chat: (chat) => ({
        ...chat,
        postCard: async (thread, ...args) => {
          const ts = await chat.postCard(path.watchThread(thread), ...args);
          path.end();
          cardPosted();
          return ts;
        },
      }),
    },
  });
  const mapped = async (hostname: string) => {
    const card = new Promise<void>((resolve) => {
      cardPosted = resolve;
    });
    const text = `/domain map ${hostname}`;
    await world.slack.people.command({ user: BOB, channel: 'C01DOMAINS', text });
    await card;
  };
  const coverage = await startCoverage();
  try {
    while (world.slack.sockets.count === 0) await sleep(POLL_MS);
    // The first command of the day is noted.
    await world.slack.people.command({ user: ALICE, channel: 'C01DOMAINS', text: '/domain help' });
    await sleep(SETTLED_MS);
    path.begin();
    await mapped('first.example.com');
    print('on the path from the payload of /domain map to its card', path.files());
    const runs: ReadonlySet<string>[] = [];
    for (let run = 0; run < RUNS; run++) {
      await coverage.take();
      await mapped(`shop${run}.example.com`);
      runs.push(await coverage.take());
    }
    await sleep(SETTLED_MS);
    await coverage.take();
    await sleep(IDLE_MS);
    print('in all, of which something runs', coverage.filesIn(runs, await coverage.take()));
  } finally {
    coverage.stop();
    await bot.stop();
    await world.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const print = (what: string, files: readonly string[]) =>
  process.stdout.write(`${[`${files.length} files ${what}`, ...files].join('\n  ')}\n`);
