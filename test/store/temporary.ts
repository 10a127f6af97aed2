import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.js';
import type { Store } from '../../src/store/store.js';
import type { Log } from '../../src/util/log.js';

export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'domain-bot-store-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

export const openStore = (dataDir: string, now: () => number, monotonic = now): Promise<Store> =>
  openLowdbStore({ dataDir, now, monotonic, newToken: randomUUID, log: silentLog });

/** Opens stores of one folder, each until `close`, which removes the folder, too. */
export async function temporaryStores(now: () => number) {
  const { path, remove } = await temporaryFolder();
  const opened: Store[] = [];
  return {
    path,
    async open(folder: string): Promise<Store> {
      const store = await openStore(folder, now);
      opened.push(store);
      return store;
    },
    async close(): Promise<void> {
      await Promise.all(opened.map((store) => store.close().catch(() => undefined)));
      await remove();
    },
  };
}

export interface Line {
  readonly level: keyof Log;
  readonly facts: object;
  readonly message: string;
}

export function recordingLog(): { log: Log; lines: Line[] } {
  const lines: Line[] = [];
  const at = (level: keyof Log) => (facts: object, message: string) => {
    lines.push({ level, facts, message });
  };
  return { lines, log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') } };
}
