import { parentPort } from 'node:worker_threads';
import { startWorld } from '../../src/sandbox/world.js';

/** Of a zone of its own, or of one whose servers say nothing. */
export const HEALTHY = 300;
export const SILENT = 300;

/** A world in a thread of its own, so that its work is not counted as the bot's. */
const world = await startWorld({ issuanceDelayMs: 0, ttlS: 3_600, negativeTtlS: 3_600 });
const names: string[] = [];
for (let at = 0; at < HEALTHY; at++) {
  const name = `shop.healthy-${at}.com`;
  world.dns.addZone(`healthy-${at}.com`).add(name, 'A', world.target.address);
  names.push(name);
}
world.edge.setAliases(names);
for (let at = 0; at < SILENT; at++) {
  world.dns.addZone(`silent-${at}.com`);
  world.dns.setBehaviour(`silent-${at}.com`, 'silent');
}
parentPort?.postMessage(world.environment);
parentPort?.once('message', () => void world.stop().then(() => process.exit(0)));
