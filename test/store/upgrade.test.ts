import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diffHistory } from '../../src/audit/diff-history.js';
import { openJournal } from '../../src/audit/journal.js';
import { hashOf } from '../../src/core/events/event-chain.js';
import { decide, type Input } from '../../src/core/lifecycle/decide.js';
import { openLogPositions } from '../../src/multisite/logs/positions.js';
import { openNetworkSnapshot } from '../../src/multisite/network-snapshot.js';
import { DamagedDocument } from '../../src/store/documents.js';
import { NewerSchema } from '../../src/store/format/form.js';
import { createFileJournals } from '../../src/store/lowdb/journals.js';
import type { Store } from '../../src/store/store.js';
import { POLICY, TARGET } from '../support/observations.js';
import { dnsEverywhere, good } from '../support/story.js';
import { openStore, temporaryFolder } from './temporary.js';

const OLD = new URL('../fixtures/store-6013b5f/', import.meta.url).pathname;
const NOW = Date.UTC(2026, 10, 25);
const LATER = Date.UTC(2030, 0);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: Store;
beforeEach(async () => {
  folder = await temporaryFolder();
  for (const name of ['mappings', 'multisite', 'audit', 'settings.json'])
    await cp(join(OLD, name), join(folder.path, name), { recursive: true });
  store = await openStore(folder.path, () => NOW);
});
afterEach(async () => {
  await store.close();
  await folder.remove();
});

describe('a DATA_DIR of version 6013b5f', () => {
  it('is watched further: checks come due, and the chain verifies across the upgrade', async () => {
    const before = await store.load('m-published.example.com');
    if (!before) throw new Error('not in the fixture');
    const claims = await store.claimChecks(NOW, 100, 60_000);
    expect(claims.map(({ mapping }) => mapping)).toContain(before.mapping.id);

    let current = before;
    const inputs: Input[] = [0, 1, 2].map((minute) => {
      const at = NOW + minute * 60_000;
      return { type: 'observed', target: TARGET, dns: dnsEverywhere(at), ssl: good(at) };
    });
    for (const [at, input] of inputs.entries()) {
      const now = NOW + at * 60_000;
      const context = { now, newId: () => `new-${at}-${now}`, random: 0, policy: POLICY };
      const { mapping, events } = decide(current.mapping, input, context);
      current = await store.save({ ...current, mapping, events: [...current.events, ...events] });
    }
    expect(current.mapping.stage).toBe('done');
    expect(current.events.length).toBeGreaterThan(before.events.length);
    expect(current.events[before.events.length]?.previous).toBe(before.mapping.lastHash);

    await store.close();
    store = await openStore(folder.path, () => NOW);
    const again = await store.load(current.mapping.id);
    expect(again?.events).toEqual(current.events);
    expect(again && diffHistory([again], [], LATER).filter(({ kind }) => kind === 'broken')).toEqual([]);
  });

  it('has chains that verify in every record', async () => {
    for await (const stored of store.all()) {
      expect(diffHistory([stored], [], LATER).filter(({ kind }) => kind === 'broken')).toEqual([]);
      expect(stored.events.map(hashOf).at(-1)).toBe(stored.mapping.lastHash);
    }
  });

  it('still knows what the network held, and how far its logs were read', async () => {
    const snapshot = openNetworkSnapshot(store.documents, 'default');
    const held = new Map([
      [7, 'shop.example.com'],
      [8, 'network.example.com'],
    ]);
    expect([...((await snapshot.read())?.entries() ?? [])]).toEqual([...held]);
    await snapshot.write(held.set(9, 'new.example.com'));
    const position = { inode: 42, offset: 120, size: 180 };
    const positions = openLogPositions(store.documents, 'default');
    expect(await positions.read()).toEqual(new Map([['domain-shop.example.com.log', position]]));
    await positions.write(new Map());
    const files = await Promise.all(
      ['default.json', 'default.logs.json'].map((name) =>
        readFile(join(folder.path, 'multisite', name), 'utf8'),
      ),
    );
    expect(files.map((text) => JSON.parse(text))).toEqual([
      { schema: 2, version: 2, domainRecords: [...held] },
      { schema: 1, version: 2, files: [] },
    ]);
  });

  it('goes on with a reading of the channels where it was broken off', async () => {
    const lines = (await readFile(join(OLD, 'audit/reading.jsonl'), 'utf8')).trim().split('\n');
    const journal = await openJournal(createFileJournals(folder.path), 'reading');
    const read = lines.flatMap((line) => journal.get(JSON.parse(line).thread) ?? []);
    expect(read.map(({ event }) => event?.type)).toContain('alias.added');
    const previous = new Map(read.map(({ event }) => [event?.previous, event]));
    const linked = read.filter(({ event }) => event && previous.has(hashOf(event)));
    expect(linked.length).toBeGreaterThan(0);
    await journal.forget();
    expect(await readdir(join(folder.path, 'audit'))).toEqual([]);
  });
});

describe('a document', () => {
  const path = () => join(folder.path, 'multisite', 'default.json');

  it.each(['{', '[]', '{"schema":2}', '{"schema":0}', '{"records":"none"}'])(
    'that is none (%s) is set aside once, and begins again',
    async (text) => {
      await writeFile(path(), text);
      const snapshot = openNetworkSnapshot(store.documents, 'default');
      await expect(snapshot.read()).rejects.toThrow(DamagedDocument);
      const aside = (await readdir(join(folder.path, 'multisite'))).find((name) =>
        name.includes('.damaged-'),
      );
      expect(await readFile(join(folder.path, 'multisite', aside ?? ''), 'utf8')).toBe(text);
      expect(await snapshot.read()).toBeUndefined();
      await snapshot.write(new Map());
    },
  );

  it('of a newer version is refused in one sentence, and never renamed', async () => {
    const text = JSON.stringify({ schema: 99, domains: [] });
    await writeFile(path(), text);
    const snapshot = openNetworkSnapshot(store.documents, 'default');
    await expect(snapshot.read()).rejects.toThrow(NewerSchema);
    await expect(snapshot.write(new Map())).rejects.toThrow(NewerSchema);
    expect(await readFile(path(), 'utf8')).toBe(text);
  });

  it('a document that the system does not let us read is left alone', async () => {
    const snapshot = openNetworkSnapshot(store.documents, 'folder');
    await mkdir(join(folder.path, 'multisite', 'folder.json'));
    await expect(snapshot.read()).rejects.toThrow('it is a folder, not a file');
    expect(await readdir(join(folder.path, 'multisite'))).toContain('folder.json');
  });
});
