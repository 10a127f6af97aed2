import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { verify } from '../../src/audit/verify.js';
import { boltLogger, createClients } from '../../src/slack/connection/clients.js';
import { createHistoryReader } from '../../src/slack/outbound/history-reader.js';
import { verificationView } from '../../src/slack/views/answers/audit.js';
import { readMappings } from '../../src/store/lowdb/read-folder.js';
import type { SetAside, StoredMapping } from '../../src/store/store.js';
import { silentLog } from '../store/temporary.js';
import { FakeSlack } from '../support/fake-slack.js';
import { translatorFor } from '../support/translator.js';

const FIXTURE = new URL('../fixtures/store-6013b5f/', import.meta.url).pathname;
const LATER = Date.UTC(2030, 0);

interface Recorded {
  readonly ts: string;
  readonly thread_ts?: string;
}
const { channel, bot_id, messages } = JSON.parse(await readFile(`${FIXTURE}history.json`, 'utf8')) as {
  channel: string;
  bot_id: string;
  messages: readonly Recorded[];
};
const joined = { ts: '1000000000.000001', subtype: 'channel_join', user: 'U1' };
const isRoot = ({ ts, thread_ts }: Recorded) => thread_ts === undefined || thread_ts === ts;
const half = messages.filter(isRoot).at(8)?.ts ?? '';

/** The recorded channel; `from` hides what is older, as a plan or a policy does. */
async function verified({
  from = '0',
  isLimited = false,
  others = [joined] as readonly Recorded[],
  without = (_: StoredMapping): boolean => false,
  setAside = [] as readonly SetAside[],
  /** Another channel that the bot is in, as it says, and can't read. */
  closed = '',
} = {}) {
  const slack = await new FakeSlack().start();
  const shown = [...others, ...messages].filter(({ ts }) => Number(ts) >= Number(from));
  const channels = [...(closed === '' ? [] : [{ id: closed }]), { id: channel }];
  slack.answer('users.conversations', () => ({ ok: true, channels }));
  slack.answer('conversations.history', ({ args }) => ({
    ...(args['channel'] === closed ? { ok: false, error: 'not_in_channel' } : { ok: true }),
    messages: shown.filter(isRoot),
    ...(isLimited ? { is_limited: true } : {}),
  }));
  slack.answer('conversations.replies', ({ args }) => ({
    ok: true,
    messages: shown.filter(({ thread_ts }) => thread_ts === args['ts']),
  }));
  const { background: client } = createClients({
    botToken: 'xoxb-1',
    apiUrl: slack.apiUrl,
    logger: boltLogger(silentLog),
  });
  async function* storedMappings() {
    for await (const stored of readMappings(FIXTURE)) if (!without(stored)) yield stored;
  }
  try {
    return await verify({
      storedMappings,
      setAside: () => setAside,
      reader: createHistoryReader({ client, botId: bot_id, sleep: async () => undefined, random: () => 0.5 }),
      journal: { get: () => undefined, add: async () => undefined },
      onProgress: () => undefined,
      now: () => LATER,
    });
  } finally {
    await slack.stop();
  }
}
const kinds = ({ differences }: Awaited<ReturnType<typeof verified>>) => [
  ...new Set(differences.map(({ kind }) => kind)),
];

describe('a channel that version 6013b5f wrote', () => {
  it('agrees with the store that it wrote', async () => {
    const found = await verified();
    expect(found.differences).toEqual([]);
    expect(found).toMatchObject({ mappings: 17, outOfReach: 0, unusable: 0 });
  });

  it('a card that a person deleted from a channel of version 6013b5f is reported', async () => {
    const first = messages.find(isRoot)?.ts ?? '';
    const found = await verified({ others: [joined], from: '0' });
    expect(kinds(found)).toEqual([]);
    const cut = await verified({ others: [], from: String(Number(first) + 1) });
    expect(kinds(cut)).toEqual(['deleted']);
  });
});

describe('history that Slack hides', () => {
  it.each([
    ['because of its plan', { from: half, isLimited: true }],
    ['because of a retention policy', { from: half }],
  ])('%s is out of reach, and nobody is accused', async (_, limits) => {
    const found = await verified(limits);
    expect(found.differences).toEqual([]);
    expect(found.outOfReach).toBeGreaterThan(8);
    const text = JSON.stringify(verificationView(found, translatorFor()));
    expect(text).toContain('No differences found, but not everything could be checked.');
    expect(text).toContain('because of its plan or a retention policy');
    expect(text).not.toContain('nothing missing, changed or foreign');
  });

  it('entirely is out of reach, too', async () => {
    const found = await verified({ from: '9999999999', isLimited: true });
    expect(found.differences).toEqual([]);
  });

  it('does not excuse what is missing from what it shows', async () => {
    // Somebody joined long before: Slack shows everything.
    const found = await verified({ from: half, others: [{ ...joined, ts: half }], isLimited: false });
    expect(found.differences).toEqual([]);
    const all = await verified({ others: [joined], from: '0' });
    expect(all.outOfReach).toBe(0);
  });
});

it('a channel that can’t be read keeps no other from being compared', async () => {
  expect(await verified({ closed: 'C2' })).toMatchObject({ mappings: 17, differences: [] });
});

it('messages about a mapping whose file can’t be used are nobody’s fault', async () => {
  const without = ({ mapping }: StoredMapping) => mapping.id === 'm-ready.example.com';
  expect(kinds(await verified({ without }))).toEqual(['unknown']);
  const file = '/data/mappings/ready.example.com.m-ready.example.com.json.damaged-2026';
  const found = await verified({ without, setAside: [{ file, reason: 'damaged' }] });
  expect(found.differences).toEqual([]);
  expect(found.unusable).toBe(1);
  expect(JSON.stringify(verificationView(found, translatorFor()))).toContain(
    'One mapping’s file couldn’t be read',
  );
});

it.each([0, 1, 2])('%i differences are reported in a whole sentence', async (count) => {
  const found = await verified();
  const [difference] = (await verified({ without: () => true })).differences;
  const differences = difference ? Array(count).fill(difference) : [];
  const { text } = verificationView({ ...found, differences }, translatorFor());
  expect(text).toMatch(
    [
      /^:white_check_mark: The channels match the store: 17/,
      /^:warning: One difference found\. Checked: 17/,
      /^:warning: 2 differences found\./,
    ][count] ?? /never/,
  );
});
