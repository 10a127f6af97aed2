import { wwwOf } from '../../core/hostname.js';
import { request } from '../../core/lifecycle/decide.js';
import type { Mapping } from '../../core/mapping.js';
import { isOwn } from '../../core/own-names.js';
import { HostnameTaken, type StoredMapping } from '../../store/store.js';
import { type App, contextOf, type Ports } from '../ports.js';
import { newStoredMapping, type TransitionDeps } from './transition.js';
import { transitionPair } from './transition-pair.js';

/** The www mapping that a hostname gets on an app; none if the `www.` name is already mapped. */
export async function plannedWww(
  { store, newId }: Pick<Ports, 'store' | 'newId'>,
  hostname: string,
  { www, multisite }: App,
): Promise<Mapping['www']> {
  const name = isOwn(hostname, multisite?.host) ? undefined : wwwOf(hostname, www);
  if (name === undefined || (await store.findLive(name))) return undefined;
  return { id: newId(), hostname: name, revision: -1 };
}

/** Creates a planned www mapping that doesn't exist yet; after a crash in between, the next check creates it. */
export async function ensureWww(deps: TransitionDeps, { mapping }: StoredMapping): Promise<void> {
  const { www, app, channel, requestedBy: by, id: primary, alias } = mapping;
  if (!www || alias.intent === 'remove' || (await deps.store.load(www.id))) return;
  const start = { id: www.id, app, hostname: www.hostname, channel, by, primary };
  try {
    await deps.store.create(newStoredMapping(request(start, contextOf(deps, app)), www.id));
    deps.wakeUp.deliver(www.id);
    deps.wakeUp.check(www.id);
  } catch (error) {
    if (!(error instanceof HostnameTaken)) throw error;
    await transitionPair(deps, primary, { type: 'www.dropped' });
  }
}
