import { bareOf, isWildcard, wwwNameOf, wwwOf } from '../../core/hostname.js';
import { type Decision, decide, type Input, type Request, request } from '../../core/lifecycle/decide.js';
import type { Context } from '../../core/lifecycle/step.js';
import type { Mapping } from '../../core/mapping.js';
import { isOwn } from '../../core/own-names.js';
import { withJoinedCard } from '../../store/cards.js';
import { HostnameTaken, RecordUnreadable, StaleVersion, type StoredMapping } from '../../store/store.js';
import { type App, appAt, contextOf, type Ports, reportingRulesOf } from '../ports.js';
import { newStoredMapping, type TransitionDeps, transitionPair } from './transition.js';

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
    newStoredMapping(decision, requestId ?? id, reportingRulesOf(deps.apps, place)),
  );
  await ensureWww(deps, stored);
  await notifyPrimary(deps, stored);
  return stored;
}

function followedBy({ mapping, events }: Decision, input: Input, context: Context): Decision {
  const next = decide(mapping, input, context);
  return { mapping: next.mapping, events: [...events, ...next.events] };
}

/** A new mapping's part in a pair: its www mapping, or the primary whose card it shares. */
interface PairPlan {
  readonly www?: Mapping['www'];
  readonly primary?: string | undefined;
}

type PlanDeps = Pick<Ports, 'store' | 'newId'>;

/**
 * A name and its `www.` name are one pair on one card, whichever was mapped first. `withWww`: whether a missing www
 * mapping is created, as far as the app's policy allows.
 */
async function plannedPair(
  { store, newId }: PlanDeps,
  { hostname, channel, withWww }: { hostname: string; channel: string; withWww: boolean },
  app: App,
): Promise<PairPlan> {
  if (isWildcard(hostname) || isOwn(hostname, app.multisite?.host)) return {};
  const bare = bareOf(hostname);
  if (bare !== hostname) {
    const main = await store.findLive(bare);
    return main && mayShare(main.mapping, app, channel) ? { primary: main.mapping.id } : {};
  }
  const existing = await store.findLive(wwwNameOf(hostname));
  if (existing) {
    const { id, hostname: name } = existing.mapping;
    return mayShare(existing.mapping, app, channel) ? { www: { id, hostname: name, revision: -1 } } : {};
  }
  const name = withWww ? wwwOf(hostname, app.www) : undefined;
  return name === undefined ? {} : { www: { id: newId(), hostname: name, revision: -1 } };
}

/** Each channel keeps the cards that were requested there. */
const mayShare = (other: Mapping, app: App, channel: string): boolean =>
  other.app === app.name &&
  other.channel === channel &&
  other.alias.intent === 'add' &&
  other.primary === undefined;

/**
 * Creates a planned www mapping that doesn't exist yet, or lets one that was mapped before share the card; after a crash
 * in between, the next check does it.
 */
export async function ensureWww(deps: TransitionDeps, { mapping }: StoredMapping): Promise<void> {
  const { www, app, channel, requestedBy: by, id: primary, alias } = mapping;
  if (!www || alias.intent === 'remove') return;
  const existing = await deps.store.load(www.id);
  if (existing) return joinCard(deps, mapping, existing);
  const start = { id: www.id, app, hostname: www.hostname, channel, by, primary };
  try {
    await deps.store.create(
      newStoredMapping(request(start, contextOf(deps, start)), www.id, reportingRulesOf(deps.apps, start)),
    );
    deps.wakeUp.deliver(www.id);
    deps.wakeUp.check(www.id);
  } catch (error) {
    // It may be the www mapping itself, which stays as it is until it can be read.
    if (error instanceof RecordUnreadable) return;
    if (!(error instanceof HostnameTaken)) throw error;
    await transitionPair(deps, primary, { type: 'www.dropped' });
  }
}

/** Makes the primary's card show the mapping from now on. */
async function notifyPrimary(deps: TransitionDeps, { mapping }: StoredMapping): Promise<void> {
  const { id, hostname, revision, primary } = mapping;
  if (primary !== undefined)
    await transitionPair(deps, primary, { type: 'www.changed', id, hostname, revision });
}

/** Its own card becomes a link to the shared one before it is given up. */
async function joinCard(
  deps: TransitionDeps,
  main: Mapping,
  { mapping, card }: StoredMapping,
): Promise<void> {
  if (mapping.primary !== undefined || mapping.alias.intent === 'remove') return;
  await keepJoined(deps, main.id, card);
  await transitionPair(deps, mapping.id, {
    type: 'card.joined',
    primary: main.id,
    primaryHostname: main.hostname,
  });
  deps.wakeUp.deliver(main.id);
}

const MAX_JOIN_RACES = 100;

async function keepJoined({ store }: TransitionDeps, id: string, card: StoredMapping['card']): Promise<void> {
  for (let race = 0; race < MAX_JOIN_RACES; race++) {
    const stored = await store.load(id);
    if (!stored) return;
    const next = withJoinedCard(stored, card);
    if (next === stored) return;
    try {
      await store.save(next);
      return;
    } catch (error) {
      if (!(error instanceof StaleVersion)) throw error;
    }
  }
}
