import { change } from '../../outbox/change.js';
import type { Settings } from '../../settings/settings.js';
import { withChannelId } from '../../store/cards.js';
import type { Store } from '../../store/store.js';
import type { Log } from '../../util/log.js';
import type { AppRegistry } from '../app-registry.js';

interface Followers {
  readonly store: Pick<Store, 'all' | 'load' | 'save'>;
  readonly settings: Pick<Settings, 'moveChannel'>;
  readonly registry: Pick<AppRegistry, 'refresh'>;
}

/** Slack gave a channel another ID: cards, threads and the channel's settings are there under it. Resolves with how many mappings follow. */
export async function followChannelId(
  { store, settings, registry }: Followers,
  log: Log,
  from: string,
  to: string,
): Promise<number> {
  try {
    await settings.moveChannel(from, to);
    registry.refresh();
  } catch (error) {
    log.error({ err: error, from, to }, 'a channel’s settings could not follow it to its new ID');
  }
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
