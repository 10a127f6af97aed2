import { z } from 'zod';
import {
  ChannelProblems,
  type UnusableReason,
  unusableReasons,
} from '../../slack/inbound/channel-problems.js';
import { type DocumentKind, openDocument } from '../../store/documents.js';
import type { Store } from '../../store/store.js';
import type { Log } from '../../util/log.js';

const unusable = z.object({ channels: z.record(z.string(), z.enum(unusableReasons)) });

export const unusableKind: DocumentKind<z.output<typeof unusable>> = {
  name: 'unusable-channels',
  form: { schema: 1, migrations: new Map() },
  content: unusable,
};

/** What is known about unusable channels, from this process and earlier ones. An unreadable file counts as none. */
export async function openChannelProblems(
  store: Pick<Store, 'documents' | 'list'>,
  log: Log,
): Promise<ChannelProblems> {
  const handle = openDocument(store.documents, unusableKind, 'slack');
  const known = await handle.read().catch((error: unknown) => {
    log.warn({ err: error }, 'unusable channels could not be read; they are noticed again');
    return undefined;
  });
  return new ChannelProblems({
    known: new Map<string, UnusableReason>(Object.entries(known?.channels ?? {})),
    hasCards: async (channel) => (await store.list({ channel, offset: 0, limit: 0 })).total > 0,
    save: async (channels) => {
      try {
        // Another replica may have written.
        await handle.read();
        await handle.write({ channels: Object.fromEntries(channels) });
      } catch (error) {
        log.warn({ err: error }, 'unusable channels could not be saved');
      }
    },
  });
}
