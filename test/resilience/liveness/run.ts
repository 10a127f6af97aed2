import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { DomainEvent } from '../../../src/core/events/event.js';
import type { Mapping } from '../../../src/core/mapping.js';
import { ChatError, type ChatErrorCode } from '../../../src/core/ports/chat-error.js';
import { closte } from '../../../src/hosting/closte/closte.js';
import type { HostingProvider } from '../../../src/hosting/provider.js';
import { rateLimited } from '../../../src/hosting/rate-limited.js';
import type { CardThread, Chat } from '../../../src/outbox/chat.js';
import { createDispatcher } from '../../../src/outbox/dispatcher.js';
import { createCheckScheduler } from '../../../src/scheduler/check-scheduler.js';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.js';
import { heldEvents } from '../../../src/store/pending.js';
import type { Store, StoredMapping } from '../../../src/store/store.js';
import type { App } from '../../../src/use-cases/ports.js';
import type { Ticker } from '../../../src/util/clock.js';
import type { LaneOptions } from '../../../src/util/concurrency/lane.js';
import { WakeUp } from '../../../src/util/concurrency/wake-up.js';
import { silentLog } from '../../store/temporary.js';
import { newStoredMapping } from '../../store/typical-mapping.js';
import {
  blindDns,
  dnsSeen,
  POLICY,
  right,
  START,
  served,
  sslSeen,
  TARGET,
} from '../../support/observations.js';
import { useCasesOf } from '../../support/use-cases.js';
import { VirtualTime } from '../../support/virtual-time.js';
import { flakyCloste } from '../support/outside.js';
import { scratchFolder } from '../support/scratch.js';
import { followLogs, type LogReading } from './logs.js';
import { HEALTHY, INTERVAL_MS, isLive, Measures, MINUTES, type Result } from './measures.js';

const LOST_MS = 600_000;
const POST_MS = 100;
const HEALTHY_CHANNELS = 20;
export const BAD_CHANNEL = 'C9BAD';
/** Somebody asks for a check of one healthy mapping after the other; what they ask at the end could not be posted in time. */
const ASKED_EVERY_S = 2;
const CALM_S = 60;
/** By then each healthy mapping was checked, or is late. */
const SETTLED_S = 180;
const COMPARED_EVERY_S = 20;

/** What is out of order. */
export interface BadDependency {
  readonly name: string;
  /** Mappings beside the healthy ones. */
  readonly count: number;
  readonly change?: (at: number) => Partial<Mapping>;
  /** How long a check of them takes (ms), at the end of which nothing was seen. */
  readonly probeMs?: number;
  readonly closte?: (provider: HostingProvider, time: VirtualTime) => HostingProvider;
  readonly rest?: (time: VirtualTime) => NonNullable<App['multisite']>['rest'];
  readonly perMinute?: number;
  readonly store?: (store: Store) => Store;
  /** What Slack says to each of their messages. */
  readonly slackSays?: ChatErrorCode;
  readonly logs?: LogReading;
  /** How many calls may be spent on it, if not as many as on most. */
  readonly maxSpent?: number;
}

/** How the bot would be if it were built wrongly. */
export interface Sabotage {
  readonly lanes?: readonly LaneOptions[];
  readonly closte?: (provider: HostingProvider, time: VirtualTime) => HostingProvider;
  readonly store?: (store: Store) => Store;
  readonly chat?: (chat: Chat, time: VirtualTime) => Chat;
  readonly logs?: LogReading;
}

/** Ten virtual minutes of healthy mappings beside what does not work; fewer, as soon as a wrong bot is found out. */
export async function runLiveness(bad: BadDependency, wrongBot?: Sabotage): Promise<Result> {
  const sabotage = wrongBot ?? {};
  const time = new VirtualTime(START);
  const now = () => time.now;
  const clock = { now, monotonic: now };
  const measures = new Measures();
  const dataDir = await scratchFolder('liveness');
  const disk = await openLowdbStore({ dataDir, now, newToken: randomUUID, log: silentLog });
  const wrap = sabotage.store ?? bad.store ?? ((store: Store) => store);
  const store = time.holding(wrap(disk));
  const wakeUps = { checks: new WakeUp(), deliveries: new WakeUp() };
  const useCases = useCasesOf({
    store,
    provider: flakyCloste(() => 'well'),
    apps: appsOf(bad, sabotage, measures, time),
    ...probesOf(bad, measures, time),
    wakeUp: { check: wakeUps.checks.notify, deliver: wakeUps.deliveries.notify },
    policy: { ...POLICY, intervalMs: INTERVAL_MS },
    now,
  });
  const tickers = new Set<() => void>();
  const ticker: Ticker = (work) => {
    tickers.add(work);
    return { cancel: () => void tickers.delete(work) };
  };
  const shared = { store, ticker, clock, random: () => 0.5, log: silentLog };
  const checkScheduler = createCheckScheduler({
    ...shared,
    advance: useCases.advance,
    wakeUp: wakeUps.checks,
    onFailure: async () => undefined,
    ...(sabotage.lanes ? { lanes: sabotage.lanes } : {}),
  });
  const chat = chatOf(bad, measures, time);
  const dispatcher = createDispatcher({
    ...shared,
    chat: sabotage.chat?.(chat, time) ?? chat,
    wakeUp: wakeUps.deliveries,
    sleep: time.sleep,
  });
  const reading = sabotage.logs ?? bad.logs;
  const logs = reading && (await followLogs(reading, { ticker, time, measures }));

  try {
    for (let at = 0; at < bad.count; at++) await disk.create(badMapping(at, bad));
    for (let at = 0; at < HEALTHY; at++) await disk.create(healthyMapping(at));
    checkScheduler.start();
    dispatcher.start();
    for (let second = 0; second < MINUTES * 60; second++) {
      if (second % ASKED_EVERY_S === 0 && second < MINUTES * 60 - CALM_S) {
        const id = `healthy${(second / ASKED_EVERY_S) % HEALTHY}`;
        const actor = { user: `U-${id}`, team: 'T1', channel: 'C0', requestId: `r${second}` };
        await useCases.requestCheck(id, actor);
      }
      for (const tick of tickers) tick();
      await time.pass(1_000);
      if (wrongBot === undefined || second < SETTLED_S || second % COMPARED_EVERY_S !== 0) continue;
      const soFar = measures.result(await healthyEvents(disk), time.now);
      if (!isLive(soFar, bad.maxSpent)) return soFar;
    }
    return measures.result(await healthyEvents(disk), time.now);
  } finally {
    await Promise.race([Promise.all([checkScheduler.stop(), dispatcher.stop()]), time.pass(LOST_MS)]);
    await logs?.stop();
    await disk.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function appsOf(
  bad: BadDependency,
  sabotage: Sabotage,
  measures: Measures,
  time: VirtualTime,
): ReadonlyMap<string, App> {
  const plain = flakyCloste(() => 'well');
  const counted: HostingProvider = {
    ...plain,
    addAlias: async (hostname) => {
      const answer = await plain.addAlias(hostname);
      measures.accepted++;
      return answer;
    },
  };
  const outside = bad.closte?.(counted, time) ?? counted;
  const spending = spent(outside, measures);
  const rateLimit = rateLimited(spending, { perMinute: bad.perMinute ?? 60, steady: () => time.now });
  const app = (name: string): App => ({
    name,
    target: TARGET,
    hosting: closte,
    www: 'never',
    intervalMs: INTERVAL_MS,
    provider: plain,
  });
  const rest = bad.rest?.(time);
  return new Map([
    ['healthy', app('healthy')],
    [
      'bad',
      {
        ...app('bad'),
        provider: sabotage.closte?.(rateLimit, time) ?? rateLimit,
        multisite: rest && { rest: spent(rest, measures) },
      },
    ],
  ]);
}

/** The same port, whose calls are counted. */
const spent = <Port extends object>(port: Port, measures: Measures): Port =>
  new Proxy(port, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        measures.spent++;
        return Reflect.apply(member, target, args);
      };
    },
  });

function probesOf(bad: BadDependency, measures: Measures, time: VirtualTime) {
  return {
    dns: {
      authoritative: async (name: string) => {
        if (!name.startsWith('healthy')) {
          measures.spent++;
          await time.sleep(bad.probeMs ?? 10);
          return blindDns(time.now);
        }
        measures.checked(name, time.now);
        await time.sleep(50);
        return dnsSeen(time.now, [right()]);
      },
      resolvers: async () => [],
      addresses: async () => [],
    },
    tls: { handshake: async () => sslSeen(time.now, served) },
    http: {
      probe: async (queried: string) => ({
        ssl: sslSeen(time.now, served),
        http: { queried, challenge: [], site: [] },
      }),
      front: async () => undefined,
    },
  };
}

/** A Slack that takes a moment for each message. */
function chatOf(bad: BadDependency, measures: Measures, time: VirtualTime): Chat {
  let lastTs = 0;
  async function answer({ mapping }: StoredMapping): Promise<string> {
    const isBad = mapping.app === 'bad';
    if (isBad) measures.spent++;
    await time.sleep(POST_MS);
    if (isBad && bad.slackSays) throw new ChatError(bad.slackSays, `Slack: ${bad.slackSays}`);
    return `${++lastTs}.0`;
  }
  const post = async ({ main }: CardThread, events: readonly DomainEvent[]): Promise<string> => {
    const ts = await answer(main);
    for (const { id } of events) measures.posted(id, time.now);
    return ts;
  };
  return {
    postCard: (thread, event) => post(thread, [event]),
    postReply: post,
    // What needs no reply of its own is on the card.
    updateCard: async ({ main }) => {
      await answer(main);
      for (const { id } of heldEvents(main)) measures.posted(id, time.now);
    },
    postState: async (stored) => void (await answer(stored)),
    pointToCard: async (stored) => void (await answer(stored)),
    find: async () => undefined,
  };
}

export const ACCEPTED: Partial<Mapping> = {
  stage: 'checking-dns',
  alias: { intent: 'add', state: 'accepted', since: START, attempts: 0 },
};

const healthyChannel = (at: number): string => `C${at % HEALTHY_CHANNELS}`;

/** Its card is there; every second one is due in the same moment as those that are out of order. */
function healthyMapping(at: number): Omit<StoredMapping, 'version'> {
  const channel = healthyChannel(at);
  const changes = { app: 'healthy', requestedAt: START, ...ACCEPTED, channel, nextCheckAt: START + at };
  const stored = newStoredMapping(`healthy${at}`, changes);
  return { ...stored, outbox: [], card: { channel, ts: '1.0', shownRevision: 0, notBefore: 0 } };
}

/** Where Slack refuses them, their first event waits: of the message in a healthy channel, of the channel in their own. */
function badMapping(at: number, { change, slackSays }: BadDependency): Omit<StoredMapping, 'version'> {
  const channel = slackSays === 'channel-unusable' ? BAD_CHANNEL : healthyChannel(at);
  const changes = { app: 'bad', requestedAt: START, nextCheckAt: START, channel, ...change?.(at) };
  const stored = newStoredMapping(`bad${at}`, changes);
  return slackSays ? stored : { ...stored, outbox: [] };
}

/** Without the request, which was posted before. */
async function healthyEvents(store: Store) {
  const events: { readonly id: string; readonly at: number }[] = [];
  for await (const stored of store.all())
    if (stored.mapping.app === 'healthy') events.push(...stored.events.slice(1));
  return events;
}
