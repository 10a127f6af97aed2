import { SYSTEM } from '../../core/events/event.js';
import { HostnameTaken, type StoredMapping } from '../../store/store.js';
import type { App, Ports } from '../ports.js';
import { startMapping } from './start-mapping.js';
import type { TransitionDeps } from './transition.js';
import { transitionPair } from './transition.js';

export type ImportDeps = TransitionDeps & Pick<Ports, 'log'>;

/** A domain that was created in an app's network. */
export interface DomainImport {
  /** In A-label form. */
  readonly hostname: string;
  /** The site it routes to and its domain record, if the network has them. */
  readonly siteLink?: { readonly siteId: number; readonly domainRecordId: number } | undefined;
  /** The hosting provider already lists the alias, so it isn't added. */
  readonly isListed: boolean;
  readonly withWww: boolean;
  /** The requester; nobody unless set. */
  readonly by?: string | undefined;
}

/** Starts a mapping for an imported domain, or links its record to the existing mapping. The app must have a channel. */
export async function importDomain(deps: ImportDeps, app: App, domain: DomainImport): Promise<void> {
  const { hostname, siteLink, isListed, withWww, by = SYSTEM } = domain;
  const existing = await deps.store.findLive(hostname);
  if (existing) return linkExisting(deps, app, existing, domain);
  const { channel } = app;
  if (channel === undefined) throw new Error(`app ${app.name} has no channel`);
  try {
    const start = { hostname, channel, by, siteLink, withWww, isListed };
    const { mapping } = await startMapping(deps, app, start);
    deps.wakeUp.deliver(mapping.id);
  } catch (error) {
    if (!(error instanceof HostnameTaken)) throw error;
    await linkExisting(deps, app, error.existing, domain);
  }
}

/** A hostname that is mapped on another app stays there. */
async function linkExisting(
  deps: ImportDeps,
  app: App,
  { mapping }: StoredMapping,
  { siteLink }: DomainImport,
): Promise<void> {
  if (mapping.app !== app.name) {
    deps.log.warn(
      { app: app.name, hostname: mapping.hostname, on: mapping.app },
      'network domain skipped: mapped on another app',
    );
    return;
  }
  if (siteLink) await transitionPair(deps, mapping.id, { type: 'domain_record.found', ...siteLink });
}
