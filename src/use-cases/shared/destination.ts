import type { Mapping } from '../../core/mapping.js';
import type { Actor } from '../actor.js';
import { UserError } from '../errors.js';
import type { App, Place, Ports } from '../ports.js';

const isSameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The named app, case-insensitive; otherwise the channel's, otherwise the only one. Throws `UserError`. */
export function chooseApp(apps: ReadonlyMap<string, App>, name: string | undefined, channel: string): App {
  const names = [...apps.keys()];
  if (name !== undefined) {
    const named = apps.get(name) ?? [...apps.values()].find((app) => isSameName(app.name, name));
    if (!named) throw new UserError({ code: 'unknown-app', app: name, apps: names });
    return named;
  }
  const all = [...apps.values()];
  const here = all.filter((app) => app.channel === channel);
  const [only, ...others] = here.length === 1 ? here : all;
  if (!only || others.length > 0) throw new UserError({ code: 'app-needed', apps: names });
  return only;
}

/** A person waits for a mapping's next change at the hosting provider, and for that of its www mapping. */
export function prefer({ apps }: Pick<Ports, 'apps'>, { app, hostname, www }: Mapping): void {
  const { provider } = apps.get(app) ?? {};
  for (const each of [hostname, ...(www ? [www.hostname] : [])]) provider?.prefer?.(each);
}

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
