import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.js';
import type { Store, StoredMapping } from '../../src/store/store.js';
import { silentLog } from '../store/temporary.js';
import { NOON, typicalMapping } from '../store/typical-mapping.js';
import { print, quantile, timed } from './figures.js';

const FEW = 100;
const MANY = 20_000;
const ROUNDS = 500;
const CLAIMS = 1_000;

/** Prints what a write costs with few and with many mappings, beside the bare disk. */
export async function benchStore(): Promise<void> {
  const root = await mkdtemp(join(tmpdir(), 'domain-bot-bench-'));
  try {
    const [few, many] = [join(root, 'few'), join(root, 'many')];
    await fill(few, FEW);
    await fill(many, MANY);
    await benchWrites(few, many, join(root, 'bare'));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Puts files in place without flushing each: that is not what is measured. `drafts`: of what kinds, in turns. */
export async function fill(dataDir: string, count: number, drafts = [typicalMapping]): Promise<void> {
  const folder = join(dataDir, 'mappings');
  const fileOf = (at: number): string => join(folder, `${hostnameAt(at)}.${idAt(at)}.json`);
  const store = await openAt(dataDir);
  for (const [at, draft] of drafts.entries()) await store.create(draft(idAt(at), hostnameAt(at)));
  await store.close();
  const texts = await Promise.all(drafts.map((_, at) => readFile(fileOf(at), 'utf8')));
  for (let at = drafts.length; at < count; at += 1) {
    const kind = at % drafts.length;
    const later = texts[kind]?.replaceAll(idAt(kind), idAt(at)).replaceAll(hostnameAt(kind), hostnameAt(at));
    if (later !== undefined) writeFileSync(fileOf(at), later);
  }
}

/**
 * As long as the bot's. V8 keeps texts of up to ten characters that it reads from JSON in a table, and goes through that in
 * each pause.
 */
export const idAt = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

export const hostnameAt = (at: number): string => `m${at}.example.com`;

/** Takes turns, so that whatever else the machine does falls on all three alike. */
async function benchWrites(few: string, many: string, bare: string): Promise<void> {
  const [small, big] = [await openAt(few), await openAt(many)];
  const text = await readFile(join(few, 'mappings', `${hostnameAt(0)}.${idAt(0)}.json`));
  await mkdir(bare);
  const [withFew, withMany, limit]: [number[], number[], number[]] = [[], [], []];
  for (let round = -50; round < ROUNDS; round += 1) {
    const [one, other] = [await changed(small, round, FEW), await changed(big, round, MANY)];
    const runs: [number[], () => Promise<unknown>][] = [
      [withFew, () => small.save(one)],
      [withMany, () => big.save(other)],
      [limit, () => bareWrite(bare, text)],
    ];
    for (let turn = 0; turn < runs.length; turn += 1) {
      const [times, run] = runs[(turn + round + 51) % runs.length] as (typeof runs)[number];
      const ms = await timed(run);
      if (round >= 0) times.push(ms);
    }
  }
  print(`store write, ${text.length} bytes, ${ROUNDS} rounds, taking turns`);
  print(`  ${FEW} mappings:   ${summary(withFew)}`);
  print(`  ${MANY} mappings: ${summary(withMany)}`);
  print(`  bare limit (write, fsync, rename, fsync folder): ${summary(limit)}`);
  print(
    `  ${MANY} / ${FEW}: median x${ratio(withMany, withFew, 0.5)}, p99 x${ratio(withMany, withFew, 0.99)}`,
  );
  print(`  ${MANY} / bare: median x${ratio(withMany, limit, 0.5)}, p99 x${ratio(withMany, limit, 0.99)}`);
  await benchMemoryWork(big);
  await Promise.all([small.close(), big.close()]);
}

/** What the watch does each second, and what a person asks for. */
async function benchMemoryWork(store: Store): Promise<void> {
  const claims: number[] = [];
  for (let round = 0; round < CLAIMS; round += 1)
    claims.push(await timed(() => store.claimChecks(NOON + 600_000, 16, 1_000_000)));
  print(`  claiming 16 due checks of ${MANY}: ${summary(claims)}`);
  const lists: number[] = [];
  for (let round = 0; round < 50; round += 1)
    lists.push(await timed(() => store.list({ offset: round * 20, limit: 20, text: 'example' })));
  print(`  a page of 20 of ${MANY}: ${summary(lists)}`);
}

const openAt = (dataDir: string): Promise<Store> =>
  openLowdbStore({ dataDir, now: () => NOON, newToken: randomUUID, log: silentLog });

/** With a change that has to be on the disk: a check without news would be but a line in a log. */
async function changed(store: Store, round: number, count: number): Promise<StoredMapping> {
  const stored = await store.load(idAt(((round + 50) * 7919) % count));
  if (!stored) throw new Error('the bench reads a mapping that it did not write');
  const { mapping } = stored;
  return { ...stored, mapping: { ...mapping, revision: mapping.revision + 1 } };
}

async function bareWrite(folder: string, bytes: Buffer): Promise<void> {
  const path = join(folder, 'file');
  const file = await open(`${path}.new`, 'w', 0o600);
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
  await rename(`${path}.new`, path);
  const directory = await open(folder, 'r');
  await directory.sync();
  await directory.close();
}

const summary = (times: readonly number[]): string =>
  `median ${quantile(times, 0.5).toFixed(3)} ms, p99 ${quantile(times, 0.99).toFixed(3)} ms`;

const ratio = (times: readonly number[], base: readonly number[], share: number): string =>
  (quantile(times, share) / quantile(base, share)).toFixed(2);

if (process.argv[1] === fileURLToPath(import.meta.url)) await benchStore();
