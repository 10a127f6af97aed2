import type { WebClient } from '@slack/web-api';
import { ChatError } from '../../../core/ports/chat-error.js';
import type { Chat } from '../../../outbox/chat.js';
import type { StoredMapping } from '../../../store/store.js';
import type { Log } from '../../../util/log.js';
import { fitView } from '../../blocks/limits.js';
import type { View } from '../../blocks/view.js';
import { chatErrorOf, mapSlackErrors } from '../errors.js';
import { createSearch } from './search.js';
import { repliedElsewhere } from './thread.js';

/** Not an event: it says nothing that the audit trail doesn't have. */
const POINTER_EVENT_TYPE = 'domain_card_moved';

export interface PointerOptions {
  readonly client: WebClient;
  readonly view: (stored: StoredMapping) => View;
  /** Replaces a view that can't be rendered. */
  readonly plain: (stored: StoredMapping) => string;
  readonly log: Log;
}

/** Turns an earlier card into a link to the present one, and says the same in its thread, once. */
export function createPointer({ client, view, plain, log }: PointerOptions): Chat['pointToCard'] {
  const search = createSearch();

  function rendered(stored: StoredMapping): View {
    try {
      return fitView(view(stored));
    } catch (error) {
      log.error({ err: error, mapping: stored.mapping.id }, 'pointer to a moved card could not be rendered');
      return fitView({ text: plain(stored), blocks: [] });
    }
  }

  /** If a card can't be edited any more, only its thread says so. */
  async function update(channel: string, ts: string, { text, blocks }: View): Promise<void> {
    try {
      await client.chat.update({ channel, ts, text, blocks: [...blocks] });
    } catch (error) {
      if (chatErrorOf(error).code !== 'card-fixed') throw error;
    }
  }

  async function isThere(channel: string, ts: string, id: string): Promise<boolean> {
    const found = await search([id], (page) => client.conversations.replies({ channel, ts, ...page }));
    return found !== undefined;
  }

  return (stored, { channel, ts: threadTs }, mayBeThere) =>
    mapSlackErrors(async () => {
      const { text, blocks } = rendered(stored);
      const id = `${stored.mapping.id} moved ${threadTs}`;
      await update(channel, threadTs, { text, blocks });
      if (mayBeThere && (await isThere(channel, threadTs, id))) return;
      const { ts = '', message } = await client.chat.postMessage({
        channel,
        thread_ts: threadTs,
        text,
        blocks: [...blocks],
        metadata: { event_type: POINTER_EVENT_TYPE, event_payload: { id, mapping: stored.mapping.id } },
        unfurl_links: false,
        unfurl_media: false,
      });
      if (await repliedElsewhere(client, { channel, ts, threadTs, message }, log))
        throw new ChatError('card-gone', 'the moved card was deleted');
    });
}
