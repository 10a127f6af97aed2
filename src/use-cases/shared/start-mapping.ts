import { type Decision, decide, type Input, type Request, request } from '../../core/lifecycle/decide.js';
import type { Context } from '../../core/lifecycle/step.js';
import type { StoredMapping } from '../../store/store.js';
import { type App, appAt, contextOf, tellingRulesOf } from '../ports.js';
import { newStoredMapping, type TransitionDeps } from './transition.js';
import { ensureWww, plannedPair, tellPrimary } from './www.js';

export interface Start extends Omit<Request, 'id' | 'app' | 'www' | 'primary'> {
  /** Whether to map the `www.` name, too, as far as the app's policy allows. */
  readonly withWww: boolean;
  /** The hosting provider has the alias already: it is not added. */
  readonly isListed?: boolean;
  /** The request's ID, so that it counts once. */
  readonly requestId?: string | undefined;
}

/** Stores a new mapping and its planned www mapping; doesn't wake the scheduler. Throws `HostnameTaken`. */
export async function startMapping(
  deps: TransitionDeps,
  app: App,
  { withWww, isListed = false, requestId, ...start }: Start,
): Promise<StoredMapping> {
  const id = deps.newId();
  const place = { app: app.name, channel: start.channel };
  const pair = await plannedPair(deps, { ...start, withWww }, appAt(deps.apps, place) ?? app);
  const context = contextOf(deps, place);
  const asked = request({ ...start, ...pair, id, app: app.name }, context);
  // In the same write: a check in between would add the alias.
  const decision = isListed ? followedBy(asked, { type: 'alias.added', already: true }, context) : asked;
  const stored = await deps.store.create(
    newStoredMapping(decision, requestId ?? id, tellingRulesOf(deps.apps, place)),
  );
  await ensureWww(deps, stored);
  await tellPrimary(deps, stored);
  return stored;
}

function followedBy({ mapping, events }: Decision, input: Input, context: Context): Decision {
  const next = decide(mapping, input, context);
  return { mapping: next.mapping, events: [...events, ...next.events] };
}
