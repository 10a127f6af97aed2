import { mkdtemp, rm } from 'node:fs/promises';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startBot } from '../../src/app/create-bot.js';
import { loadConfig } from '../../src/config/config.js';
import { startWorld } from '../../src/sandbox/world.js';
import { createLog } from '../../src/util/log.js';

const RUNS = 5;
const POLL_MS = 50;
/** Long enough for everything that runs each second. */
const IDLE_MS = 3_000;
/** What a command leaves to be done is over by then. */
const SETTLED_MS = 3_000;
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LOCALE = 'src/locale (the catalogue)';

/**
 * Prints the product's files of which something runs between `/domain map HOSTNAME` and its card, each time, that doesn't
 * run without it; the catalogue counts as one. Checks are held back, because they begin beside the card, not before it.
 */
export async function benchJourney(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-journey-'));
  const world = await startWorld({ rateScale: 1e6 });
  let cardPosted = () => {};
  const bot = await startBot(loadConfig({ ...world.environment, DATA_DIR: dataDir, PORT: '0' }), {
    log: createLog({ level: 'error', secrets: [], destination: process.stderr }),
    overrides: { lanes: [] },
    wrap: {
      chat: (chat) => ({
        ...chat,
        postCard: async (...args) => {
          const ts = await chat.postCard(...args);
          cardPosted();
          return ts;
        },
      }),
    },
  });
  const session = new Session();
  session.connect();
  try {
    while (world.slack.sockets.count === 0) await sleep(POLL_MS);
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    const take = async () => functionsIn((await session.post('Profiler.takePreciseCoverage')).result);
    const runs: ReadonlySet<string>[] = [];
    for (let run = 0; run <= RUNS; run++) {
      await take();
      const card = new Promise<void>((resolve) => {
        cardPosted = resolve;
      });
      const text = `/domain map shop${run}.example.com`;
      await world.slack.people.command({ user: 'U01ALICE', channel: 'C01DOMAINS', text });
      await card;
      const executed = await take();
      // The first run fills caches.
      if (run > 0) runs.push(executed);
    }
    await sleep(SETTLED_MS);
    await take();
    await sleep(IDLE_MS);
    const idle = await take();
    const [first = new Set<string>(), ...others] = runs;
    const always = [...first].filter((each) => !idle.has(each) && others.every((run) => run.has(each)));
    const files = [...new Set(always.map(fileOf))].sort();
    const title = `${files.length} files from the payload of /domain map to its card`;
    process.stdout.write(`${[title, ...files].join('\n  ')}\n`);
  } finally {
    session.disconnect();
    await bot.stop();
    await world.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Covered {
  readonly url: string;
  readonly functions: readonly {
    readonly functionName: string;
    readonly ranges: readonly { readonly startOffset: number; readonly count: number }[];
  }[];
}

/** The product's functions that were called, each as its file and name. */
function functionsIn(scripts: readonly Covered[]): ReadonlySet<string> {
  const called = scripts.flatMap(({ url, functions }) => {
    const file = url.startsWith(`file://${ROOT}`) ? fileURLToPath(url).slice(ROOT.length) : '';
    if (!/^(src|commands)\//.test(file) || file.startsWith('src/sandbox/')) return [];
    return functions
      .filter(({ ranges: [whole] }) => whole && whole.count > 0)
      .map(({ functionName, ranges: [whole] }) => `${file} ${functionName} ${whole?.startOffset}`);
  });
  return new Set(called);
}

function fileOf(executed: string): string {
  const [file = ''] = executed.split(' ');
  return file.startsWith('src/locale/') ? LOCALE : file.replace(/\.js$/, '.ts');
}
