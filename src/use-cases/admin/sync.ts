import { type DomainRecord, siteLinkOf } from '../../multisite/multisite.js';
import { visitInTurns } from '../../util/concurrency/event-loop.js';
import { LargeMap } from '../../util/large-map.js';
import type { LongList } from '../../util/parted-list.js';
import type { Actor, Permission } from '../actor.js';
import { type AuthorizeDeps, authorize } from '../authorize.js';
import { carryOut } from '../domains/set-ready.js';
import { type App, ownNamesOf, type Ports } from '../ports.js';
import { cardChannel, chooseApp } from '../shared/destination.js';
import { type DomainImport, type ImportDeps, importDomain } from '../shared/import-domain.js';
import { liveMappings } from '../shared/live-mappings.js';
import { transitionPair } from '../shared/transition.js';
import { type Comparison, type DifferenceKind, type Domain, diff } from './diff.js';

/** The actions for a kind of difference. */
export const bulkActions = ['adopt', 'map', 'remove', 'restore', 'ready', 'unmap'] as const;
export type BulkAction = (typeof bulkActions)[number];

const DIFFERENCE_OF = {
  adopt: ['adopt', 'orphan'],
  map: ['map'],
  remove: ['orphan'],
  restore: ['lost'],
  ready: ['given-up'],
  unmap: ['unrouted'],
} as const satisfies Record<BulkAction, readonly DifferenceKind[]>;

const PERMISSION_FOR: Readonly<Record<BulkAction, Permission>> = {
  adopt: 'map',
  map: 'map',
  remove: 'unmap',
  restore: 'map',
  ready: 'map',
  unmap: 'unmap',
};

export interface SyncReport extends Comparison {
  readonly app: string;
  /** Sides that could not be read, with their error messages. */
  readonly unreadable: readonly { readonly side: 'provider' | 'network'; readonly reason: string }[];
  readonly aliases: number | undefined;
  readonly records: number | undefined;
  readonly mappings: number;
  /** Whether the app is a network whose records can be read. */
  readonly hasNetwork: boolean;
}

export interface BulkResult {
  readonly done: number;
  readonly failed: readonly string[];
}

/** A dry run: reads the three sides and changes nothing. */
export type SyncDeps = AuthorizeDeps & ImportDeps & Pick<Ports, 'places'>;

export async function compareSides(
  deps: SyncDeps,
  appName: string | undefined,
  actor: Actor,
): Promise<SyncReport> {
  await authorize(deps, actor, 'audit');
  return readSides(deps, chooseApp(deps.apps, appName, actor.channel));
}

/** The current subjects of an action. */
export async function affected(
  deps: SyncDeps,
  appName: string,
  action: BulkAction,
  actor: Actor,
): Promise<readonly Domain[]> {
  await authorize(deps, actor, PERMISSION_FOR[action]);
  const { differences } = await readSides(deps, chooseApp(deps.apps, appName, actor.channel));
  return DIFFERENCE_OF[action].flatMap((kind) => differences[kind]);
}

/** Runs an action on all its current subjects; a failure doesn't stop the others. */
export async function bulk(
  deps: SyncDeps,
  appName: string,
  action: BulkAction,
  onProgress: (done: number, of: number) => void,
  actor: Actor,
): Promise<BulkResult> {
  const domains = await affected(deps, appName, action, actor);
  const chosen = chooseApp(deps.apps, appName, actor.channel);
  const where = { ...actor, channel: chosen.channel ?? actor.channel };
  const app = { ...chosen, channel: await cardChannel(deps, chosen, where) };
  const failed: string[] = [];
  // A domain that the hosting provider has without its www name is adopted without it.
  const hasWww = new LargeMap<string, true>(domains.length);
  await visitInTurns(domains, ({ hostname }) => hasWww.set(hostname, true));
  for (const [at, domain] of domains.entries()) {
    try {
      await act(deps, app, action, domain, hasWww.has(`www.${domain.hostname}`), actor);
    } catch (error) {
      deps.log.error({ err: error, hostname: domain.hostname, action }, 'domain could not be synced');
      failed.push(domain.hostname);
    }
    onProgress(at + 1, domains.length);
  }
  return { done: domains.length - failed.length, failed };
}

async function act(
  deps: SyncDeps,
  app: App,
  action: BulkAction,
  domain: Domain,
  hasWww: boolean,
  actor: Actor,
): Promise<void> {
  switch (action) {
    case 'adopt':
      await adopt(deps, app, domain, { isListed: true, withWww: hasWww }, actor);
      return;
    case 'map':
      await adopt(deps, app, domain, { isListed: false, withWww: true }, actor);
      return;
    case 'remove':
      // Adopted first, so that the channel shows its removal like any other.
      await adopt(deps, app, domain, { isListed: true, withWww: false }, actor);
      return unmapDomain(deps, domain.hostname, actor);
    case 'unmap':
      return unmapDomain(deps, domain.hostname, actor);
    case 'ready': {
      const stored = await deps.store.findLive(domain.hostname);
      if (stored) await carryOut(deps, stored.mapping, { user: actor.user });
      return;
    }
    case 'restore':
      if (domain.mapping === undefined) return;
      await transitionPair(deps, domain.mapping, { type: 'alias.lost' });
      deps.wakeUp.check(domain.mapping);
  }
}

async function adopt(
  deps: SyncDeps,
  app: App,
  { hostname, domainRecord }: Domain,
  how: Pick<DomainImport, 'isListed' | 'withWww'>,
  { user }: Actor,
): Promise<void> {
  await importDomain(deps, app, {
    hostname,
    siteLink: domainRecord && siteLinkOf(domainRecord),
    ...how,
    by: user,
  });
}

async function unmapDomain(deps: SyncDeps, hostname: string, { user }: Actor): Promise<void> {
  const stored = await deps.store.findLive(hostname);
  if (!stored) return;
  await transitionPair(deps, stored.mapping.id, { type: 'unmap.requested', by: user });
  deps.wakeUp.check(stored.mapping.id);
}

async function readSides(deps: SyncDeps, app: App): Promise<SyncReport> {
  const [aliases, domainRecords, mappings] = await Promise.all([
    readSideAliases(app),
    readSideRecords(app),
    liveMappings(deps, app.name),
  ]);
  const { internalDomains } = app.hosting;
  const found = await diff({
    aliases: aliases.value,
    domainRecords: domainRecords.value,
    mappings,
    ...ownNamesOf(app),
    internalDomains,
  });
  return {
    ...found,
    app: app.name,
    unreadable: [
      ...(aliases.reason === undefined ? [] : [{ side: 'provider', reason: aliases.reason } as const]),
      ...(domainRecords.reason === undefined
        ? []
        : [{ side: 'network', reason: domainRecords.reason } as const]),
    ],
    aliases: aliases.value === 'unknown' ? undefined : aliases.value.length,
    records: typeof domainRecords.value === 'string' ? undefined : domainRecords.value.length,
    mappings: mappings.size,
    hasNetwork: app.multisite?.rest !== undefined,
  };
}

interface SideReading<Value> {
  readonly value: Value;
  /** Why it could not be read. */
  readonly reason?: string;
}

async function readSideAliases({ provider }: App): Promise<SideReading<LongList<string> | 'unknown'>> {
  try {
    const aliases = await provider.listAliases();
    return aliases === 'unreadable' ? { value: 'unknown', reason: 'unreadable' } : { value: aliases };
  } catch (error) {
    return { value: 'unknown', reason: error instanceof Error ? error.message : 'unknown' };
  }
}

async function readSideRecords({
  multisite,
}: App): Promise<SideReading<LongList<DomainRecord> | 'unknown' | 'none'>> {
  if (!multisite?.rest) return { value: 'none' };
  try {
    return { value: (await multisite.rest.listDomainRecords()).domainRecords };
  } catch (error) {
    return { value: 'unknown', reason: error instanceof Error ? error.message : 'unknown' };
  }
}
