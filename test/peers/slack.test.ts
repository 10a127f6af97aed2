import type { WebClient } from '@slack/web-api';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { boltLogger } from '../../src/slack/bolt-logger.js';
import { createClients } from '../../src/slack/clients.js';
import { identify } from '../../src/slack/connection.js';
import { createSlackMessenger } from '../../src/slack/messenger.js';
import type { MappingRecord } from '../../src/store/store.js';
import { silentLog } from '../store/temporary.js';
import { typicalRecord } from '../store/typical-record.js';
import { freePort } from './peer.js';

let slack: Emulator;
let client: WebClient;
let channel: string;

beforeAll(async () => {
  slack = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      tokens: { 'xoxb-peer': { login: 'admin' } },
      slack: { channels: [{ name: 'domains' }], bots: [{ name: 'bot' }] },
    },
  });
  client = createClients({
    botToken: 'xoxb-peer',
    apiUrl: `${slack.url}/api/`,
    logger: boltLogger(silentLog),
  }).background;
  const { channels = [] } = await client.conversations.list();
  channel = channels.find(({ name }) => name === 'domains')?.id ?? '';
});
afterAll(() => slack.close());

it('posts, finds, updates and replies at a Slack that is not the sandbox’s', async () => {
  expect(await identify(client, async () => undefined, silentLog)).toMatchObject({
    url: expect.stringContaining('://'),
  });
  const draft = typicalRecord('m1');
  const record: MappingRecord = { ...draft, version: 1, card: { ...draft.card, channel } };
  const [first, second] = record.events;
  if (!first || !second) throw new Error('the record has no events');
  const messenger = createSlackMessenger({
    client,
    card: () => ({ text: 'card', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'card' } }] }),
    reply: (_, event) => ({ text: event.type, blocks: [] }),
    state: () => ({ text: 'state', blocks: [] }),
    plain: { card: () => 'card', reply: (_, { type }) => type },
    log: silentLog,
  });
  const now = { ...first, at: Date.now() };
  const later = { ...second, at: Date.now() };
  expect(await messenger.find(record, now, undefined)).toBeUndefined();
  const ts = await messenger.postCard(record, now);
  expect(await messenger.find(record, now, undefined)).toBe(ts);
  await messenger.updateCard(record, ts);
  const reply = await messenger.postReply(record, later, ts);
  expect(await messenger.find(record, later, ts)).toBe(reply);
  await expect(messenger.updateCard(record, '1.000001')).rejects.toMatchObject({ code: 'card-gone' });
  await expect(
    messenger.postCard({ ...record, card: { ...record.card, channel: 'C0NOWHERE' } }, now),
  ).rejects.toMatchObject({ code: 'channel-unusable' });
});
