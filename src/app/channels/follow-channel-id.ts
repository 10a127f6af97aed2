import { change } from '../../outbox/change.js';
import { withChannelId } from '../../store/cards.js';
import type { Store } from '../../store/store.js';
import type { Log } from '../../util/log.js';

/** Slack gave a channel another ID: cards and threads are there under it. Resolves with how many mappings follow. */
export async function followChannelId(
  store: Pick<Store, 'all' | 'load' | 'save'>,
  log: Log,
  from: string,
  to: string,
): Promise<number> {
  let followed = 0;
  for await (const stored of store.all()) {
    if (withChannelId(stored, from, to) === stored) continue;
    const { id } = stored.mapping;
    try {
      await change(store, id, (current) => withChannelId(current, from, to));
      followed++;
    } catch (error) {
      log.error({ err: error, mapping: id }, 'a card could not follow its channel to its new ID');
    }
  }
  return followed;
}
