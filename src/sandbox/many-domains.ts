import { startWorld } from './world.js';

/** Each in a zone of its own, so that nothing cached for one helps another. */
const HEALTHY_DOMAINS = 50;
/** Nothing expires during a measurement. */
const LONG_TTL_S = 3_600;

/** Runs in a forked process: a world of healthy domains whose work isn't counted as the bot's. */
const world = await startWorld({ issuanceDelayMs: 0, ttlS: LONG_TTL_S, negativeTtlS: LONG_TTL_S });
const hostnames = Array.from({ length: HEALTHY_DOMAINS }, (_, at) => `shop.healthy-${at}.com`);
for (const hostname of hostnames)
  world.dns.addZone(hostname.replace('shop.', '')).add(hostname, 'A', world.target.address);
world.edge.setAliases(hostnames);
process.once('disconnect', () => void world.stop().then(() => process.exit(0)));
process.send?.({ environment: world.environment, hostnames });
