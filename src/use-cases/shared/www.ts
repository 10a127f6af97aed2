import { wwwOf } from '../../core/hostname.js';
import { request } from '../../core/lifecycle/decide.js';
import type { Mapping } from '../../core/mapping.js';
import { HostnameTaken, type StoredMapping } from '../../store/store.js';
import { type App, contextOf, type Ports } from '../ports.js';
import { newStoredMapping, type TransitionDeps } from './transition.js';
import { transitionPair } from './transition-pair.js';

/** The www mapping that a hostname gets on an app: none where the `www.` name is mapped already. */
export async function plannedWww(
  { store, newId }: Pick<Ports, 'store' | 'newId'>,
  hostname: string,
  { www }: App,
): Promise<Mapping['www']> {
  const name = wwwOf(hostname, www);
  if (name === undefined || (await store.findLive(name))) return undefined;
  return { id: newId(), hostname: name, revision: -1 };
}

/** Makes a mapping's www mapping where it is planned and not there yet; a crash in between is mended by the next check. */
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
