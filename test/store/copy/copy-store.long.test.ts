import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { unusableKind } from '../../../src/app/channels/channel-memory.js';
import { openStore } from '../../../src/app/open-store.js';
import { denialsKind } from '../../../src/audit/denied-journal.js';
import { readThreadKind } from '../../../src/audit/journal.js';
import { hashOf } from '../../../src/core/events/event-chain.js';
import type { CopyPlace } from '../../../src/store/copy/copy-place.js';
import { type Copied, copyStore } from '../../../src/store/copy/copy-store.js';
import { openDatabasePlace } from '../../../src/store/copy/database-place.js';
import { openFolderPlace } from '../../../src/store/copy/folder-place.js';
import type { Store, StoredMapping } from '../../../src/store/store.js';
import { type PostgresServer, postgresPrograms, startPostgres } from '../../support/postgres-server.js';
import { silentLog } from '../temporary.js';
import { NOON, newStoredMapping, typicalMapping } from '../typical-mapping.js';

const isUrl = (place: string) => place.startsWith('postgres://');
const openAt = (place: string): Promise<Store> =>
  openStore(
    { databaseUrl: isUrl(place) ? place : undefined, dataDir: place, allowCorrupt: false },
    { now: () => NOON, newToken: randomUUID, log: silentLog },
  );
const placeAt = (place: string, isSource: boolean): Promise<CopyPlace> => {
  const open = isUrl(place) ? openDatabasePlace : openFolderPlace;
  return open(place, { log: silentLog, isSource });
};

/** Thrown in the place of a kill: what comes after it doesn't happen. */
class Killed extends Error {}

/** Dies before its `step`-th write. */
function dyingAt(place: CopyPlace, step: number): CopyPlace {
  let steps = 0;
  const counted =
    <Args extends unknown[]>(write: (...args: Args) => Promise<void>) =>
    async (...args: Args) => {
      if (++steps >= step) throw new Killed();
      await write(...args);
    };
  return {
    ...place,
    // One of several is a step of its own: a kill may leave a part of them.
    putRecords: async (some) => {
      const left = Math.max(0, step - steps - 1);
      steps += some.length;
      await place.putRecords(some.slice(0, left));
      if (steps >= step) throw new Killed();
    },
    finishRecords: counted(place.finishRecords),
    putDocument: counted(place.putDocument),
    putJournal: counted(place.putJournal),
    removeDocument: counted(place.removeDocument),
  };
}

async function copy(from: string, to: string, diesAt = Number.POSITIVE_INFINITY): Promise<Copied> {
  const source = await placeAt(from, true);
  try {
    const target = await placeAt(to, false);
    try {
      return await copyStore(source, dyingAt(target, diesAt));
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function fill(place: string): Promise<void> {
  const store = await openAt(place);
  const typical = await store.create(typicalMapping('m1'));
  await store.save({ ...typical, mapping: { ...typical.mapping, nextCheckAt: NOON + 60_000 } });
  await store.create(newStoredMapping('m2'));
  await store.create(newStoredMapping('m3', { hostname: '*.example.org', stage: 'removed' }));
  await store.create(withSoundChain('m4'));
  await store.documents.write(unusableKind, 'slack', { channels: {} }, 0);
  await store.documents.write(denialsKind, 'denials', { denials: [] }, 0);
  await store.documents.write(denialsKind, 'denials', { denials: [] }, 1);
  await store.journals.append(readThreadKind, 'reading', JOURNAL_ENTRY);
  await store.close();
}
/** Those of the others are made up. */
function withSoundChain(id: string): Omit<StoredMapping, 'version'> {
  const draft = newStoredMapping(id);
  const [event] = draft.events;
  return { ...draft, mapping: { ...draft.mapping, lastHash: event ? hashOf(event) : '' } };
}
const JOURNAL_ENTRY = { thread: 'C1/1.1', messages: [] };

async function contentOf(place: string) {
  const opened = await placeAt(place, true);
  try {
    const records: StoredMapping[] = [];
    for await (const stored of opened.records()) records.push(stored);
    return {
      records: records.toSorted((one, other) => one.mapping.id.localeCompare(other.mapping.id)),
      documents: (await opened.documents()).toSorted((one, other) => one.kind.localeCompare(other.kind)),
      journals: await opened.journals(),
    };
  } finally {
    await opened.close();
  }
}

describe.skipIf(!postgresPrograms)('a store that is copied', () => {
  let server: PostgresServer;
  let databases = 0;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.dispose());
  const database = () => server.createDatabase(`copy${databases++}`);
  const folder = async () => {
    const path = await mkdtemp(join(tmpdir(), 'domain-bot-copy-'));
    onTestFinished(() => rm(path, { recursive: true, force: true }));
    return path;
  };

  it('comes back equal from files by way of a database, and is compared without a write when copied again', async () => {
    const [files, url, back] = [await folder(), await database(), await folder()];
    await fill(files);
    expect(await copy(files, url)).toEqual({ mappings: 4, events: 13, documents: 3, written: 7, broken: 3 });
    expect(await copy(files, url)).toMatchObject({ mappings: 4, written: 0 });
    await copy(url, back);
    const content = await contentOf(files);
    expect(content.records.map(({ version }) => version)).toEqual([2, 1, 1, 1]);
    expect(content.documents.map(({ kind, version }) => [kind, version])).toContainEqual(['denials', 2]);
    expect(await contentOf(url)).toEqual(content);
    expect(await contentOf(back)).toEqual(content);
    const store = await openAt(url);
    onTestFinished(() => store.close());
    expect(await store.watched()).toBe(3);
    expect(await store.deliverySummary()).toMatchObject({ pending: expect.any(Number) });
    // What a killed bot posted may be in Slack already.
    for (const claim of await store.claimOutbox(NOON + 1, 9, 60_000)) expect(claim.repeated).toBe(true);
  });

  it.each(['to a database', 'to files'])(
    '%s: killed before any write, no bot starts on it, and it goes on',
    async (way) => {
      const isUp = way === 'to a database';
      const from = isUp ? await folder() : await database();
      await fill(from);
      const content = await contentOf(from);
      for (let step = 1; ; step++) {
        const to = isUp ? await database() : await folder();
        try {
          await copy(from, to, step);
          expect(step).toBeGreaterThan(8);
          return;
        } catch (error) {
          expect(error).toBeInstanceOf(Killed);
        }
        if (step > 1) await expect(openAt(to)).rejects.toThrow(/holds an unfinished copy of .*Finish it/);
        await copy(from, to);
        expect(await contentOf(to)).toEqual(content);
        if (isUp) expect(await server.run(to, 'select from deliveries where not tried')).toEqual([]);
      }
    },
    120_000,
  );

  it.each(['to a database', 'to files'])(
    '%s: killed among many records, it writes only those that are missing',
    async (way) => {
      const isUp = way === 'to a database';
      const [from, to] = isUp ? [await folder(), await database()] : [await database(), await folder()];
      const store = await openAt(from);
      const ids = Array.from({ length: 150 }, (_, at) => `m${at}`);
      await Promise.all(
        ids.map((id, at) => store.create(newStoredMapping(id, at % 3 === 0 ? { stage: 'removed' } : {}))),
      );
      await store.close();
      // The first write marks the target as unfinished.
      await expect(copy(from, to, 100)).rejects.toBeInstanceOf(Killed);
      expect(await copy(from, to)).toMatchObject({ mappings: 150, written: 150 - 98 });
      expect(await contentOf(to)).toEqual(await contentOf(from));
    },
    60_000,
  );

  it('is refused while a bot works on either, and no bot starts meanwhile', async () => {
    const [files, url] = [await folder(), await database()];
    await fill(files);
    const onFiles = await openAt(files);
    await expect(copy(files, url)).rejects.toThrow(/Another bot .* works on/);
    await onFiles.close();
    const replica = await openAt(url);
    await expect(copy(files, url)).rejects.toThrow(/A bot works on .*Stop every replica/);
    await replica.close();
    const held = await placeAt(url, false);
    await expect(openAt(url)).rejects.toThrow(/is being copied/);
    await expect(copy(files, url)).rejects.toThrow(/is being copied/);
    await held.close();
    await copy(files, url);
  });

  it('never mixes two stores, and changes nothing in one that holds something else', async () => {
    const [files, other, url] = [await folder(), await folder(), await database()];
    await fill(files);
    const store = await openAt(other);
    await store.create(newStoredMapping('other'));
    await store.close();
    await copy(other, url);
    const before = await contentOf(url);
    await expect(copy(files, url)).rejects.toThrow(/differs from the store to copy/);
    await expect(copy(url, files)).rejects.toThrow(/differs from the store to copy/);
    expect(await contentOf(url)).toEqual(before);
  });

  it('a typing error makes no store: neither a folder nor a table', async () => {
    const [nowhere, url] = [join(await folder(), 'nowhere'), await database()];
    await expect(copy(nowhere, url)).rejects.toThrow(/holds no store/);
    await expect(copy(await database(), url)).rejects.toThrow(/holds no store/);
    expect(await server.run(url, "select * from pg_tables where schemaname = 'public'")).toEqual([]);
  });
});
