import type { ObservedInput } from '../../core/lifecycle/inputs/observed.js';
import { NotAsked } from '../../probe/probe.js';
import { resolveCard } from '../../store/cards.js';
import type { StoredMapping } from '../../store/store.js';
import { SingleFlight } from '../../util/cache.js';
import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize, isWithinChannel } from '../authorize.js';
import { UserError } from '../errors.js';
import { appAt, type Ports } from '../ports.js';
import type { MappingProbe } from '../shared/probe-mapping.js';
import type { TransitionDeps } from '../shared/transition.js';
import { transitionPair } from '../shared/transition.js';
import type { CheckLimits } from './check-limits.js';
import { findMapped } from './find.js';

export interface Status {
  readonly stored: StoredMapping;
  /** This check's observation; absent until the hosting provider accepts the alias. */
  readonly seen?: ObservedInput | undefined;
  /** The bot can't post in the card's channel any more. */
  readonly isCardLost?: true;
}

export type StatusCheck = (stored: StoredMapping) => Promise<Status>;

/** Checks mappings now and stores the result, so that card, thread and answer agree. Callers share a running check. */
export function createStatusCheck(deps: TransitionDeps, probeMapping: MappingProbe): StatusCheck {
  const running = new SingleFlight<Status>();

  async function check(stored: StoredMapping): Promise<Status> {
    const { mapping } = stored;
    const app = appAt(deps.apps, mapping);
    if (!app || mapping.alias.state !== 'accepted') return { stored };
    const seen = await probeMapping(mapping, app, true).catch(tooBusy);
    return { stored: await transitionPair(deps, mapping.id, seen), seen };
  }

  return (stored) => running.run(stored.mapping.id, () => check(stored));
}

export type StatusDeps = AuthorizeDeps &
  Pick<Ports, 'unusableChannels'> & {
    readonly statusCheck: StatusCheck;
    readonly checkLimits: CheckLimits;
  };

/** Checks a hostname now; when repeated too often, returns what its latest check saw. Throws `UserError`. */
export async function status(deps: StatusDeps, hostname: string, actor: Actor): Promise<Status> {
  const reach = await authorize(deps, actor, 'view');
  const stored = await findMapped(deps.store, hostname, reach);
  const isTooOften = deps.checkLimits.take(stored.mapping.id, actor.user) > 0;
  return withCard(deps, isTooOften ? { stored } : await deps.statusCheck(stored));
}

/** Checks a mapping now, if the actor may view it. Throws `UserError`. */
export async function checkNow(deps: StatusDeps, stored: StoredMapping, actor: Actor): Promise<Status> {
  const reach = await authorize(deps, actor, 'view');
  if (!isWithinChannel(reach, stored.mapping)) throw new UserError({ code: 'gone' });
  return withCard(deps, await deps.statusCheck(stored));
}

function tooBusy(error: unknown): never {
  throw error instanceof NotAsked ? new UserError({ code: 'too-busy' }) : error;
}

async function withCard({ store, unusableChannels }: StatusDeps, status: Status): Promise<Status> {
  const stored = await resolveCard(store, status.stored);
  const isLost = unusableChannels().includes(stored.card.channel);
  return { ...status, stored, ...(isLost ? { isCardLost: true } : {}) };
}
