import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chat } from '../../src/outbox/chat.js';
import { createDispatcher } from '../../src/outbox/dispatcher.js';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.js';
import { systemClock } from '../../src/util/clock.js';
import { WakeUp } from '../../src/util/concurrency/wake-up.js';
import { silentLog } from '../store/temporary.js';
import { typicalMapping } from '../store/typical-mapping.js';
import type { Row } from './rows.js';

const CHANNELS = 3_000;
/** Replies that wait in each channel. */
const REPLIES = 6;
const CHANNEL_TURN_MS = 1_100;
/** The first replies go out all at once, through code that isn't compiled yet; it takes two turns to spread them. */
const WARM_UP_TURNS = 3;
/** Whole ones: replies of a turn go out in bursts, so that a stretch of time would hold one burst more or less. */
const MEASURED_TURNS = 3;

/** How many replies a second go to a Slack that answers at once, beside what its limit of a message in 1.1 s allows. */
export async function benchDispatcher(): Promise<readonly Row[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-dispatcher-'));
  try {
    await fillChannels(dataDir, CHANNELS);
    const { rate, cpuMs } = await replyRate(dataDir);
    const limit = CHANNELS / (CHANNEL_TURN_MS / 1_000);
    return [
      {
        what: `replies in ${CHANNELS} channels, ${cpuMs.toFixed(2)} ms of CPU each`,
        figure: `${rate.toFixed(0)}/s`,
        limit: `a message a channel in ${CHANNEL_TURN_MS / 1_000} s: ${limit.toFixed(0)}/s`,
        ratio: rate / limit,
        aim: { atLeast: 0.95 },
      },
    ];
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Typical mappings with a card and one event to tell. */
async function fillChannels(dataDir: string, channels: number): Promise<void> {
  const store = await openLowdbStore({ dataDir, ...systemClock, newToken: randomUUID, log: silentLog });
  const draft = typicalMapping('m0');
  const [event] = draft.events.filter(({ type }) => type === 'dns.published');
  if (!event) throw new Error('nothing to tell');
  await store.create({
    ...draft,
    mapping: { ...draft.mapping, nextCheckAt: undefined },
    outbox: [{ event: event.id, attempts: 0, notBefore: 0 }],
    card: { channel: 'C0123456789', ts: '1.0', shownRevision: draft.mapping.revision, notBefore: 0 },
  });
  await store.close();
  const folder = join(dataDir, 'mappings');
  const [name = ''] = await readdir(folder);
  const text = readFileSync(join(folder, name), 'utf8');
  for (let at = 1; at < channels * REPLIES; at += 1) {
    const changed = text.replaceAll(/\bm0\b/g, `m${at}`).replaceAll('C0123456789', `C${at % channels}`);
    writeFileSync(join(folder, `m${at}.example.com.m${at}.json`), changed);
  }
}

/** Replies a second, and what one costs this process. */
async function replyRate(dataDir: string): Promise<{ rate: number; cpuMs: number }> {
  const store = await openLowdbStore({ dataDir, ...systemClock, newToken: randomUUID, log: silentLog });
  const replies = new Replies();
  const chat = {
    postReply: async () => replies.add(),
    updateCard: async () => undefined,
    find: async () => undefined,
  } as unknown as Chat;
  const dispatcher = createDispatcher({
    store,
    chat,
    wakeUp: new WakeUp(),
    ticker: (work) => {
      const timer = setInterval(work, 1_000);
      return { cancel: () => clearInterval(timer) };
    },
    clock: systemClock,
    random: Math.random,
    sleep,
    log: silentLog,
  });
  const warm = replies.reach(CHANNELS * WARM_UP_TURNS);
  const measured = replies.reach(CHANNELS * (WARM_UP_TURNS + MEASURED_TURNS));
  dispatcher.start();
  try {
    await warm;
    const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
    await measured;
    const { user, system } = process.cpuUsage(cpu);
    const count = CHANNELS * MEASURED_TURNS;
    return {
      rate: count / ((performance.now() - startedAt) / 1_000),
      cpuMs: (user + system) / 1_000 / count,
    };
  } finally {
    await dispatcher.stop();
    await store.close();
  }
}

/** Counts replies, and tells when there are so many. */
class Replies {
  readonly #awaited = new Map<number, () => void>();
  #count = 0;

  add(): string {
    this.#count += 1;
    this.#awaited.get(this.#count)?.();
    return `${this.#count}.0`;
  }

  reach(count: number): Promise<void> {
    return new Promise((resolve) => this.#awaited.set(count, resolve));
  }
}
