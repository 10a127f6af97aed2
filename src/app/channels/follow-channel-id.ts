import type { AnyMiddlewareArgs, Middleware } from '@slack/bolt';
import { z } from 'zod';
import { change } from '../../outbox/change.js';
import type { Settings } from '../../settings/settings.js';
import { withChannelId } from '../../store/cards.js';
import type { DocumentKind } from '../../store/documents.js';
import { StaleVersion, type Store } from '../../store/store.js';
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
    edit(documents, greetedKind, GREETED_KEY, ({ channels, ...rest }) => ({
      ...rest,
      channels: withKeyMoved(channels, from, to),
    })),
  );
  for (const app of registry.apps.keys())
    await attempt('digests', () =>
      edit(documents, digestsKind, app, (digests) => digestsWithChannelId(digests, from, to)),
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

const MAX_EDITS = 10;

/** Changes a document, if there is one, whoever else writes it. */
async function edit<Value>(
  documents: Store['documents'],
  kind: DocumentKind<Value>,
  key: string,
  next: (value: Value) => Value,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    const found = await documents.read(kind, key);
    if (!found) return;
    try {
      await documents.write(kind, key, next(found.value), found.version);
      return;
    } catch (error) {
      if (!(error instanceof StaleVersion) || tries >= MAX_EDITS) throw error;
    }
  }
}

const withView = z.object({ view: z.object({ private_metadata: z.string() }) });
const TEXT_LIKE_CHANNEL = /"([CDG][A-Z0-9]+)"/g;

/** A dialog that was open while its channel got another ID is submitted with the old one. */
export const followMovedChannels =
  (channelNow: (id: string) => string): Middleware<AnyMiddlewareArgs> =>
  ({ body, next }) => {
    if (withView.safeParse(body).success) {
      const { view } = body as unknown as z.infer<typeof withView>;
      view.private_metadata = view.private_metadata.replaceAll(
        TEXT_LIKE_CHANNEL,
        (_, id: string) => `"${channelNow(id)}"`,
      );
    }
    return next();
  };
