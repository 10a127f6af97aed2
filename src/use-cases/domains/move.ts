import type { Mapping } from '../../core/mapping.js';
import { resolveCard } from '../../store/cards.js';
import type { StoredMapping } from '../../store/store.js';
import type { Actor } from '../actor.js';
import { type AuthorizeDeps, authorize } from '../authorize.js';
import { UserError } from '../errors.js';
import type { PlaceSeen, Ports } from '../ports.js';
import { cardChannel, usable } from '../shared/destination.js';
import type { TransitionDeps } from '../shared/transition.js';
import { transitionPair } from '../shared/transition.js';
import { findMapped } from './find.js';

export interface MoveRequest {
  /** As typed. */
  readonly hostname: string;
  /** The channel's ID. Default: where the actor asks. */
  readonly channel?: string | undefined;
}

export interface Moved {
  /** With its card, which is not posted yet. */
  readonly stored: StoredMapping;
  /** False if the card was in the channel already. */
  readonly isMoved: boolean;
}

export type MoveDeps = AuthorizeDeps & TransitionDeps & Pick<Ports, 'places'>;

/** Moves a mapping's card, and so its thread, to another channel. Throws `UserError`. */
export async function moveCard(
  deps: MoveDeps,
  { hostname, channel }: MoveRequest,
  actor: Actor,
): Promise<Moved> {
  const reach = await authorize(deps, actor, 'view', undefined, 'move');
  const { mapping } = await findMapped(deps.store, hostname, reach);
  await authorize(deps, actor, 'move', { mapping: mapping.id });
  return moveTo(deps, mapping, await moveTarget(deps, mapping.app, channel, actor), actor);
}

/** The channel that a card can move to. Throws `UserError` before anything changes. */
export async function moveTarget(
  deps: MoveDeps,
  app: string,
  wanted: string | undefined,
  actor: Actor,
): Promise<string> {
  const { places, channels, apps } = deps;
  if (wanted === undefined && actor.isDirect) return cardChannel(deps, apps.get(app), actor);
  const to = wanted ?? actor.channel;
  if (channels.length > 0 && !channels.includes(to))
    throw new UserError({ code: 'other-channels', channels });
  return usable(await places.prepare(to), to);
}

/** A www mapping shares its primary's card, so that one moves. */
export async function moveTo(
  deps: MoveDeps,
  { id, primary }: Mapping,
  to: string,
  actor: Actor,
): Promise<Moved> {
  const before = await deps.store.load(primary ?? id);
  if (!before) throw new UserError({ code: 'gone' });
  const isMoved = before.mapping.channel !== to || before.requests.includes(actor.requestId);
  const input = { type: 'card.moved', by: actor.user, to } as const;
  const stored = await transitionPair(deps, before.mapping.id, input, actor.requestId);
  return { stored: await resolveCard(deps.store, stored), isMoved };
}

/** Nothing can be posted there. `unsure` is no reason to move a card. */
const OUT_OF_REACH: readonly PlaceSeen[] = ['archived', 'uninvited', 'joinable'];

export const isOutOfReach = async ({ places }: Pick<Ports, 'places'>, channel: string): Promise<boolean> =>
  OUT_OF_REACH.includes(await places.check(channel));
