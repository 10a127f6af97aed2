import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BOT } from '../../../src/sandbox/slack/workspace.js';
import { startWorld, type World } from '../../../src/sandbox/world.js';
import { channelOf, hostnameOf, kindOf, zoneOf } from './domains.js';
import { seedDomains } from './seed.js';
import { startSite } from './site.js';

/** All that stands outside the bot, in a process of its own; also writes the records that the bot starts with. */
const count = Number(process.env['MAPPINGS']);
const dataDir = process.env['DATA_DIR'] ?? '';
const startsAt = Number(process.env['STARTS_AT']);
const ELSEWHERE = '127.0.0.11';

const world = await startWorld({ issuanceDelayMs: 0, ttlS: 3_600, negativeTtlS: 3_600 });
// Its place is taken by the site, which needs no request for each alias four times a second.
await world.edge.stop();
const site = await startSite(world.target.address, world.target.host, count);
const caFile = join(dataDir, 'ca.pem');
await writeFile(caFile, site.rootPem);
addZones(world);
const cards = addCards(world);
// The seed is judged by the bot's settings: after a change of theirs, it would read every record again.
const environment = {
  ...world.environment,
  TLS_PORT: String(site.port),
  CA_FILE: caFile,
  DNS_CHECK_INTERVAL: '300',
  SSL_DEADLINE_MINUTES: '1440',
};
await seedDomains({
  environment,
  dataDir,
  count,
  site,
  startsAt,
  cardTs: (at) => cards.get(at) ?? '1.000000',
});
process.stdout.write(`${JSON.stringify({ port: site.port, environment })}\n`);
process.once('SIGTERM', () => {
  site.stop();
  void world.stop().then(() => process.exit(0));
});

function addZones({ dns, closte, target }: World): void {
  for (let at = 0; at < count; at++) {
    const zone = dns.addZone(zoneOf(at));
    const kind = kindOf(at);
    if (kind === 'elsewhere') zone.add(hostnameOf(at), 'A', ELSEWHERE);
    else if (kind !== 'no-record') zone.add(hostnameOf(at), 'A', target.address);
  }
  closte.addAliases(Array.from({ length: count }, (_, at) => hostnameOf(at)));
}

/** Of those that wait: the others have nothing to tell. */
function addCards({ slack: { workspace } }: World): ReadonlyMap<number, string> {
  const general = workspace.channels.get('C02GENERAL');
  if (!general) throw new Error('the workspace has no #general');
  const posted = new Map<number, string>();
  for (let at = 0; at < count; at++) {
    const channel = channelOf(at);
    if (!workspace.channels.has(channel))
      workspace.changeChannel(
        { ...general, id: channel, name: channel.toLowerCase(), botIsMember: true },
        {},
      );
    if (kindOf(at) === 'ready') continue;
    const message = { channel, user: BOT.userId, botId: BOT.id, text: hostnameOf(at) };
    posted.set(at, workspace.post(message).ts);
  }
  return posted;
}
