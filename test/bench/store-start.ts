import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.js';
import { createJudge } from '../../src/use-cases/shared/conditions.js';
import { keepHeapSmall } from '../../src/util/heap.js';
import { silentLog } from '../store/temporary.js';
import { NOON } from '../store/typical-mapping.js';
import { POLICY, TARGET } from '../support/observations.js';

/** Opens the store of a folder and says what it cost, beside reading the index file and each file. */
const [, , dataDir = ''] = process.argv;

function limit(): number {
  const path = join(dataDir, 'index.jsonl');
  if (!existsSync(path)) return Number.NaN;
  const startedAt = performance.now();
  const lines = readFileSync(path, 'utf8').split('\n');
  for (const line of lines) if (line !== '') JSON.parse(line);
  const folder = join(dataDir, 'mappings');
  for (const name of readdirSync(folder)) statSync(join(folder, name));
  return performance.now() - startedAt;
}

keepHeapSmall();
const apps = new Map([['shop', { target: TARGET, intervalMs: POLICY.intervalMs }]]);
const now = () => NOON + 3_600_000;
const judge = createJudge({ policy: POLICY, now }, () => apps);
const startedAt = performance.now();
const store = await openLowdbStore({ dataDir, now, newToken: randomUUID, log: silentLog, judge });
const openMs = performance.now() - startedAt;
const peak = process.resourceUsage().maxRSS * 1024;
global.gc?.();
const { rss } = process.memoryUsage();
// Afterwards: it needs memory of its own.
const limitMs = limit();
process.stdout.write(JSON.stringify({ openMs, limitMs, rss, peak }));
await store.close();
