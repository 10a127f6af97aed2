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
import { createSearch } from './search.js';

const BATCH_EVENT_TYPE = 'domain_batch';
const BATCH_CLOCK_MARGIN_MS = 3_600_000;
const BATCH_PAGE = 100;

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

  async function place(channel: string, { by }: Batch): Promise<string> {
    if (channel !== '') return channel;
    return (await client.conversations.open({ users: by })).channel?.id ?? '';
  }

  return {
    post: (batch, where) =>
      mapSlackErrors(async () => {
        const channel = await place(where, batch);
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
          const channel = await place(where, batch);
          return search([batch.id], (cursor) =>
            client.conversations.history({
              channel,
              include_all_metadata: true,
              limit: BATCH_PAGE,
              oldest: String((batch.at - BATCH_CLOCK_MARGIN_MS) / 1000),
              ...(cursor === undefined ? {} : { cursor }),
            }),
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
        const upload = uploadOf(await file(batch, await mappingsOf(batch)));
        await client.filesUploadV2({
          channel_id: channel,
          thread_ts: ts,
          initial_comment: fileText(batch),
          file_uploads: [upload],
        });
      }),
    hasFile: ({ channel, ts }) =>
      mapSlackErrors(async () => {
        const { messages = [] } = await client.conversations.replies({ channel, ts, limit: BATCH_PAGE });
        return messages.some((message) => (message.files ?? []).length > 0);
      }),
  };

  async function mappingsOf({ lines }: Batch): Promise<ReadonlyMap<string, Mapping>> {
    const mappings = new Map<string, Mapping>();
    for (const { mapping: id } of lines) {
      const stored = id === undefined ? undefined : await load(id);
      if (stored) mappings.set(stored.mapping.id, stored.mapping);
    }
    return mappings;
  }
}
