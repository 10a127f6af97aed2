import { request } from '../mapping/lifecycle.js';
import type { Mapping } from '../mapping/mapping.js';
import { companionOf } from '../mapping/www.js';
import { HostnameTaken, type MappingRecord } from '../store/store.js';
import { apply } from './apply.js';
import { type App, contextOf, type Deps } from './deps.js';
import { newRecord } from './new-record.js';

/** The companion that a hostname gets on an app: none where the `www.` name is mapped already. */
export async function plannedCompanion(
  { store, newId }: Deps,
  hostname: string,
  { www }: App,
): Promise<Mapping['companion']> {
  const name = companionOf(hostname, www);
  if (name === undefined || (await store.findLive(name))) return undefined;
  return { id: newId(), hostname: name, revision: -1 };
}

/** Makes a mapping's companion where it is planned and not there yet; a crash in between is mended by the next check. */
export async function ensureCompanion(deps: Deps, { mapping }: MappingRecord): Promise<void> {
  const { companion, app, channel, requestedBy: by, id: under, host } = mapping;
  if (!companion || host.intent === 'remove' || (await deps.store.load(companion.id))) return;
  const wish = { id: companion.id, app, hostname: companion.hostname, channel, by, under };
  try {
    await deps.store.create(newRecord(request(wish, contextOf(deps, app)), companion.id));
    deps.bell.deliver(companion.id);
    deps.bell.check(companion.id);
  } catch (error) {
    if (!(error instanceof HostnameTaken)) throw error;
    await apply(deps, under, { type: 'companion.dropped' });
  }
}
