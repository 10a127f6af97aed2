import type { MappingLinks } from '../../core/mapping.js';
import { isOwn } from '../../core/own-names.js';
import { ProviderError } from '../../hosting/provider.js';
import type { StoredMapping } from '../../store/store.js';
import type { LongList } from '../../util/parted-list.js';
import type { App, Ports } from '../ports.js';
import type { TransitionDeps } from '../shared/transition.js';
import { transitionPair } from '../shared/transition.js';
import { aliasMap } from './alias-lists.js';
import { ImplausibleList } from './fault-reports.js';

const ADDED_AGAIN_WITHIN_MS = 24 * 3_600_000;
/** An alias added this recently may not be listed yet. */
const SETTLED_MS = 5 * 60_000;
/** If something keeps removing an alias, a person has to find out what. */
const MAX_LOST_PER_DAY = 3;
/** If more than this many, and more than half, are missing at once, the list is not trusted. */
const FEW_ALIASES = 5;

export interface AliasDeps extends TransitionDeps, Pick<Ports, 'log' | 'store'> {
  /** Called for an alias that keeps vanishing and is not added again. */
  readonly vanishing?: (app: string, hostname: string) => Promise<void>;
}

/**
 * Reads an app's aliases, one list for all its mappings, and adds missing ones again: Ultimate Multisite's queued
 * removals run hours late and remove aliases that were mapped again meanwhile. Throws `ProviderError`, and
 * `ImplausibleList` if most are missing at once.
 */
export async function reconcileAliases(deps: AliasDeps, app: App): Promise<void> {
  const aliases = await app.provider.listAliases();
  if (aliases === 'unreadable')
    throw new ProviderError('wrong-shape', 'The list of domains has an unknown format.', {
      retryable: false,
      outcomeUnknown: false,
    });
  const { wanted, gone } = await missingAliases(deps, app, aliases);
  if (gone.length > FEW_ALIASES && gone.length * 2 > wanted)
    throw new ImplausibleList('aliases', gone.length, wanted);
  for (const { id, hostname } of gone) {
    const stored = await deps.store.load(id);
    if (!stored) continue;
    if (timesLost(stored, deps.now()) >= MAX_LOST_PER_DAY) {
      deps.log.warn({ app: app.name, hostname }, 'an alias keeps vanishing and is not added again today');
      await deps.vanishing?.(app.name, hostname);
      continue;
    }
    await transitionPair(deps, id, { type: 'alias.lost' });
    deps.wakeUp.check(id);
  }
}

/** How many mappings should be listed, and which of them are not. Takes turns with other work. */
async function missingAliases(
  { store, now }: AliasDeps,
  app: App,
  aliases: LongList<string>,
): Promise<{ readonly wanted: number; readonly gone: readonly MappingLinks[] }> {
  const listed = await aliasMap(aliases);
  const isWanted = ({ hostname, alias }: MappingLinks): boolean =>
    !isOwn(hostname, app.multisite?.host) &&
    alias.intent === 'add' &&
    alias.state === 'accepted' &&
    now() - alias.since >= SETTLED_MS;
  const gone: MappingLinks[] = [];
  let wanted = 0;
  for await (const batch of store.links(app.name))
    for (const links of batch) {
      if (!isWanted(links)) continue;
      wanted += 1;
      if (!listed.has(links.hostname)) gone.push(links);
    }
  return { wanted, gone };
}

const timesLost = ({ events }: StoredMapping, now: number): number =>
  events.filter(({ type, at }) => type === 'alias.lost' && now - at < ADDED_AGAIN_WITHIN_MS).length;
