import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { z } from 'zod';
import type { Settings } from '../../settings/settings.js';
import { withChannelsNow } from '../../slack/blocks/inputs.js';
import { withChannelId } from '../../store/cards.js';
import { change } from '../../store/change.js';
import { editDocument } from '../../store/edit-document.js';
import type { Store } from '../../store/store.js';
import { batchWithChannelId } from '../../use-cases/batch/batch.js';
import { openBatches } from '../../use-cases/batch/batches.js';
import { digestsKind, digestsWithChannelId } from '../../use-cases/shared/digest-posts.js';
import { withKeyMoved } from '../../util/collections.js';
import type { Log } from '../../util/log.js';
import type { AppRegistry } from '../app-registry.js';
import { GREETED_KEY, greetedKind } from './greeter.js';

interface Followers {
  readonly store: Pick<Store, 'all' | 'load' | 'save' | 'documents'>;
  readonly settings: Pick<Settings, 'moveChannel'>;
  readonly registry: Pick<AppRegistry, 'apps' | 'refresh'>;
}

/**
 * Slack gave a channel another ID: settings, summaries, greetings, batches, cards and threads are there under it, each by
 * itself. Cards come last: what is posted because of them finds the rest. Resolves with how many mappings follow.
 */
export async function followChannelId(
  { store, settings, registry }: Followers,
  log: Log,
  from: string,
  to: string,
): Promise<number> {
  const { documents } = store;
  const attempt = (what: string, work: () => Promise<unknown>): Promise<unknown> =>
    work().catch((error: unknown) =>
      log.error({ err: error, what, from, to }, 'something could not follow its channel to its new ID'),
    );
  await attempt('settings', () => settings.moveChannel(from, to));
  registry.refresh();
  await attempt('greeting', () =>
    editDocument(
      documents,
      greetedKind,
      GREETED_KEY,
      (greeted) => greeted && { ...greeted, channels: withKeyMoved(greeted.channels, from, to) },
    ),
  );
  for (const app of registry.apps.keys())
    await attempt('digests', () =>
      editDocument(
        documents,
        digestsKind,
        app,
        (digests) => digests && digestsWithChannelId(digests, from, to),
      ),
    );
  await attempt('batches', () =>
    openBatches(documents).change((batches) => batches.map((each) => batchWithChannelId(each, from, to))),
  );
  let followed = 0;
  for await (const stored of store.all()) {
    if (withChannelId(stored, from, to) === stored) continue;
    const { id } = stored.mapping;
    await attempt(id, async () => {
      await change(store, id, (current) => withChannelId(current, from, to));
      followed++;
    });
  }
  return followed;
}

const withView = z.object({ view: z.object({ private_metadata: z.string() }) });

/** A dialog that was open while its channel got another ID is submitted with the old one. */
export const followMovedChannels =
  (channelNow: (id: string) => string): Middleware<AnyMiddlewareArgs> =>
  ({ body, next }) => {
    if (withView.safeParse(body).success) {
      const { view } = body as unknown as z.infer<typeof withView>;
      view.private_metadata = withChannelsNow(view.private_metadata, channelNow);
    }
    return next();
  };
