import { randomUUID } from 'node:crypto';
import type { Mapping } from '../../../src/core/mapping.js';
import { createClosteProvider } from '../../../src/hosting/closte/client.js';
import type { HostingProvider } from '../../../src/hosting/provider.js';
import { BOT } from '../../../src/sandbox/slack/workspace.js';
import type { World } from '../../../src/sandbox/world.js';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.js';
import type { StoredMapping } from '../../../src/store/store.js';
import { limit } from '../../../src/util/concurrency/queue.js';
import { silentLog } from '../../store/temporary.js';
import { newStoredMapping } from '../../store/typical-mapping.js';

const AT_ONCE = 32;
const MAX_ATTEMPTS = 10;
const CHANNELS = 10;

export const zoneOf = (at: number): string => `soak-${at}.com`;
export const hostnameOf = (at: number): string => `shop.${zoneOf(at)}`;

/** Ready mappings, with all that stands outside for them: zone, alias, certificate, card. */
export async function seed(world: World, dataDir: string, count: number): Promise<void> {
  await addAliases(world, count);
  const channels = Array.from({ length: CHANNELS }, (_, at) => addChannel(world, at));
  const store = await openLowdbStore({ dataDir, now: Date.now, newToken: randomUUID, log: silentLog });
  const turns = limit(AT_ONCE);
  await Promise.all(
    Array.from({ length: count }, (_, at) =>
      turns(() => store.create(readyMapping(world, at, channels[at % CHANNELS] ?? ''))),
    ),
  );
  await store.close();
}

async function addAliases({ closte, dns, target, environment }: World, count: number): Promise<void> {
  const apiKey = environment['CLOSTE_CLIENT_API_KEY'] ?? '';
  const provider = createClosteProvider({
    baseUrl: closte.url,
    apiKey,
    connectTimeoutMs: 10_000,
    totalTimeoutMs: 60_000,
  });
  const turns = limit(AT_ONCE);
  await Promise.all(
    Array.from({ length: count }, (_, at) =>
      turns(async () => {
        dns.addZone(zoneOf(at)).add(hostnameOf(at), 'A', target.address);
        await addAgainAndAgain(provider, hostnameOf(at));
      }),
    ),
  );
}

/** The stand-in shares a thread with the rest of the world: busy, it may break a connection off. */
async function addAgainAndAgain(provider: HostingProvider, hostname: string): Promise<void> {
  for (let attempt = 1; ; attempt++)
    try {
      return void (await provider.addAlias(hostname));
    } catch (error) {
      if (attempt === MAX_ATTEMPTS) throw error;
    }
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
