import { setTimeout as sleep } from 'node:timers/promises';
import type { HostingProvider } from '../../src/hosting/provider.js';
import { rateLimited } from '../../src/hosting/rate-limited.js';
import { type Multisite, MultisiteError } from '../../src/multisite/multisite.js';
import { accepted, type CheckingBot, makeDue, startCheckingBot } from './checking-bot.js';

const HEALTHY = 100;
const ADDITIONS = 1_000;
const PER_MINUTE = 60;
const UNANSWERED = 200;
/** As long as a call to WordPress may take. */
const CALL_MS = 45_000;
const INTERVAL_MS = 10_000;
const ROUNDS = 6;

/** How late a healthy mapping's check is while 1,000 additions wait for one app's turns and a network never answers. */
export async function benchQueued(): Promise<void> {
  const added = { count: 0 };
  const bot = await startCheckingBot((template) => [
    { ...template, name: 'busy', provider: limitedProvider(added) },
    { ...template, name: 'unanswered', multisite: { rest: silentNetwork() } },
  ]);
  try {
    await queue(bot);
    const { lateMs, checks } = await checkHealthy(bot);
    const limit = INTERVAL_MS / 1_000;
    process.stdout.write(
      `healthy checks beside ${ADDITIONS} queued additions and ${UNANSWERED} mappings of a network that never answers: ` +
        `the latest ${(lateMs / 1_000).toFixed(2)} s late (limit ${limit} s, one interval), ${checks} checks, ${added.count} additions made\n`,
    );
    if (lateMs > INTERVAL_MS) process.exitCode = 1;
  } finally {
    await bot.stop();
  }
}

async function queue({ store }: CheckingBot): Promise<void> {
  const now = Date.now();
  const siteLink = { siteId: 7, state: 'requested', attempts: 0, notBefore: now } as const;
  const alias = { intent: 'add', state: 'requested', since: now, attempts: 0 } as const;
  const drafts = [
    ...Array.from({ length: ADDITIONS }, (_, at) =>
      accepted(`a${at}`, `shop.added-${at}.com`, { app: 'busy', stage: 'adding', alias, nextCheckAt: now }),
    ),
    ...Array.from({ length: UNANSWERED }, (_, at) =>
      accepted(`n${at}`, `shop.silent-${at}.com`, { app: 'unanswered', siteLink, nextCheckAt: now }),
    ),
    ...Array.from({ length: HEALTHY }, (_, at) => accepted(`h${at}`, `shop.healthy-${at}.com`)),
  ];
  await Promise.all(drafts.map((draft) => store.create(draft)));
}

/** All healthy ones are due once in an interval. */
async function checkHealthy(bot: CheckingBot): Promise<{ lateMs: number; checks: number }> {
  const dueAt = new Map<string, number>();
  const late: number[] = [];
  bot.onAdvance = (id) => {
    const at = dueAt.get(id);
    if (at !== undefined) late.push(Date.now() - at);
    dueAt.delete(id);
  };
  for (let round = 0; round < ROUNDS; round++) {
    const endsAt = Date.now() + INTERVAL_MS;
    await Promise.all(
      Array.from({ length: HEALTHY }, async (_, at) => {
        const id = `h${at}`;
        if (dueAt.has(id)) return;
        const now = Date.now();
        dueAt.set(id, now);
        await makeDue(bot.store, id, now);
      }),
    );
    await sleep(Math.max(0, endsAt - Date.now()));
  }
  const waiting = [...dueAt.values()].map((at) => Date.now() - at);
  return { lateMs: Math.max(0, ...late, ...waiting), checks: late.length };
}

function limitedProvider(added: { count: number }): HostingProvider {
  const provider: HostingProvider = {
    addAlias: async () => {
      added.count++;
      return 'added';
    },
    removeAlias: async () => 'removed',
    listAliases: async () => [],
    testConnection: async () => undefined,
  };
  return rateLimited(provider, { perMinute: PER_MINUTE, steady: () => performance.now() });
}

const silentNetwork = (): Multisite =>
  new Proxy({} as Multisite, {
    get: () => async () => {
      await sleep(CALL_MS, undefined, { ref: false });
      throw new MultisiteError('timed-out', 'no answer');
    },
  });
