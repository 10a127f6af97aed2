import { parseHostname } from '../mapping/hostname.js';
import { isOwn } from '../multisite/network.js';
import { withItsCard } from '../store/its-card.js';
import { HostnameTaken, type MappingRecord } from '../store/store.js';
import { assertMay } from './access.js';
import { apply } from './apply.js';
import type { Asker } from './asker.js';
import { chooseApp } from './choose-app.js';
import type { App, Deps } from './deps.js';
import type { Refusals } from './refusals.js';
import { startMapping } from './start-mapping.js';
import { UserError } from './user-error.js';

export interface MapRequest {
  /** As typed. */
  readonly hostname: string;
  /** An app's name; the channel's app or the only one when absent. */
  readonly app?: string | undefined;
  /** The site in the app's Ultimate Multisite network that the domain is for. */
  readonly siteId?: number | undefined;
}

export interface Mapped {
  readonly record: MappingRecord;
  /** False when the hostname was mapped before: nothing was done. */
  readonly isNew: boolean;
}

/** Stores the intent to map a hostname; the watch carries it out. Throws `UserError`. */
export async function map(
  deps: Deps,
  refusals: Refusals,
  { hostname, app, siteId }: MapRequest,
  asker: Asker,
): Promise<Mapped> {
  const parsed = parseHostname(hostname);
  if (!parsed.ok) throw new UserError({ code: 'hostname', problem: parsed.problem });
  // A slip in the app's name must not be taken for another app that has the hostname.
  const wanted = app === undefined ? undefined : chooseApp(deps.apps, app, asker.channel).name;
  const existing = await deps.store.findLive(parsed.hostname);
  if (existing) {
    await assertMay(deps, asker, 'look');
    const known = alreadyMapped(await withItsCard(deps.store, existing), wanted, asker);
    return siteId === undefined ? known : addRecord(deps, refusals, known.record, siteId, asker);
  }
  const chosen = chooseApp(deps.apps, wanted, asker.channel);
  if (siteId !== undefined) assertNetwork(chosen);
  if (isOwn(parsed.hostname, chosen.multisite?.host))
    throw new UserError({ code: 'own-domain', hostname: parsed.hostname, app: chosen.name });
  await assertMay(deps, asker, 'map', () => refusals.ofMapping(parsed.hostname, chosen.name, asker));
  const { user: by, channel, delivery } = asker;
  const site = siteId === undefined ? undefined : { siteId };
  const wish = { hostname: parsed.hostname, channel, by, site, withCompanion: true, delivery };
  try {
    const record = await startMapping(deps, chosen, wish);
    deps.bell.deliver(record.mapping.id);
    deps.bell.check(record.mapping.id);
    return { record, isNew: true };
  } catch (error) {
    if (error instanceof HostnameTaken)
      return alreadyMapped(await withItsCard(deps.store, error.existing), wanted, asker);
    throw error;
  }
}

/** A mapping that has no record in the network yet gets one. */
async function addRecord(
  deps: Deps,
  refusals: Refusals,
  { mapping }: MappingRecord,
  siteId: number,
  asker: Asker,
): Promise<Mapped> {
  await assertMay(deps, asker, 'map', (wish) => refusals.inThread(mapping.id, asker, wish));
  const app = deps.apps.get(mapping.app);
  if (app) assertNetwork(app);
  const input = { type: 'record.requested', siteId, by: asker.user } as const;
  const record = await apply(deps, mapping.id, input, asker.delivery);
  deps.bell.check(mapping.id);
  return { record, isNew: false };
}

function assertNetwork({ name, multisite }: App): void {
  if (!multisite?.rest) throw new UserError({ code: 'no-network', app: name });
}

/** The request that made it may have been delivered again: it gets the same answer. */
function alreadyMapped(record: MappingRecord, wanted: string | undefined, { delivery }: Asker): Mapped {
  if (record.requests.includes(delivery)) return { record, isNew: true };
  const { app, hostname } = record.mapping;
  if (wanted !== undefined && wanted !== app) throw new UserError({ code: 'on-other-app', hostname, app });
  if (record.mapping.host.intent === 'remove')
    throw new UserError({ code: 'being-removed', hostname: record.mapping.hostname });
  return { record, isNew: false };
}
