import { type Comparison, compare, type DifferenceKind, type Domain } from '../multisite/compare.js';
import type { DomainRecord } from '../multisite/multisite.js';
import { assertMay, type Wish } from './access.js';
import { apply } from './apply.js';
import { type Arrival, arrive } from './arrive.js';
import type { Asker } from './asker.js';
import { chooseApp } from './choose-app.js';
import type { App, Deps } from './deps.js';
import { liveMappings, siteOf } from './follow-network.js';

/** What can be done about a kind of difference. */
export const bulkActions = ['adopt', 'map', 'remove', 'restore', 'unmap'] as const;
export type BulkAction = (typeof bulkActions)[number];

const DIFFERENCE_OF = {
  adopt: ['adopt', 'orphan'],
  map: ['map'],
  remove: ['orphan'],
  restore: ['lost'],
  unmap: ['unrouted'],
} as const satisfies Record<BulkAction, readonly DifferenceKind[]>;

const NEEDED: Readonly<Record<BulkAction, Wish>> = {
  adopt: 'map',
  map: 'map',
  remove: 'unmap',
  restore: 'map',
  unmap: 'unmap',
};

export interface SyncReport extends Comparison {
  readonly app: string;
  /** Which sides could not be read, in their words. */
  readonly unreadable: readonly { readonly side: 'closte' | 'network'; readonly words: string }[];
  readonly aliases: number | undefined;
  readonly records: number | undefined;
  readonly mappings: number;
  /** Whether the app is a network whose records can be asked for. */
  readonly hasNetwork: boolean;
}

export interface BulkResult {
  readonly done: number;
  readonly failed: readonly string[];
}

/** A dry run: reads the three sides and changes nothing. */
export async function report(deps: Deps, appName: string | undefined, asker: Asker): Promise<SyncReport> {
  await assertMay(deps, asker, 'audit');
  return readSides(deps, chooseApp(deps.apps, appName, asker.channel));
}

/** What an action is about, as it is now. */
export async function affected(
  deps: Deps,
  appName: string,
  action: BulkAction,
  asker: Asker,
): Promise<readonly Domain[]> {
  await assertMay(deps, asker, NEEDED[action]);
  const { differences } = await readSides(deps, chooseApp(deps.apps, appName, asker.channel));
  return DIFFERENCE_OF[action].flatMap((kind) => differences[kind]);
}

/** Carries an action out on all that it is about now; one that fails stops no other. */
export async function bulk(
  deps: Deps,
  appName: string,
  action: BulkAction,
  asker: Asker,
): Promise<(onProgress: (done: number, of: number) => void) => Promise<BulkResult>> {
  const app = chooseApp(deps.apps, appName, asker.channel);
  const domains = await affected(deps, appName, action, asker);
  return async (onProgress) => {
    const failed: string[] = [];
    // What Closte has no www of was made without: nothing is added to what is only adopted.
    const hasWww = new Set(domains.map(({ hostname }) => hostname));
    for (const [at, domain] of domains.entries()) {
      try {
        await act(deps, app, action, domain, hasWww.has(`www.${domain.hostname}`), asker);
      } catch (error) {
        deps.log.error({ err: error, hostname: domain.hostname, action }, 'a domain was not synchronised');
        failed.push(domain.hostname);
      }
      onProgress(at + 1, domains.length);
    }
    return { done: domains.length - failed.length, failed };
  };
}

async function act(
  deps: Deps,
  app: App,
  action: BulkAction,
  domain: Domain,
  hasWww: boolean,
  asker: Asker,
): Promise<void> {
  switch (action) {
    case 'adopt':
      await take(deps, app, domain, { isListed: true, withCompanion: hasWww }, asker);
      return;
    case 'map':
      await take(deps, app, domain, { isListed: false, withCompanion: true }, asker);
      return;
    case 'remove':
      // Adopted first, so that its end is in the channel like that of every other.
      await take(deps, app, domain, { isListed: true, withCompanion: false }, asker);
      return unmap(deps, domain.hostname, asker);
    case 'unmap':
      return unmap(deps, domain.hostname, asker);
    case 'restore':
      if (domain.mapping === undefined) return;
      await apply(deps, domain.mapping, { type: 'host.lost' });
      deps.bell.check(domain.mapping);
  }
}

async function take(
  deps: Deps,
  app: App,
  { hostname, record }: Domain,
  how: Pick<Arrival, 'isListed' | 'withCompanion'>,
  { user, channel }: Asker,
): Promise<void> {
  await arrive(
    deps,
    { ...app, channel: app.channel ?? channel },
    { hostname, site: record && siteOf(record), ...how, by: user },
  );
}

async function unmap(deps: Deps, hostname: string, { user }: Asker): Promise<void> {
  const record = await deps.store.findLive(hostname);
  if (!record) return;
  await apply(deps, record.mapping.id, { type: 'unmap.requested', by: user });
  deps.bell.check(record.mapping.id);
}

async function readSides(deps: Deps, app: App): Promise<SyncReport> {
  const [aliases, records, mappings] = await Promise.all([
    readAliases(app),
    readRecords(app),
    liveMappings(deps, app.name),
  ]);
  const { host: networkHost } = app.multisite ?? {};
  const found = compare({ aliases: aliases.value, records: records.value, mappings, networkHost });
  return {
    ...found,
    app: app.name,
    unreadable: [
      ...(aliases.words === undefined ? [] : [{ side: 'closte', words: aliases.words } as const]),
      ...(records.words === undefined ? [] : [{ side: 'network', words: records.words } as const]),
    ],
    aliases: aliases.value === 'unknown' ? undefined : aliases.value.length,
    records: typeof records.value === 'string' ? undefined : records.value.length,
    mappings: mappings.length,
    hasNetwork: app.multisite?.rest !== undefined,
  };
}

interface Read<Value> {
  readonly value: Value;
  /** Why it could not be read. */
  readonly words?: string;
}

async function readAliases({ closte }: App): Promise<Read<readonly string[] | 'unknown'>> {
  try {
    const aliases = await closte.listAliases();
    return aliases === 'unreadable' ? { value: 'unknown', words: 'unreadable' } : { value: aliases };
  } catch (error) {
    return { value: 'unknown', words: error instanceof Error ? error.message : 'unknown' };
  }
}

async function readRecords({ multisite }: App): Promise<Read<readonly DomainRecord[] | 'unknown' | 'none'>> {
  if (!multisite?.rest) return { value: 'none' };
  try {
    return { value: await multisite.rest.listRecords() };
  } catch (error) {
    return { value: 'unknown', words: error instanceof Error ? error.message : 'unknown' };
  }
}
