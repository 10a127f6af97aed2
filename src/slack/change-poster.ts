import type { WebClient } from '@slack/web-api';
import { MessengerError } from '../delivery/messenger.js';
import { isoTime } from '../mapping/instant.js';
import type { SettingChange } from '../settings/settings.js';
import type { ChangePoster } from '../settings/tell-changes.js';
import { told } from './errors.js';
import { createSearch } from './search.js';
import type { View } from './view.js';

const EVENT_TYPE = 'domain_setting';
/** Slack's clock and ours may differ. */
const CLOCK_MARGIN_MS = 3_600_000;
const PAGE = 100;

/** Changes of settings as messages of their own, each with its facts as message metadata. */
export function createChangePoster(client: WebClient, view: (change: SettingChange) => View): ChangePoster {
  const search = createSearch();

  return {
    post: (change) =>
      told(async () => {
        const { id, at, by, app, fromMs, toMs, channel } = change;
        const { text, blocks } = view(change);
        const event_payload = { id, at: isoTime(at), by, app, setting: 'interval', fromMs, toMs };
        const { ts } = await client.chat.postMessage({
          channel,
          text,
          blocks: [...blocks],
          metadata: { event_type: EVENT_TYPE, event_payload },
        });
        if (ts === undefined) throw new MessengerError('uncertain', 'Slack gave no ts');
        return ts;
      }),

    find: ({ channel, id, at }) =>
      told(() =>
        search(id, (cursor) =>
          client.conversations.history({
            channel,
            include_all_metadata: true,
            limit: PAGE,
            oldest: String((at - CLOCK_MARGIN_MS) / 1000),
            ...(cursor === undefined ? {} : { cursor }),
          }),
        ),
      ),
  };
}
