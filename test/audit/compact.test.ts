import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { compact } from '../../src/audit/compact.js';
import { diffHistory } from '../../src/audit/diff-history.js';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.js';
import { silentLog, temporaryFolder } from '../store/temporary.js';
import { messagesOf, recordOf, reportedMapping } from '../support/reported-mapping.js';
import { ready } from '../support/story.js';

const DAY_MS = 86_400_000;
const removed = reportedMapping();
const REMOVED_AT = removed.mapping.alias.since;

async function compactAfter(days: number, ...storedMappings: ReturnType<typeof reportedMapping>[]) {
  const folder = await temporaryFolder();
  const now = () => REMOVED_AT + days * DAY_MS;
  const options = { dataDir: folder.path, now, newToken: randomUUID, log: silentLog };
  const store = await openLowdbStore(options);
  for (const stored of storedMappings) await store.create(stored);
  const count = await compact({ store, retentionMs: 30 * DAY_MS, now, log: silentLog });
  await store.close();
  const again = await openLowdbStore(options);
  const kept = [];
  for await (const stored of again.all()) kept.push(stored);
  await again.close();
  await folder.remove();
  return { count, kept };
}

it('keeps the first and the last event of a mapping that was removed long ago', async () => {
  const { count, kept } = await compactAfter(31, removed);
  expect(count).toBe(1);
  expect(kept[0]?.events.map(({ type }) => type)).toEqual(['domain.requested', 'alias.removed']);
  expect(kept[0]?.compacted).toBe(removed.events.length - 2);
  expect(kept[0]?.mapping.dns.observation).toBeUndefined();
});

it('leaves alone what was removed lately, is active, or isn’t posted yet', async () => {
  const live = recordOf(ready());
  expect((await compactAfter(29, removed, { ...live, mapping: { ...live.mapping, id: 'm2' } })).count).toBe(
    0,
  );
  const pending = { ...removed, outbox: [{ event: 'e1', attempts: 0, notBefore: 0 }] };
  expect((await compactAfter(31, pending)).count).toBe(0);
});

it('the channel can still be verified: what it has of the middle must fit', async () => {
  const { kept } = await compactAfter(31, removed);
  const messages = messagesOf(removed);
  const later = REMOVED_AT + 40 * DAY_MS;
  expect(diffHistory(kept, messages, later)).toEqual([]);
  const forged = messages.map((message) =>
    message.event?.type === 'dns.published'
      ? { ...message, event: { ...message.event, by: 'UMALLORY' } }
      : message,
  );
  expect(diffHistory(kept, forged, later)).toMatchObject([{ kind: 'unknown', type: 'dns.published' }]);
});
