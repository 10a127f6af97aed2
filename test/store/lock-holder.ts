import { randomUUID } from 'node:crypto';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.js';
import { silentLog } from './temporary.js';

/** A process that opens the store of a folder, says what came of it, and holds it until its input ends. */
const [, , dataDir = ''] = process.argv;
const t = (outcome: object): void => void process.stdout.write(`${JSON.stringify(outcome)}\n`);

try {
  const store = await openLowdbStore({ dataDir, now: Date.now, newToken: randomUUID, log: silentLog });
  process.stdin.on('end', () => void store.close()).resume();
  t({ outcome: 'open' });
} catch (error) {
  t({ outcome: 'refused', message: error instanceof Error ? error.message : String(error) });
}
