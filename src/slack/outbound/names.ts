import type { WebClient } from '@slack/web-api';
import type { ChatErrorCode } from '../../core/ports/chat-error.js';
import { ExpiringMap } from '../../util/cache.js';
import { limit } from '../../util/concurrency/queue.js';
import type { Log } from '../../util/log.js';
import { chatErrorOf } from './errors.js';

/** Names of people and channels by ID, without those that Slack doesn't give. */
export type NamesOf = (ids: Iterable<string>) => Promise<ReadonlyMap<string, string>>;

const NAME_LASTS_MS = 3_600_000;
const MAX_NAMES = 10_000;
const LOOKUPS_AT_ONCE = 4;
/** Errors after which Slack would give no other name, either. */
const ENOUGH: ReadonlySet<ChatErrorCode> = new Set([
  'rate-limited',
  'unauthorised',
  'unavailable',
  'uncertain',
]);

/** Reads names with users.info and conversations.info. `now` is monotonic, ms. */
export function createNames(client: WebClient, now: () => number, log: Log): NamesOf {
  const known = new ExpiringMap<string>({ max: MAX_NAMES, now });

  async function ask(id: string): Promise<string> {
    if (/^[UW]/.test(id)) {
      const { user } = await client.users.info({ user: id });
      return user?.profile?.display_name || user?.real_name || user?.name || '';
    }
    const { channel } = await client.conversations.info({ channel: id });
    return channel?.name ? `#${channel.name}` : '';
  }

  return async (ids) => {
    const found = new Map<string, string>();
    const run = limit(LOOKUPS_AT_ONCE);
    let isOver = false;

    async function find(id: string): Promise<void> {
      let name = known.get(id);
      if (name === undefined) {
        if (isOver) return;
        name = await ask(id);
        known.set(id, name, NAME_LASTS_MS);
      }
      if (name !== '') found.set(id, name);
    }

    const lookUp = (id: string): Promise<void> =>
      find(id).catch((error: unknown) => {
        const { code, message } = chatErrorOf(error);
        isOver ||= ENOUGH.has(code);
        log.warn({ id, reason: message }, 'name is not known; exporting the ID alone');
      });
    const asked = [...new Set(ids)].filter((id) => /^[UWCG][A-Z0-9]+$/.test(id));
    await Promise.all(asked.map((id) => run(() => lookUp(id))));
    return found;
  };
}
