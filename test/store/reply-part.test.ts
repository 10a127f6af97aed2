import type { WebClient } from '@slack/web-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextItem } from '../../src/outbox/card-thread.js';
import type { ReplyThread } from '../../src/outbox/chat.js';
import { createFinder } from '../../src/slack/outbound/posts/find-message.js';
import { replyView } from '../../src/slack/views/thread/reply.js';
import { withPosted } from '../../src/store/delivered.js';
import { deliveryWorkOf } from '../../src/store/due.js';
import { pendingEvents } from '../../src/store/pending.js';
import { replyPartOf } from '../../src/store/reply-part.js';
import type { ReplyPart, StoredMapping } from '../../src/store/store.js';
import { anySteps, requestedFirst, runStory } from '../support/random-story.js';
import { eventOf, reportedMapping } from '../support/reported-mapping.js';
import { translatorFor } from '../support/translator.js';
import { NOON, typicalMapping } from './typical-mapping.js';

const translator = translatorFor();

/** As it comes out of a store. */
const partOf = (stored: StoredMapping): ReplyPart => JSON.parse(JSON.stringify(replyPartOf(stored)));

const waiting = (stored: StoredMapping, isPending: (at: number) => boolean): StoredMapping => ({
  ...stored,
  outbox: stored.events.flatMap(({ id }, at) =>
    isPending(at) ? [{ event: id, attempts: 0, notBefore: NOON }] : [],
  ),
});

/** What the search for a reply asks Slack. */
async function searched(thread: ReplyThread): Promise<unknown[]> {
  const asked: unknown[] = [];
  const replies = async (query: object) => {
    asked.push(query);
    return { messages: [] };
  };
  const client = { conversations: { replies, history: replies } } as unknown as WebClient;
  await createFinder(client)(thread, pendingEvents(thread.main), thread.main.card.ts);
  return asked;
}

async function expectSameReply(stored: StoredMapping): Promise<void> {
  const part = partOf(stored);
  const events = pendingEvents(stored);
  const later = NOON + 1_000_000_000_000;
  expect(nextItem({ main: part }, later)).toEqual(nextItem({ main: stored }, later));
  expect(deliveryWorkOf(part)).toEqual(deliveryWorkOf(stored));
  expect(await searched({ main: part })).toEqual(await searched({ main: stored }));
  expect(replyView({ main: part }, events, translator)).toEqual(
    replyView({ main: stored }, events, translator),
  );
  const posted = events.slice(0, 1).map(({ id }) => id);
  expect(deliveryWorkOf(withPosted(part, posted, '9.0'))).toEqual(
    deliveryWorkOf(withPosted(stored, posted, '9.0')),
  );
}

describe('the part of a record that a reply takes', () => {
  it('is enough for its text, its search and its turn, whatever happened', async () => {
    const picks = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(anySteps, picks, async (steps, isPicked) => {
        const story = runStory(steps);
        const mapping = story.at(-1)?.after;
        if (!mapping) return;
        const events = [...requestedFirst(), ...story.flatMap((each) => each.events)];
        const stored = { ...reportedMapping(), mapping, events };
        await expectSameReply(waiting(stored, (at) => isPicked[at % isPicked.length] ?? true));
      }),
    );
  });

  it('has the decision on a proposal that is still pending', async () => {
    const stored = reportedMapping();
    const proposed = eventOf('unmap.proposed', { until: NOON }, 'UBOB');
    const declined = { ...eventOf('unmap.declined', { requester: 'UBOB' }), id: 'e2' };
    const mapping = { ...stored.mapping, id: proposed.mapping };
    const record = { ...stored, mapping, events: [...stored.events, proposed, declined] };
    await expectSameReply(waiting(record, (at) => at === stored.events.length));
  });

  it('tells the search in which thread its card was before it moved', async () => {
    const stored = reportedMapping();
    const at = stored.events.at(-1)?.at ?? 0;
    const moved = { ...eventOf('card.moved', { fromChannel: 'C1', toChannel: 'C2' }), at };
    const earlier = [{ channel: 'C1', ts: '1.0', because: 'moved' as const }];
    const card = { ...stored.card, channel: 'C2', earlier };
    const mapping = { ...stored.mapping, id: moved.mapping };
    const record = { ...stored, mapping, card, events: [...stored.events, moved] };
    const pending = waiting(record, (place) => place === stored.events.length - 1);
    expect(await searched({ main: pending })).toHaveLength(2);
    await expectSameReply(pending);
  });

  it('is a fraction of the record', () => {
    const stored = waiting({ ...typicalMapping('m1'), version: 1 }, (at) => at === 9);
    const lengthOf = (value: unknown) => JSON.stringify(value).length;
    expect(lengthOf(replyPartOf(stored))).toBeLessThan(lengthOf(stored) / 4);
  });
});
