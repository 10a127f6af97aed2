import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { diffHistory } from '../../src/audit/diff-history.js';
import type { PostedMessage } from '../../src/audit/history-reader.js';
import { rebuildMappings } from '../../src/audit/rebuild.js';
import { perEvent } from '../../src/slack/outbound/history-reader.js';
import { readMetadata } from '../../src/slack/outbound/metadata.js';
import { readMappings } from '../../src/store/lowdb/read-folder.js';
import { storedMappingCodec } from '../../src/store/schema.js';
import { POLICY } from '../support/observations.js';

const OLD = new URL('../fixtures/store-6013b5f/', import.meta.url).pathname;
const LATER = Date.UTC(2030, 0);

it('a channel that version 6013b5f wrote gives its mappings back, in today’s form', async () => {
  const { channel, messages } = JSON.parse(await readFile(`${OLD}history.json`, 'utf8'));
  const posted: PostedMessage[] = messages.flatMap(
    (message: { ts: string; thread_ts?: string; metadata?: unknown }) =>
      perEvent(
        {
          channel,
          ts: message.ts,
          isOurs: true,
          isEdited: false,
          isReply: message.thread_ts !== undefined && message.thread_ts !== message.ts,
        },
        readMetadata(message.metadata),
      ),
  );
  const { storedMappings, lost } = rebuildMappings(posted, POLICY);
  expect(lost).toEqual([]);
  const rebuilt = new Map(storedMappings.map((stored) => [stored.mapping.id, stored]));
  for await (const { mapping, events, outbox } of readMappings(OLD)) {
    const again = rebuilt.get(mapping.id);
    const reported = events.filter(({ id }) => !outbox.some(({ event }) => event === id));
    if (reported.length === 0) continue;
    expect(again?.events).toEqual(reported);
    expect(again?.mapping).toMatchObject({
      hostname: mapping.hostname,
      stage: mapping.stage,
      alias: { state: mapping.alias.state },
      ...(outbox.length === 0 ? { lastHash: mapping.lastHash } : {}),
    });
    const stored = again && { ...again, version: 1 };
    expect(
      storedMappingCodec.decode(JSON.parse(JSON.stringify(storedMappingCodec.encode(stored as never)))),
    ).toEqual(stored && { ...stored, mapping: expect.anything() });
    // A card can know of an event whose message was still to come.
    if (outbox.length > 0) continue;
    expect(stored && diffHistory([stored], [], LATER).filter(({ kind }) => kind === 'broken')).toEqual([]);
  }
});
