import { SYSTEM } from '../mapping/event.js';
import { HostnameTaken, type MappingRecord } from '../store/store.js';
import { apply } from './apply.js';
import type { App, Deps } from './deps.js';
import { startMapping } from './start-mapping.js';

/** A domain that came into being in an app's network. */
export interface Arrival {
  /** In A-label form. */
  readonly hostname: string;
  /** The site it routes to and the record of it, where the network has one. */
  readonly site?: { readonly siteId: number; readonly recordId: number } | undefined;
  /** Closte lists the alias: it is not asked to add it. */
  readonly isListed: boolean;
  readonly withCompanion: boolean;
  /** Who wants it followed; nobody in particular unless given. */
  readonly by?: string | undefined;
}

/** Starts a mapping for what arrived, or lets the one there is know of its record. Needs the app's channel. */
export async function arrive(deps: Deps, app: App, arrival: Arrival): Promise<void> {
  const { hostname, site, isListed, withCompanion, by = SYSTEM } = arrival;
  const existing = await deps.store.findLive(hostname);
  if (existing) return link(deps, app, existing, arrival);
  const { channel } = app;
  if (channel === undefined) throw new Error(`app ${app.name} has no channel`);
  try {
    const { mapping } = await startMapping(deps, app, { hostname, channel, by, site, withCompanion });
    if (isListed) await apply(deps, mapping.id, { type: 'host.added', already: true });
    deps.bell.deliver(mapping.id);
  } catch (error) {
    if (!(error instanceof HostnameTaken)) throw error;
    await link(deps, app, error.existing, arrival);
  }
}

/** A hostname that is mapped on another app stays there. */
async function link(deps: Deps, app: App, { mapping }: MappingRecord, { site }: Arrival): Promise<void> {
  if (mapping.app !== app.name) {
    deps.log.warn(
      { app: app.name, hostname: mapping.hostname, on: mapping.app },
      'a domain of the network is mapped on another app, which keeps it',
    );
    return;
  }
  if (site) await apply(deps, mapping.id, { type: 'record.found', ...site });
}
