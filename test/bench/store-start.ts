import { randomUUID } from 'node:crypto';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.js';
import { silentLog } from '../store/temporary.js';

/** Opens the store of a folder and says how long it took, by the process's own clock, and what it holds. */
const [, , dataDir = ''] = process.argv;
const store = await openLowdbStore({ dataDir, now: Date.now, newToken: randomUUID, log: silentLog });
const openedMs = performance.now();
const { rss } = process.memoryUsage();
const peak = process.resourceUsage().maxRSS * 1024;
const mib = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MiB`;
process.stdout.write(
  `${(openedMs / 1000).toFixed(2)} s from process start, RSS ${mib(rss)}, peak ${mib(peak)}, ${await store.watched()} watched\n`,
);
await store.close();
