import type { Actor } from '../actor.js';
import { UserError } from '../errors.js';
import type { App, Place, Ports } from '../ports.js';

/**
 * The channel of a new card: where the actor asks, or the app's channel if they ask in a direct message or in no channel. Throws
 * `UserError`, before anything changes outside, if no card could be posted there.
 */
export async function cardChannel(
  { places }: Pick<Ports, 'places'>,
  app: App | undefined,
  { channel, isDirect }: Actor,
): Promise<string> {
  const here: Place = isDirect || channel === '' ? 'direct' : await places.prepare(channel);
  if (here !== 'direct') return usable(here, channel);
  if (app?.channel === undefined) throw new UserError({ code: 'direct-message' });
  return usable(await places.prepare(app.channel), app.channel);
}

/** Throws `UserError` unless a card can be posted in the channel. */
export function usable(place: Place, channel: string): string {
  if (place === 'usable') return channel;
  if (place === 'direct') throw new UserError({ code: 'direct-message' });
  if (place === 'shared') throw new UserError({ code: 'shared-channel', channel });
  throw new UserError({ code: 'unusable-channel', place, channel });
}
