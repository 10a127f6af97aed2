import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Chat } from '../../../src/outbox/chat.js';
import { createDispatcher } from '../../../src/outbox/dispatcher.js';
import type { Fault } from '../../../src/sandbox/slack/delivery/faults.js';
import { startSlack } from '../../../src/sandbox/slack/server.js';
import { TEAM } from '../../../src/sandbox/slack/workspace.js';
import { createCheckScheduler } from '../../../src/scheduler/check-scheduler.js';
import { boltLogger, createClients } from '../../../src/slack/connection/clients.js';
import { createSlackChat } from '../../../src/slack/outbound/posts/chat.js';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.js';
import type { Store, StoredMapping } from '../../../src/store/store.js';
import type { Ticker } from '../../../src/util/clock.js';
import { WakeUp } from '../../../src/util/concurrency/wake-up.js';
import { silentLog } from '../../store/temporary.js';
import { POLICY, START } from '../../support/observations.js';
import { chatViews, translatorFor } from '../../support/translator.js';
import { useCasesOf } from '../../support/use-cases.js';
import { VirtualTime } from '../../support/virtual-time.js';
import { compare, type Differences, isQuiet } from '../support/compare.js';
import { flakyCloste, flakyProbes, flakyStore, type OutsideFault } from '../support/outside.js';
import { scratchFolder } from '../support/scratch.js';

/** What is out of order, as a function of how long the run has lasted (ms). */
export interface Outage {
  readonly name: string;
  readonly slack?: (sinceMs: number, random: () => number) => Fault | undefined;
  readonly closte?: (sinceMs: number, random: () => number) => ReturnType<OutsideFault>;
  readonly dns?: (sinceMs: number, random: () => number) => ReturnType<OutsideFault>;
  readonly disk?: (sinceMs: number, random: () => number) => ReturnType<OutsideFault>;
  readonly diskError?: 'ENOSPC' | 'EROFS';
}

/** What was written so far: reading thousands of records again and again would take most of a run. */
class Progress {
  readonly #counts = new Map<string, number>();
  readonly #waiting = new Set<string>();
  events = 0;

  get isQuiet(): boolean {
    return this.#waiting.size === 0;
  }

  of(store: Store): Store {
    return {
      ...store,
      create: async (draft) => this.#note(await store.create(draft)),
      save: async (stored) => this.#note(await store.save(stored)),
      markPosted: async (id, ...message) => {
        const part = await store.markPosted(id, ...message);
        const stored = await store.load(id);
        if (stored) this.#note(stored);
        return part;
      },
    };
  }

  #note(stored: StoredMapping): StoredMapping {
    const { id } = stored.mapping;
    this.events += stored.events.length - (this.#counts.get(id) ?? 0);
    this.#counts.set(id, stored.events.length);
    if (isQuiet([stored])) this.#waiting.delete(id);
    else this.#waiting.add(id);
    return stored;
  }
}

const CHANNELS = ['C01DOMAINS', 'C02GENERAL', 'C03OPS'];
const PEOPLE = ['U01ALICE', 'U02BOB'];
const HOUR_MS = 3_600_000;
const MIN_MS = 2 * HOUR_MS;
const MAX_CALM_MS = 60 * HOUR_MS;
const INTERVAL_MS = 60_000;
const policy = { ...POLICY, intervalMs: INTERVAL_MS };

/** Lives through an outage in virtual time, with a real store and a Slack over HTTP, until `events` happened; then all is well, and it comes to rest. */
export async function runOutage(
  outage: Outage,
  events: number,
  random: () => number,
  change: (chat: Chat) => Chat = (chat) => chat,
): Promise<Differences & { readonly hours: number }> {
  const time = new VirtualTime(START);
  const now = () => time.now;
  let isOver = false;
  const since = () => time.now - START;
  const faultOf =
    (part: Outage['closte']): OutsideFault =>
    () =>
      isOver ? 'well' : (part?.(since(), random) ?? 'well');

  const slack = await startSlack({
    botToken: 'xoxb-outage',
    appToken: 'xapp-outage',
    signingSecret: 'outage',
    now,
    // Slack's own limits, in virtual time.
    rateScale: 1,
  });
  for (const id of CHANNELS) Object.assign(slack.workspace.channels.get(id) ?? {}, { botIsMember: true });
  slack.faults.take = () => (isOver ? undefined : outage.slack?.(since(), random));
  const dataDir = await scratchFolder('outage');
  const disk = await openLowdbStore({ dataDir, now, monotonic: now, newToken: randomUUID, log: silentLog });
  const progress = new Progress();
  const store = time.holding(
    flakyStore(progress.of(disk), faultOf(outage.disk), outage.diskError ?? 'ENOSPC'),
  );

  const tickers = new Set<() => void>();
  const ticker: Ticker = (work) => {
    tickers.add(work);
    return { cancel: () => void tickers.delete(work) };
  };
  const { background: client } = createClients({
    botToken: 'xoxb-outage',
    apiUrl: slack.apiUrl,
    logger: boltLogger(silentLog),
  });
  const translator = translatorFor();
  const wakeUps = { checks: new WakeUp(), deliveries: new WakeUp() };
  const dispatcher = createDispatcher({
    store,
    wakeUp: wakeUps.deliveries,
    chat: time.holding(
      change(
        createSlackChat({
          client,
          ...chatViews(translator),
          log: silentLog,
        }),
      ),
    ),
    ticker,
    clock: { now, monotonic: now },
    random,
    sleep: time.sleep,
    log: silentLog,
  });
  const right = new Set<string>();
  const useCases = time.holding(
    useCasesOf({
      store,
      provider: flakyCloste(faultOf(outage.closte)),
      ...flakyProbes(faultOf(outage.dns), (name) => right.has(name)),
      wakeUp: { check: wakeUps.checks.notify, deliver: wakeUps.deliveries.notify },
      policy,
      now,
      random,
    }),
  );
  const checkScheduler = createCheckScheduler({
    store,
    advance: useCases.advance,
    wakeUp: wakeUps.checks,
    clock: { now, monotonic: now },
    random,
    onFailure: async () => undefined,
    ticker,
    log: silentLog,
  });
  checkScheduler.start();
  dispatcher.start();

  const promised = new Set<string>();
  let asked = 0;
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  /** Somebody does something; what the bot refuses for a fault of its own is no promise. */
  async function act(): Promise<void> {
    const actor = {
      user: pick(PEOPLE) ?? '',
      team: TEAM.id,
      channel: pick(CHANNELS) ?? '',
      requestId: `d${++asked}`,
    };
    const dice = random();
    const known = pick([...promised]);
    try {
      if (dice < 0.4 || known === undefined) {
        const hostname = `h${asked}.example.com`;
        if (random() < 0.7) right.add(hostname);
        await useCases.map({ hostname }, actor);
        promised.add(hostname);
        return;
      }
      const { mapping } = await useCases.find(known, 'view', actor);
      if (dice < 0.85) await useCases.requestCheck(mapping.id, actor);
      else await useCases.unmap(mapping.id, actor);
    } catch {
      // The person saw why.
    }
  }
  const storedMappings = async (): Promise<StoredMapping[]> => {
    const all: StoredMapping[] = [];
    for await (const stored of disk.all()) all.push(stored);
    return all;
  };
  async function second(): Promise<void> {
    for (const tick of tickers) tick();
    await time.pass(1_000);
  }

  // Before, during and after what goes wrong.
  const actsPerSecond = Math.min(0.4, (events * 1_000) / MIN_MS);
  try {
    while (progress.events < events || since() < MIN_MS) {
      if (random() < actsPerSecond) await act();
      await second();
    }
    isOver = true;
    const calmFrom = time.now;
    for (let at = 1; time.now - calmFrom < MAX_CALM_MS; at++) {
      await second();
      if (at % 120 === 0 && progress.isQuiet) break;
    }
    const messages = CHANNELS.flatMap((channel) => slack.workspace.messages(channel));
    const hours = Math.round((since() / HOUR_MS) * 10) / 10;
    return {
      ...compare(await storedMappings(), messages, { promised: () => promised, read: () => [] }, translator),
      hours,
    };
  } finally {
    await checkScheduler.stop();
    await Promise.race([dispatcher.stop(), time.pass(HOUR_MS)]);
    await slack.stop();
    await disk.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
