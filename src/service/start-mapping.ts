import { type Request, request } from '../mapping/lifecycle.js';
import type { MappingRecord } from '../store/store.js';
import { type App, contextOf, type Deps } from './deps.js';
import { ensureCompanion, plannedCompanion } from './family.js';
import { newRecord } from './new-record.js';

export interface Start extends Omit<Request, 'id' | 'app' | 'companion' | 'under'> {
  /** Whether the `www.` name is to be mapped with it, as far as the app's policy says so. */
  readonly withCompanion: boolean;
  /** The request's id, so that it counts once. */
  readonly delivery?: string | undefined;
}

/** Stores a new mapping with the companion it is to have, and rings no bell for it. Throws `HostnameTaken`. */
export async function startMapping(
  deps: Deps,
  app: App,
  { withCompanion, delivery, ...wish }: Start,
): Promise<MappingRecord> {
  const id = deps.newId();
  const companion = withCompanion ? await plannedCompanion(deps, wish.hostname, app) : undefined;
  const decision = request({ ...wish, id, app: app.name, companion }, contextOf(deps, app.name));
  const record = await deps.store.create(newRecord(decision, delivery ?? id));
  await ensureCompanion(deps, record);
  return record;
}
