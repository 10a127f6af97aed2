import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { ChatError } from '../../core/ports/chat-error.js';
import type { Place, PlaceSeen, Places } from '../../use-cases/ports.js';
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
  /** Whether new cards may be posted where people of other organizations read them (Slack Connect). */
  readonly mayShare: boolean;
  /** A channel turned out to be usable: what waits for it can be posted. */
  readonly onUsable: (channel: string) => void;
  /** Monotonic, ms. */
  readonly now: () => number;
  readonly log: Log;
}

interface Seen {
  readonly place: PlaceSeen;
  readonly isShared: boolean;
}

/** Checks channels with conversations.info and joins public ones with conversations.join. */
export function createPlaces({ client, mayShare, onUsable, now, log }: PlacesOptions): Places {
  const usable = new ExpiringMap<true>({ max: MAX_CHANNELS, now });

  async function prepared(channel: string): Promise<Place> {
    const { place, isShared } = await placeSeen(client, channel);
    if (isShared && !mayShare && (place === 'usable' || place === 'joinable')) return 'shared';
    if (place !== 'joinable') return place;
    await client.conversations.join({ channel });
    log.info({ channel }, 'the bot joined a channel');
    return 'usable';
  }

  async function judged<Judged>(
    channel: string,
    find: (channel: string) => Promise<Judged>,
  ): Promise<Judged | Exclude<PlaceSeen, 'joinable'>> {
    // The bot sees only its own direct messages, and needs a scope to read them.
    if (channel.startsWith('D')) return 'direct';
    try {
      return await find(channel);
    } catch (error) {
      return placeFrom(error, channel, log);
    }
  }

  return {
    check: (channel) => judged(channel, async () => (await placeSeen(client, channel)).place),
    async prepare(channel) {
      const isKnown = usable.get(channel) === true;
      const place = isKnown ? 'usable' : await judged(channel, prepared);
      if (place !== 'usable') return place;
      if (!isKnown) usable.set(channel, true, USABLE_MS);
      onUsable(channel);
      return place;
    },
    forget: (channel) => usable.set(channel, true, 0),
  };
}

async function placeSeen(client: WebClient, channel: string): Promise<Seen> {
  const info = await client.conversations.info({ channel });
  // Without it nobody knows who reads there.
  if (!info.channel) throw new ChatError('uncertain', 'Slack’s answer names no channel');
  const { is_im, is_mpim, is_archived, is_member, is_private, is_ext_shared } = info.channel;
  const isShared = is_ext_shared === true;
  if (is_im || is_mpim) return { place: 'direct', isShared };
  if (is_archived) return { place: 'archived', isShared };
  if (is_member) return { place: 'usable', isShared };
  return { place: is_private ? 'uninvited' : 'joinable', isShared };
}

function placeFrom(error: unknown, channel: string, log: Log): 'archived' | 'uninvited' | 'unsure' {
  const name = error instanceof WebAPIPlatformError ? error.data.error : '';
  if (name === 'is_archived') return 'archived';
  if (NOT_MEMBER.includes(name)) return 'uninvited';
  log.warn(
    { channel, reason: slackReasonOf(error) },
    'Slack could not say whether the bot can post in the channel',
  );
  return 'unsure';
}
