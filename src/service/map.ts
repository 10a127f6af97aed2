import { parseHostname } from '../mapping/hostname.js';
import { request } from '../mapping/lifecycle.js';
import { isOwn } from '../multisite/network.js';
import { HostnameTaken, type MappingRecord } from '../store/store.js';
import { assertMay } from './access.js';
import { apply } from './apply.js';
import type { Asker } from './asker.js';
import { chooseApp } from './choose-app.js';
import { type App, contextOf, type Deps } from './deps.js';
import { ensureCompanion, plannedCompanion } from './family.js';
import { newRecord } from './new-record.js';
import type { Refusals } from './refusals.js';
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
  const existing = await deps.store.findLive(parsed.hostname);
  if (existing) {
    await assertMay(deps, asker, 'look');
    const known = alreadyMapped(await withItsCard(deps, existing), app, asker);
    return siteId === undefined ? known : addRecord(deps, refusals, known.record, siteId, asker);
  }
  const chosen = chooseApp(deps.apps, app, asker.channel);
  if (siteId !== undefined) assertNetwork(chosen);
  if (isOwn(parsed.hostname, chosen.multisite?.host))
    throw new UserError({ code: 'own-domain', hostname: parsed.hostname, app: chosen.name });
  await assertMay(deps, asker, 'map', () => refusals.ofMapping(parsed.hostname, chosen.name, asker));
  const { user: by, channel, delivery } = asker;
  const decision = request(
    {
      id: deps.newId(),
      app: chosen.name,
      hostname: parsed.hostname,
      channel,
      by,
      site: siteId === undefined ? undefined : { siteId },
      companion: await plannedCompanion(deps, parsed.hostname, chosen),
    },
    contextOf(deps, chosen.name),
  );
  try {
    const record = await deps.store.create(newRecord(decision, delivery));
    await ensureCompanion(deps, record);
    deps.bell.deliver(record.mapping.id);
    deps.bell.check(record.mapping.id);
    return { record, isNew: true };
  } catch (error) {
    if (error instanceof HostnameTaken)
      return alreadyMapped(await withItsCard(deps, error.existing), app, asker);
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

/** A companion stands on another's card. */
async function withItsCard({ store }: Deps, record: MappingRecord): Promise<MappingRecord> {
  const main = record.mapping.under === undefined ? undefined : await store.load(record.mapping.under);
  return main ? { ...record, card: main.card } : record;
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
