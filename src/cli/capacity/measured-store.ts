import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readEvent } from '../../core/events/event.js';
import type { ObservedInput } from '../../core/lifecycle/inputs/observed.js';
import type { Mapping } from '../../core/mapping.js';
import { openLowdbStore } from '../../store/lowdb/lowdb-store.js';
import type { Store, StoredMapping } from '../../store/store.js';

const silentLog = { debug() {}, info() {}, warn() {}, error() {} };

export const openMeasuredStore = (dataDir: string): Promise<Store> =>
  openLowdbStore({ dataDir, now: Date.now, newToken: randomUUID, log: silentLog });

/** A Ready mapping, as a check saw it. */
export function readyMapping(hostname: string, seen?: ObservedInput): Omit<StoredMapping, 'version'> {
  const mapping = mappingSeen(hostname, Date.now(), seen);
  const { id, requestedAt: at } = mapping;
  const event = readEvent({
    id: randomUUID(),
    mapping: id,
    hostname,
    type: 'domain.requested',
    at,
    by: mapping.requestedBy,
    details: { app: mapping.app },
    previous: '',
  });
  return {
    mapping,
    events: [event],
    outbox: [],
    card: { channel: mapping.channel, ts: '1.000001', shownRevision: 0, notBefore: at },
    messages: { [event.id]: '1.000001' },
    requests: [],
    compacted: 0,
  };
}

function mappingSeen(hostname: string, at: number, seen: ObservedInput | undefined): Mapping {
  return {
    id: randomUUID(),
    app: 'default',
    hostname,
    channel: 'C0000000000',
    requestedBy: 'U0000000000',
    requestedAt: at,
    stage: 'done',
    outcome: { stage: 'done', at },
    alias: { intent: 'add', state: 'accepted', since: at, attempts: 0 },
    dns: {
      state: 'propagated',
      since: at,
      agreeingRounds: 2,
      partialChecks: 0,
      contradictions: 0,
      ...(seen ? { observation: seen.dns } : {}),
    },
    ssl: {
      state: 'valid',
      since: at,
      contradictions: 0,
      ...(seen?.ssl ? { observation: seen.ssl } : {}),
    },
    site: { state: 'unwatched', since: at, contradictions: 0 },
    ...(seen?.http ? { http: seen.http } : {}),
    openFindings: [],
    nextCheckAt: at,
    revision: 0,
    lastHash: '',
  };
}

/** Saves with an event, several at once, as the outbox makes them; per second. */
export async function changesPerSecond(store: Store, stored: readonly StoredMapping[]): Promise<number> {
  const startedAt = performance.now();
  await Promise.all(
    stored.map((each) =>
      store.save({ ...each, mapping: { ...each.mapping, revision: each.mapping.revision + 1 } }),
    ),
  );
  return (stored.length * 1_000) / (performance.now() - startedAt);
}

const FLUSHES = 100;
const BLOCK = Buffer.alloc(4_096);

/** How long the disk takes to flush a small block, in ms. */
export async function flushTimes(folder: string): Promise<{ median: number; p99: number }> {
  const file = await open(join(folder, 'flushes'), 'a');
  const times: number[] = [];
  try {
    for (let count = 0; count < FLUSHES; count++) {
      const startedAt = performance.now();
      await file.appendFile(BLOCK);
      await file.datasync();
      times.push(performance.now() - startedAt);
    }
  } finally {
    await file.close();
  }
  times.sort((one, other) => one - other);
  return { median: times[FLUSHES / 2] ?? 0, p99: times[FLUSHES - 1] ?? 0 };
}

/** The memory per mapping of an open store with this many. */
export async function bytesPerMapping(dataDir: string, mappings: number): Promise<number> {
  const before = usedBytes();
  const store = await openMeasuredStore(dataDir);
  await store.watched();
  const bytes = (usedBytes() - before) / mappings;
  await store.close();
  return Math.max(MIN_BYTES_PER_MAPPING, Math.round(bytes));
}

/** What a process with 100,000 mappings needs for each (docs/speed.md); a few hundred are too few to show less. */
const MIN_BYTES_PER_MAPPING = 1_000;

function usedBytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
