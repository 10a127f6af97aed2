import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import type { Place, Places } from '../../use-cases/ports.js';
import { ExpiringMap } from '../../util/cache.js';
import type { Log } from '../../util/log.js';
import { slackReasonOf } from './errors.js';

/** How long a channel counts as usable after a successful post; Slack events end it sooner. */
const USABLE_MS = 60_000;
const MAX_CHANNELS = 10_000;
/** Permanent errors of conversations.info and conversations.join. */
const NOT_MEMBER: readonly string[] = [
  'channel_not_found',
  'not_in_channel',
  'method_not_supported_for_channel_type',
  'restricted_action',
  'user_is_restricted',
  'missing_scope',
  'no_permission',
  'access_denied',
];

export interface PlacesOptions {
  readonly client: WebClient;
  /** Monotonic, ms. */
  readonly now: () => number;
  readonly log: Log;
}

/** Checks channels with conversations.info and joins public ones with conversations.join. */
export function createPlaces({ client, now, log }: PlacesOptions): Places {
  const usable = new ExpiringMap<true>({ max: MAX_CHANNELS, now });

  async function look(channel: string): Promise<Place> {
    const info = await client.conversations.info({ channel });
    const { is_im, is_mpim, is_archived, is_member, is_private } = info.channel ?? {};
    if (is_im || is_mpim) return 'direct';
    if (is_archived) return 'archived';
    if (is_member) return 'usable';
    if (is_private) return 'uninvited';
    await client.conversations.join({ channel });
    log.info({ channel }, 'the bot joined a channel');
    return 'usable';
  }

  return {
    async prepare(channel) {
      // The bot sees only its own direct messages, and needs a scope to read them.
      if (channel.startsWith('D')) return 'direct';
      if (usable.get(channel)) return 'usable';
      try {
        const place = await look(channel);
        if (place === 'usable') usable.set(channel, true, USABLE_MS);
        return place;
      } catch (error) {
        const name = error instanceof WebAPIPlatformError ? error.data.error : '';
        if (name === 'is_archived') return 'archived';
        if (NOT_MEMBER.includes(name)) return 'uninvited';
        log.warn(
          { channel, reason: slackReasonOf(error) },
          'Slack could not say whether the bot can post in the channel',
        );
        return 'unsure';
      }
    },
    forget: (channel) => usable.set(channel, true, 0),
  };
}
