import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rebuildMappings } from '../../src/audit/rebuild.js';
import { readAllChannels } from '../../src/audit/verify.js';
import { learnFrom, NOTHING_LEARNED } from '../../src/core/learning/durations.js';
import type { Mapping } from '../../src/core/mapping.js';
import { nextItem } from '../../src/outbox/card-thread.js';
import { withPointer, withPostedCard, withUpdated } from '../../src/outbox/outbox.js';
import { type SandboxSlack, startSlack } from '../../src/sandbox/slack/server.js';
import { BOT } from '../../src/sandbox/slack/workspace.js';
import { boltLogger, createClients } from '../../src/slack/connection/clients.js';
import { createHistoryReader } from '../../src/slack/outbound/history-reader.js';
import { createSlackChat } from '../../src/slack/outbound/posts/chat.js';
import { withPosted } from '../../src/store/delivered.js';
import { openLowdbStore } from '../../src/store/lowdb/lowdb-store.js';
import type { StoredMapping } from '../../src/store/store.js';
import { silentLog, temporaryFolder } from '../store/temporary.js';
import { POLICY } from '../support/observations.js';
import { anySteps, requestedFirst, runStory } from '../support/random-story.js';
import { chatViews, translatorFor } from '../support/translator.js';

const CHANNEL = 'C01DOMAINS';
const MAPPINGS = 1_000;

/** A mapping with a random life, not posted yet. */
function livedMapping(steps: Parameters<typeof runStory>[0], at: number): StoredMapping {
  const asked = {
    id: `m${at}`,
    app: 'default',
    hostname: `h${at}.example.com`,
    channel: CHANNEL,
    by: 'U01ALICE',
  };
  const taken = runStory(steps, asked);
  const first = runStory(
    [{ input: { type: 'check.requested', by: 'U02BOB' }, passedMs: 0, random: 0, needsApproval: false }],
    asked,
  )[0];
  const mapping = taken.at(-1)?.after ?? first?.before;
  if (!mapping) throw new Error('no mapping');
  const events = [...requestedFirst(asked), ...taken.flatMap((each) => each.events)];
  return {
    version: 1,
    mapping,
    events,
    outbox: events.map(({ id }) => ({ event: id, attempts: 0, notBefore: 0 })),
    card: { channel: CHANNEL, shownRevision: -1, notBefore: 0 },
    messages: {},
    requests: [],
    compacted: 0,
  };
}

function connect(slack: SandboxSlack) {
  const { background: client } = createClients({
    botToken: 'xoxb-rebuild',
    apiUrl: slack.apiUrl,
    logger: boltLogger(silentLog),
  });
  const translator = translatorFor();
  return {
    reader: createHistoryReader({ client, botId: BOT.id, sleep: async () => undefined, random: () => 0.5 }),
    chat: createSlackChat({
      client,
      ...chatViews(translator),
      log: silentLog,
    }),
  };
}

/** Tells a record to its end, as delivery does. */
async function report({ chat }: ReturnType<typeof connect>, stored: StoredMapping): Promise<StoredMapping> {
  let reported = stored;
  for (;;) {
    const thread = { main: reported };
    const item = nextItem(thread, Number.POSITIVE_INFINITY);
    if (!item) break;
    const { mapping } = reported;
    if (item.kind === 'card') {
      const ts = await chat.postCard(thread, item.event);
      const { channel } = reported.card;
      reported = withPostedCard(reported, item.event.id, { channel, ts, shownRevision: mapping.revision });
    } else if (item.kind === 'reply') {
      const ts = await chat.postReply(thread, item.events, item.cardTs);
      reported = withPosted(
        reported,
        item.events.map(({ id }) => id),
        ts,
      );
    } else if (item.kind === 'pointer') {
      await chat.pointToCard(reported, item.earlier, false);
      reported = withPointer(reported, item.earlier);
    } else {
      await chat.updateCard(thread, item.cardTs);
      reported = withUpdated(reported, mapping.revision);
    }
  }
  return reported;
}

/** What of a mapping is in its messages: all but observations, and findings that weren't reported. */
function comparable({ dns, ssl, http: _, openFindings, ...mapping }: Mapping) {
  const { observation: __, ...dnsKept } = dns;
  const { observation: ___, ...sslKept } = ssl;
  const reported = openFindings.map(({ params, ...note }) => (note.reported ? { ...note, params } : note));
  return JSON.parse(JSON.stringify({ ...mapping, dns: dnsKept, ssl: sslKept, openFindings: reported }));
}

it(`makes ${MAPPINGS} mappings again from the channel alone, field by field`, async () => {
  const slack = await startSlack({
    botToken: 'xoxb-rebuild',
    appToken: 'xapp-rebuild',
    signingSecret: 'rebuild',
    rateScale: 100_000,
  });
  const folder = await temporaryFolder();
  try {
    const connection = connect(slack);
    // A card that joins or moves needs another one: `test/e2e/{www,move}.test.ts` have them.
    const lived = fc
      .sample(anySteps, { numRuns: MAPPINGS * 2, seed: 4 })
      .map(livedMapping)
      .filter(({ events }) => !events.some(({ type }) => type === 'card.joined' || type === 'card.moved'))
      .slice(0, MAPPINGS);
    const reported = new Map<string, StoredMapping>();
    for (const stored of lived) reported.set(stored.mapping.id, await report(connection, stored));

    const journal = { get: () => undefined, add: async () => undefined };
    const { messages } = await readAllChannels({
      reader: connection.reader,
      journal,
      onProgress: () => undefined,
    });
    const { storedMappings, lost } = rebuildMappings(messages, POLICY);
    expect(lost).toEqual([]);
    const options = { dataDir: folder.path, now: Date.now, newToken: randomUUID, log: silentLog };
    const store = await openLowdbStore(options);
    await Promise.all(storedMappings.map((stored) => store.create(stored)));
    await store.close();

    const again = await openLowdbStore(options);
    let compared = 0;
    let learned = NOTHING_LEARNED;
    let learnedBefore = NOTHING_LEARNED;
    for await (const { mapping, version: _, card, ...rest } of again.all()) {
      const original = reported.get(mapping.id);
      expect(comparable(mapping)).toEqual(original && comparable(original.mapping));
      expect(rest).toEqual({
        ...rest,
        events: original?.events,
        messages: original?.messages,
        outbox: original?.outbox,
      });
      expect(card).toEqual({ ...card, ...original?.card, notBefore: 0 });
      learned = learnFrom(learned, mapping.app, rest.events);
      learnedBefore = learnFrom(learnedBefore, mapping.app, original?.events ?? []);
      compared++;
    }
    expect(compared).toBe(MAPPINGS);
    expect(learned).toEqual(learnedBefore);
    expect(Object.keys(learned)).not.toEqual([]);
    expect((await again.claimChecks(Number.MAX_SAFE_INTEGER, MAPPINGS, 1)).length).toBe(
      [...reported.values()].filter(({ mapping }) => mapping.nextCheckAt !== undefined).length,
    );
    await again.close();
  } finally {
    await slack.stop();
    await folder.remove();
  }
}, 120_000);
