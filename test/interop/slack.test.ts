import type { WebClient } from '@slack/web-api';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { boltLogger, createClients } from '../../src/slack/connection/clients.js';
import { identify } from '../../src/slack/connection/connection.js';
import { createSlackChat } from '../../src/slack/outbound/posts/chat.js';
import type { StoredMapping } from '../../src/store/store.js';
import { silentLog } from '../store/temporary.js';
import { typicalMapping } from '../store/typical-mapping.js';
import { freePort } from '../support/ports.js';

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
  expect(
    await identify(client, { sleep: async () => undefined, random: () => 0.5, log: silentLog }),
  ).toMatchObject({
    url: expect.stringContaining('://'),
  });
  const draft = typicalMapping('m1');
  const stored: StoredMapping = { ...draft, version: 1, card: { ...draft.card, channel } };
  const [first, second] = stored.events;
  if (!first || !second) throw new Error('the record has no events');
  const chat = createSlackChat({
    client,
    card: () => ({ text: 'card', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'card' } }] }),
    reply: (_, events) => ({ text: events.map(({ type }) => type).join(), blocks: [] }),
    state: () => ({ text: 'state', blocks: [] }),
    pointer: () => ({ text: 'moved', blocks: [] }),
    plain: { card: () => 'card', reply: (_, { type }) => type },
    log: silentLog,
  });
  const now = { ...first, at: Date.now() };
  const later = { ...second, at: Date.now() };
  expect(await chat.find({ main: stored }, [now], undefined)).toBeUndefined();
  const ts = await chat.postCard({ main: stored }, now);
  expect(await chat.find({ main: stored }, [now], undefined)).toEqual({ ts, events: [now.id] });
  await chat.updateCard({ main: stored }, ts);
  const reply = await chat.postReply({ main: stored }, [later], ts);
  expect(await chat.find({ main: stored }, [later], ts)).toEqual({ ts: reply, events: [later.id] });
  await expect(chat.updateCard({ main: stored }, '1.000001')).rejects.toMatchObject({ code: 'card-gone' });
  await expect(
    chat.postCard({ main: { ...stored, card: { ...stored.card, channel: 'C0NOWHERE' } } }, now),
  ).rejects.toMatchObject({ code: 'channel-unusable' });
});
