import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWorld } from '../../src/sandbox/world.js';
import { end, residentMiB, run } from './processes.js';
import { fill } from './store.js';

const MAPPINGS = 10_000;
const SETTLED_MS = 15_000;

/** The whole bot's start, and its memory once it has been at work, with 10,000 mappings that wait for checks. */
export async function benchStart(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-start-'));
  const world = await startWorld();
  try {
    const empty = await run('../../src/main.js', {
      ...world.environment,
      DATA_DIR: `${dataDir}-empty`,
      PORT: '0',
    });
    const emptyMiB = await residentMiB(empty);
    await end(empty);
    await fill(dataDir, MAPPINGS);
    const bot = await run('../../src/main.js', { ...world.environment, DATA_DIR: dataDir, PORT: '0' });
    const atStart = await residentMiB(bot);
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
    const later = await residentMiB(bot);
    await end(bot);
    process.stdout.write(
      `start with ${MAPPINGS} mappings: ${(bot.startMs / 1000).toFixed(2)} s (with none ${(empty.startMs / 1000).toFixed(2)} s), ` +
        `${atStart.toFixed(0)} MiB, after ${SETTLED_MS / 1000} s of checks ${later.toFixed(0)} MiB (with none ${emptyMiB.toFixed(0)} MiB)\n`,
    );
  } finally {
    await world.stop();
    await rm(dataDir, { recursive: true, force: true });
    await rm(`${dataDir}-empty`, { recursive: true, force: true });
  }
}
