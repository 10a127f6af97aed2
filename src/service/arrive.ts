import { SYSTEM } from '../mapping/event.js';
import { request } from '../mapping/lifecycle.js';
import { HostnameTaken, type MappingRecord } from '../store/store.js';
import { apply } from './apply.js';
import { type App, contextOf, type Deps } from './deps.js';
import { ensureCompanion, plannedCompanion } from './family.js';
import { newRecord } from './new-record.js';

/** A domain that came into being in an app's network. */
export interface Arrival {
  /** In A-label form. */
  readonly hostname: string;
  /** The site it routes to, where the network has a record of it. */
  readonly siteId?: number | undefined;
  readonly recordId?: number | undefined;
  /** Closte lists the alias: it is not asked to add it. */
  readonly isListed: boolean;
  /** Whether the `www.` name is to be mapped with it, as far as the app's policy says so. */
  readonly withCompanion: boolean;
  /** Who wants it followed; nobody in particular unless given. */
  readonly by?: string | undefined;
}

/** `elsewhere`: the hostname is mapped on another app, which keeps it. */
export type Arrived = 'started' | 'known' | 'elsewhere';

/** Starts a mapping for what arrived, or lets the one there is know of its record. Needs the app's channel. */
export async function arrive(deps: Deps, app: App, arrival: Arrival): Promise<Arrived> {
  const existing = await deps.store.findLive(arrival.hostname);
  if (existing) return link(deps, app, existing, arrival);
  const { hostname, siteId, recordId, by = SYSTEM } = arrival;
  const site = siteId === undefined || recordId === undefined ? undefined : { siteId, recordId };
  const { channel } = app;
  if (channel === undefined) throw new Error(`app ${app.name} has no channel`);
  const companion = arrival.withCompanion ? await plannedCompanion(deps, hostname, app) : undefined;
  const wish = { id: deps.newId(), app: app.name, hostname, channel, by, site, companion };
  try {
    const record = await deps.store.create(newRecord(request(wish, contextOf(deps, app.name)), wish.id));
    const { mapping } = record;
    await ensureCompanion(deps, record);
    if (arrival.isListed) await apply(deps, mapping.id, { type: 'host.added', already: true });
    deps.bell.deliver(mapping.id);
    return 'started';
  } catch (error) {
    if (error instanceof HostnameTaken) return link(deps, app, error.existing, arrival);
    throw error;
  }
}

async function link(
  deps: Deps,
  app: App,
  { mapping }: MappingRecord,
  { siteId, recordId }: Arrival,
): Promise<Arrived> {
  if (mapping.app !== app.name) {
    deps.log.warn(
      { app: app.name, hostname: mapping.hostname, on: mapping.app },
      'a domain of the network is mapped on another app, which keeps it',
    );
    return 'elsewhere';
  }
  if (siteId !== undefined && recordId !== undefined)
    await apply(deps, mapping.id, { type: 'record.found', siteId, recordId });
  return 'known';
}
