import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import {
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Judgement } from '../../../../src/core/judgement.js';
import type { MappingLinks } from '../../../../src/core/mapping.js';
import { type LowdbStoreOptions, openLowdbStore } from '../../../../src/store/lowdb/lowdb-store.js';
import type { MappingSummary, Store } from '../../../../src/store/store.js';
import { plainSummary } from '../../../support/plain-summary.js';
import { recordingLog, silentLog, temporaryFolder } from '../../temporary.js';
import { NOON, newStoredMapping, typicalMapping } from '../../typical-mapping.js';

const LATER = NOON + 10 * 86_400_000;
/** Long ago in seconds: files of that time can't have been written while a snapshot was. */
let past = 1_600_000_000;

let dataDir: string;
let folder: string;
let snapshot: string;
let remove: () => Promise<void>;

async function begin(): Promise<void> {
  const temporary = await temporaryFolder();
  dataDir = join(temporary.path, 'data');
  folder = join(dataDir, 'mappings');
  snapshot = join(dataDir, 'index.jsonl');
  remove = temporary.remove;
}

const open = (options: Partial<LowdbStoreOptions> = {}): Promise<Store> =>
  openLowdbStore({ dataDir, now: () => NOON, newToken: randomUUID, log: silentLog, ...options });

async function during(work: (store: Store) => Promise<unknown>, options = {}): Promise<void> {
  const store = await open(options);
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

const namesOf = async () => (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();

/** Each file gets a time in the past that no file had before. */
async function age(path: string): Promise<void> {
  past += 1;
  await utimes(path, past, past);
}

async function ageAll(): Promise<void> {
  for (const name of await namesOf())
    if ((await stat(join(folder, name))).mtimeMs > 1_700_000_000_000) await age(join(folder, name));
}

type Named = Pick<MappingSummary, 'id' | 'hostname'>;
const byName = (one: Named, other: Named): number =>
  `${one.id} ${one.hostname}` < `${other.id} ${other.hostname}` ? -1 : 1;

/** Everything that a store answers from its index. */
async function answersOf(store: Store) {
  const summaries: MappingSummary[] = [];
  for (const query of [{}, { stage: 'removed' as const }])
    for await (const batch of store.summaries(query)) summaries.push(...batch.map(plainSummary));
  const links: MappingLinks[] = [];
  for await (const batch of store.links('shop'))
    for (const { id, hostname, stage, primary, alias, dns, ssl, site, siteLink } of batch)
      links.push({ id, hostname, stage, primary, alias, dns, ssl, site, siteLink });
  const claims = await store.claimChecks(LATER, 1_000, 1);
  const posts = await store.claimOutbox(LATER, 1_000, 1);
  return {
    summaries: summaries.sort(byName),
    links: links.sort(byName),
    list: await store.list({ offset: 0, limit: 1_000 }),
    removed: await store.list({ offset: 0, limit: 1_000, stage: 'removed' }),
    watched: await store.watched(),
    checks: claims.map(({ mapping, repeated }) => `${mapping} ${repeated}`).sort(),
    posts: posts.map(({ mapping, repeated }) => `${mapping} ${repeated}`).sort(),
    deliveries: { ...(await store.deliverySummary()), oldest: undefined },
    setAside: store
      .setAside()
      .map(({ file, reason }) => `${basename(file)} ${reason}`)
      .sort(),
  };
}

/** What a start that reads every file answers. */
async function readInFull() {
  const elsewhere = await temporaryFolder();
  try {
    await cp(dataDir, elsewhere.path, { recursive: true });
    await rm(join(elsewhere.path, 'index.jsonl'), { force: true });
    const store = await open({ dataDir: elsewhere.path });
    const answers = await answersOf(store);
    await store.close();
    return answers;
  } finally {
    await elsewhere.remove();
  }
}

/** How many records a start reads. */
async function countReads(options: Partial<LowdbStoreOptions> = {}): Promise<number> {
  const spy = vi.spyOn(fs, 'readFileSync');
  syncBuiltinESMExports();
  const store = await open(options);
  const read = spy.mock.calls.filter(([path]) => String(path).includes('/mappings/')).length;
  spy.mockRestore();
  syncBuiltinESMExports();
  await store.close();
  return read;
}

beforeEach(begin);
afterEach(() => remove());

/** Five mappings whose files are old, and a snapshot of them. */
async function fiveKnown(options: Partial<LowdbStoreOptions> = {}): Promise<void> {
  await during(async (store) => {
    for (let at = 0; at < 5; at++) await store.create(typicalMapping(`m${at}`));
  });
  await ageAll();
  await during(async () => undefined, options);
}

describe('a start with a snapshot', () => {
  test('reads no record that has not changed, and those that have', async () => {
    await fiveKnown();
    expect(await countReads()).toBe(0);
    const [first = ''] = await namesOf();
    await age(join(folder, first));
    expect(await countReads()).toBe(1);
    expect(await countReads()).toBe(0);
  });

  test('reads what changed within the last tick of the file’s clock', async () => {
    await during((store) => store.create(typicalMapping('m1')));
    expect(await countReads()).toBe(1);
  });

  test('is owner’s only, and leaves nothing half written behind', async () => {
    await fiveKnown();
    expect((await stat(snapshot)).mode & 0o777).toBe(0o600);
    expect((await readdir(dataDir)).filter((name) => name.includes('writing'))).toEqual([]);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['is missing', () => rm(snapshot)],
    ['is empty', () => writeFile(snapshot, '')],
    ['is a folder', async () => [await rm(snapshot), await mkdir(snapshot)]],
    ['is cut off', async () => truncate(snapshot, (await stat(snapshot)).size - 3)],
    [
      'is cut off after a whole line',
      async () => writeFile(snapshot, (await linesOf()).slice(0, -1).join('')),
    ],
    [
      'is zeros, as after a power cut',
      async () => writeFile(snapshot, Buffer.alloc((await stat(snapshot)).size)),
    ],
    [
      'misses a line in the middle',
      async () => writeFile(snapshot, (await linesOf()).toSpliced(1, 1).join('')),
    ],
    ['has another value in a line', async () => edit(/"id":\["m\d"/, '"id":["m9"')],
    ['is of another version of the bot', async () => edit(/"bot":"[^"]*"/, '"bot":"0.0.0"')],
    ['is of another schema', async () => edit(/"schema":\d+/, '"schema":1')],
    ['is of another form', async () => edit(/"form":\d+/, '"form":999')],
  ])('a start with a snapshot that %s reads all of them', async (_, damage) => {
    await fiveKnown();
    await damage();
    expect(await countReads()).toBe(5);
  });

  test('a store that judges takes nothing from one that did not', async () => {
    await fiveKnown();
    const judgement: Judgement = {
      health: 'good',
      whoActs: 'nobody',
      since: 1,
      from: 0,
      until: 9,
      basis: 'b',
    };
    const judge = () => judgement;
    expect(await countReads({ judge })).toBe(5);
    expect(await countReads({ judge })).toBe(0);
    await during(
      async (store) => {
        for await (const batch of store.summaries({}))
          for (const summary of batch) expect(summary.judgement).toEqual(judgement);
      },
      { judge },
    );
  });

  test('a start with a snapshot that is as whole as its sum says, but older, only knows what is still so', async () => {
    await fiveKnown();
    await cp(snapshot, `${snapshot}.old`);
    await during(async (store) => {
      const stored = await store.load('m2');
      if (stored)
        await store.save({ ...stored, mapping: { ...stored.mapping, revision: 99, nextCheckAt: NOON - 5 } });
      await store.create(typicalMapping('m9'));
    });
    await ageAll();
    await rename(`${snapshot}.old`, snapshot);
    expect(await countReads()).toBe(2);
    await during(async (store) => {
      expect((await store.claimChecks(NOON, 9, 1)).map(({ mapping }) => mapping)).toEqual(['m2']);
      expect(await store.watched()).toBe(6);
    });
  });

  test('a start with a snapshot that can’t be written keeps the bot neither from closing nor from starting', async () => {
    await fiveKnown();
    await rm(snapshot);
    await mkdir(join(snapshot, 'in its place'), { recursive: true });
    const { log, lines } = recordingLog();
    await during((store) => store.create(typicalMapping('m9')), { log });
    expect(lines.map(({ level }) => level)).toEqual(['warn']);
    await during(async (store) => expect(await store.watched()).toBe(6));
  });
});

describe('what was not read at the start', () => {
  /** Bad content with the stamp of the good one, as from a failing disk. */
  async function spoil(id: string, spoilt: (text: string) => string): Promise<string> {
    const path = join(folder, (await namesOf()).find((name) => name.includes(`.${id}.`)) ?? '');
    const { mtimeMs } = await stat(path);
    await writeFile(path, spoilt(await readFile(path, 'utf8')));
    await utimes(path, mtimeMs / 1_000, mtimeMs / 1_000);
    return path;
  }

  async function validated(): Promise<{ store: Store; lines: ReturnType<typeof recordingLog>['lines'] }> {
    const { log, lines } = recordingLog();
    const store = await open({ log, rest: async () => undefined });
    // Its validation reads one file after the other.
    await vi.waitFor(() => expect(store.setAside()).toHaveLength(1), { interval: 1 });
    return { store, lines };
  }

  test('is read in the background; a damaged file is set aside and reported like any other', async () => {
    await fiveKnown();
    const path = await spoil('m3', (text) => ' '.repeat(text.length));
    const { store, lines } = await validated();
    expect(store.setAside()).toMatchObject([{ file: expect.stringContaining(`${path}.damaged-`) }]);
    expect(lines).toContainEqual(expect.objectContaining({ level: 'error' }));
    expect(await store.load('m3')).toBeUndefined();
    expect((await store.list({ offset: 0, limit: 9 })).total).toBe(4);
    await store.close();
    await during(async (again) => expect(again.setAside()).toHaveLength(1));
  });

  test('replaces what the snapshot says of it', async () => {
    await fiveKnown();
    await spoil('m1', (text) => text.replace('T12:05:00.000Z', 'T11:05:00.000Z'));
    await spoil('m3', (text) => ' '.repeat(text.length));
    const { store } = await validated();
    await vi.waitFor(async () => expect(await store.overdueChecks(NOON)).toMatchObject([{ queued: 1 }]));
    await store.close();
  });

  test('keeps nothing that was replaced since the start', async () => {
    await fiveKnown();
    const rest = (_: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    await during(
      async (store) => {
        const before = await keptSummary(store, 'm1');
        const stored = await store.load('m1');
        if (!stored) throw new Error('m1 is missing');
        await store.save({ ...stored, mapping: { ...stored.mapping, note: 'call first' } });
        expect(await keptSummary(store, 'm1')).toBe(before);
      },
      { rest },
    );
  });

  test('ends with the store', async () => {
    await fiveKnown();
    const rests: number[] = [];
    const store = await open({
      rest: async (ms, signal) => {
        rests.push(ms);
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
      },
    });
    await store.close();
    expect(rests).toEqual([30_000]);
  });
});

async function keptSummary(store: Store, id: string): Promise<MappingSummary> {
  for await (const some of store.summaries({}))
    for (const summary of some) if (summary.id === id) return summary;
  throw new Error(`${id} is missing`);
}

const linesOf = async () => (await readFile(snapshot, 'utf8')).split(/(?<=\n)/);
const edit = async (what: RegExp, to: string) =>
  writeFile(snapshot, (await readFile(snapshot, 'utf8')).replace(what, to));

/** A change between two runs. Numbers choose among the files there are. */
type Edit = () => Promise<unknown>;

async function pick(number: number): Promise<string> {
  const names = await namesOf();
  return join(folder, names[number % Math.max(1, names.length)] ?? 'none.json');
}

/** In place, at a time of its own. */
async function put(path: string, text: string): Promise<void> {
  await writeFile(path, text);
  await age(path);
}

const nat = fc.nat(20);
const id = fc.integer({ min: 0, max: 6 }).map((number) => `m${number}`);
const changes = fc.constantFrom<readonly [RegExp, string]>(
  [/"nextCheckAt": "2026-11-20T1/, '"nextCheckAt": "2026-11-20T0'],
  [/"stage": "[a-z-]+"/, '"stage": "failed"'],
  [/"stage": "[a-z-]+"/, '"stage": "removed"'],
  [/"channel": "C0123456789"/g, '"channel": "C9876543210"'],
  [/"version": \d+/, '"version": 7'],
  [/"hostname": "[^"]+"/, '"hostname": "m1.example.com"'],
  [/"requestedAt": "2026-11-20/, '"requestedAt": "2026-11-21'],
  [/"schema": \d+/, '"schema": 999'],
  [/"card"/, '"cart"'],
  [/^\{/, ''],
);

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(nat, changes).map(
    ([at, [what, to]]): Edit =>
      async () => {
        const path = await pick(at);
        const text = await readFile(path, 'utf8').catch(() => undefined);
        if (text !== undefined) await put(path, text.replace(what, to));
      },
  ),
  nat.map(
    (at): Edit =>
      async () =>
        rm(await pick(at), { force: true }),
  ),
  nat.map(
    (at): Edit =>
      async () => {
        const path = await pick(at);
        const copy = path.replace(/\.json$/, '.copy.json');
        await cp(path, copy, { force: true }).then(
          () => age(copy),
          () => undefined,
        );
      },
  ),
  // Keeps its time and its size; only the file is another one.
  fc.tuple(nat, nat).map(
    ([from, to]): Edit =>
      async () => {
        const [one, other] = [await pick(from), await pick(to)];
        if (one !== other) await rename(one, other).catch(() => undefined);
      },
  ),
  fc.tuple(id, fc.boolean()).map(
    ([each, isChecked]): Edit =>
      () =>
        during(async (store) => {
          const stored = await store.load(each);
          const nextCheckAt = isChecked ? NOON - 7 : undefined;
          if (stored)
            await store
              .save({ ...stored, mapping: { ...stored.mapping, nextCheckAt } })
              .catch(() => undefined);
          else await store.create(newStoredMapping(each, { nextCheckAt: NOON })).catch(() => undefined);
        }),
  ),
  // The bot was killed after its last snapshot.
  id.map(
    (each): Edit =>
      async () => {
        await cp(snapshot, `${snapshot}.kept`, { force: true }).catch(() => undefined);
        await during((store) => store.create(typicalMapping(each)).catch(() => undefined));
        await rename(`${snapshot}.kept`, snapshot).catch(() => undefined);
      },
  ),
  fc.double({ min: 0, max: 1, noNaN: true }).map(
    (share): Edit =>
      async () => {
        const size = (await stat(snapshot).catch(() => undefined))?.size;
        if (size !== undefined) await truncate(snapshot, Math.floor(size * share));
      },
  ),
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 255 })).map(
    ([share, flip]): Edit =>
      async () => {
        const bytes = await readFile(snapshot).catch(() => Buffer.alloc(0));
        const at = Math.min(bytes.length - 1, Math.floor(bytes.length * share));
        if (at < 0) return;
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        await writeFile(snapshot, bytes);
      },
  ),
);

test('whatever happens to the files between runs, a start with a snapshot knows what a full one does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(edits, { maxLength: 4 }), { minLength: 2, maxLength: 4 }),
      async (rounds) => {
        await remove();
        await begin();
        await fiveKnown();
        for (const round of rounds) {
          for (const change of round) await change();
          await ageAll();
          const expected = await readInFull().catch(placeless);
          const store = await open().catch(placeless);
          if (typeof store === 'string') return expect(store).toEqual(expected);
          const answers = await answersOf(store);
          await store.close();
          expect(answers).toEqual(expected);
        }
      },
    ),
    { numRuns: 25 },
  );
  // Each of them writes and reads whole folders.
}, 120_000);

/** The words of an error without the folder that it names. */
const placeless = (error: unknown): string => String(error).replace(/\/\S+/g, '');
