import type { App, Places } from '../../use-cases/ports.js';
import type { Log } from '../../util/log.js';

/** What to do about an app's channel in which the bot can't post. */
const ADVICE = {
  uninvited: 'an app’s channel is private or gone: type /invite and the bot’s name there, or correct its ID',
  archived: 'an app’s channel is archived: unarchive it, or configure another one',
  shared:
    'people of another organization read an app’s channel: configure another one, or set CARDS_IN_SHARED_CHANNELS=true',
  direct: 'an app’s channel is a direct message: configure a channel',
  unsure: 'Slack could not say whether the bot is in an app’s channel',
} as const;

/** Joins the apps' public channels, so that the first card doesn't have to wait. Never throws. */
export async function joinAppChannels(
  apps: Iterable<Pick<App, 'channel'>>,
  { prepare }: Pick<Places, 'prepare'>,
  log: Log,
): Promise<void> {
  const channels = new Set([...apps].flatMap(({ channel }) => channel ?? []));
  for (const channel of channels) {
    const place = await prepare(channel);
    if (place !== 'usable') log.warn({ channel }, ADVICE[place]);
  }
}
