import { type Request, request } from '../../core/lifecycle/decide.js';
import type { StoredMapping } from '../../store/store.js';
import { type App, contextOf } from '../ports.js';
import { newStoredMapping, type TransitionDeps } from './transition.js';
import { ensureWww, plannedWww } from './www.js';

export interface Start extends Omit<Request, 'id' | 'app' | 'www' | 'primary'> {
  /** Whether to map the `www.` name, too, as far as the app's policy allows. */
  readonly withWww: boolean;
  /** The request's ID, so that it counts once. */
  readonly requestId?: string | undefined;
}

/** Stores a new mapping and its planned www mapping; doesn't wake the scheduler. Throws `HostnameTaken`. */
export async function startMapping(
  deps: TransitionDeps,
  app: App,
  { withWww, requestId, ...start }: Start,
): Promise<StoredMapping> {
  const id = deps.newId();
  const www = withWww ? await plannedWww(deps, start.hostname, app) : undefined;
  const decision = request({ ...start, id, app: app.name, www }, contextOf(deps, app.name));
  const stored = await deps.store.create(newStoredMapping(decision, requestId ?? id));
  await ensureWww(deps, stored);
  return stored;
}
