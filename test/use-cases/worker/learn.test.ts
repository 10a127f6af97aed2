import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { learnFrom, NOTHING_LEARNED, sslKey } from '../../../src/core/learning/durations.js';
import type { Store, StoredMapping } from '../../../src/store/store.js';
import { openLearning } from '../../../src/use-cases/worker/learn.js';
import { openStore, silentLog, temporaryFolder } from '../../store/temporary.js';
import { START } from '../../support/observations.js';
import { dnsRight, good, MINUTE_MS, noCertificate, Story } from '../../support/story.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
let now: number;

beforeEach(async () => {
  folder = await temporaryFolder();
  now = START;
  store = await openStore(folder.path, () => now);
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

const open = () => openLearning({ store, now: () => now, log: silentLog });

/** Waited so many minutes for its certificate. */
async function lived(id: string, minutes: number): Promise<StoredMapping> {
  const story = new Story().added();
  story.see(1, dnsRight, noCertificate);
  story.see(minutes, dnsRight, good);
  now = story.now;
  return store.create({
    mapping: { ...story.mapping, id, hostname: `${id}.example.com` },
    events: story.all.map((event) => ({ ...event, mapping: id })),
    outbox: [],
    card: { channel: 'C1', shownRevision: 0, notBefore: 0 },
    messages: {},
    requests: [],
    compacted: 0,
  });
}
const minutesOf = (learned: ReturnType<Awaited<ReturnType<typeof open>>['learned']>) =>
  (learned[sslKey('default')] ?? []).map(({ ms }) => ms / MINUTE_MS).toSorted((one, other) => one - other);

it('learns from what is saved, keeps it across restarts, and learns nothing twice', async () => {
  const learning = await open();
  for (const minutes of [3, 5]) {
    const stored = await lived(`m${minutes}`, minutes);
    learning.note(stored);
    learning.note(stored);
  }
  expect(minutesOf(learning.learned())).toEqual([3, 5]);
  await learning.settled();
  await store.close();
  store = await openStore(folder.path, () => now);
  const again = await open();
  expect(again.learned()).toEqual(learning.learned());
});

it('learns from the stored events where nothing was noted, and then the same as live', async () => {
  const live = await open();
  for (const minutes of [3, 5, 8]) live.note(await lived(`m${minutes}`, minutes));
  await live.settled();
  const other = await temporaryFolder();
  const rebuilt = await openStore(other.path, () => now);
  try {
    for await (const { version: _, ...stored } of store.all()) await rebuilt.create(stored);
    const learning = await openLearning({ store: rebuilt, now: () => now, log: silentLog });
    expect(learning.learned()).toEqual({});
    await learning.start();
    expect(learning.learned()).toEqual(live.learned());
  } finally {
    await rebuilt.close();
    await other.remove();
  }
});

it('what a crash kept from being noted is learned at the next save within the hour', async () => {
  const stored = await lived('m1', 3);
  const learning = await open();
  now += 59 * MINUTE_MS;
  learning.note(stored);
  expect(minutesOf(learning.learned())).toEqual([3]);
});

it('a damaged note begins again from the events', async () => {
  await lived('m1', 3);
  const place = join(folder.path, 'documents', 'learned-durations');
  await mkdir(place, { recursive: true });
  await writeFile(join(place, 'all.json'), '{"schema":1,"version":1,"durations":7}');
  const learning = await open();
  await learning.start();
  expect(minutesOf(learning.learned())).toEqual([3]);
  await learning.settled();
});

it('a disk that is full keeps nothing from going on', async () => {
  const { documents } = store;
  const full = { ...documents, write: () => Promise.reject(new Error('ENOSPC')) };
  const learning = await openLearning({
    store: { documents: full, all: () => store.all() },
    now: () => now,
    log: silentLog,
  });
  learning.note(await lived('m1', 3));
  await learning.settled();
  expect(minutesOf(learning.learned())).toEqual([3]);
});

it('limits follow what is learned', async () => {
  const learning = await open();
  expect(learning.limitsOf('default')).toEqual({ dnsMs: {} });
  for (let minutes = 20; minutes < 30; minutes++) learning.note(await lived(`m${minutes}`, minutes));
  expect(learning.limitsOf('default').sslMs).toBe(28 * MINUTE_MS);
  expect(learnFrom(NOTHING_LEARNED, 'default', [])).toBe(NOTHING_LEARNED);
  await learning.settled();
});
