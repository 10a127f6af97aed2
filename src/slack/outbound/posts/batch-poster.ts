import type { WebClient } from '@slack/web-api';
import { isoTime } from '../../../core/instant.js';
import type { Mapping } from '../../../core/mapping.js';
import { ChatError } from '../../../core/ports/chat-error.js';
import { Lookups } from '../../../outbox/lookups.js';
import type { Batch } from '../../../use-cases/batch/batch.js';
import type { BatchPoster } from '../../../use-cases/batch/report-batch.js';
import { fitView } from '../../blocks/limits.js';
import type { DirectMessageFile, View } from '../../blocks/view.js';
import { mapSlackErrors } from '../errors.js';
import { uploadOf } from '../personal/direct-message.js';
import { createSearch, oldestSince } from './search.js';

const BATCH_EVENT_TYPE = 'domain_batch';
const REPLIES_PAGE = 100;

export interface BatchPosterOptions {
  readonly client: WebClient;
  readonly view: (batch: Batch) => View;
  readonly file: (batch: Batch, mappings: ReadonlyMap<string, Mapping>) => Promise<DirectMessageFile>;
  readonly fileText: (batch: Batch) => string;
  readonly load: (mapping: string) => Promise<{ readonly mapping: Mapping } | undefined>;
}

/** Shows batches in Slack; the progress message carries the batch's ID as metadata, so that it can be found again. */
export function createBatchPoster({ client, view, file, fileText, load }: BatchPosterOptions): BatchPoster {
  const search = createSearch();
  const lookups = new Lookups();

  return {
    post: (batch, where) =>
      mapSlackErrors(async () => {
        const channel = await batchChannel(batch, where, client);
        const { text, blocks } = fitView(view(batch));
        const { id, kind, by, at } = batch;
        const event_payload = { id, kind, by, at: isoTime(at) };
        const metadata = { event_type: BATCH_EVENT_TYPE, event_payload };
        const { ts } = await client.chat.postMessage({ channel, text, blocks: [...blocks], metadata });
        if (ts === undefined) throw new ChatError('uncertain', 'Slack gave no ts');
        return { channel, ts };
      }),
    find: async (batch, where) => {
      const found = await lookups.try(where, () =>
        mapSlackErrors(async () => {
          const channel = await batchChannel(batch, where, client);
          return search([batch.id], (page) =>
            client.conversations.history({ channel, oldest: oldestSince(batch.at), ...page }),
          );
        }),
      );
      return found === 'impossible' ? undefined : found?.ts;
    },
    update: (batch, { channel, ts }) =>
      mapSlackErrors(async () => {
        const { text, blocks } = fitView(view(batch));
        await client.chat.update({ channel, ts, text, blocks: [...blocks] });
      }),
    attach: (batch, { channel, ts }) =>
      mapSlackErrors(async () => {
        const upload = uploadOf(await file(batch, await batchMappings(batch, load)));
        await client.filesUploadV2({
          channel_id: channel,
          thread_ts: ts,
          initial_comment: fileText(batch),
          file_uploads: [upload],
        });
      }),
    hasFile: ({ channel, ts }) =>
      mapSlackErrors(async () => {
        const { messages = [] } = await client.conversations.replies({ channel, ts, limit: REPLIES_PAGE });
        return messages.some((message) => (message.files ?? []).length > 0);
      }),
  };
}

async function batchMappings(
  { lines }: Batch,
  load: BatchPosterOptions['load'],
): Promise<ReadonlyMap<string, Mapping>> {
  const mappings = new Map<string, Mapping>();
  for (const { mapping: id } of lines) {
    const stored = id === undefined ? undefined : await load(id);
    if (stored) mappings.set(stored.mapping.id, stored.mapping);
  }
  return mappings;
}

/** Without a channel, the direct message with whoever asked. */
async function batchChannel({ by }: Batch, channel: string, client: WebClient): Promise<string> {
  if (channel !== '') return channel;
  return (await client.conversations.open({ users: by })).channel?.id ?? '';
}
