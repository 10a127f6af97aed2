import { createSocket } from 'node:dgram';
import { once } from 'node:events';
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
for (let at = 0; at < SILENT; at++) await addSilentZone(`silent-${at}.com`, at);
// As public resolvers: they wait for a silent server, and their client waits for them.
for (const { resolver } of world.dns.resolvers) resolver.behaviour = 'waiting';

/** Of servers of its own: nobody learns of their silence from another zone, and no healthy zone suffers from it. */
async function addSilentZone(zone: string, number: number): Promise<void> {
  const addresses = [1, 2].map((net) => `127.${net}.${Math.floor(number / 250)}.${1 + (number % 250)}`);
  const servers = addresses.map((_, at) => `ns${at + 1}.${zone}`);
  world.dns.addZone(zone, servers);
  world.dns.setBehaviour(zone, 'silent');
  for (const [at, address] of addresses.entries()) {
    world.dns.registryOf(zone).add(servers[at] ?? zone, 'A', address);
    const socket = createSocket('udp4').unref();
    socket.bind(world.dns.authoritativePort, address);
    await once(socket, 'listening');
  }
}

parentPort?.postMessage(world.environment);
parentPort?.once('message', () => void world.stop().then(() => process.exit(0)));
