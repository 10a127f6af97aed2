import { randomUUID } from 'node:crypto';
import type { Mapping } from '../../../src/core/mapping.js';
import { BOT } from '../../../src/sandbox/slack/workspace.js';
import type { World } from '../../../src/sandbox/world.js';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.js';
import type { StoredMapping } from '../../../src/store/store.js';
import { limit } from '../../../src/util/concurrency/queue.js';
import { silentLog } from '../../store/temporary.js';
import { newStoredMapping } from '../../store/typical-mapping.js';

const AT_ONCE = 32;
const CHANNELS = 10;

export const zoneOf = (at: number): string => `soak-${at}.com`;
export const hostnameOf = (at: number): string => `shop.${zoneOf(at)}`;

/** Ready mappings, with all that stands outside for them: zone, alias, certificate, card. */
export async function seed(world: World, dataDir: string, count: number): Promise<void> {
  addAliases(world, count);
  const channels = Array.from({ length: CHANNELS }, (_, at) => addChannel(world, at));
  const store = await openLowdbStore({ dataDir, now: Date.now, newToken: randomUUID, log: silentLog });
  const queue = limit(AT_ONCE);
  await Promise.all(
    Array.from({ length: count }, (_, at) =>
      queue(() => store.create(readyMapping(world, at, channels[at % CHANNELS] ?? ''))),
    ),
  );
  await store.close();
}

function addAliases({ closte, dns, target }: World, count: number): void {
  const hostnames = Array.from({ length: count }, (_, at) => hostnameOf(at));
  for (const [at, hostname] of hostnames.entries())
    dns.addZone(zoneOf(at)).add(hostname, 'A', target.address);
  closte.addAliases(hostnames);
}

function addChannel({ slack: { workspace } }: World, at: number): string {
  const general = workspace.channels.get('C02GENERAL');
  if (!general) throw new Error('the workspace has no #general');
  const id = `C1SOAK${at}`;
  workspace.changeChannel({ ...general, id, name: `soak-${at}`, botIsMember: true }, {});
  return id;
}

/** Due within the first two minutes, one after the other. */
function readyMapping({ slack }: World, at: number, channel: string): Omit<StoredMapping, 'version'> {
  const now = Date.now();
  const ready: Partial<Mapping> = {
    app: 'default',
    hostname: hostnameOf(at),
    channel,
    requestedAt: now,
    stage: 'done',
    outcome: { stage: 'done', at: now },
    alias: { intent: 'add', state: 'accepted', since: now, attempts: 0 },
    dns: {
      state: 'propagated',
      since: now,
      startedAt: now,
      publishedAt: now,
      propagatedAt: now,
      agreeingRounds: 2,
      partialChecks: 0,
      contradictions: 0,
    },
    ssl: { state: 'valid', since: now, startedAt: now, issuedAt: now, contradictions: 0 },
    nextCheckAt: now + Math.random() * 120_000,
  };
  const stored = newStoredMapping(`soak-${at}`, ready);
  const { ts } = slack.workspace.post({ channel, user: BOT.userId, botId: BOT.id, text: hostnameOf(at) });
  const messages = Object.fromEntries(stored.events.map(({ id }) => [id, ts]));
  return { ...stored, outbox: [], messages, card: { channel, ts, shownRevision: 0, notBefore: 0 } };
}
