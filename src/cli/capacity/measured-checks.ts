import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Claim, Store } from '../../store/store.js';
import type { MappingProbe } from '../../use-cases/shared/probe-mapping.js';
import type { StandIns } from './stand-ins.js';
import type { AtRate } from './verdict.js';

const CLAIMED_AT_ONCE = 16;
const LEASE_MS = 60_000;
/** More at once than the bot runs would measure a queue. */
const MAX_UNDER_WAY = 32;
/** With the usual interval, one of so many checks of a Ready mapping asks for everything. */
const FULL_EVERY = 12;
const NANOS_PER_MS = 1e6;

export interface CheckWork {
  readonly store: Store;
  /** From `claimsOf`. */
  readonly claims: AsyncGenerator<Claim>;
  readonly probe: MappingProbe | undefined;
  readonly target: StandIns['target'] | undefined;
}

/** One check, as the worker makes it: claimed, read, probed from outside, saved, and released. */
async function checkOnce({ store, probe, target }: CheckWork, claim: Claim, isFull: boolean): Promise<void> {
  const stored = await store.load(claim.mapping);
  if (!stored) return;
  const { mapping } = stored;
  const seen = probe && target ? await probe(mapping, { target }, isFull) : undefined;
  await store.save({
    ...stored,
    mapping: {
      ...mapping,
      dns: { ...mapping.dns, ...(seen ? { observation: seen.dns } : {}) },
      ssl: { ...mapping.ssl, ...(seen?.ssl ? { observation: seen.ssl } : {}) },
      ...(seen?.http ? { http: seen.http } : {}),
      nextCheckAt: Date.now(),
    },
  });
  await store.release(claim);
}

/** Claims the next ones, all of them due. */
export async function* claimsOf(store: Store): AsyncGenerator<Claim> {
  for (;;) {
    const claimed = await store.claimChecks(Date.now() + LEASE_MS, CLAIMED_AT_ONCE, LEASE_MS);
    yield* claimed;
    if (claimed.length === 0) await sleep(1);
  }
}

const cpuMs = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};

/** As many checks as fit into this many seconds. */
export async function checksAtOnce(work: CheckWork, seconds: number): Promise<{ checkCpuMs: number }> {
  let done = 0;
  const endsAt = performance.now() + seconds * 1_000;
  const before = process.cpuUsage();
  const worker = async () => {
    while (performance.now() < endsAt) {
      const { value: claim } = await work.claims.next();
      if (!claim) return;
      await checkOnce(work, claim, done++ % FULL_EVERY === 0);
    }
  };
  await Promise.all(Array.from({ length: CLAIMED_AT_ONCE }, worker));
  return { checkCpuMs: cpuMs(before) / Math.max(done, 1) };
}

/** Checks at a steady rate, as they become due. */
export async function checksAtRate(work: CheckWork, checksPerS: number, seconds: number): Promise<AtRate> {
  const loop = monitorEventLoopDelay({ resolution: 10 });
  const underWay = new Set<Promise<void>>();
  const count = Math.max(1, Math.round(checksPerS * seconds));
  let lateMs = 0;
  const before = process.cpuUsage();
  const startedAt = performance.now();
  loop.enable();
  for (let at = 0; at < count; at++) {
    const dueAt = startedAt + (at * 1_000) / checksPerS;
    const waitMs = dueAt - performance.now();
    if (waitMs >= 1) await sleep(waitMs);
    const { value: claim } = await work.claims.next();
    if (!claim) break;
    const working = checkOnce(work, claim, at % FULL_EVERY === 0).finally(() => {
      lateMs = Math.max(lateMs, performance.now() - dueAt);
      underWay.delete(working);
    });
    underWay.add(working);
    if (underWay.size >= MAX_UNDER_WAY) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  const took = performance.now() - startedAt;
  loop.disable();
  return {
    seconds: took / 1_000,
    checksPerS: (count * 1_000) / took,
    cpuShare: cpuMs(before) / took,
    loopP99Ms: loop.percentile(99) / NANOS_PER_MS,
    lateMs,
  };
}
